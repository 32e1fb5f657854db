"""How many a pronoun frees: of those taken who were told of right before (ثم أفرج عنهم)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG

_HELD: Final = frozenset(("arrested", "abducted"))
# Tokens from people to the pronoun, and counts among which they are looked for.
_REACH: Final = 25
_BACK: Final = 4
_PAIR: Final = 2
_ENDS: Final = frozenset((".", "\n", "؛"))


def free(scan: Scan, counts: Sequence[Node]) -> None:
    """Give the counts, in order, that a pronoun on a word of release makes their figure."""
    for order, node in enumerate(counts):
        value: Counted = node.value
        if node.rule != "pronoun" or value.slot != "released" or value.low is not None:
            continue
        taken = _taken(scan, counts[max(order - _BACK, 0) : order], node)
        if taken is not None:
            told: Counted = taken.value
            kept = "unknown" if value.cls == "militant" else value.cls
            node.value = msgspec.structs.replace(
                value, low=told.low, high=told.high, hedge=told.hedge,
                cls=kept if told.cls == "unknown" else told.cls,
            )  # fmt: skip


def _taken(scan: Scan, before: Sequence[Node], node: Node) -> Node | None:
    """The people of a figure told last of all before a pronoun, if they were taken."""
    for one in reversed(before):
        value: Counted = one.value
        if node.i - one.j > _REACH or not _ENDS.isdisjoint(scan.keys[one.j : node.i]):
            return None
        if value.subset or value.acts or value.high in (1, _PAIR):
            continue
        verb = scan.tagged(one.j, CONTEXT_TAG)
        slot = value.slot or value.context or (verb.value.slot if verb is not None else None)
        return one if value.low is not None and slot in _HELD else None
    return None
