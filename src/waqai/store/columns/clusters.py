"""Clusters for a map: the lines of each cell of a grid that is as fine as the map."""

from __future__ import annotations

import math
from typing import NamedTuple

import msgspec
import numpy as np

from waqai.store.columns.codes import Ints, Mask
from waqai.store.columns.table import Floats, Table

Box = tuple[float, float, float, float]
# Cells along the edge of a tile (256 pixels) of the map.
_CELLS = 4
# From this zoom on a cell is one spot.
FINEST = 12
# Web Mercator ends here.
_POLE = 85.0511


class Cell(msgspec.Struct, frozen=True):
    """Incidents near each other: the mean of their places, how many, the sum of their tolls.

    `id` is the incident's where it is one alone; `box` holds all of them.
    """

    lat: float
    lon: float
    n: int
    killed: int
    disputed: int
    id: str | None
    box: Box


class Map(NamedTuple):
    """Cells by how many they hold, the most first; lines with and without a place in all."""

    cells: list[Cell]
    located: int
    unlocated: int


def clusters(table: Table, mask: Mask, zoom: int, view: Box | None = None) -> Map:
    """The clusters of a zoom of Web Mercator (>= 0), those in `view` (south, west, north, east)."""
    placed = mask & ~np.isnan(table.lat)
    located = int(placed.sum())
    rows = np.flatnonzero(placed if view is None else placed & within(table, view))
    return Map(_cells(table, rows, zoom), located, int(mask.sum()) - located)


def within(table: Table, box: Box) -> Mask:
    """Where lines lie in a box; one whose west is east of its east crosses the date line."""
    south, west, north, east = box
    tall: Mask = (table.lat >= south) & (table.lat <= north)
    left, right = table.lon >= west, table.lon <= east
    wide: Mask = left & right if west <= east else left | right
    return tall & wide


def _cells(table: Table, rows: Ints, zoom: int) -> list[Cell]:
    lat, lon = table.lat[rows], table.lon[rows]
    _, first, place = np.unique(_grid(lat, lon, zoom), return_index=True, return_inverse=True)
    n = np.bincount(place, minlength=len(first))
    sums = [
        np.bincount(place, weights, len(first))
        for weights in (lat, lon, np.maximum(table.killed[rows], 0), table.disputed[rows])
    ]
    alone = table.key[rows[first]]
    boxes = _boxes(lat, lon, place, len(first))
    found = [
        Cell(
            round(float(sums[0][k] / n[k]), 5),
            round(float(sums[1][k] / n[k]), 5),
            int(n[k]),
            int(sums[2][k]),
            int(sums[3][k]),
            f"{int(alone[k]):016x}" if n[k] == 1 else None,
            boxes[k],
        )
        for k in range(len(first))
    ]
    return sorted(found, key=lambda cell: (-cell.n, cell.lat, cell.lon))


def _boxes(lat: Floats, lon: Floats, place: Ints, number: int) -> list[Box]:
    """South, west, north and east of what each cell holds."""
    least, most = np.full((2, number), np.inf), np.full((2, number), -np.inf)
    for axis, degrees in enumerate((lat, lon)):
        np.minimum.at(least[axis], place, degrees)
        np.maximum.at(most[axis], place, degrees)
    edges = np.round(np.concatenate((least, most)), 5)
    return [(south, west, north, east) for south, west, north, east in edges.T.tolist()]


def _grid(lat: Floats, lon: Floats, zoom: int) -> Ints:
    """The number of each place's cell."""
    if zoom >= FINEST:
        return _joined(np.rint(lat * 1e5), np.rint(lon * 1e5))
    size = _CELLS * 2**zoom
    angle = np.radians(np.clip(lat, -_POLE, _POLE))
    up = np.arcsinh(np.tan(angle)) / math.pi
    return _joined(np.floor(up * size / 2), np.floor(lon / 360 * size))


def _joined(rows: Floats, columns: Floats) -> Ints:
    return (rows.astype(np.int64) << 32) + columns.astype(np.int64)
