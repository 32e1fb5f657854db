"""Sides of places: شمال حلب, الجزء الشرقي من الموصل, الريف الغربي لمدينة الباب."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import NEEDS_HEAD, PLAIN, Gazetteer
from waqai.annotate.places.heads import NESTED, Heads
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head

# The weight of a town that may have its name from a common word.
_SEAT: Final = 3
# Nouns for a part of a place, before its side, and the letters that may stand before them.
_SHARES: Final = (
    "الجزء", "الجانب", "الشطر", "القسم", "الطرف", "الاجزاء", "الاحياء", "الضواحي", "الاطراف",
    "المناطق", "القري", "النصف",
)  # fmt: skip
_CLITICS: Final = 2


class Sides:
    """Finds the places that directions govern."""

    def __init__(self, chart: Chart, heads: Heads, table: Gazetteer) -> None:
        self._chart = chart
        self._keys = chart.doc.keys
        self._heads = heads
        self._table = table

    def all(self) -> Iterator[Site]:
        """A side of a place: شمال حلب, جنوب غربي مدينة تعز."""
        for node in self._chart.of("place.dir"):
            if node.reading and (node.reading.article or node.reading.suffix):
                continue
            inner = self._heads.inner(node.j + (self._heads.quote(node.j) == "#"), Head("area", ""))
            if inner is not None and (self._is_sure(inner) or self._is_likely(node, inner)):
                first = self._joined_side(node)
                yield self._side(first.i, first.skip, first.value, node, inner)
        for node in self._chart.of("place.adj"):
            if node.i and self._keys[node.j : node.j + 1] == ["من"]:
                yield from self._share(node)
            elif node.i and self._keys[node.i - 1].endswith("الريف"):
                yield from self._countryside(node)

    def _is_sure(self, inner: Site) -> bool:
        """Whether what a side is of is a place: no common word, save one of a country (مالي)."""
        if inner.name is None or inner.name.flag == PLAIN or inner.head:
            return True
        return self._table.spots(inner.name)[0].kind == "country"

    def _is_likely(self, node: Node, inner: Site) -> bool:
        """Whether a town's name that elsewhere needs a word for it stands behind its side alone
        (شرق السخنة).
        """
        if inner.name is None or inner.name.flag == NEEDS_HEAD or node.value == "c":
            return False
        top = self._table.spots(inner.name)[0]
        told = not node.skip or self._keys[node.i].startswith(("ب", "و"))
        return told and top.kind == "town" and top.importance >= _SEAT

    def _share(self, node: Node) -> Iterator[Site]:
        """A part of a place with its side: الجزء الشرقي من الموصل."""
        key = self._keys[node.i - 1]
        noun = next((noun for noun in _SHARES if key.endswith(noun)), None)
        if noun is None or len(key) - len(noun) > _CLITICS:
            return
        skip = len(key) - len(noun)
        for back in self._chart.at(node.j + 1, "place.back"):
            yield Site(
                node.i - 1, back.j, node.i - 1, skip, "named before", None, Head("area", ""),
                node.value, part=True, located=True, noun=back.value, parts=[node, back],
            )  # fmt: skip
        inner = self._heads.inner(node.j + 1, Head("area", ""))
        if inner is not None and self._is_sure(inner):
            yield self._side(node.i - 1, skip, node.value, node, inner)

    def _countryside(self, side: Node) -> Iterator[Site]:
        """A side of the countryside of a place with ل on it: بالريف الغربي لمدينة الباب."""
        inner = None
        for node in self._chart.at(side.j, "place.name"):
            if node.reading and node.reading.prep == "ل" and (not inner or node.j > inner.j):
                inner = Site(node.i, node.j, node.i, node.skip, "gazetteer", node.value)
        for node in self._chart.at(side.j, "place.head"):
            if inner is None and node.reading and node.reading.prep == "ل":
                inner = self._heads.headed(node, NESTED)
        for node in self._chart.at(side.i - 1, "place.head"):
            if inner is not None and node.j == side.i and node.reading and node.reading.article:
                site = self._side(node.i, node.skip, side.value, side, inner)
                site.rule, site.head = f"{node.value.kind} head", node.value
                yield site

    def _side(self, i: int, skip: int, direction: str, node: Node, inner: Site) -> Site:
        """The site of a side of what `inner` names, from token i on."""
        return Site(
            i, inner.j, inner.k, skip, "side of a place", inner.name, inner.head, direction,
            part=True, located=True, parts=[node, *inner.parts],
        )  # fmt: skip

    def _joined_side(self, node: Node) -> Node:
        """The side before this one that shares its place (شمال ووسط سيناء), else this one."""
        if node.skip and self._keys[node.i].startswith("و"):
            for before in self._chart.until(node.i, "place.dir"):
                if before.reading and not before.reading.article:
                    return before
        return node
