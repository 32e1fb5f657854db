"""Window: the days on one of which an event was."""

from __future__ import annotations

from datetime import date

import msgspec


class Window(msgspec.Struct, frozen=True, gc=False):
    """Days [first, last], both included, as ordinals; `sure` where the text states a day.

    Likely are the days from `likely` on, before them only what the report takes for known.
    """

    first: int
    last: int
    sure: bool
    likely: int

    @property
    def days(self) -> int:
        """How many days it covers."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        first, last = date.fromordinal(self.likely), date.fromordinal(self.last)
        return str(first) if first == last else f"{first} to {last}"
