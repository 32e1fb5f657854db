"""Train the points of figures: `python -m tools.link.comparable [--cross] [--shared DIR]`.

Writes src/waqai/link/comparable.tsv from the judged pairs of bench/verdicts/relations.tsv: what
tells that two figures are of the same people of one event. With --cross nothing is written: pairs
of some reports are held out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bench.relations import SAME, judged, pair, read
from bench.shared import reports
from waqai.link.comparable import features

OUT = Path("src/waqai/link/comparable.tsv")
HEAD = """\
# What speaks for two figures being of the same people of one event, and against it; made by
# tools/link/comparable.py.
# feature: what was found (link/comparable.py)
# points: added up; from 0 on two figures are set against each other
"""
# How little the points are held to nothing; pairs that a feature must be seen in; parts held out.
C, SEEN, PARTS = 0.3, 4, 10
Sample = tuple[Sequence[str], bool, str]
Array = NDArray[np.float64]


def samples(shared: Path) -> list[Sample]:
    """What is found of each judged pair, whether it is comparable, and its first report."""
    every = [one for one in judged() if one.said != "part"]
    wanted = {words.report for one in every for words in (one.one, one.other)}
    told = read(r for r in reports(shared / "corpus" / "reports.jsonl.gz") if r.id in wanted)
    found: list[Sample] = []
    for one in every:
        both = pair(told, one)
        if both is not None:
            names = features(*both, one.people, told.faces)
            found.append((names, one.label in SAME, one.one.report))
    return found


def fit(every: Sequence[Sample]) -> dict[str, float]:
    """The points of each feature and of the base."""
    seen = Counter(name for names, *_ in every for name in names)
    kept = sorted(name for name, times in seen.items() if times >= SEEN)
    model = LogisticRegression(C=C, max_iter=1000).fit(
        _matrix(every, kept), [y for _, y, _ in every]
    )
    found = dict(zip(kept, (float(w) for w in model.coef_[0]), strict=True))
    return {"base": float(model.intercept_[0]), **found}


def _matrix(every: Sequence[Sample], names: Sequence[str]) -> Array:
    columns = {name: k for k, name in enumerate(names)}
    matrix = np.zeros((len(every), len(names)))
    for row, (found, *_) in enumerate(every):
        for name in found:
            if name in columns:
                matrix[row, columns[name]] = 1.0
    return matrix


def cross(every: Sequence[Sample]) -> None:
    """Print how pairs are told apart of reports that were held out."""
    order = {report: k % PARTS for k, report in enumerate(sorted({r for *_, r in every}))}
    told: dict[str, list[tuple[bool, bool]]] = {"one report": [], "two reports": []}
    for part in range(PARTS):
        points = fit([one for one in every if order[one[2]] != part])
        for names, same, report in every:
            if order[report] == part:
                said = points["base"] + sum(points.get(name, 0.0) for name in names) >= 0
                told["one report" if "report.same" in names else "two reports"].append((said, same))
    for name, own in told.items():
        right = sum(said and same for said, same in own)
        precision = right / max(1, sum(said for said, _ in own))
        recall = right / max(1, sum(same for _, same in own))
        print(f"{name:12} {len(own):4} pairs P {precision:.3f} R {recall:.3f}")


def main() -> None:
    """Train and write the points, or hold reports out."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--cross", action="store_true", help="hold out, write nothing")
    options = arguments.parse_args()
    every = samples(options.shared)
    if options.cross:
        cross(every)
        return
    found = fit(every)
    rows = [f"{name}\t{value:.1f}\n" for name, value in sorted(found.items()) if round(value, 1)]
    OUT.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
