"""Samples: for each decision the features that the rules supply, and what the annotation says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import NamedTuple

from tools.events.labels import NONE, UNSURE, Gold, Row, labels
from waqai.annotate.chart import Node
from waqai.events import (
    drafts,
    figures,
    kinds,
    side_features,
    sides,
    site_features,
    sites,
    times,
    worth,
)
from waqai.events.compose import tellings
from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.events.scorer import Features
from waqai.events.telling import Draft, Telling


class Sample(NamedTuple):
    """One decision of one report.

    Of samples of one `choice` one at the most is right; None where each is decided by itself.
    """

    decision: str
    features: tuple[str, ...]
    right: bool
    outlet: str
    choice: str | None = None


def samples(
    scene: Scene, events: Sequence[Gold], outlet: str, report: str, score: ModuleType
) -> Iterator[Sample]:
    """The samples of one report."""
    told = tellings(scene)
    which = labels(scene, told, events)
    yield from joins(scene, events, outlet, report)
    for label, kind, right in _types(scene, told, which, events):
        yield Sample("type", tuple(dict.fromkeys(kind.names())), right, outlet, f"{report} {label}")
    for decision, features, right in (
        *_worth(scene, told, which, events),
        *_slots(scene, told, which, events, score),
    ):
        names = tuple(dict.fromkeys(features.names()))
        yield Sample(decision, names, right, outlet)


def joins(scene: Scene, events: Sequence[Gold], outlet: str, report: str) -> Iterator[Sample]:
    """The samples of the decision on tellings alone, on which the others rest."""
    told = tellings(scene)
    for number, features, right in _same(scene, told, labels(scene, told, events)):
        names = tuple(dict.fromkeys(features.names()))
        yield Sample("same", names, right, outlet, f"{report} {number}")


Found = tuple[str, Features, bool]


def _same(
    scene: Scene, told: Sequence[Telling], which: Sequence[int]
) -> Iterator[tuple[int, Features, bool]]:
    """Which event told before does a telling tell, if any? By the number of the telling."""
    before: list[tuple[int, Draft]] = []
    for number, (telling, label) in enumerate(zip(told, which, strict=True)):
        if label == UNSURE:
            continue
        joined = None
        made = [draft for _, draft in before]
        for order, (held, draft) in enumerate(before):
            right = label == held and label != NONE
            yield number, drafts.features(scene, made, order, telling), right
            if right:
                joined = draft
        if joined is not None:
            drafts.join(joined, telling)
        else:
            before.append((label, Draft([telling], telling.type, telling.status)))


def oracle(told: Sequence[Telling], which: Sequence[int]) -> dict[int, Draft]:
    """The drafts that the annotation makes, by event."""
    found: dict[int, Draft] = {}
    for telling, label in zip(told, which, strict=True):
        if label >= 0:
            if label in found:
                drafts.join(found[label], telling)
            else:
                found[label] = Draft([telling], telling.type, telling.status)
    return found


def _worth(
    scene: Scene, told: Sequence[Telling], which: Sequence[int], events: Sequence[Gold]
) -> Iterator[Found]:
    """Whether a draft, as tellings are joined now, is an event, and the main one."""
    label_of = {id(telling): label for telling, label in zip(told, which, strict=True)}
    made = drafts.draft(scene, told)
    told_by = _told_by(scene, made, label_of)
    for order, draft in enumerate(made):
        found = worth.features(scene, made, order)
        label = told_by.get(order)
        if label is not None:
            yield "event", found, True
            yield "main", found, events[label].row["salience"] == "main"
            continue
        held = [label_of[id(t)] for t in draft.tellings]
        if max(held) >= 0 or UNSURE not in held:
            yield "event", found, False


def _told_by(scene: Scene, made: Sequence[Draft], label_of: Mapping[int, int]) -> dict[int, int]:
    """The orders of the drafts that best tell the annotated events, with their events.

    Rather one that the body tells, then the one with most of the event's tellings, then the first.
    """
    best: dict[int, tuple[tuple[bool, int, int], int]] = {}
    for order, draft in enumerate(made):
        sure = [label for t in draft.tellings if (label := label_of[id(t)]) >= 0]
        if not sure:
            continue
        label = max(dict.fromkeys(sure), key=sure.count)
        body = any(not scene.is_title(t.sentence) for t in draft.tellings)
        rank = (body, sure.count(label), -order)
        if label not in best or rank > best[label][0]:
            best[label] = (rank, order)
    return {order: label for label, (_, order) in best.items()}


def _slots(
    scene: Scene,
    told: Sequence[Telling],
    which: Sequence[int],
    events: Sequence[Gold],
    score: ModuleType,
) -> Iterator[Found]:
    """Which parties, places, dates and figures belong to an event."""
    made = oracle(told, which)
    for label, draft in made.items():
        row = events[label].row
        draft.salience = row["salience"]
        for party in sides.candidates(scene, draft):
            found = side_features.features(scene, draft, party)
            for role in sides.ROLES:
                yield role, found, is_actor(scene, party, row[role], score)
        places = list(sites.candidates(scene, draft))
        for node in places:
            right = any(is_placed(scene, node, g, places, score) for g in row["where"])
            yield "where", site_features.naming(scene, draft, node).features, right
        for node in times.candidates(scene, draft):
            yield "when", times.features(scene, draft, node), is_dated(node, row["when"], score)
    held = figures.by_sentence(list(made.values()))
    for node in scene.counts:
        for option in figures.options(scene, held, node):
            right = _counted(scene, node, option, made, events)
            yield "figure", figures.features(scene, node, option), right


def _types(
    scene: Scene, told: Sequence[Telling], which: Sequence[int], events: Sequence[Gold]
) -> Iterator[tuple[int, Features, bool]]:
    """Which of the types that its triggers name is an event of? By the event's number."""
    for label, draft in oracle(told, which).items():
        words = kinds.words(scene, draft)
        for kind in kinds.named(draft):
            right = kind == events[label].row["type"]
            yield label, kinds.features(draft, words, kind), right


def is_actor(scene: Scene, party: Party, gold: Sequence[Row], score: ModuleType) -> bool:
    """Whether a party is one of the annotated sides."""
    named = {"text": party.text(scene.doc), "name": party.name}
    return any(score.same_actor(one, named) for one in gold)


def _place(scene: Scene, node: Node) -> Mapping[str, object]:
    value = node.value
    start, end = scene.doc.span(node.i, node.j, node.skip, node.cut)
    return {
        "text": scene.doc.text[start:end],
        "country": value.country,
        "kind": value.kind,
        "lat": value.lat,
        "lon": value.lon,
    }


def is_placed(
    scene: Scene, node: Node, gold: Row, places: Sequence[Node], score: ModuleType
) -> bool:
    """Whether a place is the annotated one by its words, or by where it lies if none has them."""
    named = [n for n in places if score.overlap(_place(scene, n)["text"], gold["text"]) >= 0.5]
    if named:
        return any(n is node for n in named)
    return bool(score.same_place(gold, _place(scene, node)))


def is_dated(node: Node, gold: Row | None, score: ModuleType) -> bool:
    """Whether a date is the annotated one."""
    return bool(score.same_when(gold, _time(node)))


def _time(node: Node) -> Mapping[str, str | None] | None:
    value = node.value
    if value.start is None or value.end is None:
        return None
    kept = {"month": 7, "year": 4}.get(value.grain, 10)
    return {"start": value.start[:kept], "end": value.end[:kept]}


def _counted(
    scene: Scene,
    node: Node,
    option: figures.Option,
    made: Mapping[int, Draft],
    events: Sequence[Gold],
) -> bool:
    """Whether the annotation has this figure of this slot, told in these words, of this event."""
    label = next(k for k, draft in made.items() if draft is option.draft)
    return stated(scene, node, option, events[label].row["counts"]) is not None


def stated(scene: Scene, node: Node, option: figures.Option, counts: Sequence[Row]) -> Row | None:
    """The annotated figure that a count states under an option; None if there is none."""
    start, end = scene.doc.span(node.i, node.j, node.skip, node.cut)
    for row in counts:
        same = row["what"] == option.slot and (row["low"], row["high"]) == (
            node.value.low,
            node.value.high,
        )
        if not same:
            continue
        at = scene.doc.text.find(row["text"])
        while at >= 0:
            if at < end and start < at + len(row["text"]):
                return row
            at = scene.doc.text.find(row["text"], at + 1)
        surface = scene.doc.text[start:end]
        if row["who"] and row["who"] in surface and row["low"] is not None:
            return row
    return None
