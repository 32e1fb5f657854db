"""Samples of the decisions on a party, a place or a date beside the others of its report.

They rest on the logits of its namings, which must be those of reports that taught nothing: the
outlets are held out in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from tools.events.fit import weights
from tools.events.labels import Gold, Read, labels
from tools.events.samples import Sample, is_actor, is_dated, is_placed, oracle
from waqai.events import sides, sites, times
from waqai.events.compose import tellings
from waqai.events.scene import Scene
from waqai.events.scorer import Scorer
from waqai.events.telling import Draft

FOLDS = 5


def among(read: Sequence[Read], taught: Sequence[Sample], score: ModuleType) -> Iterator[Sample]:
    """The samples of all reports; `taught` are those of the namings."""
    namings = [sample for sample in taught if sample.decision in (*sides.ROLES, "where", "when")]
    outlets = sorted({sample.outlet for sample in namings})
    for fold in range(FOLDS):
        held = set(outlets[fold::FOLDS])
        rest = weights([sample for sample in namings if sample.outlet not in held])
        table = {name: Scorer(own) for name, own in rest.items()}
        for one in read:
            if (one[0].outlet or "") in held:
                yield from _of_report(one, table, score)


def _of_report(read: Read, table: dict[str, Scorer], score: ModuleType) -> Iterator[Sample]:
    """The samples of one report."""
    report, chart, events = read
    scene = Scene(chart, table)
    told = tellings(scene)
    made = oracle(told, labels(scene, told, events))
    for label, draft in made.items():
        draft.salience = events[label].row["salience"]
    yield from _dates(scene, made, events, report.outlet or "", score)
    for label, draft in made.items():
        row = events[label].row
        places = list(sites.candidates(scene, draft))
        for place in sites.standing(scene, draft):
            names = tuple(dict.fromkeys(place.beside.names()))
            right = any(
                is_placed(scene, naming.node, one, places, score)
                for naming in place.namings
                for one in row["where"]
            )
            yield Sample("where_among", names, right, report.outlet or "")
        for candidate, found in sides.standing(scene, draft):
            names = tuple(dict.fromkeys(found.names()))
            for role, decision in zip(sides.ROLES, sides.AMONG, strict=True):
                right = any(is_actor(scene, m.party, row[role], score) for m in candidate.mentions)
                yield Sample(decision, names, right, report.outlet or "")


def _dates(
    scene: Scene,
    made: Mapping[int, Draft],
    events: Sequence[Gold],
    outlet: str,
    score: ModuleType,
) -> Iterator[Sample]:
    """The samples of the dates of one report."""
    found = times.standing(scene, list(made.values()))
    for label, every in zip(made, found, strict=True):
        for one in every:
            names = tuple(dict.fromkeys(one.beside.names()))
            right = any(is_dated(n.node, events[label].row["when"], score) for n in one.namings)
            yield Sample("when_among", names, right, outlet)
