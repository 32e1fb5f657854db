"""The gazetteer: 116,000 places under 128,000 folded names, rows read only when asked for.

Made by tools/build_gazetteer.py. `places.tsv.gz` has a place a line (kind, country, latitude,
longitude, importance 0-9, row of its province, row of its county, English name), weightiest first;
`names.tsv.gz` a first word a line (word, flag, rows of the word alone, phrases that it opens).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from math import cos, radians
from statistics import fmean
from typing import Final, NamedTuple

from mypy_extensions import mypyc_attr

from waqai.annotate.places.geometry import KM_PER_DEGREE, distance
from waqai.errors import TableError
from waqai.model.codes import PlaceKind

# Rows of the table that hold countries, provinces and towns of weight.
_BIGGER_PLACES: Final = 12_000
# Rows at the head of the table among which all countries stand.
_COUNTRIES: Final = 300
PLAIN: Final = 0
NEEDS_CONTEXT: Final = 1
NEEDS_HEAD: Final = 2
_KINDS: Final[dict[str, PlaceKind]] = {
    "x": "point",
    "d": "district",
    "t": "town",
    "a": "area",
    "p": "province",
    "c": "country",
    "r": "region",
}

# Kinds wider than a province, as is an area in no province that is known this well.
_WIDE: Final = "cr"
_KNOWN: Final = 5


class Spot(NamedTuple):
    """A place of the table: WGS84 degrees, rows of the units around it (-1: none).

    `wide`: wider than a province, a part of a country (شمال العراق) or more.
    """

    row: int
    kind: PlaceKind
    country: str
    lat: float
    lon: float
    importance: int
    region: int
    county: int
    english: str
    wide: bool


def far(spot: Spot, other: Spot) -> float:
    """Kilometres between two spots."""
    return distance(spot.lat, spot.lon, other.lat, other.lon)


@mypyc_attr(acyclic=True)
class Name:
    """A folded name, how far it can be trusted (0 plain, 1 needs context, 2 a head noun), rows."""

    __slots__ = ("flag", "key", "rows")

    def __init__(self, key: str, flag: int, rows: str) -> None:
        self.key = key
        self.flag = flag
        self.rows = rows


# The words that follow the first of a name, and the name.
Phrase = tuple[tuple[str, ...], Name]


class Gazetteer:
    """Look-up by first word; a row is parsed the first time that it is asked for."""

    def __init__(self, places: str, names: str) -> None:
        self._places = places.split("\n")
        self._words = dict(line.split("\t", 1) for line in names.split("\n") if line)
        self._spots: dict[int, Spot] = {}
        self._bearers: dict[str, Sequence[Spot]] = {}
        self._openings: dict[str, dict[str, list[Phrase]]] = {}
        self._reach: dict[str, tuple[float, float]] = {}

    def name(self, word: str) -> Name | None:
        """The one-word name, or None."""
        line = self._words.get(word)
        if line is None or line[0] == "\t":
            return None
        flag, rows, _ = line.split("\t")
        return Name(word, int(flag), rows)

    def named(self, key: str) -> Name | None:
        """The name of one word or several, or None."""
        first, *rest = words = key.split(" ")
        found = self.longest(words, 0, first)
        return found[1] if found and found[0] == len(rest) + 1 else None

    def phrases(self, word: str) -> list[Phrase]:
        """Names of several words that `word` opens: the words that follow, and the name."""
        return [_phrase(word, item) for item in self._told(word)]

    def _told(self, word: str) -> list[str]:
        """What the table tells of each name of several words that `word` opens."""
        line = self._words.get(word)
        if line is None or line[-1] == "\t":
            return []
        return line[line.rindex("\t") + 1 :].split("|")

    def words(self) -> Iterable[str]:
        """The first word of every name, in the order of the table."""
        return self._words.keys()

    def begun(self, word: str) -> list[str]:
        """The names that begin with a word, in the order of the table."""
        longer = [f"{word} {item.partition('=')[0]}" for item in self._told(word)]
        return longer if self.name(word) is None else [word, *longer]

    def spots(self, name: Name) -> Sequence[Spot]:
        """The places that bear a name, weightiest first."""
        found = self._bearers.get(name.rows)
        if found is None:
            found = self._bearers[name.rows] = [self.spot(int(row)) for row in name.rows.split(" ")]
        return found

    def spot(self, row: int) -> Spot:
        """The place of a row. Raises TableError where the table has no such row."""
        found = self._spots.get(row)
        if found is None:
            found = self._spots[row] = self._parse(row)
        return found

    def country(self, code: str) -> Spot | None:
        """The country of a code, or None."""
        for row in range(_COUNTRIES):
            spot = self.spot(row)
            if spot.country == code and spot.kind == "country":
                return spot
        return None

    def provinces(self) -> Iterator[Spot]:
        """The first-level units of all countries."""
        lines = enumerate(self._places[:_BIGGER_PLACES])
        return (self.spot(row) for row, line in lines if line.startswith("p\t"))

    def longest(self, keys: list[str], i: int, word: str) -> tuple[int, Name] | None:
        """The longest name at token i, whose own form is read as `word`: its end and the name."""
        best: tuple[int, Name] | None = None
        second = keys[i + 1] if i + 1 < len(keys) else ""
        for rest, name in self.opened(word).get(second, ()):
            j = i + 1 + len(rest)
            if (best is None or j > best[0]) and tuple(keys[i + 1 : j]) == rest:
                best = (j, name)
        if best is None:
            alone = self.name(word)
            return (i + 1, alone) if alone else None
        return best

    def opened(self, word: str) -> dict[str, list[Phrase]]:
        """Names of several words that `word` opens, by their second word; parsed once."""
        found = self._openings.get(word)
        if found is None and word not in self._words:
            return {}
        if found is None:
            found = self._openings[word] = {}
            for rest, name in self.phrases(word):
                found.setdefault(rest[0], []).append((rest, name))
        return found

    def other(self, name: Name) -> Name | None:
        """The same name with the article, or without (الكفير, كفير); None where none bears it."""
        key = name.key
        return self.named(key[2:] if key.startswith("ال") else f"ال{key}")

    def parted(self, word: str) -> Name | None:
        """The name of two words that a report writes as one (ديرالزور), or None."""
        at = word.find("ال", 2)
        if at < 0 or len(word) - at < 4:
            return None
        found = self.longest([word[:at], word[at:]], 0, word[:at])
        return found[1] if found and found[0] == 2 else None

    def reach(self, country: str) -> tuple[float, float]:
        """Kilometres from the middle of a country to its sides, north and east: where its
        northern or eastern part is. Nearly twice the mean deviation of its bigger places.
        """
        found = self._reach.get(country)
        if found is None:
            found = self._reach[country] = self._measure(country)
        return found

    def _measure(self, country: str) -> tuple[float, float]:
        spots = [
            self.spot(row)
            for row, line in enumerate(self._places[:_BIGGER_PLACES])
            if line[2:4] == country
        ]
        if not spots:
            return 0.0, 0.0
        lat, lon = fmean(s.lat for s in spots), fmean(s.lon for s in spots)
        north = fmean(abs(s.lat - lat) for s in spots) * KM_PER_DEGREE
        east = fmean(abs(s.lon - lon) for s in spots) * KM_PER_DEGREE * cos(radians(lat))
        return 1.8 * north, 1.8 * east

    def _parse(self, row: int) -> Spot:
        try:
            kind, country, lat, lon, weight, region, county, english = self._places[row].split("\t")
        except (IndexError, ValueError):
            raise TableError(f"no place in row {row}", "places.tsv.gz") from None
        return Spot(
            row,
            _KINDS[kind],
            country,
            float(lat),
            float(lon),
            int(weight),
            int(region or -1),
            int(county or -1),
            english,
            kind in _WIDE or (kind == "a" and not region and int(weight) >= _KNOWN),
        )


def _phrase(word: str, item: str) -> Phrase:
    rest, _, told = item.partition("=")
    flag, _, rows = told.partition(":")
    return tuple(rest.split(" ")), Name(f"{word} {rest}", int(flag), rows)


@cache
def gazetteer() -> Gazetteer:
    """The table of the package, loaded once."""
    folder = files("waqai.annotate.places")
    return Gazetteer(
        *(
            gzip.decompress((folder / name).read_bytes()).decode("utf-8")
            for name in ("places.tsv.gz", "names.tsv.gz")
        )
    )
