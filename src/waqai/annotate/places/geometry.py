"""Distances, directions and what a position is worth in ACLED's and UCDP's precision codes."""

from __future__ import annotations

import math
from typing import Final

from waqai.model.codes import SPOTS, PlaceKind

KM_PER_DEGREE: Final = 111.2
_RADIAN: Final = math.pi / 180
# Held, as looking it up takes as long as what it does.
_hypot: Final = math.hypot
_STEPS: Final[dict[str, tuple[float, float]]] = {
    "n": (1.0, 0.0),
    "s": (-1.0, 0.0),
    "e": (0.0, 1.0),
    "w": (0.0, -1.0),
    "ne": (0.7, 0.7),
    "nw": (0.7, -0.7),
    "se": (-0.7, 0.7),
    "sw": (-0.7, -0.7),
    "c": (0.0, 0.0),
}

# ACLED: 1 the place itself, 2 near it or part of a district, 3 a province by its seat; a country
# alone is not coded. UCDP GED: 1 exact, 2 near a known point, 3 district, 4 province, 6 country,
# 7 sea or larger region.
_PRECISION: Final[dict[PlaceKind, tuple[int | None, int]]] = {
    "point": (1, 1),
    "district": (1, 1),
    "town": (1, 1),
    "area": (2, 3),
    "province": (3, 4),
    "country": (None, 6),
    "region": (None, 7),
}


def distance(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points, on a plane: good to 1 % over 300 km."""
    east = (lon2 - lon) * math.cos((lat + lat2) / 2 * _RADIAN)
    return KM_PER_DEGREE * _hypot(lat2 - lat, east)


def moved(lat: float, lon: float, direction: str, kilometres: float) -> tuple[float, float]:
    """The point `kilometres` away in a compass direction (n, se, … ; c stays)."""
    north, east = _STEPS[direction]
    shift = kilometres / KM_PER_DEGREE
    wide = max(0.1, math.cos(math.radians(lat)))
    return round(lat + north * shift, 3), round(lon + east * shift / wide, 3)


def precision(kind: PlaceKind) -> tuple[int | None, int]:
    """ACLED's and UCDP's codes for a place that stands in the table."""
    return _PRECISION[kind]


def precision_inside(kind: PlaceKind) -> tuple[int | None, int]:
    """The codes for a place known only by what surrounds it, of this kind."""
    return (2, 2) if kind in SPOTS else _PRECISION[kind]
