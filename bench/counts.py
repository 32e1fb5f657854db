"""Gold figures against the counted phrases: bounds and class, over the words that state them.

For each gold count row whose words stand in the report: is there a `count` node inside those words
(or over their edge) with the same bounds, and of those, is the class of the people the gold one?
Train lists its misses; dev tells its totals and nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from bench.shared import needed, parser, reports
from waqai.annotate.chart import Chart, Node
from waqai.annotate.pipeline import Annotator
from waqai.text.document import Document


class Checked(NamedTuple):
    """A gold row, whether a count has its bounds, whether one of those has its class."""

    report: str
    row: dict[str, Any]
    bounds: bool
    whom: bool
    seen: tuple[str, ...]


def checked(folder: Path, name: str, annotator: Annotator) -> Iterator[Checked]:
    """Every gold row of a set (`train` or `dev`) whose words are found in its report."""
    documents = {r.id: Document.of(r) for r in reports(folder / f"{name}-reports.jsonl")}
    for line in (folder / f"{name}.jsonl").read_bytes().splitlines():
        record = msgspec.json.decode(line)
        document = documents[record["report"]]
        chart = annotator.chart(document)
        for event in record["events"]:
            for row in event["counts"]:
                start = document.text.find(row["text"])
                if start >= 0:
                    inside = list(_inside(chart, start, start + len(row["text"])))
                    yield _check(chart, record["report"], row, inside)


def _inside(chart: Chart, start: int, end: int) -> Iterator[Node]:
    """Counts that touch [start, end)."""
    for node in chart.of("count"):
        first, last = chart.doc.span(node.i, node.j, node.skip, node.cut)
        if first < end and last > start:
            yield node


def _check(chart: Chart, report: str, row: dict[str, Any], nodes: list[Node]) -> Checked:
    """One row against the counts in its words."""
    right = [n for n in nodes if (n.value.low, n.value.high) == (row["low"], row["high"])]
    whom = any(n.value.cls == row["whom"] for n in right)
    seen = tuple(_shown(chart, node) for node in nodes)
    return Checked(report, row, bool(right), whom, seen)


def _shown(chart: Chart, node: Node) -> str:
    """A count in short."""
    start, end = chart.doc.span(node.i, node.j, node.skip, node.cut)
    value = node.value
    return f"{chart.doc.text[start:end]} {value.low}/{value.high} {value.cls}"


def totals(folder: Path, name: str, annotator: Annotator) -> dict[str, float]:
    """Shares of the rows with right bounds, and with right bounds and class; and how many rows."""
    rows = list(checked(folder, name, annotator))
    bounds = sum(row.bounds for row in rows)
    whom = sum(row.whom for row in rows)
    return {
        "rows": len(rows),
        "bounds": round(bounds / len(rows), 4),
        "whom": round(whom / max(bounds, 1), 4),
    }


def main() -> int:
    """Print the totals of train and dev; with --misses the rows of train that were missed."""
    arguments = parser(__doc__ or "")
    arguments.add_argument("--misses", action="store_true", help="list the misses of train")
    options = arguments.parse_args()
    annotator = Annotator()
    folder = needed(options.shared / "gold")
    for name in ("train", "dev"):
        print(name, totals(folder, name, annotator))
    if options.misses:
        for row in checked(folder, "train", annotator):
            if not row.whom:
                mark = "class " if row.bounds else "BOUNDS"
                gold = f"{row.row['low']}/{row.row['high']} {row.row['whom']}"
                print(f"{mark} {row.report} {gold} | {row.row['text']} | {list(row.seen)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
