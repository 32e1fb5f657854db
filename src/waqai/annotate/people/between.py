"""People of whom some are dead and some hurt: 12 جنديا بين قتيل وجريح, 10 جنود قتلى وجرحى."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.befallen import is_joined
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan

# Tokens from people to what became of them (12 جنديا ما بين قتيل وجريح).
_BETWEEN: Final = 3


def _are_both(scan: Scan, before: Node, node: Node) -> bool:
    """10 جنود قتلى وجرحى: dead and hurt right behind so many people, who are both together."""
    if before.rule == "between":
        return is_joined(scan, before, node)
    other = scan.heads.get(node.j)
    if before.rule != "number+noun" or before.j != node.i or before.value.slot or other is None:
        return False
    fates = {node.value.slot, other.value.slot}
    return other.skip == 1 and other.value.number == "pl" and fates == {"killed", "wounded"}


def between(scan: Scan, node: Node, value: Counted, found: Sequence[Node]) -> Counted:
    """12 جنديا بين قتيل وجريح: at most so many of each; of a force, nobody knows how many."""
    before = found[-1] if found else None
    plural = node.rule == "plural" and before is not None and _are_both(scan, before, node)
    if (node.rule != "singular" and not plural) or value.slot not in (None, "killed", "wounded"):
        return value
    whole = before
    if before is not None and before.rule == "between" and is_joined(scan, before, node):
        whole = found[-2] if len(found) > 1 else None
    elif not plural and (scan.key(node.i - 1) not in ("بين", "ما") or value.definite):
        return value
    second = before is not None and before.rule == "between"
    if whole is None or node.i - whole.j > _BETWEEN + second:
        if value.slot is None:
            return value
        node.rule = "between"
        return msgspec.structs.replace(value, low=None, high=None, hedge="indefinite")
    node.rule = "between"
    high = whole.value.high
    return msgspec.structs.replace(
        value, low=None, high=high, hedge="at_most" if high else "indefinite",
        cls=whole.value.cls, actor=whole.value.actor, noun=whole.value.noun, who=whole.value.who,
        who_skip=whole.value.who_skip, licensed=True,
    )  # fmt: skip
