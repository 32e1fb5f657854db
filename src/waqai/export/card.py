"""A card: one event for a reader, in two sentences and every claim with its words."""

from __future__ import annotations

import re

import msgspec

from waqai.export.explanation import bounds, stance_told
from waqai.export.sentences import arabic, english
from waqai.export.told import Told
from waqai.model.codes import Grain
from waqai.model.event import Claim, Event, Responsibility

# Overrides and controls would let a text reorder or erase what stands around it on a terminal.
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class ClaimLine(msgspec.Struct, frozen=True):
    """A claim as shown: figure or stance, whom, speaker, report, offsets, words."""

    slot: str
    value: str
    whom: str
    speaker: str
    report: str
    start: int
    end: int
    words: str


class Card(msgspec.Struct, frozen=True):
    """An event as shown."""

    event: str
    type: str
    status: str
    salience: str
    report: str
    published: str | None
    outlet: str | None
    title: str | None
    english: str
    arabic: str
    claims: tuple[ClaimLine, ...]


def card(item: Told, event: Event) -> Card:
    """The card of an event of a report."""
    report = item.report
    claims = [_figure(claim, report.id) for claim in event.claims]
    claims += [_stance(stance, report.id) for stance in event.responsibility]
    return Card(
        event.id,
        event.type,
        event.status,
        event.salience,
        report.id,
        report.published,
        report.outlet,
        item.title,
        english(event),
        arabic(event),
        tuple(claims),
    )


def shown(text: str | None) -> str:
    """A text on one line, without characters that would disturb what stands around it."""
    return " ".join(_UNSAFE.sub("", text or "").split())


def days(start: str, end: str | None, grain: Grain) -> str:
    """A date as exact as it is told: `2017-08-05`, `2017-08`, `1997`, `2017-08-05/2017-08-09`."""
    length = {"year": 4, "month": 7}.get(grain, 10)
    first, last = start[:length], (end or start)[:length]
    return first if first == last else f"{first}/{last}"


def _figure(claim: Claim, report: str) -> ClaimLine:
    whom = claim.whom
    people = " ".join(part for part in (whom.cls, whom.age, whom.sex) if part)
    speaker = claim.speaker
    return ClaimLine(
        claim.slot,
        bounds(claim.low, claim.high),
        people,
        f"{speaker.kind}: {speaker.text}" if speaker else "own voice",
        report,
        claim.span.start,
        claim.span.end,
        claim.text,
    )


def _stance(stance: Responsibility, report: str) -> ClaimLine:
    speaker = stance.speaker
    return ClaimLine(
        "responsibility",
        stance_told(stance.stance, stance.actor),
        "",
        f"{speaker.kind}: {speaker.text}" if speaker else "own voice",
        report,
        stance.span.start,
        stance.span.end,
        stance.text,
    )
