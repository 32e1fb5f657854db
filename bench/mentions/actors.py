"""Actors: how many of the gold's actor texts are found as one mention of the right kind.

A gold actor counts as found where score.py takes some actor mention of the report for the same
actor (by its words or its English name), as right where that mention has its kind too. `bodies` are
the people and bodies; the others are things that are struck (a market, a house, an airport), which
the gold also enters as sides and which are places or targets here. Each text counts once a report.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from bench.shared import SETS, lines, reports, scorer
from waqai.annotate import actors, dates, numbers, places, things
from waqai.annotate.pipeline import Annotator, mentions
from waqai.model.mention import Mention
from waqai.text.document import Document
from waqai.text.fold import fold_key


def measure(folder: Path, name: str, *, show: bool) -> dict[str, float]:
    """The figures of a set by name, printed; where `show`, also what was missed."""
    score = scorer(folder)
    whole, bodies, found, right, of_bodies = 0, 0, 0, 0, 0
    for report, held, gold in _pairs(folder, name):
        sides = [{**msgspec.to_builtins(m.value), "text": m.text} for m in held["actor"]]
        for want in gold:
            same = [side for side in sides if score.same_actor(want, side)]
            kinds = any(side["kind"] == want["kind"] for side in same)
            thing = not same and _is_thing(want["text"], held["thing"])
            whole, bodies = whole + 1, bodies + (not thing)
            found, right = found + bool(same), right + kinds
            of_bodies += kinds and not thing
            if show and not kinds:
                got = "; ".join(f"{s['text']} {s['kind']}" for s in same[:2]) or "nothing"
                print(f"  {report} {want['kind']}: {want['text']} <> {got}")
    figures = {
        "found": found / max(1, whole),
        "kind": right / max(1, whole),
        "bodies": of_bodies / max(1, bodies),
    }
    print(f"{name}: {figures['found']:.3f} of {whole} found, {figures['kind']:.3f} with the kind, ")
    print(f"  {figures['bodies']:.3f} of the {bodies} people and bodies")
    return figures


def _pairs(folder: Path, name: str) -> Iterator[tuple[str, dict[str, list[Mention]], list[Any]]]:
    """Each report's id with its actor mentions, its things and places, its gold actors."""
    source, truth = SETS[name]
    events = {row["report"]: row["events"] for row in lines(folder / truth)}
    annotator = Annotator((numbers, dates, places, actors, things))
    for report in reports(folder / source):
        sides = [s for e in events.get(report.id, []) for k in ("by", "to") for s in e.get(k) or []]
        held: dict[str, list[Mention]] = {"actor": [], "thing": []}
        for mention in mentions(annotator.chart(Document.of(report))):
            if mention.kind == "actor":
                held["actor"].append(mention)
            elif mention.kind in ("place", "target", "weapon"):
                held["thing"].append(mention)
        unique = {(s["text"], s["kind"]): s for s in sides}
        yield report.id, held, list(unique.values())


def _is_thing(text: str, things: list[Mention]) -> bool:
    """Whether the words begin with a target, a weapon or a place of the report."""
    words = fold_key(text).split()
    return any(fold_key(thing.text).split()[:1] == words[:1] for thing in things)
