"""Extents: which of two places is the wider, whether it holds the other, how far they lie apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from waqai.annotate.places.geometry import distance
from waqai.events.overview import RANKS
from waqai.model.codes import SPOTS
from waqai.model.values import PlaceValue

_BOUNDLESS: Final = ("province", "country", "region")
# Degrees within which a coarser place is taken to hold a finer one: a town, anything wider.
_IN_TOWN: Final = 0.2
_NEAR: Final = 0.6
# Kilometres between places that are told apart.
_APART: Final[Sequence[float]] = (5.0, 20.0, 60.0, 150.0)


def rank(value: PlaceValue) -> int:
    """How wide a place is, the finest kind first."""
    return RANKS[value.kind]


def may_hold(value: PlaceValue, other: PlaceValue) -> bool:
    """Whether a place may hold a finer one: of its country, wider than it and close to it."""
    return (
        value.country == other.country
        and rank(value) > rank(other)
        and lies_about(value, other)
    )  # fmt: skip


def lies_about(value: PlaceValue, other: PlaceValue) -> bool:
    """Whether two places lie near each other; a province and a country are near all they hold."""
    if value.kind in _BOUNDLESS:
        return True
    if value.lat is None or value.lon is None or other.lat is None or other.lon is None:
        return True
    reach = _IN_TOWN if value.kind in SPOTS else _NEAR
    return abs(value.lat - other.lat) < reach and abs(value.lon - other.lon) < reach


def apart(value: PlaceValue, other: PlaceValue) -> str:
    """How far two places lie apart, as a rank of distances; "-" where either lies nowhere."""
    if value.lat is None or value.lon is None or other.lat is None or other.lon is None:
        return "-"
    return str(bisect_right(_APART, distance(value.lat, value.lon, other.lat, other.lon)))


def width(value: PlaceValue, other: PlaceValue) -> str:
    """Whether a place is finer or wider than another, or of the same kind."""
    own, held = rank(value), rank(other)
    return "finer" if own < held else "wider" if own > held else "same"
