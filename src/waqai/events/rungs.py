"""Rungs: logits as features, told apart by equal steps."""

from __future__ import annotations

import math
from typing import Final

from waqai.events.scorer import Names, grouped

_RUNGS: Final = range(-8, 9)
_WIDEST: Final = 6
# Chances below this are as good as none.
_NIL: Final = 0.001


def rung(value: float, width: float, most: int = _WIDEST) -> int:
    """The rank of a logit among steps of one over `width`, `most` from nothing at the farthest."""
    return max(-most, min(most, math.floor(value * width)))


@grouped
def rungs(what: str, reached: int) -> Names:
    """Every step that is reached."""
    return tuple(f"{what}>={one}" for one in _RUNGS if one <= reached)


def expected(logits: list[float]) -> float:
    """How many of some are expected to be right, as a logarithm."""
    return math.log(_NIL + sum(1.0 / (1.0 + math.exp(-logit)) for logit in logits))
