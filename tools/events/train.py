"""Train the events' decisions: `python -m tools.events.train [--cross] [--shared DIR]`.

Writes src/waqai/events/weights.tsv.gz. With --cross nothing is written: whole outlets are held out
in turn, and what the rest teaches is scored on them.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from bench.shared import reports, scorer
from bench.written import is_taught, written
from tools.events.among import FOLDS, among
from tools.events.annotations import annotated
from tools.events.fit import weights
from tools.events.labels import Read, placed
from tools.events.samples import Sample, joins, samples
from tools.events.whoms import whoms
from waqai.annotate.pipeline import Annotator
from waqai.events.assemble import event
from waqai.events.extract import drafts
from waqai.events.scene import Scene
from waqai.events.scorer import Scorer
from waqai.export.gold import gold
from waqai.model.event import Record
from waqai.model.report import Report
from waqai.text.document import Document

OUT = Path("src/waqai/events/weights.tsv.gz")
HEADER = """# Weights of the decisions, trained by tools/events/train.py on annotated reports.
# decision: which; feature: name, bias the sum without features; weight: added to the log-odds
"""


def read(shared: Path) -> list[Read]:
    """The annotated reports with their charts: those given with their words, those annotated by
    offsets, then those that are written for it.
    """
    folder = shared / "gold"
    told = []
    for given, labels in (("seed-report", "seed"), ("train-reports", "train")):
        rows = map(msgspec.json.decode, (folder / f"{labels}.jsonl").read_bytes().splitlines())
        events = {row["report"]: row for row in rows}
        told += [(report, events[report.id]) for report in reports(folder / f"{given}.jsonl")]
    told += annotated(shared)
    told += [one for one in written() if is_taught(one[0])]
    annotator = Annotator()
    return [
        (report, annotator.chart(Document.of(report)), placed(report.text, row["events"]))
        for report, row in told
    ]


def train(read_: Sequence[Read], score: ModuleType) -> dict[str, Mapping[str, float]]:
    """Weights from reports. The decision on events is asked of drafts that the one on tellings has
    joined, so that one is learned first.
    """
    first: list[Sample] = []
    for report, chart, events in read_:
        first += joins(Scene(chart, {}), events, report.outlet or "", report.id)
    table = {name: Scorer(own) for name, own in weights(first).items()}
    taught: list[Sample] = []
    for report, chart, events in read_:
        outlet = report.outlet or ""
        taught += samples(Scene(chart, table), events, outlet, report.id, score)
        taught += whoms(Scene(chart, table), events, outlet, report.id, score)
    return {**weights(taught), **weights(list(among(read_, taught, score)))}


def cross(read_: Sequence[Read], score: ModuleType) -> dict[str, Any]:
    """Scores of reports whose outlets were held out."""
    outlets = sorted({report.outlet or "" for report, _, _ in read_})
    got, want = {}, {}
    for fold in range(FOLDS):
        held = set(outlets[fold::FOLDS])
        table = train([one for one in read_ if (one[0].outlet or "") not in held], score)
        scorers = {name: Scorer(own) for name, own in table.items()}
        for report, chart, events in read_:
            if (report.outlet or "") in held:
                got[report.id] = extracted(report, Scene(chart, scorers))
                want[report.id] = [gold_.row for gold_ in events]
    return dict(score.score(want, got))


def extracted(report: Report, scene: Scene) -> list[dict[str, object]]:
    """The events of a report in the gold format."""
    events = tuple(event(scene, report.id, one) for one in drafts(scene))
    record = Record(report.id, report.published, "ar", "", events)
    return list(gold(report, record)["events"])


def show(result: Mapping[str, Any]) -> None:
    """Print the scores by slot."""
    for scope in ("main", "all"):
        for slot, row in result[scope].items():
            print(f"{scope:5}{slot:9} P {row['p']:.3f} R {row['r']:.3f} F1 {row['f1']:.3f}")
    for slot in ("source", "whom"):
        print(f"{slot} {result[slot]['f1']:.3f}")
    print(f"salience {result['salience_accuracy']:.3f} zero-edit {result['zero_edit']:.3f}")


def main() -> None:
    """Train and write the weights, or cross-validate."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--cross", action="store_true", help="hold out outlets, write nothing")
    options = arguments.parse_args()
    score = scorer(options.shared / "gold")
    read_ = read(options.shared)
    if options.cross:
        show(cross(read_, score))
        return
    table = train(read_, score)
    lines = [
        f"{decision}\t{feature}\t{weight:g}\n"
        for decision, own in table.items()
        for feature, weight in sorted(own.items())
    ]
    OUT.write_bytes(gzip.compress((HEADER + "".join(lines)).encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main()
