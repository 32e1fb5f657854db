"""The explanation of a record: for each value of each event the words and the rules behind it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from waqai.model.codes import Stance
from waqai.model.event import Claim, Event, Record, Responsibility, Side, Where
from waqai.model.report import Report
from waqai.model.span import Span


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """One value of an event. `start`/`end`/`text` are None where no words state it (`assumed`).

    `value` is the value on one line; `rules` what made it, outermost first; `speaker` who says it.
    """

    slot: str
    value: str
    rules: tuple[str, ...]
    start: int | None = None
    end: int | None = None
    text: str | None = None
    speaker: str | None = None


class ExplainedEvent(msgspec.Struct, frozen=True):
    """An event with its values in the order of the record's fields."""

    id: str
    type: str
    status: str
    salience: str
    confidence: float
    values: tuple[Step, ...]


class Explanation(msgspec.Struct, frozen=True):
    """All events of one report, explained."""

    report: str
    published: str | None
    events: tuple[ExplainedEvent, ...]


def explain(report: Report, record: Record) -> Explanation:
    """Explain every value of every event of `report`."""
    text = report.text
    events = tuple(
        ExplainedEvent(
            event.id,
            event.type,
            event.status,
            event.salience,
            event.confidence,
            tuple(_steps(event, text)),
        )
        for event in record.events
    )
    return Explanation(record.report, record.published, events)


def _steps(event: Event, text: str) -> Iterator[Step]:
    """The values of an event in the order in which a reader asks for them."""
    yield _step("type", event.type, event.rules, event.trigger, text)
    yield _step("evidence", event.status, event.rules, event.evidence, text)
    yield from _when(event, text)
    for place in event.where:
        yield _step("where", place_line(place), place.rules, place.span, text)
    for slot, sides in (("by", event.by), ("to", event.to)):
        for side in sides:
            yield _step(slot, side_line(side), side.rules, side.span, text)
    for slot, things in (("target", event.targets), ("weapon", event.weapons)):
        for thing in things:
            named = f"{thing.value.name} ({thing.value.kind})"
            yield _step(slot, named, thing.rules, thing.span, text)
    for claim in event.claims:
        yield _step(claim.slot, figure(claim), claim.rules, claim.span, text, said_by(claim))
    for stance in event.responsibility:
        yield _step(
            "responsibility", stance_line(stance), stance.rules, stance.span, text, said_by(stance)
        )


def _when(event: Event, text: str) -> Iterator[Step]:
    """The event's time, with the reason where it is assumed."""
    when = event.when
    if when is None:
        return
    value = when.value
    days = (value.start or value.partial or "") + (
        "" if value.end == value.start else f"/{value.end}"
    )
    told = f"{days} ({value.grain}, {when.assumed or value.basis})"
    yield _step("when", told, when.rules, when.span, text)


def place_line(place: Where) -> str:
    """`Aleppo, SY (town) 36.20, 37.16`; "unresolved" where no coordinates are known."""
    value = place.value
    country = f", {value.country}" if value.country else ""
    if value.lat is None or value.lon is None:
        return f"{value.name}{country} ({value.kind}) unresolved"
    return f"{value.name}{country} ({value.kind}) {value.lat:.2f}, {value.lon:.2f}"


def side_line(side: Side) -> str:
    """`Syrian Army (state_forces, SY)`."""
    country = f", {side.country}" if side.country else ""
    return f"{side.name} ({side.kind}{country})"


def figure(claim: Claim) -> str:
    """`5 civilian`, `30+ militant`, `20-30 unknown`, `some civilian` (no figure told)."""
    return f"{bounds(claim.low, claim.high)} {claim.whom.cls}"


def bounds(low: int | None, high: int | None) -> str:
    """A figure's bounds on one line: `5`, `30+`, `..12`, `20-30`, `some` where both are open."""
    if low is None and high is None:
        return "some"
    if low is None:
        return f"..{high}"
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def stance_told(stance: Stance, actor: str) -> str:
    """`accused: X` where a speaker accuses the actor; `claims: X`, `denies: X` where X does."""
    return f"{'accused' if stance == 'accuses' else stance}: {actor}"


def stance_line(stance: Responsibility) -> str:
    """`accused: Syrian army, by residents`, and what one claims or denies himself."""
    told = stance_told(stance.stance, stance.actor)
    by = said_by(stance)
    return f"{told}, by {' '.join(by.split())}" if by and stance.stance == "accuses" else told


def said_by(claim: Claim | Responsibility) -> str | None:
    """Who says it, as written; None for the report's own voice."""
    return claim.speaker.text if claim.speaker else None


def _step(
    slot: str,
    value: str,
    rules: tuple[str, ...],
    span: Span | None,
    text: str,
    speaker: str | None = None,
) -> Step:
    """A step with the words of its span."""
    if span is None:
        return Step(slot, value, rules, speaker=speaker)
    return Step(slot, value, rules, span.start, span.end, span.of(text), speaker)
