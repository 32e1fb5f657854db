"""Event records against gold ones: seed, train and dev, through the given score.py.

Train may be read, and its errors with it (bench/errors.py); dev tells its totals and nothing else.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from bench.floors import check
from bench.shared import SETS, needed, parser, reports, scorer
from waqai.events.extract import Extractor
from waqai.export.gold import gold


def extracted(path: Path, extractor: Extractor) -> list[dict[str, Any]]:
    """The extracted events of every report of a file, in the gold format."""
    return [gold(report, extractor.record(report)) for report in reports(path)]


def scored(folder: Path, name: str, extractor: Extractor) -> dict[str, Any]:
    """What score.py says of one set: the system's lines go through a file, as anyone's would."""
    score = scorer(folder)
    source, truth = SETS[name]
    with tempfile.TemporaryDirectory() as scratch:
        system = Path(scratch) / "system.jsonl"
        rows = extracted(folder / source, extractor)
        system.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
        result: dict[str, Any] = score.score(
            score.read(str(folder / truth)), score.read(str(system))
        )
    return result


def figures(result: dict[str, Any]) -> dict[str, float]:
    """The totals that are shown, and may be pinned."""
    return {
        "main_slots": result["main"]["SLOTS"]["f1"],
        "all_slots": result["all"]["SLOTS"]["f1"],
        "source": result["source"]["f1"],
        "whom": result["whom"]["f1"],
        "salience": result["salience_accuracy"],
        "zero_edit": result["zero_edit"],
    }


def by_slot(result: dict[str, Any]) -> None:
    """Precision, recall and F1 of each slot (of sets that may be read)."""
    for scope in ("main", "all"):
        for slot, row in result[scope].items():
            told = f"P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}"
            print(f"   {scope:5}{slot:10} {told}  {row['right']}/{row['gold']}/{row['system']}")


def main() -> int:
    """Score each set and hold it to its floors."""
    arguments = parser("Score the extracted events against gold.")
    arguments.add_argument("--set", choices=tuple(SETS), action="append", help="only this set")
    arguments.add_argument("--slots", action="store_true", help="also each slot (never of dev)")
    args = arguments.parse_args()
    folder = needed(args.shared / "gold")
    extractor = Extractor()
    status = 0
    for name in args.set or SETS:
        result = scored(folder, name, extractor)
        status |= check(name, figures(result), lift=args.lift)
        if args.slots and name != "dev":
            by_slot(result)
    return status


if __name__ == "__main__":
    sys.exit(main())
