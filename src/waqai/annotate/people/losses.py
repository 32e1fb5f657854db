"""Losses of a side in people: خسر الجيش 80 جنديا, لم نفقد سوى ثلاثة مقاتلين; they are dead."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import particles

_BUT: Final = frozenset(("سوي", "الا"))
_OURS: Final = ("نا", "هم", "ها", "ه")


def is_lost(scan: Scan, node: Node) -> bool:
    """Whether a side is told to have lost so many of its own, fighters or whoever is called its."""
    value: Counted = node.value
    figure = value.low is not None and node.rule.startswith("number")
    if not figure or node.skip or value.slot not in (None, "protesters"):
        return False
    if value.cls not in ("security", "militant") and not _is_theirs(scan, node):
        return False
    but = scan.key(node.i - 1) in _BUT
    i = node.i - but
    verbs = particles("lost_but") if but else particles("lost")
    if scan.key(i - 1).removeprefix("و") in verbs:
        return True
    side = scan.actor_until.get(i)
    return side is not None and scan.key(side.i - 1).removeprefix("و") in verbs


def _is_theirs(scan: Scan, node: Node) -> bool:
    """سوى اثنين من مقاتليها, 11 من مواطنينا: the noun behind من bears a pronoun."""
    return node.rule == "number+of+noun" and scan.key(node.j - 1).endswith(_OURS)
