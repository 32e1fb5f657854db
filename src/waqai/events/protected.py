"""Protected: people whom documenters ask for by what they are: journalists, aid workers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple, cast

from waqai.annotate.chart import Node
from waqai.events.scene import Scene
from waqai.events.telling import Draft
from waqai.lexicon.table import read_table
from waqai.model.codes import CountSlot, TargetKind
from waqai.model.event import Thing
from waqai.model.span import Span
from waqai.model.values import TargetValue

# Tokens between people and the body whose they are.
_NEAR: Final = 2
RULE: Final = "target.people"
_HARM: Final[frozenset[CountSlot]] = frozenset(
    ("killed", "wounded", "arrested", "abducted", "missing")
)


class Protected(NamedTuple):
    """What people are by their noun, and by the body whose they are, with what links these."""

    nouns: Mapping[str, TargetValue]
    bodies: Mapping[str, TargetValue]
    links: frozenset[str]


@cache
def table() -> Protected:
    """The table, by key."""
    found: dict[str, dict[str, TargetValue]] = {"noun": {}, "body": {}, "of": {}}
    rows = read_table("waqai.events", "protected.tsv", ("kind", "english", "by", "keys"))
    for row in rows:
        kind, english, by, _ = row.cells
        value = TargetValue(english, cast(TargetKind, kind))
        found[by].update((key, value) for key in row.variants(3))
    return Protected(found["noun"], found["body"], frozenset(found["of"]))


def protected(scene: Scene, draft: Draft) -> list[Thing[TargetValue]]:
    """The people of the table who are harmed or taken, or whom a draft is aimed at; each value
    once, by the first words that tell it.
    """
    found = sorted([*_counted(scene, draft), *_aimed(scene, draft)], key=lambda one: one[1])
    first: dict[TargetValue, Span] = {}
    for value, span in found:
        first.setdefault(value, span)
    text = scene.doc.text
    return [Thing(value, span, span.of(text), (RULE,)) for value, span in first.items()]


def _counted(scene: Scene, draft: Draft) -> Iterator[tuple[TargetValue, Span]]:
    """People of figures, with the words that tell what they are."""
    for figure in draft.figures:
        who = figure.node.value.who
        if figure.slot not in _HARM or who is None or figure.high == 0:
            continue
        value = _of(scene, figure.node, who[1])
        if value is not None:
            skip = figure.node.value.who_skip
            cut = figure.node.cut if who[1] == figure.node.j else 0
            yield value, Span(*scene.doc.span(who[0], who[1], skip, cut))


def _of(scene: Scene, node: Node, end: int) -> TargetValue | None:
    """What the people of a count are: by their noun, or by the body whose they are."""
    told = table()
    value = told.nouns.get(node.value.noun)
    if value is not None:
        return value
    actor = node.value.actor
    ids = [actor.value.id or ""] if actor is not None else []
    for party in scene.parties_in.get(scene.sentence(node.i), ()):
        between = scene.keys[end : party.first]
        if 0 <= party.first - end <= _NEAR and all(key in told.links for key in between):
            ids.append(party.id or "")
    return next((told.bodies[one] for one in ids if one in told.bodies), None)


def _aimed(scene: Scene, draft: Draft) -> Iterator[tuple[TargetValue, Span]]:
    """Parties at which a draft is aimed."""
    told = table()
    for pick in draft.to:
        party = pick.party
        if party is None or party.sort == "target":
            continue
        value = told.bodies.get(party.id or "") or told.nouns.get(party.head(scene.doc))
        if value is not None:
            yield value, party.span(scene.doc)
