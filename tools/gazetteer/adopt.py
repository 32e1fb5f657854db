"""The province of a place whose source tells none: that of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import floor

from tools.gazetteer.place import Place, distance

# Within so many kilometres a neighbour tells the province.
_REACH = 35.0
# Degrees of a cell in which neighbours are looked up.
_CELL = 0.4
# What lies in one province: areas may lie across several (جبل المغيلة).
_KINDS = ("town", "district", "point")

Cell = tuple[str, int, int]


def adopt_provinces(places: Sequence[Place]) -> None:
    """Give each place without a province that of the nearest town of its country that has one.

    A province by a name that none in the table has (a hand row's spelling) counts as none.
    """
    provinces = {
        (place.country, name)
        for place in places
        if place.kind == "province"
        for name in (place.unit, *place.units)
    }
    cells: dict[Cell, list[Place]] = {}
    for place in places:
        if place.kind == "town" and (place.country, place.region) in provinces:
            cells.setdefault(_cell(place), []).append(place)
    small = (place for place in places if place.kind in _KINDS)
    lone = [place for place in small if (place.country, place.region) not in provinces]
    told = [(place, _nearest(place, cells)) for place in lone]
    for place, neighbour in told:
        if neighbour is not None:
            place.region = neighbour.region


def _cell(place: Place) -> Cell:
    return place.country, floor(place.lat / _CELL), floor(place.lon / _CELL)


def _nearest(place: Place, cells: dict[Cell, list[Place]]) -> Place | None:
    """The nearest town with a province within reach, None where there is none."""
    country, north, east = _cell(place)
    near = [
        (distance(place.lat, place.lon, other.lat, other.lon), other.english, other.region, other)
        for i, j in product((-1, 0, 1), repeat=2)
        for other in cells.get((country, north + i, east + j), ())
    ]
    best = min(near, key=lambda item: item[:3], default=None)
    return best[3] if best is not None and best[0] <= _REACH else None
