"""What of a report's words means something, from its record: no extractor is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from waqai.model.event import Event, Record, Speaker
from waqai.model.span import Span
from waqai.serve.answers import Highlight

Found = tuple[str, Span, Any, tuple[str, ...]]


def highlights(record: Record, text: str) -> list[Highlight]:
    """Each span once a kind and value, by start, the longest first; `text` is the report's."""
    found: dict[tuple[str, int, int, str], Highlight] = {}
    for event in record.events:
        for kind, span, value, rules in _event(event):
            made = Highlight(kind, span.start, span.end, span.of(text), value, rules)
            found.setdefault((kind, span.start, span.end, repr(value)), made)
    return sorted(found.values(), key=lambda h: (h.start, -h.end, h.kind))


def _event(event: Event) -> Iterator[Found]:
    yield "trigger", event.trigger, {"type": event.type, "status": event.status}, event.rules
    if event.when and event.when.span:
        yield "date", event.when.span, event.when.value, event.when.rules
    yield from (("place", where.span, where.value, where.rules) for where in event.where)
    for side in (*event.by, *event.to):
        told = {"name": side.name, "id": side.id, "kind": side.kind, "country": side.country}
        yield "actor", side.span, told, side.rules
    yield from (("target", thing.span, thing.value, thing.rules) for thing in event.targets)
    yield from (("weapon", thing.span, thing.value, thing.rules) for thing in event.weapons)
    yield from _claims(event)


def _claims(event: Event) -> Iterator[Found]:
    for claim in event.claims:
        yield "claim", claim.span, claim, claim.rules
        yield from _speaker(claim.speaker)
    for stance in event.responsibility:
        yield "responsibility", stance.span, stance, stance.rules
        yield from _speaker(stance.speaker)


def _speaker(speaker: Speaker | None) -> Iterable[Found]:
    if speaker is not None:
        yield "speaker", speaker.span, {"name": speaker.name, "kind": speaker.kind}, ()
