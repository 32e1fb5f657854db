"""How many mentions of unread reports are right, by verdicts of a reader.

Run: python bench/judged.py [--kind numbers] [--open]. A verdict (a row of verdicts/) is on the
words and value of one mention in one of 60 reports of corpus/, drawn with a fixed seed; what no
verdict is on is told apart, and with --open shown in its words, to be judged. A set that was read
again later, on other reports, keeps its first verdicts and what was right then beside today's.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.floors import check
from bench.shared import needed, parser, reports
from waqai.annotate import actors, dates, numbers, people, places
from waqai.annotate.chart import Node
from waqai.annotate.pipeline import Annotator
from waqai.model.report import Report
from waqai.model.values import NumberValue
from waqai.text.document import Document

# A table of verdicts to the kinds of nodes that it judges, and the dimensions that find those.
KINDS = {
    "numbers": ("number", "ordinal"),
    "dates": ("date", "duration"),
    "counts": ("count",),
    "dates_again": ("date", "duration"),
    "counts_again": ("count",),
}
DIMENSIONS = {
    "numbers": (numbers, dates),
    "dates": (numbers, dates),
    "counts": (numbers, dates, places, actors, people),
    "dates_again": (numbers, dates),
    "counts_again": (numbers, dates, places, actors, people),
}
# Sets whose reports are those that their verdicts name.
NAMED = frozenset(("counts_again", "dates_again"))
VERDICTS = Path(__file__).with_name("verdicts")
SEED = 20261125
REPORTS = 60
CONTEXT = 40


class Seen(NamedTuple):
    """A mention as a verdict knows it: report, span in code points, value as JSON."""

    report: str
    start: int
    end: int
    value: str


def drawn(corpus: Path, kind: str) -> list[Report]:
    """The reports that are read for a kind, in the order of their ids."""
    every = sorted(reports(corpus), key=lambda report: report.id)
    if kind in NAMED:
        named = {mention.report for mention in verdicts(kind)}
        return [report for report in every if report.id in named]
    return sorted(random.Random(SEED).sample(every, REPORTS), key=lambda report: report.id)


def seen(sample: Sequence[Report], kind: str) -> Iterator[tuple[Seen, str]]:
    """What is judged under a kind, in the order of the text, with its words in their context."""
    annotator = Annotator(DIMENSIONS[kind])
    for report in sample:
        text = report.text
        chart = annotator.chart(Document.of(report))
        found = [
            (chart.doc.span(n.i, n.j, n.skip, n.cut), n) for k in KINDS[kind] for n in chart.of(k)
        ]
        for (start, end), node in sorted(found, key=lambda pair: pair[0]):
            words = f"{text[max(0, start - CONTEXT) : start]}[{text[start:end]}]"
            words += text[end : end + CONTEXT]
            yield Seen(report.id, start, end, _value(node)), words.replace("\n", " / ")


def _value(node: Node) -> str:
    """What is judged of a node as JSON: its value, of counted people the figure alone."""
    value = node.value
    if node.kind == "count":
        value = NumberValue(value.low, value.high, value.hedge)
    return msgspec.json.encode(value).decode()


def _rows(kind: str) -> Iterator[list[str]]:
    """The cells of each verdict."""
    path = VERDICTS / f"{kind}.tsv"
    for row in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        if row and not row.startswith("#"):
            yield row.split("\t")


def verdicts(kind: str) -> dict[Seen, str]:
    """Verdict (`right` or `wrong`) by mention."""
    told = {}
    for report, start, end, value, verdict, *_ in _rows(kind):
        told[Seen(report, int(start), int(end), value)] = verdict
    return told


def first_reading(kind: str) -> tuple[int, int]:
    """How many mentions were right when the reports were first read, and how many there were."""
    first = [verdict for *_, verdict, reading in _rows(kind) if reading == "first"]
    return first.count("right"), len(first)


def measure(sample: Sequence[Report], kind: str, *, show: bool) -> dict[str, float]:
    """Precision over the mentions judged, and the share of those that are not."""
    judged = verdicts(kind)
    tally: Counter[str] = Counter()
    for mention, words in seen(sample, kind):
        verdict = judged.get(mention, "open")
        tally[verdict] += 1
        if show and verdict == "open":
            print("\t".join((*map(str, mention), words)))
    known = tally["right"] + tally["wrong"]
    print(f"{kind}: {tally['right']} right, {tally['wrong']} wrong, {tally['open']} open")
    if kind in NAMED:
        right, read = first_reading(kind)
        print(f"  at the first reading {right} of {read} were right ({right / max(1, read):.3f})")
    return {
        f"{kind}_precision": tally["right"] / max(1, known),
        f"{kind}_open_max": tally["open"] / max(1, tally.total()),
    }


def main() -> int:
    """Measure the kinds asked for; hold the floors where all were measured."""
    arguments = parser("Measure precision by verdicts on unread reports.")
    arguments.add_argument("--kind", choices=tuple(KINDS), action="append", help="only this kind")
    arguments.add_argument("--open", action="store_true", help="show what no verdict is on")
    args = arguments.parse_args()
    corpus = needed(args.shared / "corpus" / "reports.jsonl.gz")
    told: dict[str, float] = {}
    for kind in args.kind or KINDS:
        told |= measure(drawn(corpus, kind), kind, show=args.open)
    return 0 if args.kind else check("judged", told, lift=args.lift)


if __name__ == "__main__":
    sys.exit(main())
