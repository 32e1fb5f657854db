"""Blocking: which tellings are worth comparing, in one sweep over time."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from typing import Final

from waqai.link.face import Face
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
        self._blocks: dict[Block, dict[str, Face]] = {}
        self._kept: dict[str, tuple[Block, ...]] = {}

    def meet(self, face: Face) -> list[Face]:
        """Earlier tellings that may be the same as this one, which is kept for later ones.

        Tellings have a window, and come by its first day, then by key.
        """
        self._close(face.first - 1)
        found: dict[str, Face] = {}
        for block in asked(face):
            found.update(self._blocks.get(block, {}))
        self._kept[face.key] = blocks = tuple(dict.fromkeys(kept(face)))
        for block in blocks:
            self._blocks.setdefault(block, {})[face.key] = face
        heapq.heappush(self._open, (face.last, face.key))
        return [found[key] for key in sorted(found)]

    def _close(self, day: int) -> None:
        """Forget the tellings that ended before a day."""
        while self._open and self._open[0][0] < day:
            _, key = heapq.heappop(self._open)
            for block in self._kept.pop(key):
                members = self._blocks[block]
                del members[key]
                if not members:
                    del self._blocks[block]


def kept(face: Face) -> Iterator[Block]:
    """Blocks that a telling stands in."""
    yield "any"
    if not face.spots:
        yield "nowhere"
    for spot in face.spots:
        if spot.country:
            yield spot.country
        if not spot.located or spot.radius > _WIDE:
            yield ("wide", spot.country)
        else:
            yield (int(spot.lat // _CELL), int(spot.lon // _CELL))


def asked(face: Face) -> Iterator[Block]:
    """Blocks that hold what a telling may be the same as."""
    if not face.spots:
        yield "any"
        return
    yield "nowhere"
    yield ("wide", None)
    for spot in face.spots:
        yield ("wide", spot.country)
        if not spot.located or spot.radius > _WIDE:
            yield spot.country or "any"
        else:
            yield from _around(spot.lat, spot.lon)


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


def pairs(ordered: Iterable[Telling]) -> Iterator[tuple[Face, Face]]:
    """Pairs worth comparing, each once, of linkable tellings that come in their rank."""
    sweep = Sweep()
    for telling in ordered:
        face = Face(telling)
        for other in sweep.meet(face):
            yield other, face


def is_pair(a: Face, b: Face) -> bool:
    """Whether the sweep would have two tellings compared."""
    if not (is_linkable(a.telling) and is_linkable(b.telling)):
        return False
    early, late = sorted((a, b), key=lambda face: rank(face.telling))
    blocks = set(kept(early))
    return early.last >= late.first - 1 and any(block in blocks for block in asked(late))
