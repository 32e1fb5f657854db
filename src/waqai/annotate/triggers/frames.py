"""Frames: which words beside a trigger tell its roles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from waqai.annotate.triggers.words import PACKAGE
from waqai.lexicon.table import read_table

COLUMNS: Final = (
    "frame",
    "subject",
    "object",
    "genitive",
    "counted",
    "by",
    "to",
    "place",
    "weapon",
)
_MARKERS: Final = ("by", "to", "place", "weapon")


class Frame(NamedTuple):
    """A row of frames.tsv.

    `subject` and `object` are roles (by, to, place, weapon, victim, goods, measure; "" none);
    `genitive` the roles, likelier first, of what stands right after the noun; `counted` which of
    subject and object are people with a figure; `markers` the phrases that mark each role.
    """

    subject: str
    object: str
    genitive: tuple[str, ...]
    counted: str
    markers: Mapping[str, tuple[str, ...]]

    def marked(self, preposition: str) -> str:
        """The role of what stands behind a preposition; "" where the frame says nothing."""
        for role, words in self.markers.items():
            if preposition in words:
                return role
        return ""


@cache
def frames() -> Mapping[str, Frame]:
    """All frames by name."""
    return MappingProxyType(
        {
            row.cells[0]: Frame(
                row.cells[1],
                row.cells[2],
                tuple(row.variants(3)),
                row.cells[4],
                MappingProxyType(
                    {role: tuple(row.variants(COLUMNS.index(role))) for role in _MARKERS}
                ),
            )
            for row in read_table(PACKAGE, "frames.tsv", COLUMNS, _MARKERS)
        }
    )
