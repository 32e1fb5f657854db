"""Reports of our own and the records that a coder would enter of them, through the given score.py.

`bench/reports/REGION.jsonl` holds a report a line with its `events` in the given annotation's form:
reports of countries, outlets and years that the given ones hardly tell of, written for this and
annotated by reading. Of eight files nine reports of ten teach the weights
(`tools/events/train.py`); the tenth, and all of the other files, never do.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.floors import check
from bench.gold import by_slot, figures
from bench.shared import lines, needed, parser, reports, scorer
from waqai.events.extract import Extractor
from waqai.export.gold import gold
from waqai.model.report import Report

FOLDER = Path(__file__).with_name("reports")
# What is kept for measuring: whole files, and of the others every report whose number this divides.
_MEASURED = frozenset(("africa", "bulletins", "fronts", "gulf", "local", "mashreq", "papers"))
_KEPT = 10
Told = tuple[Report, dict[str, Any]]


def written() -> list[Told]:
    """All reports with their records, file by file."""
    return [
        told
        for file in sorted(FOLDER.glob("*.jsonl"))
        for told in zip(reports(file), lines(file), strict=True)
    ]


def is_taught(report: Report) -> bool:
    """Whether a report teaches weights."""
    file, _, number = report.id.rpartition("-")
    return file not in _MEASURED and int(number) % _KEPT != 0


def scored(folder: Path, told: Sequence[Told], extractor: Extractor) -> dict[str, Any]:
    """What score.py, in a folder, says of the events extracted from reports."""
    rows = [gold(report, extractor.record(report)) for report, _ in told]
    got = msgspec.json.decode(msgspec.json.encode(rows))
    want = {report.id: row["events"] for report, row in told}
    result: dict[str, Any] = scorer(folder).score(want, {r["report"]: r["events"] for r in got})
    return result


def main() -> int:
    """Score the reports that teach and those that do not, and hold these to their floors."""
    arguments = parser("Score the extracted events of our own reports.")
    arguments.add_argument("--slots", action="store_true", help="also each slot")
    args = arguments.parse_args()
    folder = needed(args.shared / "gold")
    extractor, told = Extractor(), written()
    status = 0
    for name, kept in (("written", False), ("taught", True)):
        result = scored(folder, [one for one in told if is_taught(one[0]) == kept], extractor)
        status |= check(name, figures(result), lift=args.lift)
        if args.slots:
            by_slot(result)
    return status


if __name__ == "__main__":
    sys.exit(main())
