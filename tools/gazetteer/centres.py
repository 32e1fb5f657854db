"""Where the centres of big cities are, and their provinces, written down by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.gazetteer.place import Place, distance

COLUMNS = 5
# The town of a name that lies farther from its centre, kilometres, is another one.
_REACH = 40.0
# One that lies this near to it, kilometres, stays where it is: the table is as rough.
_CLOSE = 3.0


class Centre(NamedTuple):
    """A row: the town of a folded name, its province ("" as it is), where its centre is."""

    country: str
    key: str
    region: str
    lat: float
    lon: float
    where: str


def read(path: Path) -> Iterator[Centre]:
    """The rows of the table. SystemExit naming file and line where one is malformed."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != COLUMNS:
                raise SystemExit(f"{path}:{number}: {len(cells)} columns, not {COLUMNS}")
            country, key, region, lat, lon = cells
            region = "" if region == "-" else region
            yield Centre(country, key, region, float(lat), float(lon), f"{path}:{number}")


def centre_towns(places: Sequence[Place], path: Path) -> None:
    """Put each town of the table at its centre. SystemExit where none of its name is near."""
    towns: dict[tuple[str, str], list[Place]] = {}
    for place in places:
        if place.kind == "town":
            for key in place.names:
                towns.setdefault((place.country, key), []).append(place)
    for centre in read(path):
        near = [t for t in towns.get((centre.country, centre.key), ()) if _is_near(t, centre)]
        town = max(near, key=lambda t: (t.importance, t.population, t.english), default=None)
        if town is None:
            raise SystemExit(f"{centre.where}: no town of this name is near")
        if distance(town.lat, town.lon, centre.lat, centre.lon) > _CLOSE:
            town.lat, town.lon = centre.lat, centre.lon
        town.region = centre.region or town.region


def _is_near(town: Place, centre: Centre) -> bool:
    return distance(town.lat, town.lon, centre.lat, centre.lon) <= _REACH
