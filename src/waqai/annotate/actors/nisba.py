"""Forms of an adjective of relation: سوري، سورية، سوريون، سوريين، سوريان."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.actors.rows import Form

# Endings after the stem in ي of the masculine (folded), and the form that each marks.
_ENDINGS: Final[tuple[tuple[str, Form], ...]] = (
    ("", "m"),
    ("ه", "f"),
    ("ات", "f"),
    ("ون", "p"),
    ("ين", "p"),
    ("و", "p"),
    ("ان", "d"),
    ("تان", "d"),
    ("تين", "d"),
    ("ا", "a"),
)


def forms(stem: str) -> Iterator[tuple[str, Form]]:
    """Folded forms of a stem such as سوري; one that does not end in ي is a broken plural."""
    if not stem.endswith("ي"):
        yield stem, "p"
        return
    for ending, form in _ENDINGS:
        yield stem + ending, form
