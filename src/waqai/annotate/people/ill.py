"""The ill, whom nobody hurt: مصاب بالسرطان, إصابة 40 نازحا بالكوليرا."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import particles

# Tokens behind people in which it stands what they are ill with.
_NEAR: Final = 3
_STOPS: Final = frozenset((".", "،", ",", "\n", "؛", ":", "و"))


def sicken(scan: Scan, counts: Sequence[Node]) -> None:
    """Take the harm from those told to be hurt who have an illness."""
    for node in counts:
        value: Counted = node.value
        if "wounded" in (value.slot, value.context) and _is_ill(scan, node.j):
            slot = None if value.slot == "wounded" else value.slot
            node.value = msgspec.structs.replace(value, slot=slot, context=None, acts=True)


def _is_ill(scan: Scan, j: int) -> bool:
    """Whether an illness stands behind token j, before anything else is told."""
    for key in scan.keys[j : j + _NEAR]:
        if key in _STOPS:
            return False
        if key in particles("illness"):
            return True
    return False
