"""Dates: how many of the expressions quoted in the gold's `when.text` are read with its value.

An expression is right where a date node inside its words (or over their edge), at any place where
they stand in the report, has the gold's time as score.py compares times: one day must be that day,
a longer time must share more than half of the days of both. For a planned event the forward
reading counts too, where the words begin with منذ the span to publication, for the beginning,
middle or end of a period the whole of it, and for so many days or weeks ago the month, as the gold
codes those.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.shared import SETS, lines, reports, scorer
from waqai.annotate import dates, numbers
from waqai.annotate.chart import Chart, Node
from waqai.annotate.pipeline import Annotator
from waqai.model.values import DateValue
from waqai.text.document import Document


def measure(folder: Path, name: str, *, show: bool) -> dict[str, float]:
    """Shares of a set (`train` or `dev`); with `show` print what is missed."""
    same = scorer(folder).same_when
    source, truth = SETS[name]
    documents = {report.id: Document.of(report) for report in reports(folder / source)}
    annotator = Annotator((numbers, dates))
    charts = {key: annotator.chart(document) for key, document in documents.items()}
    right: list[bool] = []
    for row in lines(folder / truth):
        chart = charts[row["report"]]
        for event in row["events"]:
            when = event.get("when")
            if not when or when["text"] not in chart.doc.text:
                continue
            values = list(_values(chart, when["text"], event["status"]))
            right.append(
                any(
                    same(when, {"start": v.start[:10], "end": v.end[:10]})
                    for v in values
                    if v.start and v.end
                )
            )
            if show and not right[-1]:
                told = [(v.start, v.end, v.basis) for v in values]
                print(f"{row['report']} {chart.doc.published} {when} {event['status']} {told}")
    print(f"dates {name}: {sum(right)} of {len(right)} expressions read with the gold's value")
    return {"right": round(sum(right) / max(1, len(right)), 4), "expressions": len(right)}


def _values(chart: Chart, words: str, status: str) -> Iterator[DateValue]:
    """What the dates in the words mean."""
    published = chart.doc.published
    for node in _inside(chart, words):
        yield node.value
        yield dates.period(node, published)
        yield dates.month(node, published)
        if status == "planned":
            yield dates.forward(node, published)
        if words.startswith("منذ"):
            yield dates.since(node, published)


def _inside(chart: Chart, words: str) -> Iterator[Node]:
    """Date nodes that touch a place where the words stand, their exact extent first."""
    text: Any = chart.doc.text
    at = text.find(words)
    while at >= 0:
        for node in chart.of("date"):
            first, last = chart.doc.span(node.i, node.j, node.skip, node.cut)
            if first < at + len(words) and last > at and node.value.start is not None:
                yield node
        at = text.find(words, at + 1)
