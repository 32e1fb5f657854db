"""Counted people: how many gold figures are read, with bounds and class, on their own words.

For each gold count row whose words stand in the report: is there a `count` node inside those words
(or over their edge) with the same bounds, and of those, is the class of the people the gold one?
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.shared import SETS, lines, reports
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


def _checked(folder: Path, name: str) -> Iterator[Checked]:
    """Every gold row of a set (`train` or `dev`) whose words are found in its report."""
    source, truth = SETS[name]
    annotator = Annotator()
    documents = {r.id: Document.of(r) for r in reports(folder / source)}
    for record in lines(folder / truth):
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


def measure(folder: Path, name: str, *, show: bool) -> dict[str, float]:
    """The figures of a set by name, printed; where `show`, also what was missed."""
    rows = list(_checked(folder, name))
    bounds = sum(row.bounds for row in rows)
    whom = sum(row.whom for row in rows)
    for row in rows:
        if show and not row.whom:
            mark = "class" if row.bounds else "bounds"
            gold = f"{row.row['low']}/{row.row['high']} {row.row['whom']}"
            print(f"  {row.report} {mark} {gold} | {row.row['text']} | {list(row.seen)}")
    figures = {"bounds": bounds / max(1, len(rows)), "whom": whom / max(1, bounds)}
    print(f"{name}: {figures['bounds']:.3f} of {len(rows)} bounds, {figures['whom']:.3f} of these")
    print("  with the class too")
    return figures
