"""How the places of two tellings lie to each other."""

from __future__ import annotations

import math
from typing import Final

from waqai.link.face import RADIANS, Face, Spot
from waqai.link.level import Level

# Kilometres of radius up to which a place is one spot, and from which a name says no more than its
# province does.
_SPOT: Final = 5.0
_PROVINCE: Final = 25.0
_SAME: Final = Level("place.same")
_CLOSE: Final = Level("place.close")
_NEAR: Final = Level("place.near")
_FAR: Final = Level("place.far")
_WITHIN: Final = Level("place.within")
_INSIDE: Final = Level("place.inside")
_WIDEST: Final = Level("place.country")
_NAMED: Final = Level("place.named")
_UNKNOWN: Final = Level("place.unknown")
# Kilometres between two spots up to which they are the same, close, near, far.
_SAME_KM: Final = 1.0
_CLOSE_KM: Final = 8.0
_NEAR_KM: Final = 20.0
_FAR_KM: Final = 45.0
# Degrees of latitude from which two spots are farther than far.
_BEYOND: Final = 0.41
# Kilometres of radius up to which what may hold a spot is a town or area, and a province.
_TOWN_KM: Final = 20.0
_PROVINCE_KM: Final = 100.0


def nearness(a: Face, b: Face) -> Level | None:
    """How the nearest places of both lie."""
    if not a.spots or not b.spots:
        return _UNKNOWN
    return nearest(a, b)[0]


def nearest(a: Face, b: Face) -> tuple[Level | None, Spot, Spot]:
    """The nearest places of two tellings that have some, and how they lie."""
    best, least = None, math.inf
    near, by = a.spots[0], b.spots[0]
    for one in a.spots:
        for other in b.spots:
            level, rank = _spots(one, other)
            if rank < least:
                best, least, near, by = level, rank, one, other
    return best, near, by


def is_elsewhere(a: Face, b: Face) -> bool:
    """Whether both have spots on the map, and none of the one near any of the other."""
    near = [p for p in a.spots if p.located and p.radius <= _SPOT]
    far = [p for p in b.spots if p.located and p.radius <= _SPOT]
    if len(near) < len(a.spots) or len(far) < len(b.spots) or not (near and far):
        return False
    return all(between(p, q) > _CLOSE_KM for p in near for q in far)


def _spots(one: Spot, other: Spot) -> tuple[Level | None, float]:
    """The level of two places and a rank, the least the most telling."""
    if not one.located or not other.located:
        return _unresolved(one, other)
    radius = one.radius if one.radius > other.radius else other.radius
    if radius <= _SPOT:
        if abs(one.lat - other.lat) > _BEYOND:
            return None, 1e6
        far = between(one, other)
        return _apart(far), far if far <= _FAR_KM else 1e6 + far
    if one.name == other.name and radius < _PROVINCE and not one.name.isascii():
        return _NAMED, 1.0
    far = between(one, other)
    if far <= radius * 1.25 + _CLOSE_KM:
        return _width(radius), 10.0 + radius
    if far <= radius * 2 + _FAR_KM:
        return _FAR, 1e5 + far
    return None, 1e6 + far


def _apart(far: float) -> Level | None:
    """The level of two spots by the kilometres between them."""
    if far <= _SAME_KM:
        return _SAME
    if far <= _CLOSE_KM:
        return _CLOSE
    if far <= _NEAR_KM:
        return _NEAR
    return _FAR if far <= _FAR_KM else None


def _width(radius: float) -> Level:
    """The level of a place that may hold the other, by its radius."""
    if radius <= _TOWN_KM:
        return _WITHIN
    return _INSIDE if radius <= _PROVINCE_KM else _WIDEST


def _unresolved(one: Spot, other: Spot) -> tuple[Level | None, float]:
    if one.name == other.name:
        return _NAMED, 1.0
    if one.country and other.country and one.country != other.country:
        return None, 1e6
    return _UNKNOWN, 1e3


def between(one: Spot, other: Spot) -> float:
    """Kilometres between two located places."""
    across = (other.lon - one.lon) * RADIANS
    return _haversine(other.north - one.north, one.narrow * other.narrow, across)


def distance(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points of the globe."""
    a, b = math.radians(lat), math.radians(lat2)
    return _haversine(b - a, math.cos(a) * math.cos(b), math.radians(lon2 - lon))


def _haversine(up: float, narrow: float, across: float) -> float:
    """Kilometres of an arc: its radians, and the product of the cosines of both latitudes."""
    half = math.sin(up / 2) ** 2
    half += narrow * math.sin(across / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
