"""Linked incidents against those that Airwars' analysts published, through the given score.py."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from bench.floors import check
from bench.shared import needed, parser, reports, scorer
from waqai.events.extract import Extractor
from waqai.export.airwars import airwars
from waqai.link.stories import incidents


def scored(folder: Path, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """What score.py says of the system's rows: they go through a file, as anyone's would."""
    score = scorer(folder)
    with tempfile.TemporaryDirectory() as scratch:
        system = Path(scratch) / "system.jsonl"
        system.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
        names = (str(folder / "incidents.jsonl"), str(folder / "reports.jsonl"), str(system))
        result: dict[str, Any] = score.score(*map(score.read, names))
    return result


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
    """Extract, link, score, and hold the floors."""
    args = parser("Score linked incidents against Airwars' own.").parse_args()
    folder = needed(args.shared / "incidents")
    record = Extractor().record
    told = [(report, record(report)) for report in reports(folder / "reports.jsonl")]
    result = scored(folder, list(airwars(incidents(told))))
    return check("incidents", figures(result), lift=args.lift)


if __name__ == "__main__":
    sys.exit(main())
