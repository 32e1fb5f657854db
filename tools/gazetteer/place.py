"""A place on its way into the table."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


@dataclass(slots=True)
class Place:
    """One place; `names` as the source spells them; importance 0 (hamlet) to 9 (country).

    `region` and `county` are the English names of the units around it; `unit` is the name by which
    others call this place so, `units` more such names.
    """

    kind: str
    country: str
    lat: float
    lon: float
    english: str
    names: list[str]
    importance: int
    population: int = 0
    geonames: str = ""
    region: str = ""
    county: str = ""
    unit: str = ""
    units: list[str] = field(default_factory=list)

    def near(self, other: Place, reach: float) -> bool:
        """Whether the other place is within `reach` kilometres."""
        return distance(self.lat, self.lon, other.lat, other.lon) <= reach


def distance(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points, on a plane (good to 1 % over 300 km)."""
    east = (lon2 - lon) * math.cos(math.radians((lat + lat2) / 2))
    return 111.2 * math.hypot(lat2 - lat, east)


def weight(population: int, least: int = 1) -> int:
    """Importance of a town by its people: 2 from 1,000, 3 from 5,000 … 7 from 1,000,000."""
    steps = (1_000, 5_000, 20_000, 80_000, 250_000, 1_000_000)
    return max(least, 1 + sum(population >= step for step in steps))
