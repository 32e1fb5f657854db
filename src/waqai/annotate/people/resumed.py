"""What befell people by the verb behind them: 5 مدنيين، بينهم امرأة، أصيبوا, تسعة منهم اعتقلوا."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.befallen import TAKEN
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG

# Tokens between the people and those among them (، من بينهم), and how many kinds of these.
_AMONG: Final = 4
_KINDS: Final = 4
_COMMAS: Final = frozenset(("،", ","))
# What a verb ends in whose subject, several people, stands before it.
_PLURAL: Final = "وا"


def resume(scan: Scan, counts: Sequence[Node]) -> None:
    """Tell the counts, in order, what the verb behind their parts says befell them."""
    for order, node in enumerate(counts):
        if _is_part(node):
            _tell(_verb(scan, node.j), (node,))
        if not _is_open(node.value):
            continue
        parts = _parts(scan, counts[order : order + 1 + _KINDS])
        if parts:
            _tell(_verb(scan, parts[-1].j), (node, *parts))


def _tell(verb: Node | None, counts: Sequence[Node]) -> None:
    """Give the counts what their verb tells, where there is one."""
    if verb is not None:
        for told in counts:
            told.value = msgspec.structs.replace(told.value, context=verb.value.slot)


def _is_part(node: Node) -> bool:
    """Whether several of those told of before are counted, of whom nothing else tells a fate."""
    counted: Counted = node.value
    open_ = counted.low is not None and not (counted.slot or counted.context)
    return open_ and counted.subset and counted.high != 1 and node.rule == "number+pronoun"


def _is_open(counted: Counted) -> bool:
    """Whether several people are counted of whom no word before says what befell them."""
    several = counted.low is not None and counted.high != 1
    return several and not (counted.subset or counted.slot or counted.context)


def _parts(scan: Scan, counts: Sequence[Node]) -> Sequence[Node]:
    """The counts right behind the first that tell of some among its people."""
    last, end = counts[0], 1
    for node in counts[1:]:
        between = scan.keys[last.j : node.i]
        near = len(between) <= (_AMONG if end == 1 else 1)
        if not (node.value.subset and near) or "." in between or "\n" in between:
            break
        last, end = node, end + 1
    return counts[1:end]


def _verb(scan: Scan, j: int) -> Node | None:
    """The verb in the plural at token j, a comma before it set aside, that tells of harm."""
    i = j + (scan.key(j) in _COMMAS)
    verb = scan.tagged(i, CONTEXT_TAG)
    harms = verb is not None and not verb.skip and verb.value.slot in TAKEN
    return verb if harms and scan.key(i).endswith(_PLURAL) else None
