"""Blocking: which tellings are worth comparing, in one sweep over time."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

from waqai.link.telling import Telling

# Degrees of a grid cell: two spots that may be one are in the same or neighbouring cells.
_CELL = 0.5
# Kilometres of radius from which a place is compared by country instead.
_WIDE = 25.0
# Days from which a window is no occasion: such events are incidents of their own.
LONGEST = 45
# Slots that a telling whose place is wide or unknown is kept in, by country.
Block = dict[int, None]


class Sweep:
    """Tellings whose windows are still open, by grid cell, and by country where places are wide."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []
        self._blocks: dict[object, Block] = {}
        self._kept: dict[int, tuple[object, ...]] = {}

    def meet(self, number: int, telling: Telling) -> list[int]:
        """Earlier tellings that may be the same as this one, which is kept for later ones."""
        when = telling.when
        assert when is not None
        self._close(when.first - 1)
        found: Block = {}
        for key in asked(telling):
            found.update(self._blocks.get(key, {}))
        self._kept[number] = keys = tuple(dict.fromkeys(kept(telling)))
        for key in keys:
            self._blocks.setdefault(key, {})[number] = None
        heapq.heappush(self._open, (when.last, number))
        return sorted(found)

    def _close(self, day: int) -> None:
        """Forget the tellings that ended before a day."""
        while self._open and self._open[0][0] < day:
            _, number = heapq.heappop(self._open)
            for key in self._kept.pop(number):
                block = self._blocks[key]
                del block[number]
                if not block:
                    del self._blocks[key]


def kept(telling: Telling) -> Iterator[object]:
    """Blocks that a telling stands in."""
    yield "any"
    if not telling.points:
        yield "nowhere"
    for point in telling.points:
        if point.country:
            yield point.country
        if point.lat is None or point.lon is None or point.radius > _WIDE:
            yield ("wide", point.country)
        else:
            yield (int(point.lat // _CELL), int(point.lon // _CELL))


def asked(telling: Telling) -> Iterator[object]:
    """Blocks that hold what a telling may be the same as."""
    if not telling.points:
        yield "any"
        return
    yield "nowhere"
    yield ("wide", None)
    for point in telling.points:
        yield ("wide", point.country)
        if point.lat is None or point.lon is None or point.radius > _WIDE:
            yield point.country or "any"
        else:
            yield from _around(point.lat, point.lon)


def _around(lat: float, lon: float) -> Iterator[tuple[int, int]]:
    row, column = int(lat // _CELL), int(lon // _CELL)
    for up in (-1, 0, 1):
        for across in (-1, 0, 1):
            yield (row + up, column + across)


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """Tellings that can be linked by time, by the first day of their window, then by key."""
    dated = (t for t in tellings if t.when is not None and t.when.days <= LONGEST)
    return sorted(dated, key=lambda t: (t.when.first if t.when else 0, t.key))


def pairs(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs worth comparing, each once; the same whatever order the tellings come in."""
    ordered = in_order(tellings)
    sweep = Sweep()
    for number, telling in enumerate(ordered):
        for other in sweep.meet(number, telling):
            yield ordered[other], telling
