"""Linked incidents against those that Airwars' analysts published, through the given score.py."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.floors import check
from bench.shared import lines, needed, parser, reports, scorer
from waqai.events.extract import Extractor
from waqai.export.airwars import airwars
from waqai.link.stories import incidents
from waqai.model.event import Record
from waqai.model.report import Report

# Reports whose annotations the weights of events are learned from.
LEARNED = Path(__file__).parent.parent / "tools" / "events" / "annotations.jsonl.gz"
Row = dict[str, Any]
Told = Sequence[tuple[Report, Record]]


def scored(folder: Path, told: Told, taught: frozenset[str] = frozenset()) -> dict[str, Any]:
    """What score.py says of the incidents that reports tell.

    `taught`: reports that are left out, with all that share an incident with one of them.
    """
    score = scorer(folder)
    own = score.read(str(folder / "incidents.jsonl"))
    linked = score.read(str(folder / "reports.jsonl"))
    known = {name for row in linked if row["report"] in taught for name in row["incidents"]}
    kept = [
        row for row in linked if not known & {*row["incidents"]} and row["report"] not in taught
    ]
    names = {row["report"] for row in kept}
    system = list(airwars(incidents([one for one in told if one[0].id in names])))
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        # Through a file, as anyone's rows would go.
        file.write(b"".join(msgspec.json.encode(row) + b"\n" for row in system))
        file.flush()
        rows = score.read(file.name)
    wanted = [row for row in own if row["incident_id"] not in known]
    result: dict[str, Any] = score.score(wanted, kept, rows)
    return result


def taught(shared: Path) -> frozenset[str]:
    """Reports that taught the weights: the given train set and our own annotations."""
    files = (shared / "gold" / "train.jsonl", LEARNED)
    return frozenset(row["report"] for file in files for row in lines(file))


def figures(result: dict[str, Any]) -> dict[str, float]:
    """The totals that are shown, and may be pinned."""
    pairs, dated = result.pop("pairs"), result.pop("pairs dated")
    shares = {name.replace(" ", "_"): cell["share"] for name, cell in result.items()}
    return {
        "pairs_f1": pairs["f1"],
        "pairs_precision": pairs["p"],
        "pairs_recall": pairs["r"],
        "pairs_dated_f1": dated["f1"],
        **shares,
    }


def main() -> int:
    """Extract, link, score, and hold the floors; then score what taught no weights."""
    args = parser("Score linked incidents against Airwars' own.").parse_args()
    folder = needed(args.shared / "incidents")
    record = Extractor().record
    told = [(report, record(report)) for report in reports(folder / "reports.jsonl")]
    measured = figures(scored(folder, told))
    apart = figures(scored(folder, told, taught(args.shared)))
    measured |= {f"untaught_{name}": value for name, value in apart.items()}
    return check("incidents", measured, lift=args.lift)


if __name__ == "__main__":
    sys.exit(main())
