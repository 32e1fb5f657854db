"""How often what is told with a probability is right: `python -m tools.events.reliability`.

Whole outlets are held out in turn, as in `train --cross`; the shares are of the given train set. An
event is right where the annotation has it, a place, date or side where its event has that value.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.shared import reports, scorer
from tools.events.among import FOLDS
from tools.events.labels import Read
from tools.events.train import read, train
from waqai.events.assemble import event
from waqai.events.extract import drafts
from waqai.events.scene import Scene
from waqai.events.scorer import Scorer
from waqai.export.gold import gold
from waqai.model.event import Event, Record

SLOTS = ("event", "where", "by", "to", "counts")
SURE = 0.95
Told = tuple[str, float, bool]


def held_out(read_: Sequence[Read], given: frozenset[str], score: ModuleType) -> Iterator[Told]:
    """Slot, probability and whether it is right, of what the given reports are said to tell."""
    outlets = sorted({report.outlet or "" for report, _, _ in read_})
    for fold in range(FOLDS):
        held = set(outlets[fold::FOLDS])
        table = train([one for one in read_ if (one[0].outlet or "") not in held], score)
        scorers = {name: Scorer(own) for name, own in table.items()}
        for report, chart, events in read_:
            if (report.outlet or "") in held and report.id in given:
                scene = Scene(chart, scorers)
                found = tuple(event(scene, report.id, one) for one in drafts(scene))
                record = Record(report.id, report.published, "ar", "", found)
                rows = list(gold(report, record)["events"])
                yield from _judged(found, rows, [one.row for one in events], score)


def _judged(
    found: Sequence[Event],
    rows: Sequence[Mapping[str, Any]],
    want: Sequence[Mapping[str, Any]],
    score: ModuleType,
) -> Iterator[Told]:
    """What is told of one report beside what the annotation has."""
    partner = {there: here for here, there in score.align(want, rows)}
    same = {
        "where": score.same_place,
        "by": score.same_actor,
        "to": score.same_actor,
        "counts": score.same_count,
    }
    for order, (one, row) in enumerate(zip(found, rows, strict=True)):
        yield "event", one.confidence, order in partner
        if order not in partner:
            continue
        gold_ = want[partner[order]]
        for slot, agree in same.items():
            values = one.claims if slot == "counts" else getattr(one, slot)
            right = {there for _, there in score.pairs(gold_[slot], row[slot], agree)}
            for place, value in enumerate(values):
                yield slot, value.confidence, place in right


def table(told: Sequence[Told]) -> Iterator[str]:
    """Lines of a table: by slot and tenth of probability the share that is right, of how many."""
    for slot in SLOTS:
        own = [(chance, right) for name, chance, right in told if name == slot]
        cells = []
        for tenth in range(3, 10):
            inside = [right for chance, right in own if tenth <= chance * 10 < tenth + 1]
            share = f"{sum(inside) / len(inside):.2f} ({len(inside)})" if inside else "-"
            cells.append(share)
        yield f"| {slot} | " + " | ".join(cells) + f" | {_sure(own)} |"


def _sure(own: Sequence[tuple[float, bool]]) -> str:
    """The largest share of what is right that is told with 95 of 100 right."""
    right, best, total = 0, 0, sum(one for _, one in own)
    for count, (_, one) in enumerate(sorted(own, reverse=True), start=1):
        right += one
        if right >= SURE * count:
            best = right
    return f"{best / max(1, total):.2f}"


def main() -> None:
    """Print the table of docs/accuracy.md."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    options = arguments.parse_args()
    score = scorer(options.shared / "gold")
    folder = options.shared / "gold"
    given = frozenset(report.id for report in reports(folder / "train-reports.jsonl"))
    for line in table(list(held_out(read(options.shared), given, score))):
        print(line)


if __name__ == "__main__":
    main()
