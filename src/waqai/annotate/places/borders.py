"""Inner borders told by both their sides: الحدود بين زامفارا وكادونا."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import NEEDS_HEAD, Gazetteer, Name
from waqai.annotate.places.heads import Heads
from waqai.annotate.places.names import known
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head

_BORDER: Final = frozenset(("الحدود", "بالحدود", "للحدود"))
_BETWEEN: Final = "بين"
_AREA: Final = Head("area", "")


class Borders:
    """Finds the inner borders of a document that two places tell."""

    def __init__(self, chart: Chart, heads: Heads, table: Gazetteer) -> None:
        self._chart = chart
        self._keys = chart.doc.keys
        self._heads = heads
        self._table = table

    def all(self) -> Iterator[Site]:
        """A site for each border both of whose sides are names of the table."""
        for at, key in enumerate(self._keys):
            if key in _BORDER:
                yield from self._between(at, len(key) - len("الحدود"), at + 1)

    def _between(self, start: int, skip: int, at: int) -> Iterator[Site]:
        """The border from token `start` whose sides are told from "between" on at token `at`."""
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
                located=True, trust=first.trust, other=other,
            )  # fmt: skip

    def _second(self, at: int) -> tuple[int, Name] | None:
        """Where the second side of a border ends that begins at token `at` with و, and its name."""
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
        """Whether a name is that of a country or more, whose middle tells nothing of a border."""
        return self._table.spots(name)[0].kind in ("country", "region")
