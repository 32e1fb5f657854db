"""How the places of two tellings lie to each other."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from waqai.link.telling import Point, Telling

# Kilometres of radius up to which a place is one spot, and from which a name says no more than its
# province does.
_SPOT: Final = 5.0
_PROVINCE: Final = 25.0
# Kilometres between two spots up to which they are the same, close, near, far.
_SAME, _CLOSE, _NEAR, _FAR = 1.0, 8.0, 20.0, 45.0


class Level(NamedTuple):
    """Something that speaks for or against: the row of the table, and the values it tells."""

    name: str
    values: tuple[object, ...]


# Kilometres of radius up to which what may hold a spot is a town or area, and a province.
_WIDTHS: Final = (("within", 20.0), ("inside", 100.0))

_UNKNOWN: Final = Level("place.unknown", ())


def nearness(a: Telling, b: Telling) -> Level | None:
    """How the nearest places of both lie."""
    if not a.points or not b.points:
        return _UNKNOWN
    if len(a.points) == len(b.points) == 1:
        return _spots(a.points[0], b.points[0])[0]
    best, least = None, math.inf
    for one in a.points:
        for other in b.points:
            level, rank = _spots(one, other)
            if rank < least:
                best, least = level, rank
    return best


def _spots(one: Point, other: Point) -> tuple[Level | None, float]:
    """The level of two places and a rank, the least the most telling."""
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return _unresolved(one, other)
    radius = max(one.radius, other.radius)
    far = distance(one.lat, one.lon, other.lat, other.lon)
    values = (one.name, other.name, f"{far:.0f}")
    if radius <= _SPOT:
        degrees = (("same", _SAME), ("close", _CLOSE), ("near", _NEAR), ("far", _FAR))
        name = next((name for name, most in degrees if far <= most), None)
        return (Level(f"place.{name}", values), far) if name else (None, 1e6 + far)
    if one.name == other.name and radius < _PROVINCE and not one.name.isascii():
        return Level("place.named", (one.name,)), 1.0
    if far <= radius * 1.25 + _CLOSE:
        width = next((name for name, most in _WIDTHS if radius <= most), "country")
        return Level(f"place.{width}", values), 10.0 + radius
    if far <= radius * 2 + _FAR:
        return Level("place.far", values), 1e5 + far
    return None, 1e6 + far


def _unresolved(one: Point, other: Point) -> tuple[Level | None, float]:
    if one.name == other.name:
        return Level("place.named", (one.name,)), 1.0
    if one.country and other.country and one.country != other.country:
        return None, 1e6
    return _UNKNOWN, 1e3


def distance(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points of the globe (haversine)."""
    a, b = math.radians(lat), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
