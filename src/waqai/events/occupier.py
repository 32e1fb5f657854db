"""Occupier: whether one who occupies is named as a state (أفرج الاحتلال عن أسرى), not as forces.

So are nationals at large who talk or agree with others (محادثات بين الروس والفصائل).
"""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.tables import named
from waqai.annotate.actors.value import of_row
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.model.codes import EventType
from waqai.model.values import ActorValue

# What states do with one another, and words from it to whom it is done with at most.
_ACCORDS: Final[frozenset[EventType]] = frozenset(("agreement", "meeting"))
_REACH: Final = 6
_WITH: Final = frozenset(("بين", "مع"))


def as_state(chart: Chart, node: Node) -> ActorValue:
    """The value of an actor: of the state where an occupier frees, holds or agrees."""
    value: ActorValue = node.value
    if value.country is None or not (_occupies(chart, node) or _is_agreed(chart, node)):
        return value
    row = named().get(f"{value.country.lower()}-state")
    return of_row(row) if row is not None else value


def _occupies(chart: Chart, node: Node) -> bool:
    """Whether an occupier is told to do what a state does."""
    noun = chart.doc.keys[node.i][node.skip :].removeprefix("ال").removeprefix("ل")
    forces = node.value.kind == "state_forces"
    return forces and noun in words("occupier") and _governs(chart, node)


def _is_agreed(chart: Chart, node: Node) -> bool:
    """Whether all of a nation are told to talk or agree with others."""
    nation = node.rule == "actor.nationals" and node.value.kind == "civilians"
    known = chart.doc.keys[node.i][node.skip :].startswith("ال")
    return nation and known and _accords(chart, node)


def _governs(chart: Chart, node: Node) -> bool:
    """Whether the words around an occupier tell what a state does."""
    keys = chart.doc.keys
    before = keys[node.i - 1] if node.i else ""
    if before in words("holding_cells") or before in words("keeps"):
        return True
    if any(_type(n) == "release" for n in (*chart.until(node.i, "trigger"), *_behind(chart, node))):
        return True
    return _accords(chart, node)


def _accords(chart: Chart, node: Node) -> bool:
    """Whether talks or an accord with or between somebody are told right before."""
    keys = chart.doc.keys
    near = range(max(0, node.i - _REACH), node.i)
    if _WITH.isdisjoint(keys[near.start : near.stop]):
        return False
    return any(_type(n) in _ACCORDS for k in near for n in chart.at(k, "trigger"))


def _behind(chart: Chart, node: Node) -> list[Node]:
    """The triggers right behind a node."""
    return list(chart.at(node.j, "trigger"))


def _type(node: Node) -> EventType | None:
    """The type of what a trigger tells."""
    return cast(Sense, node.parts[0].value).type
