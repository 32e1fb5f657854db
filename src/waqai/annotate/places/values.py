"""The value of a place: position, precision, what surrounds it, what else it could be."""

from __future__ import annotations

import math
from typing import Final

from waqai.annotate.places.gazetteer import Gazetteer, Spot
from waqai.annotate.places.geometry import moved, precision, precision_inside
from waqai.annotate.places.resolve import Scored
from waqai.annotate.places.sites import Site
from waqai.model.codes import SPOTS, PlaceKind
from waqai.model.values import Candidate, PlaceValue

_RUNNERS_UP: Final = 4
# How far from its middle the side of a place lies, kilometres.
_SIDE: Final[dict[PlaceKind, float]] = {"town": 5.0, "point": 3.0, "district": 2.0, "area": 12.0}
_SIDE_OF_PROVINCE: Final = 30.0
_COUNTRYSIDE: Final = 25.0
_SIDE_OF_SEAT: Final = 15.0
# A place of more weight is no village.
_VILLAGE: Final = 4
# What lies right around a village is told by the village; a countryside is no such surroundings.
_ABOUT: Final = frozenset(("محيط", "اطراف", "مشارف", "ضواحي", "تخوم", "منطقه"))
_UNQUOTED: Final = str.maketrans(dict.fromkeys('"«»“”„', " "))
# Countries whose provinces are smaller than that.
_SMALL: Final = {"PS": 12.0, "LB": 12.0, "BH": 8.0, "QA": 15.0, "KW": 15.0}
_SIDES: Final = {
    "n": "Northern", "s": "Southern", "e": "Eastern", "w": "Western", "c": "Central",
    "ne": "Northeastern", "nw": "Northwestern", "se": "Southeastern", "sw": "Southwestern",
}  # fmt: skip
_TOWARDS: Final = {
    "n": "north", "s": "south", "e": "east", "w": "west", "c": "inside",
    "ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest",
}  # fmt: skip


def resolved(site: Site, ranking: list[Scored], table: Gazetteer) -> PlaceValue:
    """The value of a site whose best reading is the first of `ranking`."""
    spot = ranking[0].spot
    kind = _kind(site, spot)
    lat, lon = _position(site, spot, table)
    exact = site.away is None and not _about(site, spot)
    acled, ucdp = precision(kind) if exact else precision_inside("point")
    if kind in SPOTS and spot.kind not in SPOTS:
        acled, ucdp = precision_inside(spot.kind)
    name = spot.english
    if site.away is not None:
        name = f"{site.away:g} km from {name}"
        if site.direction:
            name = f"{site.away:g} km {_TOWARDS[site.direction]} of {spot.english}"
    elif site.part and not _beside(site, spot):
        name = f"{_SIDES[site.direction]} {name}" if site.direction else f"{name} countryside"
    return PlaceValue(
        name=name,
        country=_country(spot),
        admin1=_admin1(spot, table),
        lat=lat,
        lon=lon,
        kind=kind,
        acled_precision=acled,
        ucdp_precision=ucdp,
        container=_container(site, spot, table),
        candidates=_runners_up(ranking),
    )


def placed(site: Site, spot: Spot, table: Gazetteer) -> Spot:
    """The place with the position that the site gives it (its northern part, its side)."""
    lat, lon = _position(site, spot, table)
    return spot._replace(lat=lat, lon=lon)


def unresolved(site: Site, text: str, container: Spot | None, table: Gazetteer) -> PlaceValue:
    """The value of a place that no table holds: its container's position, with its precision.

    lat and lon are None where nothing around it is known either; the name is as written, less the
    quotation marks, in which one report puts what the next one does not.
    """
    kind = site.head.kind if site.head else "town"
    text = " ".join(text.translate(_UNQUOTED).split())
    if container is None:
        return PlaceValue(text, None, None, None, None, kind, None, None)
    acled, ucdp = precision_inside(container.kind)
    return PlaceValue(
        name=text,
        country=_country(container),
        admin1=_admin1(container, table),
        lat=container.lat,
        lon=container.lon,
        kind=kind,
        acled_precision=acled,
        ucdp_precision=ucdp,
        container=container.english,
    )


def _kind(site: Site, spot: Spot) -> PlaceKind:
    """The kind that the words give: a head noun overrules the table."""
    if _about(site, spot):
        return spot.kind
    if site.part and not _beside(site, spot):
        around = site.head is not None and "s" in site.head.traits
        return (
            "district" if site.direction == "c" and spot.kind == "town" and not around else "area"
        )
    if site.head is None or site.part:
        return spot.kind
    if spot.kind in ("country", "region"):
        return "point" if site.head.kind == "point" else spot.kind
    if site.head.kind == "town" and spot.kind in ("district", "point"):
        return spot.kind
    if spot.kind == "province" and "m" in site.head.traits and site.head.kind in ("town", "area"):
        return "province"
    reading = site.parts[0].reading if site.parts else None
    if spot.kind == "province" and reading is not None and reading.stem == "منطقه":
        return "province"
    return site.head.kind


def _beside(site: Site, spot: Spot) -> bool:
    """Whether the words mean what is around a point (محيط السفارة): the point itself."""
    return _about(site, spot) or (site.direction is None and spot.kind in ("point", "district"))


def _about(site: Site, spot: Spot) -> bool:
    """Whether the words mean what is around a village (أطراف بلدة سرمين), which is placed there and
    less exactly.
    """
    village = spot.kind == "town" and spot.importance <= _VILLAGE
    if not village or site.direction is not None or site.noun is not None or not site.parts:
        return False
    reading = site.parts[0].reading
    return reading is not None and reading.stem in _ABOUT


def _position(site: Site, spot: Spot, table: Gazetteer) -> tuple[float, float]:
    if not site.direction:
        return spot.lat, spot.lon
    if site.away is not None:
        return moved(spot.lat, spot.lon, site.direction, site.away)
    if spot.kind == "country":
        north, east = table.reach(spot.country)
        kilometres = north if site.direction in "ns" else east if site.direction in "ew" else 0.0
        return moved(spot.lat, spot.lon, site.direction, kilometres or min(north, east))
    if site.head is not None and "s" in site.head.traits and spot.kind == "town":
        return moved(spot.lat, spot.lon, site.direction, _COUNTRYSIDE if spot.importance > 4 else 8)
    far = _SIDE.get(spot.kind) or _SMALL.get(spot.country, _SIDE_OF_PROVINCE)
    if site.head is None and _is_seat(site, spot, table):
        far = _SIDE_OF_SEAT
    return moved(spot.lat, spot.lon, site.direction, far)


def _is_seat(site: Site, spot: Spot, table: Gazetteer) -> bool:
    """Whether a town is the seat of a province of its name, so that its side is one of both
    (شمال غربي حماة).
    """
    if spot.kind != "town" or spot.importance <= _VILLAGE or spot.country in _SMALL:
        return False
    bearers = table.spots(site.name) if site.name is not None else ()
    return any(bearer.row == spot.region for bearer in bearers)


def _country(spot: Spot) -> str | None:
    return spot.country if spot.country.isalpha() else None


def _admin1(spot: Spot, table: Gazetteer) -> str | None:
    if spot.kind == "province":
        return spot.english
    return table.spot(spot.region).english if spot.region >= 0 else None


def _container(site: Site, spot: Spot, table: Gazetteer) -> str | None:
    """The smallest unit around a place; of a part, the whole."""
    if site.part or (site.head and site.head.kind == "point" and spot.kind != "point"):
        return spot.english
    row = spot.county if spot.county >= 0 else spot.region
    return table.spot(row).english if row >= 0 else None


def _runners_up(ranking: list[Scored]) -> tuple[Candidate, ...]:
    """The next best, scored as parts of a whole over all that were weighed."""
    if len(ranking) == 1:
        return ()
    best = ranking[0].score
    shares = [math.exp((s.score - best) / 2) for s in ranking]
    total = sum(shares)
    return tuple(
        Candidate(s.spot.english, _country(s.spot), s.spot.lat, s.spot.lon, round(share / total, 3))
        for s, share in list(zip(ranking, shares, strict=True))[1 : 1 + _RUNNERS_UP]
        if share / total >= 0.001
    )


def is_seat(value: PlaceValue) -> bool:
    """Whether a town bears its province's name, however that is spelt (Dar a, Dar`a): it may stand
    for all of it.
    """
    town = value.kind == "town" and value.admin1 is not None
    return town and _letters(value.name) == _letters(value.admin1 or "")


def is_side(value: PlaceValue) -> bool:
    """Whether a place is a part of a country, told by its side (شمال العراق)."""
    side = value.kind == "area" and value.admin1 is None
    return side and value.name.split(" ")[0] in _SIDES.values()


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
