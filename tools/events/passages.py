"""Passages that readers judged: which annotated event each word that tells of something tells.

`passages.jsonl.gz` holds a line a report: `[start, end, event]` for each such word (offsets in code
points), where `event` is the number of the annotated event (from 0, in the order of the
annotation), NONE (nothing to be entered), UNSURE or UNLISTED (an event that the annotation leaves
out). They teach nothing: what was guessed of passages from the annotation taught as well. They
measure how passages are joined: `python -m tools.events.passages [--shared DIR]`.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from bench.shared import reports
from tools.events.annotations import texts
from waqai.annotate.pipeline import Annotator
from waqai.events.compose import tellings
from waqai.events.drafts import draft
from waqai.events.scene import Scene
from waqai.events.worth import weigh
from waqai.model.report import Report
from waqai.text.document import Document

FILE = Path(__file__).with_name("passages.jsonl.gz")
NONE, UNSURE, UNLISTED = -1, -2, -3
# Every so many-th report is measured unless all are asked for.
_STEP = 10


class Line(msgspec.Struct):
    """The judged words of one report."""

    report: str
    passages: list[tuple[int, int, int]]


def judged() -> dict[str, Line]:
    """The judged words by report."""
    lines = gzip.decompress(FILE.read_bytes()).splitlines()
    return {one.report: one for one in (msgspec.json.decode(row, type=Line) for row in lines)}


def joined(scene: Scene, line: Line) -> tuple[dict[int, int], set[int]]:
    """Where a judged word begins -> the draft that holds it; and the drafts that are kept."""
    made = draft(scene, tellings(scene))
    starts = {start for start, _, _ in line.passages}
    held: dict[int, int] = {}
    for number, one in enumerate(made):
        for node in one.triggers():
            start, _ = scene.doc.span(node.i, node.j, node.skip, node.cut)
            if start in starts:
                held[start] = number
    kept = {id(one) for one in weigh(scene, made)}
    return held, {number for number, one in enumerate(made) if id(one) in kept}


def measure(told: Sequence[tuple[Report, Line]]) -> dict[str, float]:
    """Precision, recall and F1 of pairs of words that tell one event and stand in one draft; the
    shares of words of events, and of nothing to be entered, whose draft is kept.
    """
    annotator, tally = Annotator(), Counter[str]()
    for report, line in told:
        held, kept = joined(Scene(annotator.chart(Document.of(report))), line)
        words = [(held[start], event) for start, _, event in line.passages if start in held]
        for draft_, event in words:
            if event >= 0 or event == NONE:
                name = "event" if event >= 0 else "none"
                tally[name] += 1
                tally[f"{name} kept"] += draft_ in kept
        for (one, a), (two, b) in combinations([w for w in words if w[1] >= 0], 2):
            tally["both"] += one == two and a == b
            tally["joined"] += one == two
            tally["same"] += a == b
    right, got, want = tally["both"], tally["joined"], tally["same"]
    return {
        "precision": right / max(1, got),
        "recall": right / max(1, want),
        "f1": 2 * right / max(1, got + want),
        "events kept": tally["event kept"] / max(1, tally["event"]),
        "others kept": tally["none kept"] / max(1, tally["none"]),
    }


def _told(shared: Path) -> Iterator[tuple[Report, Line]]:
    """The judged reports with their texts."""
    lines = judged()
    for report in (*reports(shared / "gold" / "train-reports.jsonl"), *texts(shared)):
        if report.id in lines:
            yield report, lines[report.id]


def main() -> None:
    """Measure the present weights on judged words."""
    arguments = argparse.ArgumentParser(description=(main.__doc__ or ""))
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--all", action="store_true", help="every report, not one of ten")
    options = arguments.parse_args()
    told = list(_told(options.shared))[:: 1 if options.all else _STEP]
    for name, share in measure(told).items():
        print(f"{name:12} {share:.3f}")


if __name__ == "__main__":
    main()
