"""Decisions learned from annotated reports: sums of feature weights, read from one table.

Every decision (is this actor the attacker? do these two passages tell one event?) is a logistic
sum over binary features that the rules supply. The weights stand in `weights.tsv`, trained by
`tools/events/train.py`; the same text gives the same sum on every machine, and the features that
weigh most are the explanation.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import repeat

from waqai.errors import TableError
from waqai.lexicon.table import read_table

BIAS = "bias"
# Weights are kept to three digits.
_SCALE = 1000
_NOTHING = repeat(0)


class Scorer:
    """The weights of one decision."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        # Whole thousandths: sums of floats would depend on their order and on Python's version.
        self._weights = {name: round(weight * _SCALE) for name, weight in weights.items()}
        self._bias = self._weights.get(BIAS, 0)

    def logit(self, features: Iterable[str]) -> float:
        """Sum of the weights of the features that are on, and of the bias."""
        return (self._bias + sum(map(self._weights.get, features, _NOTHING))) / _SCALE

    def probability(self, features: Iterable[str]) -> float:
        """The logit as a probability in (0, 1), rounded to four digits."""
        return probability(self.logit(features))

    def reasons(self, features: Iterable[str], most: int = 3) -> tuple[str, ...]:
        """The features that moved the decision most, heaviest first."""
        weighed = [(abs(self._weights.get(f, 0)), f) for f in features if f in self._weights]
        return tuple(feature for _, feature in sorted(weighed, reverse=True)[:most])


def probability(logit: float) -> float:
    """Logistic function, rounded to four digits so that every machine prints the same."""
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit)))), 4)


@cache
def scorers() -> Mapping[str, Scorer]:
    """The scorer of each decision by name. Raises TableError where a weight is no number."""
    weights: dict[str, dict[str, float]] = {}
    for row in read_table("waqai.events", "weights.tsv", ("decision", "feature", "weight")):
        decision, feature, weight = row.cells
        try:
            weights.setdefault(decision, {})[feature] = float(weight)
        except ValueError:
            raise TableError(f"weight {weight!r} is no number", row.where) from None
    return {name: Scorer(table) for name, table in weights.items()}
