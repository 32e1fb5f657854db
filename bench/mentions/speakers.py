"""Speakers: for how many of the gold's figures the right one is named as their source.

For each gold count row: who says the words that state it? Right where score.py takes the two names
for one (word F1 of .5 or more), or where neither names anybody. Words that stand in the report
several times (headline and lead) count as right where one of those places is, since the gold does
not tell which it means. `named` are the rows with a source, `own` those in the report's own voice;
`found` is the share of the gold's sources that are some speaker of the report. Train lists its
errors; dev tells its totals and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.shared import SETS, lines, reports, scorer
from waqai.annotate.chart import Chart, Node
from waqai.annotate.pipeline import Annotator
from waqai.annotate.speakers import attributions, speaker_of
from waqai.text.document import Document

ENOUGH = 0.5


class Row(NamedTuple):
    """A gold row's source, the speakers at each place of its words, and those of the report."""

    report: str
    words: str
    source: str | None
    heard: list[str | None]
    speakers: list[str]


def measure(folder: Path, name: str, *, show: bool) -> dict[str, float]:
    """The figures of a set by name, printed; where `show`, also what was missed."""
    overlap = scorer(folder).overlap
    right: dict[str, list[bool]] = {"named": [], "own": [], "found": []}
    for row in _rows(folder, name):
        if row.source is None:
            fine = None in row.heard
        else:
            fine = any(overlap(row.source, heard) >= ENOUGH for heard in row.heard)
            found = any(overlap(row.source, said) >= ENOUGH for said in row.speakers)
            right["found"].append(found)
        right["own" if row.source is None else "named"].append(fine)
        if show and not fine:
            print(f"  {row.report} {row.source} <> {row.heard}: {row.words}")
    figures = {key: sum(fine) / max(1, len(fine)) for key, fine in right.items()}
    every = right["named"] + right["own"]
    figures["right"] = sum(every) / max(1, len(every))
    figures["count"] = len(every)
    print(f"{name}: {figures['right']:.3f} of {len(every)} right, {figures['named']:.3f} of the ")
    print(f"  {len(right['named'])} with a source, {figures['own']:.3f} of the own voice; ")
    print(f"  {figures['found']:.3f} of the sources are a speaker of the report")
    return figures


def _rows(folder: Path, name: str) -> Iterator[Row]:
    """The count rows of a set with what is heard at their words."""
    source, truth = SETS[name]
    events = {row["report"]: row["events"] for row in lines(folder / truth)}
    annotator = Annotator()
    for report in reports(folder / source):
        document = Document.of(report)
        chart = annotator.chart(document)
        speakers = [_surface(chart, node) for node in chart.of("speaker")]
        for event in events.get(report.id, []):
            for count in event.get("counts") or []:
                heard = list(_heard(chart, count["text"]))
                yield Row(report.id, count["text"], count["source"], heard, speakers)


def _heard(chart: Chart, words: str) -> Iterator[str | None]:
    """Who speaks at each place where the words stand."""
    doc = chart.doc
    found = attributions(chart)
    starts: list[Any] = list(doc.starts)
    at = doc.text.find(words)
    while at >= 0:
        token = next((k for k, end in enumerate(doc.ends) if end > at), len(starts) - 1)
        speaker = speaker_of(found, token)
        yield _surface(chart, speaker) if speaker is not None else None
        at = doc.text.find(words, at + 1)


def _surface(chart: Chart, node: Node) -> str:
    """The words of a speaker."""
    start, end = chart.doc.span(node.i, node.j, node.skip, node.cut)
    return chart.doc.text[start:end]
