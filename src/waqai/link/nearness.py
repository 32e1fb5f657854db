"""How the places of two tellings lie to each other."""

from __future__ import annotations

import math
from typing import Final

from waqai.link.face import Face, Spot
from waqai.link.level import Level

# Kilometres of radius up to which a place is one spot, and from which a name says no more than its
# province does.
_SPOT: Final = 5.0
_PROVINCE: Final = 25.0
# Kilometres between two spots up to which they are the same, close, near, far.
_DEGREES: Final = (
    ("place.same", 1.0), ("place.close", 8.0), ("place.near", 20.0), ("place.far", 45.0),
)  # fmt: skip
_CLOSE, _FAR = _DEGREES[1][1], _DEGREES[3][1]
# Kilometres of radius up to which what may hold a spot is a town or area, and a province.
_WIDTHS: Final = (("place.within", 20.0), ("place.inside", 100.0))
_WIDEST: Final = "place.country"


def nearness(a: Face, b: Face) -> Level | None:
    """How the nearest places of both lie."""
    if not a.spots or not b.spots:
        return Level("place.unknown")
    best, least = None, math.inf
    for one in a.spots:
        for other in b.spots:
            level, rank = _spots(one, other)
            if rank < least:
                best, least = level, rank
    return best


def is_elsewhere(a: Face, b: Face) -> bool:
    """Whether both have spots on the map, and none of the one near any of the other."""
    near = [p for p in a.spots if p.located and p.radius <= _SPOT]
    far = [p for p in b.spots if p.located and p.radius <= _SPOT]
    if len(near) < len(a.spots) or len(far) < len(b.spots) or not (near and far):
        return False
    return all(distance(p.lat, p.lon, q.lat, q.lon) > _CLOSE for p in near for q in far)


def _spots(one: Spot, other: Spot) -> tuple[Level | None, float]:
    """The level of two places and a rank, the least the most telling."""
    if not one.located or not other.located:
        return _unresolved(one, other)
    radius = max(one.radius, other.radius)
    far = distance(one.lat, one.lon, other.lat, other.lon)
    if radius <= _SPOT:
        return (_level(_DEGREES, far, one, other, far), far if far <= _FAR else 1e6 + far)
    if one.name == other.name and radius < _PROVINCE and not one.name.isascii():
        return Level("place.named", (one.name,)), 1.0
    if far <= radius * 1.25 + _CLOSE:
        width = _level(_WIDTHS, radius, one, other, far)
        return width or _told(_WIDEST, one, other, far), 10.0 + radius
    if far <= radius * 2 + _FAR:
        return _told("place.far", one, other, far), 1e5 + far
    return None, 1e6 + far


def _level(
    degrees: tuple[tuple[str, float], ...], size: float, one: Spot, other: Spot, far: float
) -> Level | None:
    """The first of some degrees that reaches as far; None beyond the last."""
    for name, most in degrees:
        if size <= most:
            return _told(name, one, other, far)
    return None


def _told(name: str, one: Spot, other: Spot, far: float) -> Level:
    return Level(name, (one.name, other.name, Kilometres(far)))


class Kilometres:
    """A distance that is told in whole kilometres, spelled out when a sentence asks for it."""

    __slots__ = ("far",)

    def __init__(self, far: float) -> None:
        self.far: float = far

    def __str__(self) -> str:
        return f"{self.far:.0f}"


def _unresolved(one: Spot, other: Spot) -> tuple[Level | None, float]:
    if one.name == other.name:
        return Level("place.named", (one.name,)), 1.0
    if one.country and other.country and one.country != other.country:
        return None, 1e6
    return Level("place.unknown"), 1e3


def distance(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points of the globe (haversine)."""
    a, b = math.radians(lat), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
