"""One place for what several sources tell of it."""

from __future__ import annotations

from collections.abc import Iterable

from tools.gazetteer.geonames import arabic
from tools.gazetteer.names import keys
from tools.gazetteer.place import Place

# Places of one name and kind closer than this are one place, kilometres.
_SAME = 12.0
# Towns of this weight or less are written down by hand to some kilometres only.
_SMALL = 4
# A town of so many people lies where GeoNames has it: its points are centres, the gazetteer's the
# middle of a municipality.
_CITY = 15_000
# The town of a province's name is its seat within so many kilometres.
_SEAT = 200.0
# The town of a district's name is its seat within so many kilometres, and weighs so much at most.
_DISTRICT, _OF_A_SEAT = 25.0, 3


def merge(*sources: Iterable[Place]) -> list[Place]:
    """All places; a later source adds names and people to a place that an earlier one has, and
    says where a small town of the first, written down by hand, lies; the last, a big one of the
    others.
    """
    merged: list[Place] = []
    numbers: dict[tuple[str, str], Place] = {}
    named: dict[tuple[str, str], list[Place]] = {}
    rough: dict[int, int] = {}
    for n, source in enumerate(sources):
        units: set[int] = set()
        for place in source:
            spelt = [key for name in place.names for key in keys(name)]
            if not spelt:
                continue
            place.names = list(dict.fromkeys(spelt))
            number = place.geonames, "town" if place.kind == "district" else place.kind
            old = numbers.get(number) if place.geonames else None
            if old is None or not old.near(place, 50):
                old = _twin(named, place, units if n else set())
            if old:
                _absorb(old, place)
                if n and place.kind == old.kind == "town":
                    _settle(old, place, rough)
            else:
                merged.append(place)
                if place.kind == "town":
                    rough.update(_roughly(place, n))
            if place.kind == "province":
                units.add(id(old or place))
            if not old and place.geonames:
                numbers.setdefault(number, place)
            for key in place.names:
                named.setdefault((place.country, key), []).append(old or place)
    return merged


def _roughly(town: Place, source: int) -> dict[int, int]:
    """By its identity the people that another one's town must have to say where this one lies;
    nothing for a big one written down by hand.
    """
    if source:
        return {id(town): _CITY}
    return {id(town): 0} if town.importance <= _SMALL else {}


def _settle(old: Place, new: Place, rough: dict[int, int]) -> None:
    """Let a later source's town say where a rough one lies: the one with the most people."""
    least = rough.get(id(old))
    if least is None or new.population < least:
        return
    old.lat, old.lon = new.lat, new.lon
    if least:
        rough[id(old)] = new.population + 1
    else:
        del rough[id(old)]


def _twin(named: dict[tuple[str, str], list[Place]], place: Place, units: set[int]) -> Place | None:
    """The place of the same kind and name that stands where this one does; none of the provinces
    `units` (by identity) that the same gazetteer has: what it tells apart are two.
    """
    for key in place.names:
        for old in named.get((place.country, key), ()):
            if id(old) in units and place.kind == "province":
                continue
            same = {old.kind, place.kind} <= {"town", "district"} or old.kind == place.kind
            if same and (old.kind == "country" or old.near(place, _reach(old))):
                return old
    return None


def _reach(place: Place) -> float:
    """Kilometres within which a namesake of the same kind is the same place."""
    return 320.0 if place.kind == "province" else _SAME


def _absorb(old: Place, new: Place) -> None:
    old.names = list(dict.fromkeys([*old.names, *new.names]))
    if new.kind == old.kind:
        old.population = max(old.population, new.population)
        old.importance = max(old.importance, new.importance)
    old.region = old.region or new.region
    if new.unit:
        old.units.append(new.unit)
    if arabic(old.english) and not arabic(new.english):
        old.english = new.english


def seat_provinces(places: list[Place]) -> None:
    """Put each province where the town of its name is, as ACLED places what is told of one."""
    towns: dict[tuple[str, str], Place] = {}
    for place in sorted(places, key=lambda p: -p.importance):
        if place.kind == "town" and place.importance >= 3:
            for key in place.names:
                towns.setdefault((place.country, key), place)
    for place in places:
        if place.kind == "province":
            seats = (towns.get((place.country, key)) for key in place.names)
            seat = next((s for s in seats if s and s.near(place, _SEAT)), None)
            if seat:
                place.lat, place.lon = seat.lat, seat.lon


def weigh_seats(places: list[Place]) -> None:
    """Let the town that a district is named after weigh what the district does, up to 3."""
    towns: dict[tuple[str, str], list[Place]] = {}
    for place in places:
        if place.kind == "town":
            for key in place.names:
                towns.setdefault((place.country, key), []).append(place)
    for place in places:
        if place.kind == "area" and place.unit:
            near = {
                id(town): town
                for key in place.names
                for town in towns.get((place.country, key), ())
                if town.near(place, _DISTRICT)
            }
            seat = max(near.values(), key=lambda t: (t.importance, t.english, t.lat), default=None)
            if seat is not None:
                seat.importance = max(seat.importance, min(place.importance, _OF_A_SEAT))
