"""Places without a name: points told by kind (القنصلية الإيرانية), and what was named before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.sites import Site, is_embassy
from waqai.annotate.places.words import Head

# Adjectives of the Gaza Strip, not of a sector (القطاع الخاص).
_OF_THE_STRIP: Final = frozenset(
    ("المحاصر", "المنكوب", "المدمر", "الفلسطيني", "الذي", "الي", "التي")
)

# What a city is called that is no seat of its state, or but one for a time.
_LESSER: Final = frozenset(
    ("الاقتصاديه", "التجاريه", "الماليه", "الصناعيه", "الثقافيه", "السياحيه", "الروحيه",
     "التاريخيه", "الصيفيه", "الشتويه", "الثانيه", "المءقته")
)  # fmt: skip


class Pointers:
    """Finds what names no place but points to one."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._keys = chart.doc.keys

    def points(self) -> Iterator[Site]:
        """A point with its adjective (القنصلية الإيرانية), or told by kind (مبنى المحافظة)."""
        for node in self._chart.of("place.head"):
            head: Head = node.value
            if "a" in head.traits and node.reading and node.reading.article:
                adjectives = [
                    n
                    for n in self._chart.at(node.j, "place.hint")
                    if n.reading and n.reading.article
                ] + list(self._chart.at(node.j, "place.grade"))
                if adjectives and not adjectives[0].skip:
                    site = self._point(node, adjectives[0].j)
                    if is_embassy(site) and adjectives[0].kind == "place.hint":
                        site.hint = adjectives[0].value.country
                    yield site
            elif "b" in head.traits and node.reading and node.reading.prep != "ك":
                yield from self._backward(node)
            elif "s" in head.traits and node.reading and node.reading.suffix in ("ها", "ه"):
                if not self._keys[node.i].endswith("يه"):
                    yield self._around(node)
            elif node.reading and node.reading.article and node.reading.stem.endswith("ريف"):
                yield from self._countryside(node)
        for node in self._chart.of("place.spot"):
            yield self._point(node, node.j)

    def _backward(self, node: Node) -> Iterator[Site]:
        """A point that was named before, or is that of the town just named: المطار, مخيمها."""
        reading = node.reading
        if reading and (reading.article or reading.suffix in ("ها", "ه")):
            graded = [n for n in self._chart.at(node.j, "place.grade") if not n.skip]
            site = self._point(node, graded[0].j if graded and reading.article else node.j)
            site.rule, site.noun = "named before", reading.stem
            site.parts.extend(graded[:1] if reading.article else ())
            yield site

    def _around(self, node: Node) -> Site:
        """What surrounds the place named before: دمشق وريفها."""
        return Site(
            node.i, node.j, node.i, node.skip, "named before", None, Head("area", ""), part=True,
            located=True, noun="place", parts=[node],
        )  # fmt: skip

    def _countryside(self, node: Node) -> Iterator[Site]:
        """A side of the countryside of what was named before: (قرية) بالريف الغربي."""
        sides = [side for side in self._chart.at(node.j, "place.adj") if not side.skip]
        if sides:
            side, site = max(sides, key=lambda n: n.j), self._around(node)
            site.j, site.direction = side.j, side.value
            site.parts.append(side)
            yield site

    def back(self) -> Iterator[Site]:
        """What points back to a place by its kind alone: العاصمة, محيط المدينة."""
        for node in self._chart.of("place.back"):
            if self._is_lesser(node):
                continue
            if self._stands_alone(node):
                yield self._pointer(node, node)
            for head in self._chart.until(node.i, "place.head"):
                if "s" in head.value.traits and not node.skip:
                    yield self._pointer(head, node)
                elif self._is_point_of(head, node):
                    yield self._point_of(head, node)
        for side in self._chart.of("place.dir"):
            if side.reading and not (side.reading.article or side.reading.suffix):
                yield from self._side_of_back(side)

    def _is_point_of(self, head: Node, node: Node) -> bool:
        """Whether a point is told to be one of the town that was named before (مطار المدينة)."""
        bare = head.reading is not None and not (head.reading.article or head.reading.suffix)
        town = node.value in ("town", "capital") and not node.skip
        return bare and town and head.value.kind == "point" and not self._is_apposed(node)

    def _point_of(self, head: Node, node: Node) -> Site:
        site = self._pointer(head, node)
        site.head, site.part = Head("point", ""), False
        return site

    def _stands_alone(self, node: Node) -> bool:
        """Whether a noun alone is a place: the capital, the strip without an adjective of its own
        (القطاع الصحي).
        """
        if node.value == "strip":
            after = self._keys[node.j] if node.j < len(self._keys) else ""
            return not after.startswith("ال") or after in _OF_THE_STRIP
        return node.value == "capital" and not self._is_apposed(node)

    def _side_of_back(self, side: Node) -> Iterator[Site]:
        """A side of a place that was named before: شرقي العاصمة, جنوب المدينة."""
        for node in self._chart.at(side.j, "place.back"):
            if not (node.skip or self._is_lesser(node) or self._is_apposed(node)):
                site = self._pointer(side, node)
                site.direction = side.value
                yield site

    def _is_lesser(self, node: Node) -> bool:
        """Whether a noun is but a city's title (العاصمة الاقتصادية لتركيا)."""
        after = self._keys[node.j] if node.j < len(self._keys) else ""
        return node.value == "capital" and after in _LESSER

    def _is_apposed(self, node: Node) -> bool:
        """Whether the name of what a noun points to follows it (العاصمة المصرية القاهرة); of the
        capital no adjective that is its country's name too (العاصمة السعودية).
        """
        hints = [*self._chart.at(node.j, "place.hint")]
        nisba = node.value == "capital" and any(h.reading and h.reading.article for h in hints)
        after = {hint.j for hint in hints} | ({node.j} if not nisba else set[int]())
        return any(
            not name.skip for at in sorted(after) for name in self._chart.at(at, "place.name")
        )

    def _pointer(self, first: Node, node: Node) -> Site:
        hint = next((n for n in self._chart.at(node.j, "place.hint") if not n.skip), None)
        return Site(
            first.i, hint.j if hint else node.j, node.i, first.skip, "named before", None,
            Head("area", "") if first is not node else None, part=first is not node, located=True,
            noun=node.value, hint=hint.value.country if hint else None, parts=[first, node],
        )  # fmt: skip

    def _point(self, node: Node, end: int) -> Site:
        return Site(
            node.i, end, node.i, node.skip, "point without a name", None, Head("point", ""),
            located=True, parts=[node],
        )  # fmt: skip
