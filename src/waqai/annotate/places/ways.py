"""Roads told by the two places that they join: طريق دمشق - السويداء، الطريق الواصل بين حيس وتعز."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer
from waqai.annotate.places.heads import Heads
from waqai.annotate.places.names import known
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head, words_of
from waqai.text.clitics import readings

# Between the two ends of a road.
_MARKS: Final = frozenset(("-", "–", "—", "/", "ـ"))
# Words that tell of a road what it is, or that it joins its ends, at most.
_MOST: Final = 3
# Marks that open what two ends stand in.
_OPENERS: Final = frozenset(('"', "«", "“", "("))
_POINT: Final = Head("point", "")
# Kinds of head nouns that an end may have.
_ENDS: Final = ("town", "area", "province", "point")
# Letters of the shortest name of a second end that no mark or word parts from the first.
_SHORT: Final = 3


class Ways:
    """Finds the roads of a document whose two ends are told."""

    def __init__(self, chart: Chart, heads: Heads, table: Gazetteer) -> None:
        self._chart = chart
        self._keys = chart.doc.keys
        self._heads = heads
        self._table = table

    def all(self) -> Iterator[Site]:
        """A site for each road from its noun to its second end."""
        for i, key in enumerate(self._keys):
            if not key.endswith(("طريق", "ستراد")):
                continue
            for reading in readings(key):
                if (
                    reading.stem in words_of("place.road")
                    and not reading.suffix
                    and reading.prep != "ك"
                ):
                    yield from self._road(i, reading.skip if not reading.article else None, key)
                    break

    def _road(self, i: int, skip: int | None, key: str) -> Iterator[Site]:
        """The road whose noun stands at token i; `skip` is None where it has the article."""
        at = i + 1
        while at <= i + _MOST and self._key(at) in words_of("place.road.of"):
            at += 1
        ends = self._between(at) or self._from(at) or self._dashed(at)
        if ends is None and (skip is not None or at > i + 1):
            ends = self._beside(at)
        if ends is None:
            return
        first, second = ends
        letters = skip if skip is not None else max(0, key.find("ال"))
        yield Site(
            i, second.j, i, letters, "road", None, _POINT, located=True, parts=[first, second],
        )  # fmt: skip

    def _key(self, at: int) -> str:
        return self._keys[at] if at < len(self._keys) else ""

    def _between(self, at: int) -> tuple[Node, Node] | None:
        """The ends behind بين: (الواصل) بين حيس وتعز."""
        start = at
        while at < start + _MOST and self._key(at) in words_of("place.road.joins"):
            at += 1
        if self._key(at) != "بين":
            return None
        first = self._end(at + 1)
        if first is None:
            return None
        alone = self._key(first.j) == "و"
        second = self._end(first.j + 1) if alone else self._joined(first.j)
        return (first, second) if second is not None else None

    def _from(self, at: int) -> tuple[Node, Node] | None:
        """The ends behind من and إلى: (الطريق) من دمشق إلى بيروت."""
        if self._key(at) != "من":
            return None
        first = self._end(at + 1)
        if first is None or self._key(first.j) != "الي":
            return None
        second = self._end(first.j + 1)
        return (first, second) if second is not None else None

    def _dashed(self, at: int) -> tuple[Node, Node] | None:
        """The ends on either side of a dash: (طريق) دمشق - السويداء."""
        at += self._key(at) in _OPENERS
        first = self._end(at)
        if first is None or self._key(first.j) not in _MARKS:
            return None
        second = self._end(first.j + 1)
        return (first, second) if second is not None else None

    def _beside(self, at: int) -> tuple[Node, Node] | None:
        """The ends side by side, both sure: (طريق) دمشق السويداء."""
        at += self._key(at) in _OPENERS
        first = self._end(at)
        if first is None or first.value.flag != PLAIN:
            return None
        second = self._end(first.j)
        if second is None or second.value.flag != PLAIN or not self._is_name(first, second):
            return None
        return first, second

    def _is_name(self, first: Node, second: Node) -> bool:
        """Whether two names side by side are those of two towns: no adjective of the first."""
        bare = first.j - first.i == 1 or second.j - second.i == 1
        hint = any(n.reading and n.reading.article for n in self._chart.at(first.j, "place.hint"))
        long = len(self._key(first.j)) >= _SHORT
        return bare and long and not hint and not any(self._chart.at(first.j, "place.adj"))

    def _end(self, at: int) -> Node | None:
        """The known place at a token, with the head noun before it (مدينة حيس)."""
        return self._named(at, 0)

    def _joined(self, at: int) -> Node | None:
        """The known place at a token behind its و."""
        return self._named(at, 1) if self._key(at).startswith("و") else None

    def _named(self, at: int, skip: int) -> Node | None:
        """The known place at a token behind `skip` letters: a phrase of the table, or what a head
        noun governs.
        """
        found = known(self._keys, at, self._table, self._key(at)[skip:])
        end, name = found or (at, None)
        for head in self._chart.at(at, "place.head"):
            if head.value.kind not in _ENDS or head.skip != skip:
                continue
            inner = self._heads.headed(head)
            if inner is not None and inner.name is not None and not inner.part and inner.j > end:
                end, name = inner.j, inner.name
        return Node("place.end", at, end, name, "end", skip=skip) if name is not None else None
