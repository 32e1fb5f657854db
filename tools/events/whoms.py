"""Samples of the class of the people that a figure counts, with the sides as annotated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from tools.events.labels import Gold, Row, labels
from tools.events.samples import Sample, is_actor, oracle, stated
from waqai.events import figures, sides, whom
from waqai.events.compose import tellings
from waqai.events.scene import Scene
from waqai.events.telling import Draft, Figure, Pick

_SURE = 1.0


def whoms(
    scene: Scene, events: Sequence[Gold], outlet: str, report: str, score: ModuleType
) -> Iterator[Sample]:
    """The samples of one report: of each figure that words leave open, every class."""
    told = tellings(scene)
    made = oracle(told, labels(scene, told, events))
    for label, draft in made.items():
        _fill(scene, draft, events[label].row, score)
    for number, (draft, figure, right) in enumerate(_figures(scene, made, events)):
        if figure.cls in whom.SURE or figure.slot == "protesters":
            continue
        names = whom.names(scene, draft, figure)
        for cls in whom.CLASSES:
            features = tuple(whom.features(cls, names).names())
            yield Sample("whom", features, cls == right, outlet, f"{report} {number}")


def _fill(scene: Scene, draft: Draft, row: Row, score: ModuleType) -> None:
    """Give a draft its type and sides as annotated."""
    draft.type = row["type"]
    for role in sides.ROLES:
        found = {
            party.key: Pick(party.node, _SURE, (), party)
            for party in sides.candidates(scene, draft)
            if is_actor(scene, party, row[role], score)
        }
        setattr(draft, role, list(found.values()))


def _figures(
    scene: Scene, made: Mapping[int, Draft], events: Sequence[Gold]
) -> Iterator[tuple[Draft, Figure, str]]:
    """Each count that is annotated as a figure of an event, with the class of its people."""
    held = figures.by_sentence(list(made.values()))
    label_of = {id(draft): label for label, draft in made.items()}
    for node in scene.counts:
        for option in figures.options(scene, held, node):
            counts = events[label_of[id(option.draft)]].row["counts"]
            row = stated(scene, node, option, counts)
            if row is not None and row.get("whom"):
                yield option.draft, figures.figure(scene, node, option, _SURE, ()), row["whom"]
                break
