"""Actors: how many of the gold's actor texts are found as one mention of the right kind.

What can act or be acted on is found by three dimensions: actors, people who are counted or told of,
and things that are struck. A gold actor counts as found where score.py takes some of these for the
same actor (by its words or its English name), as right where that one has its kind too. `actors`
are those that are right by an actor mention alone. Each text counts once a report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.shared import SETS, lines, reports, scorer
from waqai.annotate.pipeline import Annotator
from waqai.events.party import Party, parties
from waqai.text.document import Document


def measure(folder: Path, name: str, *, show: bool) -> dict[str, float]:
    """The figures of a set by name, printed; where `show`, also what was missed."""
    score = scorer(folder)
    tally = Counter[str]()
    for report, sides, gold in _pairs(folder, name):
        for want in gold:
            same = [s for s in sides if score.same_actor(want, s)]
            right = [s for s in same if s["kind"] == want["kind"]]
            tally["all"] += 1
            tally["found"] += bool(same)
            tally["kind"] += bool(right)
            tally["actors"] += any(s["sort"] == "actor" for s in right)
            if show and not right:
                got = "; ".join(f"{s['text']} {s['kind']}" for s in same[:2]) or "nothing"
                print(f"  {report} {want['kind']}: {want['text']} <> {got}")
    whole = max(1, tally["all"])
    figures: dict[str, float] = {key: tally[key] / whole for key in ("found", "kind", "actors")}
    figures["count"] = tally["all"]
    print(f"{name}: {figures['found']:.3f} of {tally['all']} found, ", end="")
    print(f"{figures['kind']:.3f} with the kind, {figures['actors']:.3f} by actor mentions alone")
    return figures


def _pairs(folder: Path, name: str) -> Iterator[tuple[str, list[dict[str, Any]], list[Any]]]:
    """Each report's id with all that can be a side, and its gold actors."""
    source, truth = SETS[name]
    events = {row["report"]: row["events"] for row in lines(folder / truth)}
    annotator = Annotator()
    for report in reports(folder / source):
        sides = [s for e in events.get(report.id, []) for k in ("by", "to") for s in e.get(k) or []]
        chart = annotator.chart(Document.of(report))
        found = [_shown(party, chart.doc) for party in parties(chart)]
        yield report.id, found, list({(s["text"], s["kind"]): s for s in sides}.values())


def _shown(party: Party, doc: Document) -> dict[str, Any]:
    """A party as score.py reads it: only actors have an English name."""
    english = party.name if party.sort == "actor" else None
    return {"text": party.text(doc), "name": english, "kind": party.kind, "sort": party.sort}
