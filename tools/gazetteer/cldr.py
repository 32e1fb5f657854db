"""Countries (babel) and first-level units of the world (Unicode CLDR's subdivisions), in Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale

from tools.gazetteer.geonames import arabic
from tools.gazetteer.place import Place

_ROW = re.compile(r'<subdivision type="([a-z]{2})(\w+)"[^>]*>([^<]+)<')
# Codes that name no country of their own.
_NO_COUNTRY = frozenset(
    ["EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "DG", "EA", "IC", "TA", "UM"]
)


def countries(centres: Mapping[str, tuple[float, float]]) -> Iterator[Place]:
    """The countries of ISO 3166-1 that have a town, at the mean of their towns."""
    names, english = Locale("ar").territories, Locale("en").territories
    for code in sorted(names):
        if len(code) == 2 and code in centres and code not in _NO_COUNTRY:
            lat, lon = centres[code]
            yield Place("country", code, lat, lon, english[code], [names[code]], 9)


def units(
    folder: Path,
    towns: Mapping[tuple[str, str], Place],
    states: Mapping[str, tuple[str, float, float]],
) -> Iterator[Place]:
    """First-level units that can be placed: states of the USA, and units named like a town."""
    arabic_names, english = _names(folder / "ar.xml"), _names(folder / "en.xml")
    for (country, code), name in sorted(arabic_names.items()):
        told = english.get((country, code), "")
        where = _position(country, code.upper(), told, towns, states)
        if told and where and arabic(name):
            lat, lon = where
            yield Place("province", country, lat, lon, told, [name], 5, unit=told)


def _position(
    country: str,
    code: str,
    told: str,
    towns: Mapping[tuple[str, str], Place],
    states: Mapping[str, tuple[str, float, float]],
) -> tuple[float, float] | None:
    if country == "US" and code in states:
        return states[code][1:]
    town = towns.get((country, told))
    return (town.lat, town.lon) if town else None


def _names(path: Path) -> dict[tuple[str, str], str]:
    """Names by (country, code)."""
    text = path.read_text(encoding="utf-8")
    return {(c.upper(), code): name for c, code, name in _ROW.findall(text)}
