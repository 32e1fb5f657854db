"""Figures of one incident set against each other: pairs that were read by hand, and what is said.

Run: python bench/relations.py [--shared DIR]. Each pair of bench/verdicts/relations.tsv is of one
incident. Two figures are told apart rightly where a reader said that they are of the same people
of one event, so that they can contradict or update each other, and the points say so too; `part`
where one is some of the other. The same pairs taught the points: `python -m tools.link.comparable
--cross` tells what holds beyond.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, cast

from bench.floors import check
from bench.shared import needed, parser, reports
from waqai.events.extract import Extractor
from waqai.link.accounts import accounts
from waqai.link.comparable import Figure, are_comparable
from waqai.link.face import Faces
from waqai.link.piece import Piece
from waqai.link.telling import Telling
from waqai.link.tellings import tellings
from waqai.model.incident import Account, People
from waqai.model.report import Report

VERDICTS = Path(__file__).with_name("verdicts") / "relations.tsv"
# Labels of two figures of the same people of one event.
SAME = frozenset(("right", "update", "contra", "same"))


class Words(NamedTuple):
    """Where a figure was told when it was judged, and how great it was taken to be."""

    report: str
    start: int
    end: int
    number: int


class Judged(NamedTuple):
    """A pair of figures, what the rules said of them, and what a reader says of that."""

    one: Words
    other: Words
    slot: str
    people: People
    said: str
    label: str


def judged() -> Iterator[Judged]:
    """The judged pairs of which anything can be said."""
    for line in VERDICTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        a, a1, a2, b, b1, b2, slot, people, first, second, said, label, _ = line.split("\t")
        one = Words(a, int(a1), int(a2), int(first))
        other = Words(b, int(b1), int(b2), int(second))
        if label != "open":
            yield Judged(one, other, slot, cast(People, people), said, label)


class Read(NamedTuple):
    """The accounts of some reports by report, offsets and slot, and what is compared of events."""

    accounts: Mapping[tuple[str, int, int, str], Account]
    faces: Faces


def read(every: Iterable[Report]) -> Read:
    """What each report tells of figures."""
    extract = Extractor().record
    held: dict[tuple[str, int, int, str], Account] = {}
    told: dict[str, Telling] = {}
    for report in every:
        record = extract(report)
        own = tellings(report, record)
        told.update({telling.key: telling for telling in own})
        pieces = [Piece(report, e, t) for e, t in zip(record.events, own, strict=True)]
        for account in accounts(pieces, {}):
            held[report.id, account.span.start, account.span.end, account.slot] = account
    return Read(held, Faces(told))


def pair(told: Read, one: Judged) -> tuple[Figure, Figure] | None:
    """The figures that today's words have where a pair was judged; None where one is gone."""
    found = [
        told.accounts.get((words.report, words.start, words.end, one.slot))
        for words in (one.one, one.other)
    ]
    a, b = found
    if a is None or b is None:
        return None
    return Figure(a, one.one.number), Figure(b, one.other.number)


def figures(told: Read, every: Iterable[Judged]) -> dict[str, float]:
    """How many pairs are still there, and how rightly they are told apart."""
    same = {"right": 0, "said": 0, "true": 0}
    part = dict(same)
    count = 0
    for one in every:
        found = pair(told, one)
        if found is None:
            continue
        count += 1
        if one.said == "part":
            scope = found[1].account.scope
            said = "part" in scope and found[1].number < found[0].number
            _tally(part, said, one.label == "right")
        else:
            said = are_comparable(*found, one.people, told.faces)
            _tally(same, said, one.label in SAME)
    return {"pairs": float(count), **_shares("same", same), **_shares("part", part)}


def _tally(held: dict[str, int], said: bool, true: bool) -> None:
    held["right"] += said and true
    held["said"] += said
    held["true"] += true


def _shares(name: str, held: Mapping[str, int]) -> dict[str, float]:
    return {
        f"{name}_precision": held["right"] / max(1, held["said"]),
        f"{name}_recall": held["right"] / max(1, held["true"]),
    }


def main() -> int:
    """Measure the judged pairs; hold the floors."""
    args = parser("Score figures of one incident set against each other.").parse_args()
    corpus = needed(args.shared / "corpus" / "reports.jsonl.gz")
    every = list(judged())
    wanted = {words.report for one in every for words in (one.one, one.other)}
    told = read(r for r in reports(corpus) if r.id in wanted)
    return check("relations", figures(told, every), lift=args.lift)


if __name__ == "__main__":
    sys.exit(main())
