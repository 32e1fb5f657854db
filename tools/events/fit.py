"""Fit: samples to weights by logistic regression, the same weights on every run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tools.events.samples import Sample
from waqai.events.scorer import BIAS

# A feature seen more seldom, or in fewer outlets, tells of its reports and not of the language.
LEAST_SEEN = 4
LEAST_OUTLETS = 2
# Inverse strength of the L2 penalty, chosen by holding out whole outlets.
C = {"by": 0.1, "event": 0.05, "main": 0.1, "to": 0.1, "when": 0.1, "where": 0.05}
DEFAULT_C = 0.3
DIGITS = 3


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
    model = LogisticRegression(C=C.get(name, DEFAULT_C), max_iter=2000, tol=1e-6)
    model.fit(matrix, right)
    found = {BIAS: round(float(model.intercept_[0]), DIGITS)}
    found |= {f: round(float(model.coef_[0][k]), DIGITS) for f, k in index.items()}
    return {feature: weight for feature, weight in found.items() if weight}


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
