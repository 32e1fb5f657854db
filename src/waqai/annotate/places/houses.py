"""Buildings without a name of their own that the words make a place: أمام منزله، داخل متجر.

A house, an office or a shop is a place behind أمام, داخل and the like; behind في and من where it is
somebody's (في منزله), and behind في where it is a public one without an article (في مطعم).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head

_BESIDE: Final = frozenset((
    "امام", "داخل", "قرب", "بجوار", "خارج", "قباله", "محيط", "بمحيط", "جوار", "بجانب",
))  # fmt: skip
_AT: Final = frozenset(("في", "من"))
# What is done to a building behind على.
_ATTACKS: Final = frozenset((
    "هجوم", "الهجوم", "بهجوم", "اعتداء", "الاعتداء", "غاره", "غارات", "قصف", "هجمات", "سطو",
    "النار",
))  # fmt: skip
_POINT: Final = Head("point", "")


class Houses:
    """Finds the buildings of a document that are places."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._keys = chart.doc.keys

    def all(self) -> Iterator[Site]:
        """Each building behind a preposition that makes it a place."""
        for node in self._chart.of("place.house"):
            if node.reading is not None and self._is_place(node):
                yield Site(
                    node.i, node.j, node.i, node.skip, "point without a name", None, _POINT,
                    located=True, parts=[node],
                )  # fmt: skip

    def _is_place(self, node: Node) -> bool:
        """Whether the preposition before a building, or on it, says that something is there."""
        reading, before = node.reading, self._keys[node.i - 1] if node.i else ""
        if reading is None or reading.conj or reading.suffix == "ي":
            return False
        public = node.value == "public" and not reading.article
        if reading.prep:
            return reading.prep == "ب" and (bool(reading.suffix) or public)
        done = self._keys[node.i - 2] if node.i > 1 else ""
        if before in _BESIDE or (before == "علي" and done in _ATTACKS):
            return True
        owned = bool(reading.suffix) and before in _AT
        return owned or (public and not reading.suffix and before == "في")
