"""Labels: which annotated event each telling of a report tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from waqai.annotate.chart import Chart
from waqai.events.compose import merged_type
from waqai.events.scene import Scene
from waqai.events.telling import Telling, is_definite, sense
from waqai.model.report import Report

Row = dict[str, Any]
NONE, UNSURE = -1, -2


class Gold(NamedTuple):
    """An annotated event with where its passages stand in the text (code points)."""

    row: Row
    evidence: tuple[int, int]
    counts: tuple[tuple[int, int], ...]


# A report with what was found in it and what is annotated.
Read = tuple[Report, Chart, list[Gold]]


def placed(text: str, rows: Sequence[Row]) -> list[Gold]:
    """The annotated events of a report with their passages."""
    return [
        Gold(
            row,
            _found(text, row["evidence"]),
            tuple(_found(text, count["text"]) for count in row["counts"] if count["text"]),
        )
        for row in rows
    ]


def _found(text: str, words: str) -> tuple[int, int]:
    """Where words stand in a text, an empty range where they do not."""
    start = text.find(words)
    return (start, start + len(words)) if start >= 0 else (0, 0)


def labels(scene: Scene, tellings: Sequence[Telling], events: Sequence[Gold]) -> list[int]:
    """For each telling the index of its event, NONE, or UNSURE where it cannot be told."""
    scores = [[_likeness(scene, telling, gold) for gold in events] for telling in tellings]
    found = []
    for row in scores:
        best = max(range(len(events)), key=lambda k: (row[k], -k), default=None)
        if best is None or row[best] < 0.5:
            found.append(NONE)
        else:
            found.append(best if row[best] >= 1.0 else UNSURE)
    for k in range(len(events)):
        if k not in found:
            best = max(range(len(tellings)), key=lambda t: (scores[t][k], -t), default=None)
            if best is not None and scores[best][k] >= 0.5 and found[best] in (NONE, UNSURE):
                found[best] = k
    return found


def _likeness(scene: Scene, telling: Telling, gold: Gold) -> float:
    """How surely a telling tells an event: 1 and more is sure, below a half is no."""
    kind = gold.row["type"]
    same = telling.type == kind
    related = merged_type(telling.type, kind) is not None
    result = all(sense(t).strength == "result" for t in telling.triggers)
    inside = any(_in(scene, t.i, gold.evidence) for t in telling.triggers)
    counted = any(_in(scene, t.i, span) for t in telling.triggers for span in gold.counts)
    if inside:
        return 2.0 if same else 1.6 if related or result else 0.8
    if counted:
        return 1.5
    if same or related or result:
        return _retold(scene, telling, gold, same)
    return 0.0


def _retold(scene: Scene, telling: Telling, gold: Gold, same: bool) -> float:
    """How surely a telling outside the evidence retells an event of its kind."""
    title = scene.is_title(telling.sentence) and gold.row["salience"] == "main"
    told = 0.6 if same else 0.5
    told += 0.3 * _shared(scene, telling, gold)
    told += 0.4 if title else 0.0
    told += 0.3 if is_definite(telling.head) else 0.0
    return min(1.2, told)


def _in(scene: Scene, token: int, span: tuple[int, int]) -> bool:
    """Whether a token begins inside a passage."""
    return span[0] <= scene.doc.starts[token] < span[1]


def _shared(scene: Scene, telling: Telling, gold: Gold) -> int:
    """How many of the event's named values stand in the telling's sentence."""
    sentence = scene.doc.sentences[telling.sentence]
    start, end = scene.doc.span(sentence.first, sentence.last)
    text = scene.doc.text[start:end]
    row = gold.row
    words = [value["text"] for slot in ("where", "by", "to") for value in row[slot]]
    return sum(1 for word in words if word and word in text)
