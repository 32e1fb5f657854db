"""Train the points of linking: `python -m tools.link.train [--cross] [--shared DIR]`.

Writes src/waqai/link/weights.tsv from levels.tsv beside this file, which holds each level with the
points that were put by hand, and its sentence: points are learned from judged pairs, held close to
those. With --cross nothing is written: pairs are held out by weeks.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from tools.link.pairs import SCALES, Sample, samples
from waqai.lexicon.table import read_table
from waqai.link.compare import TIED

OUT = Path("src/waqai/link/weights.tsv")
HEAD = """\
# What speaks for two events being one incident, and against it; made by tools/link/train.py.
# level: what was found, feature.degree
# points: added to the score; two events are tied from {tied}
# sentence: what is told; {{0}} and {{1}} are the values of both events, {{2}} what was measured
"""
# Points of a logit; how much of the points put by hand is expected; how far from it they may go.
SCALE, KEPT, C = 2.0, 0.7, 0.2
# The logit added where one is told in passing: there precision and recall of pairs that were held
# out weigh the same.
_PASSING = 0.2
# The step of likeness at which words speak neither for nor against: where there are none to
# compare, two are taken to have little in common.
_EVEN = {"story": 4, "words": 10}
# What stands for any type of event in the name of a level; samples of one that is learned.
_ANY, _LEAST_SEEN = "*", 5
Array = NDArray[np.float64]


class Level(NamedTuple):
    """A level: the points put by hand (None: none were), whether they stay, its sentence."""

    points: float | None
    stays: bool
    sentence: str


def levels() -> dict[str, Level]:
    """The levels by name."""
    rows = read_table("tools.link", "levels.tsv", ("level", "points", "stays", "sentence"))
    return {
        name: Level(float(points) if points else None, stays == "yes", sentence)
        for name, points, stays, sentence in (row.cells for row in rows)
    }


def spread(patterns: dict[str, Level], every: Sequence[Sample]) -> dict[str, Level]:
    """The levels, those of any type of event as what samples have of them, in their place."""
    seen = Counter(name for one in every for name in one.levels)
    usual = sorted(name for name, times in seen.items() if times >= _LEAST_SEEN)
    found = {}
    for pattern, level in patterns.items():
        names = [pattern]
        if _ANY in pattern:
            names = [name for name in usual if fnmatchcase(name, pattern)]
        found.update(dict.fromkeys(names, level))
    return found


class Fit:
    """A logistic regression of samples on their levels, held close to what is expected."""

    def __init__(self, every: Sequence[Sample], expected: dict[str, Level]) -> None:
        learned = [name for name, level in expected.items() if not level.stays]
        self.names = {name: k for k, name in enumerate(learned)}
        self._prior = np.array([KEPT * (expected[n].points or 0.0) / SCALE for n in learned])
        self._matrix = np.zeros((len(every), len(learned)))
        for row, one in enumerate(every):
            for name in one.levels:
                if name in self.names:
                    self._matrix[row, self.names[name]] = 1.0
        self._right = np.array([one.right for one in every], dtype=float)
        self._weight = np.array([one.weight for one in every])

    def weights(self, rows: NDArray[np.bool_]) -> Array:
        """The bias and the weight of each level, from the samples in some rows."""
        matrix, right, weight = self._matrix[rows], self._right[rows], self._weight[rows]

        def loss(found: Array) -> tuple[float, Array]:
            logit = matrix @ found[1:] + found[0]
            away = found[1:] - self._prior
            missed = np.logaddexp(0, -logit) * right + np.logaddexp(0, logit) * (1 - right)
            slope = (1 / (1 + np.exp(-logit)) - right) * weight
            total = float((weight * missed).sum() + (away**2).sum() / 2 / C)
            return total, np.concatenate([[slope.sum()], matrix.T @ slope + away / C])

        start = np.concatenate([[0.0], self._prior])
        done = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000})
        return np.asarray(done.x)

    def logits(self, found: Array) -> Array:
        """The logit of each sample under some weights."""
        return np.asarray(self._matrix @ found[1:] + found[0])


def points(fit: Fit, found: Array, expected: dict[str, Level]) -> dict[str, float]:
    """The points of each level: of one that is a step the sum of all, of a type the bias too."""
    told = {name: float(found[1 + k]) for name, k in fit.names.items()}
    even = {feature: _sum(told, feature, step) for feature, step in _EVEN.items()}
    made = {}
    for name, level in expected.items():
        feature, _, degree = name.partition(".")
        value = told.get(name, 0.0)
        if feature in SCALES:
            value = _sum(told, feature, int(degree)) - even[feature]
        elif feature == "type":
            value += float(found[0]) + sum(even.values()) + TIED / SCALE
        elif feature == "passing":
            value += _PASSING
        made[name] = level.points or 0.0 if level.stays else round(SCALE * value, 1)
    return made


def _sum(told: dict[str, float], feature: str, most: int) -> float:
    """What the steps of a feature up to one weigh together."""
    return sum(told[f"{feature}.{step}"] for step in SCALES[feature] if 0 < step <= most)


def _said(level: Level, value: float) -> str:
    """The sentence of a level that speaks for, or against."""
    told = level.sentence.split("|")
    return told[0] if value >= 0 else told[-1]


def cross(every: Sequence[Sample], expected: dict[str, Level]) -> None:
    """Print how pairs of weeks that were held out are told."""
    fit = Fit(every, expected)
    parts, logits = np.array([one.part for one in every]), np.zeros(len(every))
    for part in sorted({one.part for one in every}):
        held = parts == part
        logits[held] = fit.logits(fit.weights(~held))[held]
    for source in sorted({one.source for one in every}):
        told = [(one, logit >= 0) for one, logit in zip(every, logits, strict=True)]
        own = [(one.stands_for, one.right, tied) for one, tied in told if one.source == source]
        right = sum(n for n, same, tied in own if same and tied)
        precision = right / sum(n for n, _, tied in own if tied)
        recall = right / sum(n for n, same, _ in own if same)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{source:8} {len(own):5} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def main() -> None:
    """Train and write the points, or hold weeks out."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--cross", action="store_true", help="hold weeks out, write nothing")
    options = arguments.parse_args()
    every = samples(options.shared)
    expected = spread(levels(), every)
    if options.cross:
        cross(every, expected)
        return
    fit = Fit(every, expected)
    made = points(fit, fit.weights(np.ones(len(every), dtype=bool)), expected)
    kept = {n: one for n, one in expected.items() if made[n] or n in levels()}
    rows = [f"{n}\t{made[n]:g}\t{_said(one, made[n])}\n" for n, one in kept.items()]
    OUT.write_text(HEAD.format(tied=TIED) + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
