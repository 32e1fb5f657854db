"""Owners: what a thing with a plain name is, by whose it is (مقرات للحوثيين, مجمع طبي)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from waqai.annotate.chart import Node
from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.lexicon.table import read_table
from waqai.model.codes import TargetKind
from waqai.model.values import TargetValue


class Rule(NamedTuple):
    """The kind of some things by the kind of their owner, or by words of their naming."""

    kind: TargetKind
    by: str
    keys: frozenset[str]
    names: frozenset[str]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, the first that holds first."""
    rows = read_table("waqai.events", "owners.tsv", ("kind", "by", "keys", "names"))
    return tuple(
        Rule(
            cast(TargetKind, row.cells[0]),
            row.cells[1],
            frozenset(row.variants(2)),
            frozenset(row.variants(3)),
        )
        for row in rows
    )


def valued(scene: Scene, node: Node) -> TargetValue:
    """The value of a thing, of another kind where its owner or the words of its naming say so."""
    value: TargetValue = node.value
    near = [rule for rule in rules() if value.name in rule.names]
    party = _party(scene, node) if near else None
    if party is None:
        return value
    words = set(scene.keys[party.first : max(party.end, party.last)])
    for rule in near:
        if party.kind in rule.keys if rule.by == "owner" else not rule.keys.isdisjoint(words):
            return TargetValue(value.name, rule.kind)
    return value


def _party(scene: Scene, node: Node) -> Party | None:
    """The party that the thing is."""
    own = scene.parties_in.get(scene.sentence(node.i), ())
    return next((p for p in own if p.sort == "target" and p.first <= node.i < p.last), None)
