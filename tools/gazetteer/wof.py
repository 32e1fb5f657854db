"""Places with Arabic names of Who's On First (CC BY), given as a table."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from tools.gazetteer.place import Place, weight

KINDS = {
    "country": "country",
    "region": "province",
    "county": "area",
    "localadmin": "area",
    "locality": "town",
    "neighbourhood": "district",
    "microhood": "district",
    "campus": "point",
}
# What a unit weighs by its rank, whatever its people.
LEAST = {"country": 9, "region": 6, "county": 3, "localadmin": 1, "campus": 3}


def read(path: Path) -> Iterator[Place]:
    """The places of the table, in its order."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    units = {(row["country"], row["name_ar"]) for row in rows if row["placetype"] == "region"}
    for row in rows:
        yield _place(row, units)


def _place(row: dict[str, str], units: set[tuple[str, str]]) -> Place:
    """A row's place; a province has no variant that is another province's name."""
    level = row["placetype"]
    variants = [name for name in row["variants_ar"].split("|") if name]
    if level == "region":
        others = units - {(row["country"], row["name_ar"])}
        variants = [
            name
            for name in variants
            if not {(row["country"], name), (row["country"], name.partition(" ")[2])} & others
        ]
    population = int(float(row["population"] or 0))
    least = LEAST.get(level, 1)
    heavy = weight(population, least) if level in ("locality", "neighbourhood") else least
    return Place(
        kind=KINDS[level],
        country=row["country"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        english=row["name_en"],
        names=[row["name_ar"], *variants],
        importance=heavy,
        population=population,
        geonames=row["geonames_id"],
        region=row["region_en"] if level != "region" else "",
        county=row["county_en"] if level not in ("region", "county") else "",
        unit=row["name_en"] if level in ("region", "county") else "",
    )
