"""An event as the values of its rows, each in the order of the table's columns (schema.py)."""

from __future__ import annotations

from sqlalchemy import Table

from waqai.model.event import Claim, Event, Responsibility, Side, Speaker, Thing, Where
from waqai.model.span import Span
from waqai.model.values import TargetValue, WeaponValue
from waqai.store.inserting import Row
from waqai.store.schema import claim, place, side, thing


def event_row(told: Event, *before: int) -> Row:
    """The row of an event, after its id, its record's and its position."""
    when = told.when
    value = when.value if when else None
    return (
        *before,
        told.id,
        told.type,
        told.status,
        told.salience,
        value.start if value else None,
        value.end if value else None,
        value.grain if value else None,
        value.basis if value else None,
        when.assumed if when else None,
        value.partial if value else None,
        *_words(when.span if when else None, when.text if when else None),
        told.trigger.start,
        told.trigger.end,
        told.evidence.start,
        told.evidence.end,
        told.confidence,
    )


def rows_below(told: Event, event: int) -> list[tuple[Table, list[Row]]]:
    """The rows that hang on an event, by table; their ids are left to the database."""
    sides = [_side(s, event, "by", n) for n, s in enumerate(told.by)]
    sides += [_side(s, event, "to", n) for n, s in enumerate(told.to)]
    things = [_thing(t, event, "target", n) for n, t in enumerate(told.targets)]
    things += [_thing(t, event, "weapon", n) for n, t in enumerate(told.weapons)]
    claims = [_claim(c, event, n) for n, c in enumerate(told.claims)]
    claims += [_stance(r, event, n) for n, r in enumerate(told.responsibility, len(claims))]
    places = [_place(p, event, n) for n, p in enumerate(told.where)]
    return [(place, places), (side, sides), (thing, things), (claim, claims)]


def _words(span: Span | None, text: str | None) -> Row:
    return (span.start, span.end, text) if span else (None, None, text)


def _place(where: Where, event: int, position: int) -> Row:
    value = where.value
    return (
        None,
        event,
        position,
        value.name,
        value.country,
        value.admin1,
        value.lat,
        value.lon,
        value.kind,
        value.acled_precision,
        value.ucdp_precision,
        where.span.start,
        where.span.end,
        where.text,
    )


def _side(one: Side, event: int, role: str, position: int) -> Row:
    span = one.span
    return (
        None, event, role, position, one.name, one.id, one.kind, one.country,
        span.start, span.end, one.text,
    )  # fmt: skip


def _thing(
    one: Thing[TargetValue] | Thing[WeaponValue], event: int, role: str, position: int
) -> Row:
    value, span = one.value, one.span
    return (
        None, event, role, position, value.name, value.kind, span.start, span.end, one.text,
    )  # fmt: skip


def _speaker(speaker: Speaker | None) -> Row:
    if speaker is None:
        return (None,) * 5
    return (speaker.name, speaker.kind, speaker.text, speaker.span.start, speaker.span.end)


def _claim(told: Claim, event: int, position: int) -> Row:
    whom, span = told.whom, told.span
    no_stance = (None, None, None)
    return (
        None, event, position, told.slot, told.low, told.high, told.hedge,
        whom.cls, whom.side, whom.age, whom.sex, told.who, *no_stance,
        span.start, span.end, told.text, *_speaker(told.speaker), told.confidence,
    )  # fmt: skip


def _stance(told: Responsibility, event: int, position: int) -> Row:
    no_figure = (None,) * 8
    return (
        None, event, position, "responsibility", *no_figure,
        told.stance, told.actor, told.actor_id,
        told.span.start, told.span.end, told.text, *_speaker(told.speaker), None,
    )  # fmt: skip
