"""Judged pairs of events as what the comparison finds alike in them.

They are pairs of the unlabelled corpus that were read by hand (bench/verdicts/links.tsv) and pairs
of the reports that Airwars' analysts archived under one incident each, told as one main event.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from bench.links import Pair, Read, judged, read, told_at
from bench.shared import lines, reports
from waqai.link.candidates import is_linkable, pairs, rank
from waqai.link.compare import SHARES, STEPS, compare
from waqai.link.telling import Telling

# The steps of the features that have some: each further one speaks more for one incident.
SCALES = {"story": STEPS, "words": SHARES}
# What a pair of Airwars' counts beside one of the corpus.
_AIRWARS = 3.0
_WEEK, _PARTS = 7, 10


class Sample(NamedTuple):
    """The levels of a pair, whether it is one incident, what it counts when taught and when
    measured; the tenth that it is held out with (by weeks), and where it comes from.
    """

    levels: tuple[str, ...]
    right: bool
    weight: float
    stands_for: float
    part: int
    source: str


def samples(shared: Path) -> list[Sample]:
    """All judged pairs that the comparison does not refuse."""
    wanted = {one.report for pair in judged() for one in (pair.one, pair.other)}
    corpus = (r for r in reports(shared / "corpus" / "reports.jsonl.gz") if r.id in wanted)
    found = list(_of_corpus(read(corpus)))
    by_source = sorted(found, key=lambda one: one.source)
    return [
        *(one for _, own in groupby(by_source, lambda one: one.source) for one in _levelled(own)),
        *_of_airwars(shared / "incidents"),
    ]


def _of_corpus(told: Read) -> Iterator[Sample]:
    """Pairs that were read; what could not be said teaches nothing."""
    for pair in judged():
        found = told_at(told, pair)
        if found is None or pair.label == "open":
            continue
        main = all(one.salience == "main" for one in found)
        yield from _sample(found, pair, "main" if main else "passing")


def _sample(found: tuple[Telling, Telling], pair: Pair, source: str) -> Iterator[Sample]:
    levels = _levels(*found)
    if levels:
        weight = math.sqrt(pair.weight)
        yield Sample(levels, pair.label == "same", weight, pair.weight, _part(found[0]), source)


def _levelled(own: Iterable[Sample]) -> list[Sample]:
    """Samples of one source, of weight one in the mean."""
    every = list(own)
    mean = sum(one.weight for one in every) / len(every)
    return [one._replace(weight=one.weight / mean) for one in every]


def _of_airwars(folder: Path) -> Iterator[Sample]:
    """Pairs of reports of one incident each, that tell one main event."""
    incident = {
        row["report"]: row["incidents"][0]
        for row in lines(folder / "reports.jsonl")
        if len(row["incidents"]) == 1
    }
    told = read(r for r in reports(folder / "reports.jsonl") if r.id in incident)
    mains = [
        [one.telling for one in own if one.telling.salience == "main"] for own in told.values()
    ]
    single = sorted((own[0] for own in mains if len(own) == 1), key=rank)
    for a, b in pairs(filter(is_linkable, single)):
        levels = _levels(a.telling, b.telling) if a.report != b.report else ()
        if levels:
            same = incident[a.report] == incident[b.report]
            yield Sample(levels, same, _AIRWARS, 1.0, _part(a.telling), "airwars")


def _levels(a: Telling, b: Telling) -> tuple[str, ...]:
    """The levels of two tellings; of those that are steps each that is reached."""
    found = compare(*sorted((a, b), key=lambda one: one.key))
    names = [level.name for level in found.levels] if found else []
    return tuple(reached for name in names for reached in _reached(name))


def _reached(name: str) -> Iterator[str]:
    feature, _, degree = name.partition(".")
    if feature not in SCALES:
        yield name
        return
    for step in SCALES[feature]:
        if 0 < step <= int(degree):
            yield f"{feature}.{step}"


def _part(telling: Telling) -> int:
    return telling.when.first // _WEEK % _PARTS if telling.when else 0
