"""Names that no table holds, told to be places by what stands behind them.

في الزعرورة التي تبعد، قرب الغيضية بريف حماة: a rare word after a preposition of place, before words
that say where it lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.names import new_member
from waqai.annotate.places.sites import Site, new_place
from waqai.annotate.places.words import openers

_BEFORE: Final = frozenset(("في", "قرب", "من", "الي", "نحو", "باتجاه", "علي", "داخل", "بين"))
# Endings of duals and plurals of common nouns (الانفجارين، العمارات).
_MANY: Final = ("ين", "ون", "ان", "ات")
# Kinds of what a place is told to lie in by a head noun with ب on it (بريف حلب).
_WIDER: Final = ("area", "province", "town")


class Told:
    """Finds what is told to be a place in a document."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._keys = chart.doc.keys

    def all(self) -> Iterator[Site]:
        """The names before "which lies" and before a head noun with ب."""
        for node in self._chart.of("place.lies"):
            if not node.skip:
                yield from self._named(node.i)
        for node in self._chart.of("place.head"):
            if node.reading and node.reading.prep == "ب" and node.value.kind in _WIDER:
                yield from self._within(node)
        for node in self._chart.of("place.first"):
            if not node.skip and node.i + 2 <= len(self._keys):
                yield from self._named(node.i + 2, 2)

    def _within(self, node: Node) -> Iterator[Site]:
        """A definite name before "in the countryside of": (في) الغيضية بريف حماة."""
        reading = node.reading
        if reading is None or reading.article or reading.conj:
            return
        if self._keys[node.i - 1].startswith("ال"):
            yield from self._named(node.i)

    def _named(self, end: int, longest: int = 1) -> Iterator[Site]:
        """The name of one or two words (only two if `longest` is 2) before token `end`."""
        for start in (end - 2, end - 1)[: 3 - longest]:
            if start > 0 and self._keys[start - 1] in _BEFORE and self._is_name(start, end):
                yield new_place(start, end, 0)
                return

    def _is_name(self, start: int, end: int) -> bool:
        """Whether tokens [start, end) are a rare word, or an opener and one."""
        if end - start == 2 and self._keys[start] not in openers():
            return False
        if any(name.j == end and not name.skip for name in self._chart.at(start, "place.name")):
            return False
        if any(self._chart.at(start, "place.head")):
            return False
        word = self._keys[end - 1]
        free = all(node.kind.startswith("place.") for node in self._chart.begins(end - 1))
        return free and new_member(word) and not word.endswith(_MANY)
