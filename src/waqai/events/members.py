"""Members: one member of a body is a person, whatever the body: عضو الحزب، عضو مجلس النواب."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.model.span import Span
from waqai.model.values import ActorValue

# Kinds of bodies whose members are people, not states: عضو حلف الناتو.
_OF_PEOPLE: Final = frozenset(("political", "state", "armed_group", "state_forces"))


def one_member(chart: Chart, node: Node, value: ActorValue) -> ActorValue:
    """What an actor is: one of whom no more is told than the body that he is a member of."""
    noun = chart.doc.keys[node.i][node.skip :].removeprefix("ال")
    if value.kind not in _OF_PEOPLE or noun not in words("member"):
        return value
    name = Span(*chart.doc.span(node.i, node.j, node.skip, node.cut)).of(chart.doc.text)
    return ActorValue(name, None, "person", value.country)
