"""Kinds that make up the people counted before them: 13 آخرين (9 أطفال و4 نساء)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.befallen import is_joined
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan

# Before the kinds of those counted, and so many kinds.
_OPENS: Final = frozenset(("،", ",", "(", ":", "هم", "وهم", "-"))
KINDS: Final = 4
_PAIR: Final = 2


def kinds(scan: Scan, whole: Node, after: Sequence[Node]) -> Sequence[Node]:
    """أصيب 13 آخرون، تسعة أطفال وأربع نساء: two kinds or more that make up those just counted.

    In brackets right behind them (7 مدنيين (طفلان)) they need not be all.
    """
    total, last, left = whole.value.low, whole, whole.value.low or 0
    if total is None or total < _PAIR or total != whole.value.high:
        return ()
    bracketed = bool(after) and scan.keys[whole.j : after[0].i] == ["("]
    for n, node in enumerate(after):
        value: Counted = node.value
        if value.subset or value.slot or value.low is None or not _follows(scan, last, node, n):
            return ()
        last, left = node, left - value.low
        if bracketed and left >= 0 and scan.key(node.j) == ")":
            return after[: n + 1]
        if left <= 0:
            return after[: n + 1] if left == 0 and n > 0 else ()
    return ()


def _follows(scan: Scan, last: Node, node: Node, n: int) -> bool:
    """Whether the kind in place n stands right behind the one before it, or behind the whole."""
    between = scan.keys[last.j : node.i]
    if n > 0:
        listed = len(between) == 1 and between[0] in _OPENS
        return listed or is_joined(scan, last, node)
    return (len(between) == 1 and between[0] in _OPENS) or (not between and not node.skip)
