"""Fit: samples to weights by logistic regression, the same weights on every run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tools.events.choose import choose
from tools.events.samples import Sample
from waqai.events.scorer import BIAS

# A feature seen more seldom, or in fewer outlets, tells of its reports and not of the language.
LEAST_SEEN = 4
LEAST_OUTLETS = 2
# Inverse strength of the L2 penalty, chosen by holding out whole outlets.
C = {
    "by": 0.1, "by_among": 0.05, "event": 0.05, "main": 0.03, "same": 0.06, "to": 0.1,
    "to_among": 0.05, "type": 0.1, "when": 0.1, "when_among": 0.05, "where": 0.05,
    "where_among": 0.05, "whom": 0.1,
}  # fmt: skip
DEFAULT_C = 0.3
DIGITS = 3
# A weight nearer to nothing hardly moves a sum: outlets held out, all is as good without them.
LEAST_WEIGHT = 0.02


def weights(samples: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Weights of each decision by feature."""
    by_decision: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        by_decision[sample.decision].append(sample)
    return {name: _fit(name, by_decision[name]) for name in sorted(by_decision)}


def _fit(name: str, samples: Sequence[Sample]) -> dict[str, float]:
    """The weights of one decision."""
    index = {feature: k for k, feature in enumerate(_usual(samples))}
    rows, columns = [], []
    for number, sample in enumerate(samples):
        for feature in sample.features:
            if feature in index:
                rows.append(number)
                columns.append(index[feature])
    shape = (len(samples), len(index))
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    right = np.array([sample.right for sample in samples])
    strength = C.get(name, DEFAULT_C)
    if samples[0].choice is None:
        model = LogisticRegression(C=strength, max_iter=2000, tol=1e-6).fit(matrix, right)
        bias, weighed = model.intercept_[0], model.coef_[0]
    else:
        bias, weighed = choose(matrix, right, [str(s.choice) for s in samples], strength)
    found = {f: round(float(weighed[k]), DIGITS) for f, k in index.items()}
    kept = {f: weight for f, weight in found.items() if abs(weight) >= LEAST_WEIGHT}
    return {BIAS: round(float(bias), DIGITS), **kept}


def _usual(samples: Sequence[Sample]) -> list[str]:
    """Features seen often enough, in enough outlets, in the order of their names."""
    seen: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for feature in sample.features:
            seen[feature] += 1
            outlets[feature].add(sample.outlet)
    return sorted(
        f for f, n in seen.items() if n >= LEAST_SEEN and len(outlets[f]) >= LEAST_OUTLETS
    )
