"""Choose: weights of a decision among several, or for none of them.

A logistic sum of its own for each would ask whether it is likely by itself; what counts is whether
it is likelier than the others and than none (whose sum is 0): a softmax over them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

_ROUNDS = 300
Floats = NDArray[np.float64]


def choose(
    matrix: csr_matrix, right: NDArray[np.bool_], choices: Sequence[str], strength: float
) -> tuple[float, Floats]:
    """Bias and weights; rows of one choice stand together, `strength` is the inverse L2 penalty."""
    sizes = [len(list(own)) for _, own in groupby(choices)]
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    number = np.repeat(np.arange(len(sizes)), sizes)
    ones = csr_matrix(np.ones((matrix.shape[0], 1)))
    rows = csr_matrix(hstack((ones, matrix)))
    turned = rows.T.tocsr()
    penalty = np.full(rows.shape[1], 1.0 / strength)
    penalty[0] = 0.0

    def loss(weights: Floats) -> tuple[float, Floats]:
        sums = rows @ weights
        most = np.maximum(np.maximum.reduceat(sums, starts), 0.0)
        grown = np.exp(sums - most[number])
        whole = np.add.reduceat(grown, starts) + np.exp(-most)
        slope = turned @ (grown / whole[number] - right) + penalty * weights
        told = (most + np.log(whole)).sum() - sums[right].sum()
        return told + 0.5 * (penalty * weights * weights).sum(), slope

    found = minimize(
        loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS}
    )
    return float(found.x[0]), found.x[1:]
