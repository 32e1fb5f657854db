"""What every test runs under."""

from __future__ import annotations

from hypothesis import settings

# The machine decides nothing: no time limit per example, the same examples every run.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("steady")
