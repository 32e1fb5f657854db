"""Linking on general news: pairs of events that were read by hand, and whether they came together.

Run: python bench/links.py [--shared DIR]. The reports of bench/verdicts/links.tsv, of the
unlabelled corpus, are read and linked together; a pair is right where both events stand in one
incident and a reader called them one occurrence, or neither. Pairs are weighed by how many they
stand for. The same pairs taught the weights (tools/link): `--cross` there tells what holds beyond.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.floors import check
from bench.shared import needed, parser, reports
from waqai.events.extract import Extractor
from waqai.link.linker import link
from waqai.link.telling import Telling
from waqai.link.tellings import tellings
from waqai.model.report import Report

VERDICTS = Path(__file__).with_name("verdicts") / "links.tsv"


class Place(NamedTuple):
    """Where an event was told when it was judged: report, code points of its evidence."""

    report: str
    start: int
    end: int


class Pair(NamedTuple):
    """A judged pair: how many it stands for, and the verdict (same, other, open)."""

    one: Place
    other: Place
    weight: float
    label: str


def judged() -> Iterator[Pair]:
    """The judged pairs."""
    for line in VERDICTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        a, a1, a2, b, b1, b2, weight, label = line.split("\t")
        places = Place(a, int(a1), int(a2)), Place(b, int(b1), int(b2))
        yield Pair(*places, float(weight), label)


class Told(NamedTuple):
    """A telling and the code points of its evidence."""

    telling: Telling
    start: int
    end: int


Read = Mapping[str, Sequence[Told]]


def read(every: Iterable[Report]) -> dict[str, list[Told]]:
    """What each report tells."""
    extract = Extractor().record
    found = {}
    for report in every:
        record = extract(report)
        told = zip(tellings(report, record), record.events, strict=True)
        found[report.id] = [Told(t, e.evidence.start, e.evidence.end) for t, e in told]
    return found


def told_at(told: Read, pair: Pair) -> tuple[Telling, Telling] | None:
    """The tellings that today's evidence has where a pair was judged; None where one is gone."""
    one, other = (_at(told.get(place.report, ()), place) for place in (pair.one, pair.other))
    return None if one is None or other is None else (one, other)


def _at(own: Sequence[Told], place: Place) -> Telling | None:
    """The telling whose evidence shares most with a place, None where none shares anything."""
    best = max(own, key=lambda one: _shared(one, place), default=None)
    return best.telling if best is not None and _shared(best, place) > 0 else None


def _shared(one: Told, place: Place) -> int:
    return min(one.end, place.end) - max(one.start, place.start)


def main() -> int:
    """Read, link, count, and hold the floors."""
    args = parser("Score incidents of general news against judged pairs.").parse_args()
    corpus = needed(args.shared / "corpus" / "reports.jsonl.gz")
    wanted = {place.report for pair in judged() for place in (pair.one, pair.other)}
    told = read(report for report in reports(corpus) if report.id in wanted)
    groups = link([one.telling for own in told.values() for one in own])
    return check("links", figures(told, {k: n for n, g in enumerate(groups) for k in g.keys}))


def figures(told: Read, group: Mapping[str, int]) -> dict[str, float]:
    """Precision, recall and F1 of pairs that are one incident; and the share still told."""
    right = joined = same = found = pairs = 0.0
    for pair in judged():
        if pair.label == "open":
            continue
        both = told_at(told, pair)
        pairs, found = pairs + 1, found + (both is not None)
        one = both is not None and group[both[0].key] == group[both[1].key]
        same += pair.weight * (pair.label == "same")
        joined += pair.weight * one
        right += pair.weight * (one and pair.label == "same")
    precision, recall = right / joined, right / same
    f1 = 2 * precision * recall / (precision + recall)
    return {"f1": f1, "precision": precision, "recall": recall, "told": found / pairs}


if __name__ == "__main__":
    sys.exit(main())
