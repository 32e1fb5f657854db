"""Buildings without a name of their own that the words make a place: أمام منزله، داخل متجر.

A house, an office or a shop is a place behind أمام, داخل and the like; behind في and من where it is
somebody's (في منزله), and behind في where it is a public one without an article (في مطعم). The
house of a body is one behind أمام too, and as what a blow falls on (استهدفت مديرية الكهرباء).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head, strikes

_BESIDE: Final = frozenset((
    "امام", "داخل", "قرب", "بجوار", "خارج", "قباله", "محيط", "بمحيط", "جوار", "بجانب",
))  # fmt: skip
_AT: Final = frozenset(("في", "من"))
# What is done to a building behind على.
_ATTACKS: Final = frozenset((
    "هجوم", "الهجوم", "بهجوم", "اعتداء", "الاعتداء", "غاره", "غارات", "قصف", "هجمات", "سطو",
    "النار",
))  # fmt: skip
# Words between a blow and the second of two houses that it falls on.
_STRUCK: Final = 5
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
        if node.value == "body":
            return self._is_struck(node)
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

    def _is_struck(self, node: Node) -> bool:
        """Whether the house of a body is what a blow falls on, alone or as the second of two, or
        what something happens at.
        """
        reading, i = node.reading, node.i
        if reading is None or reading.prep or reading.suffix or not i:
            return False
        if reading.conj:
            return any(key in strikes() for key in self._keys[max(0, i - _STRUCK) : i])
        before, done = self._keys[i - 1], self._keys[i - 2] if i > 1 else ""
        return (
            before in strikes()
            or before in _BESIDE
            or before == "عند"
            or (before == "علي" and done in _ATTACKS)
        )
