"""Places: how many of the gold's places are placed within the scorer's reach.

A gold place counts as placed where some place mention on (or across) its words has a value that
score.py takes for the same place. `tables` are those whose name stands in the gazetteer. Each
place of a report counts once, however many events name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from bench.shared import SETS, lines, reports, scorer
from waqai.annotate import places
from waqai.annotate.pipeline import Annotator, mentions
from waqai.annotate.places.gazetteer import gazetteer
from waqai.annotate.places.words import Head
from waqai.model.mention import Mention
from waqai.model.report import Report
from waqai.model.values import PlaceValue
from waqai.text.clitics import readings
from waqai.text.document import Document
from waqai.text.fold import fold, fold_key
from waqai.text.tokens import Tokens


def measure(folder: Path, name: str, *, show: bool) -> dict[str, float]:
    """The figures of a set by name, printed; where `show`, also what was missed."""
    score = scorer(folder)
    held, right, missing = Counter[bool](), Counter[bool](), Counter[str]()
    for report, found, gold in _pairs(folder, name):
        for place in gold:
            known = in_tables(place["text"])
            placed = is_placed(score, report, found, place)
            held[known] += 1
            right[known] += placed
            missing[place.get("country") or "-"] += not known
            if show and not placed:
                _tell(report, found, place, known)
    figures = {
        "tables": right[True] / max(1, held[True]),
        "all": (right[True] + right[False]) / max(1, held.total()),
        "count": held.total(),
        "known": held[True],
    }
    if name == "train":
        figures |= {f"unlisted_{country}": n for country, n in sorted(missing.items()) if n}
    print(f"{name}: {figures['tables']:.3f} of {held[True]} in the tables, ", end="")
    print(f"{figures['all']:.3f} of all {held.total()}; in no table: {missing.most_common()}")
    return figures


def _pairs(folder: Path, name: str) -> Iterator[tuple[Report, list[Mention], list[Any]]]:
    """Each report with its place mentions and its different gold places."""
    source, truth = SETS[name]
    events = {row["report"]: row["events"] for row in lines(folder / truth)}
    annotator = Annotator((places,))
    for report in reports(folder / source):
        gold = [p for event in events.get(report.id, []) for p in event.get("where") or []]
        unique = {(p["text"], p["kind"]): p for p in gold}
        found = [m for m in mentions(annotator.chart(Document.of(report))) if m.kind == "place"]
        yield report, found, list(unique.values())


def is_placed(score: ModuleType, report: Report, found: list[Mention], gold: Any) -> bool:
    """Whether a mention on the gold's words is the same place by the scorer."""
    return any(score.same_place(gold, _as_gold(m)) for m in _on(report, found, gold["text"]))


def _as_gold(mention: Mention) -> dict[str, Any]:
    return {**msgspec.to_builtins(mention.value), "text": mention.text}


def _on(report: Report, found: list[Mention], text: str) -> list[Mention]:
    """Mentions that overlap some occurrence of `text` in the report."""
    spans, at = [], report.text.find(text)
    while at >= 0:
        spans.append((at, at + len(text)))
        at = report.text.find(text, at + 1)
    return [m for m in found if any(m.start < b and a < m.end for a, b in spans)]


def in_tables(text: str) -> bool:
    """Whether the words, or what stands behind their head noun, are a name of the gazetteer."""
    keys = Tokens(fold(fold_key(text))).keys
    heads = {n for n in range(len(keys)) if _is_head(keys[n])}
    start = next((n for n in range(len(keys)) if n not in heads), len(keys))
    table = gazetteer()
    for at in {0, start}:
        found = table.longest(keys, at, keys[at]) if at < len(keys) else None
        if found and found[0] == len(keys):
            return True
    return False


def _is_head(key: str) -> bool:
    stems = {reading.stem for reading in readings(key)}
    entries = (e for stem in sorted(stems) for e in places.source().singles(stem))
    return any(isinstance(entry.value, Head) or entry.tag == "place.dir" for entry in entries)


def _tell(report: Report, found: list[Mention], gold: Any, known: bool) -> None:
    """One miss of a set that may be read."""
    got = []
    for mention in _on(report, found, gold["text"])[:2]:
        value = mention.value
        if isinstance(value, PlaceValue):
            got.append(f"{value.name} {value.country} {value.kind} {value.lat} {value.lon}")
    want = f"{gold.get('country')} {gold['kind']} {gold.get('lat')} {gold.get('lon')}"
    mark = "table" if known else "new"
    print(f"  {report.id} {mark}: {want} <> {'; '.join(got) or 'nothing'} : {gold['text']}")
