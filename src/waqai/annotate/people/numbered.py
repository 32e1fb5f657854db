"""People told before how many they are: جميع حراس المصنع، البالغ عددهم 17 حارسا."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import particles

NUMBERED: Final = "plural+number"
_COMMAS: Final = frozenset(("،", ","))
# How people with a figure are told.
_FIGURE: Final = ("number", "bare")


def is_numbered(scan: Scan, before: Node, node: Node) -> bool:
    """Whether a figure says how many those are that were told right before it, without one."""
    whole: Counted = before.value
    told: Counted = node.value
    if whole.low is not None or whole.subset or not whole.noun:
        return False
    if told.low is None or told.slot is not None or not node.rule.startswith(_FIGURE) or node.skip:
        return False
    first = before.j + (scan.key(before.j) in _COMMAS)
    return " ".join(scan.keys[first : node.i]) in particles("numbering")


def numbered(before: Node, node: Node) -> Node:
    """One count of both: who they are by the first, how many by the second."""
    whole: Counted = before.value
    told: Counted = node.value
    value = msgspec.structs.replace(
        whole,
        low=told.low,
        high=told.high,
        hedge=told.hedge,
        cls=told.cls if whole.cls == "unknown" else whole.cls,
        licensed=True,
    )
    return Node("count", before.i, node.j, value, NUMBERED, (before, node), before.skip)
