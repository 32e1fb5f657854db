"""The files of the table: places by row, names by first word; same bytes every time."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

from tools.gazetteer.ambiguity import Usage
from tools.gazetteer.place import Place
from waqai.annotate.places.gazetteer import NEEDS_HEAD
from waqai.annotate.places.words import openers

_LETTERS = {
    "point": "x", "district": "d", "town": "t", "area": "a", "province": "p", "country": "c",
    "region": "r",
}  # fmt: skip
# A small place of this weight is known behind a head noun where its name would hide a big one's.
_HEADED = 2
# More bearers of one name than this say nothing: the weightiest are kept.
_MOST = 80


def ordered(places: list[Place]) -> list[Place]:
    """Weightiest first, then by unit, name and position."""
    return sorted(
        places,
        key=lambda p: (-p.importance, p.country, p.region, p.county, p.english, p.lat, p.lon),
    )


def places_file(places: Sequence[Place], path: Path) -> None:
    """One line a place: kind, country, lat, lon, importance, region row, county row, English."""
    units: dict[tuple[str, str, str], int] = {}
    for row, place in enumerate(places):
        for name in (place.unit, *place.units):
            if name:
                units.setdefault((place.kind, place.country, name), row)
    lines = []
    for row, place in enumerate(places):
        region = _parent(units, "province", place, place.region, row)
        county = _parent(units, "area", place, place.county, row)
        lines.append(
            f"{_LETTERS[place.kind]}\t{place.country}\t{place.lat:.3f}\t{place.lon:.3f}"
            f"\t{place.importance}\t{region}\t{county}\t{place.english}"
        )
    lines_file(lines, path)


def _parent(
    units: dict[tuple[str, str, str], int], kind: str, place: Place, name: str, row: int
) -> str:
    """Row of the unit around a place, or nothing."""
    found = units.get((kind, place.country, name))
    return str(found) if name and found is not None and found != row else ""


def names_file(
    places: Sequence[Place],
    usage: Usage,
    flags: dict[str, int],
    told: frozenset[str],
    path: Path,
) -> dict[str, tuple[int, list[int]]]:
    """One line a first word: word, flag, rows of the word alone, phrases `rest=flag:rows`. A name
    in `told` hides no other one: its flag was written down having been read.
    """
    rows: dict[str, list[int]] = {}
    for row, place in enumerate(places):
        for key in place.names:
            rows.setdefault(key, []).append(row)
    weighed = {key: places[found[0]].importance for key, found in rows.items()}

    def hides(key: str) -> bool:
        """Behind a head noun alone such a name is what it seems (بلدة بليون, not ليون)."""
        return key not in told and _hides(key, weighed, usage)

    kept = {
        key: (
            NEEDS_HEAD if hides(key) else _flag(key, places[found[0]], usage, flags),
            found[:_MOST],
        )
        for key, found in rows.items()
        if not (hides(key) and weighed[key] < _HEADED)
    }
    lines_file(_lines(kept), path)
    return kept


def _flag(key: str, weightiest: Place, usage: Usage, flags: dict[str, int]) -> int:
    """The flag written down by hand, else by the counts."""
    told = flags.get(key)
    if told is not None:
        return told
    if key in openers():
        return NEEDS_HEAD
    return usage.flag(key, weightiest.importance, weightiest.country)


def _hides(key: str, weighed: dict[str, int], usage: Usage) -> bool:
    """Whether a small place's name would hide a big one's with a preposition on it."""
    own = weighed[key]
    return " " not in key and any(weighed.get(s, 0) > max(own, 4) for s in usage.shadows(key))


def _lines(kept: dict[str, tuple[int, list[int]]]) -> list[str]:
    words: dict[str, tuple[str, list[str]]] = {}
    for key in sorted(kept):
        flag, found = kept[key]
        told = " ".join(map(str, found))
        first, _, rest = key.partition(" ")
        alone, phrases = words.get(first, ("\t", []))
        if rest:
            phrases.append(f"{rest}={flag}:{told}")
        else:
            alone = f"{flag}\t{told}"
        words[first] = (alone, phrases)
    return [f"{word}\t{alone}\t{'|'.join(rest)}" for word, (alone, rest) in sorted(words.items())]


def lines_file(lines: Sequence[str], path: Path) -> None:
    """Lines, compressed to the same bytes every time."""
    data = ("\n".join(lines) + "\n").encode("utf-8")
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
