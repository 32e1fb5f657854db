"""Blocking: which tellings are worth comparing, in one sweep over time."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from typing import Final

from waqai.link.telling import Telling

# Degrees of a grid cell: two spots that may be one are in the same or neighbouring cells.
_CELL: Final = 0.5
# Kilometres of radius from which a place is compared by country instead.
_WIDE: Final = 25.0
# Days of a window from which an event is compared with nothing: it is an incident of its own.
LONGEST: Final = 45

Block = str | tuple[str, str | None] | tuple[int, int]


class Sweep:
    """Tellings whose windows are still open, by grid cell, and by country where places are wide."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._blocks: dict[Block, dict[str, Telling]] = {}
        self._kept: dict[str, tuple[Block, ...]] = {}

    def meet(self, telling: Telling) -> list[Telling]:
        """Earlier tellings that may be the same as this one, which is kept for later ones.

        Tellings come by the first day of their window, then by key.
        """
        when = telling.when
        assert when is not None
        self._close(when.first - 1)
        found: dict[str, Telling] = {}
        for block in asked(telling):
            found.update(self._blocks.get(block, {}))
        self._kept[telling.key] = blocks = tuple(dict.fromkeys(kept(telling)))
        for block in blocks:
            self._blocks.setdefault(block, {})[telling.key] = telling
        heapq.heappush(self._open, (when.last, telling.key))
        return sorted(found.values(), key=lambda other: other.key)

    def _close(self, day: int) -> None:
        """Forget the tellings that ended before a day."""
        while self._open and self._open[0][0] < day:
            _, key = heapq.heappop(self._open)
            for block in self._kept.pop(key):
                members = self._blocks[block]
                del members[key]
                if not members:
                    del self._blocks[block]


def kept(telling: Telling) -> Iterator[Block]:
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


def asked(telling: Telling) -> Iterator[Block]:
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


def rank(telling: Telling) -> tuple[int, str]:
    """What tellings are swept by: the first day of the window, then the key."""
    return (telling.when.first if telling.when else 0, telling.key)


def is_linkable(telling: Telling) -> bool:
    """Whether its time is known well enough to be compared at all."""
    return telling.when is not None and telling.when.days <= LONGEST


def pairs(ordered: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs worth comparing, each once, of linkable tellings that come in their rank."""
    sweep = Sweep()
    for telling in ordered:
        for other in sweep.meet(telling):
            yield other, telling


def is_pair(a: Telling, b: Telling) -> bool:
    """Whether the sweep would have two tellings compared."""
    early, late = sorted((a, b), key=rank)
    if not (is_linkable(early) and is_linkable(late)) or early.when is None or late.when is None:
        return False
    blocks = set(kept(early))
    return early.when.last >= late.when.first - 1 and any(b in blocks for b in asked(late))
