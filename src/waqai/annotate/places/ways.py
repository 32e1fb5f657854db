"""Ways told by both their ends: الطريق الرابط بين كتم وكبكابية, الحدود بين زامفارا وكادونا."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import NEEDS_HEAD, Gazetteer, Name
from waqai.annotate.places.heads import Heads
from waqai.annotate.places.names import known
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head

_ROAD: Final = "طريق"
_BORDER: Final = frozenset(("الحدود", "بالحدود", "للحدود"))
_BETWEEN: Final = "بين"
# Words between a road and its ends, at most, and those of them without the article.
_WORDS: Final = 3
_LEADS: Final = frozenset(("يربط", "تربط", "يصل", "دولي", "رءيسي", "استراتيجي", "ساحلي", "بري"))
_POINT: Final = Head("point", "")
_AREA: Final = Head("area", "")


class Ways:
    """Finds the roads and inner borders of a document that two places tell."""

    def __init__(self, chart: Chart, heads: Heads, table: Gazetteer) -> None:
        self._chart = chart
        self._keys = chart.doc.keys
        self._heads = heads
        self._table = table

    def all(self) -> Iterator[Site]:
        """A site for each way whose two ends are names of the table."""
        for node in self._chart.of("place.head"):
            if node.reading and node.reading.stem == _ROAD and not node.reading.suffix:
                yield from self._between(node.i, node.skip, self._described(node.j), _POINT)
        for at, key in enumerate(self._keys):
            if key in _BORDER:
                yield from self._between(at, len(key) - len("الحدود"), at + 1, _AREA)

    def _described(self, at: int) -> int:
        """The token behind what describes a road."""
        for end in range(at, min(at + _WORDS + 1, len(self._keys))):
            word = self._keys[end]
            if word == _BETWEEN or not (word.startswith("ال") or word in _LEADS):
                return end
        return at

    def _between(self, start: int, skip: int, at: int, kind: Head) -> Iterator[Site]:
        """The way from token `start` whose ends are told from "between" on at token `at`."""
        if self._keys[at : at + 1] != [_BETWEEN]:
            return
        first = self._heads.inner(at + 1, _AREA)
        if first is None or first.name is None or first.part or self._is_wide(first.name):
            return
        found = self._second(first.j)
        if found is not None:
            end, other = found
            yield Site(
                start, end, first.k, skip, "between two places", first.name, part=True,
                located=True, trust=first.trust, way=(kind.kind, other),
            )  # fmt: skip

    def _second(self, at: int) -> tuple[int, Name] | None:
        """Where the second end of a way ends that begins at token `at` with و, and its name."""
        at += self._keys[at : at + 1] == ["،"]
        word = self._keys[at] if at < len(self._keys) else ""
        if not word.startswith("و"):
            return None
        for node in self._chart.at(at, "place.head"):
            inner = self._heads.headed(node) if self._is_joined(node) else None
            if inner is not None and inner.name is not None and not inner.part:
                return inner.j, inner.name
        found = known(self._keys, at, self._table, word[1:]) if len(word) > 1 else None
        if found is None or found[1].flag == NEEDS_HEAD or self._is_wide(found[1]):
            return None
        return found

    def _is_joined(self, node: Node) -> bool:
        return node.skip == 1 and node.reading is not None and bool(node.reading.conj)

    def _is_wide(self, name: Name) -> bool:
        """Whether a name is that of a country or more, whose middle tells nothing of a way."""
        return self._table.spots(name)[0].kind in ("country", "region")
