"""How many of a side something befell, told behind it: قتل من الحوثيين أكثر من 50."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.bare import closes, counted_number
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG

_MET: Final = frozenset(("killed", "wounded", "arrested", "abducted"))


def of_side(scan: Scan, number: Node, previous: Node | None) -> Node | None:
    """The count of a number behind من and those of whom so many something befell."""
    if previous is None or previous.j != number.i or previous.rule != "plural" or number.skip:
        return None
    verb = befell_of(scan, previous)
    if verb is None or not closes(scan, number.j):
        return None
    made = counted_number(scan, number)
    told = previous.value
    value = msgspec.structs.replace(
        made.value, cls=told.cls, noun=told.noun, who=told.who, who_skip=told.who_skip,
        actor=told.actor, slot=told.slot or verb.value.slot,
    )  # fmt: skip
    return Node(made.kind, made.i, made.j, value, made.rule, made.parts, made.skip)


def befell_of(scan: Scan, node: Node) -> Node | None:
    """The verb of harm before من and people: قتل من الجنود 12."""
    if scan.key(node.i - 1) != "من" or node.skip or not node.value.definite:
        return None
    verb = scan.before(node.i - 1, CONTEXT_TAG)
    return verb if verb is not None and verb.value.slot in _MET else None
