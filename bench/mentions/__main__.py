"""Mentions of each kind against the gold, before any event is made of them.

Run: python -m bench.mentions [--kind places] [--show] [--write]. Train may be shown with what it
misses; dev tells its totals and nothing else. --write puts the figures into docs/mentions.md.
"""

from __future__ import annotations

import sys

from bench.floors import check
from bench.mentions import actors, dates, page, people, places, speakers
from bench.shared import needed, parser

KINDS = {
    "dates": dates.measure,
    "places": places.measure,
    "actors": actors.measure,
    "people": people.measure,
    "speakers": speakers.measure,
}


def main() -> int:
    """Measure the kinds asked for; hold the floors where all were measured."""
    arguments = parser("Measure mentions against gold.")
    arguments.add_argument("--kind", choices=tuple(KINDS), action="append", help="only this kind")
    arguments.add_argument("--show", action="store_true", help="also what is missed in train")
    arguments.add_argument("--write", action="store_true", help="figures into docs/mentions.md")
    args = arguments.parse_args()
    folder = needed(args.shared / "gold")
    told: dict[str, float] = {}
    for kind in args.kind or KINDS:
        for name in ("train", "dev"):
            figures = KINDS[kind](folder, name, show=args.show and name == "train")
            told |= {f"{kind}_{name}_{figure}": value for figure, value in figures.items()}
    if args.write and not args.kind:
        page.write(told)
    return 0 if args.kind else check("mentions", told, lift=args.lift)


if __name__ == "__main__":
    sys.exit(main())
