"""Makes web/data/units.tsv and towns.tsv, names on the pages, out of Who's On First's gazetteer.

Run: python tools/build_names.py PLACES, the tab-separated table of places with Arabic names.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "web" / "data"
PLACES = ROOT / "src" / "waqai" / "annotate" / "places" / "places.tsv.gz"
KNOWN = ROOT / "tools" / "gazetteer" / "known-3-provinces.tsv"
# People of the smallest town that a map names.
LEAST = 20_000
UNITS_HEAD = """\
# First-level units in Arabic, for display. Made by tools/build_names.py from Who's On First.
# country: ISO 3166-1 alpha-2; english: as in a place's admin1; arabic: not folded
"""
TOWNS_HEAD = """\
# Towns that maps name. Made by tools/build_names.py from Who's On First.
# lat, lon: degrees; people: in thousands; english; arabic: not folded
"""
Row = dict[str, str]


def main(path: Path) -> None:
    """Write both tables."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    write("units.tsv", UNITS_HEAD, units(rows))
    write("towns.tsv", TOWNS_HEAD, towns(rows))


def units(rows: Iterable[Row]) -> list[str]:
    """Country, English and Arabic name of each unit; what this project knows goes before."""
    found = {
        (row["country"], row["region_en"]): row["region_ar"]
        for row in rows
        if row["region_en"] and row["region_ar"]
    }
    for line in KNOWN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            found[cells[1], cells[7]] = cells[8].split("|")[0]
    return ["\t".join((*key, arabic)) for key, arabic in sorted(found.items())]


def towns(rows: Iterable[Row]) -> list[str]:
    """Where each town is, how many live there, its names; the largest first."""
    large = [
        row
        for row in rows
        if row["placetype"] == "locality" and int(row["population"] or 0) >= LEAST
        if row["name_en"] and row["name_ar"]
    ]
    english = english_names()
    large.sort(key=lambda row: (-int(row["population"]), row["#wof_id"]))
    return [
        "\t".join((
            *point(row), str(round(int(row["population"]) / 1000)),
            english.get(point(row), row["name_en"]), row["name_ar"],
        ))
        for row in large
    ]  # fmt: skip


def point(row: Row) -> tuple[str, str]:
    """Where a place is, as the package's table writes it."""
    return f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}"


def english_names() -> dict[tuple[str, str], str]:
    """What the package calls the towns in English, by where they are; the most known first."""
    with gzip.open(PLACES, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return {(row[2], row[3]): row[7] for row in reversed(rows) if row[0] == "t"}


def write(name: str, head: str, lines: list[str]) -> None:
    """Write a table under its head."""
    TARGET.mkdir(exist_ok=True)
    (TARGET / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
