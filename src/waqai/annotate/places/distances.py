"""Places told by their distance: على بعد 20 كيلومترا شمال حلب, (15 كلم إلى الشرق من الموصل)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import PLAIN
from waqai.annotate.places.heads import Heads
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head

_ASIDE: Final = frozenset(("تقريبا", "فقط"))
_FROM: Final = frozenset(("من", "عن"))
_TO: Final = frozenset(("الي", "باتجاه", "نحو"))
# Digits of a figure of kilometres, at most.
_DIGITS: Final = 4
# Farther than this from a place nothing is told by it, with and without a direction, kilometres.
_FARTHEST: Final = 400.0
_FARTHEST_AROUND: Final = 50.0
# The same at sea, which is measured in miles of its own.
_AT_SEA: Final = 1.852
_FARTHEST_AT_SEA: Final = 1500.0


class Distances:
    """Finds points that lie so and so far from a named place."""

    def __init__(self, chart: Chart, heads: Heads) -> None:
        self._chart = chart
        self._keys = chart.doc.keys
        self._heads = heads

    def sites(self) -> Iterator[Site]:
        """A site for each distance whose figure and place are told."""
        for unit in self._chart.of("place.length"):
            measured = self._measure(unit)
            if measured is None:
                continue
            start, kilometres = measured
            site = self._behind(unit)
            if site and 0 < kilometres <= self._farthest(unit, site):
                site.i, site.skip, site.away = start.i, start.skip, round(kilometres, 1)
                yield site

    def _farthest(self, unit: Node, site: Site) -> float:
        """The kilometres beyond which a distance tells nothing."""
        if site.direction is None:
            return _FARTHEST_AROUND
        return _FARTHEST_AT_SEA if unit.value.scale == _AT_SEA else _FARTHEST

    def _measure(self, unit: Node) -> tuple[Node, float] | None:
        """Where the figure begins, and the kilometres; None where no single figure is told."""
        scale = float(unit.value.scale)
        if unit.value.dual:
            return unit, 2 * scale
        for node in self._chart.until(unit.i, "number"):
            value = node.value
            if value.low is not None and value.high is not None:
                return node, scale * float(value.low + value.high) / 2
        figure = self._keys[unit.i - 1] if unit.i else ""
        if figure.isdecimal() and len(figure) <= _DIGITS:
            return Node("place.figure", unit.i - 1, unit.i, figure, unit.rule), scale * int(figure)
        return None

    def _behind(self, unit: Node) -> Site | None:
        """The place that the distance is counted from, with its side where one is told."""
        at = self._after(unit.j, _ASIDE)
        side = self._side(self._after(at, _TO))
        if side is not None:
            start = self._after(side.j, _FROM)
        else:
            start = self._after(at, _FROM)
            if start == at:
                return None
        inner = self._heads.inner(start, Head("area", ""))
        if inner is None or (inner.name and inner.name.flag != PLAIN and inner.head is None):
            return None
        if side is None and inner.name is not None and self._heads.is_region(inner.name):
            return None
        return Site(
            unit.i, inner.j, inner.k, 0, "distance", inner.name, inner.head,
            side.value if side else None, part=True, located=True, parts=[unit, *inner.parts],
        )  # fmt: skip

    def _after(self, at: int, words: frozenset[str]) -> int:
        """The token after one of `words`, or the same where none stands there."""
        return at + (at < len(self._keys) and self._keys[at] in words)

    def _side(self, at: int) -> Node | None:
        """The longest direction at a token: شمال, or الشمال الشرقي."""
        found = [n for kind in ("place.dir", "place.side") for n in self._chart.at(at, kind)]
        return max((n for n in found if not n.skip), key=lambda n: n.j, default=None)
