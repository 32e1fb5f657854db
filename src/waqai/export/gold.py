"""The annotation format: what a careful coder enters after reading a report once.

Offsets, rules and confidence stay behind; the words that state each value are kept.
"""

from __future__ import annotations

from typing import Any

from waqai.model.event import Claim, Event, Record, Side, When, Where
from waqai.model.report import Report

# Characters of an ISO date that a grain states; a part of a day is told as its day.
_PRECISION = {"month": 7, "year": 4}
_DAY = 10


def gold(report: Report, record: Record) -> dict[str, Any]:
    """The record of `report` as one object of the annotation format."""
    text = report.text
    return {
        "report": record.report,
        "published": record.published,
        "events": [_event(event, text) for event in record.events],
    }


def _event(event: Event, text: str) -> dict[str, Any]:
    return {
        "type": event.type,
        "status": event.status,
        "salience": event.salience,
        "evidence": event.evidence.of(text),
        "when": _when(event.when),
        "where": [_where(place) for place in event.where],
        "by": [_side(side) for side in event.by],
        "to": [_side(side) for side in event.to],
        "counts": [_count(claim) for claim in event.claims],
        "weapons": [thing.text for thing in event.weapons],
        "incident": None,
    }


def _when(when: When | None) -> dict[str, Any] | None:
    """None where the text gives no date: one that is only assumed, or known in part, is none."""
    if when is None or when.assumed or when.value.start is None or when.value.end is None:
        return None
    kept = _PRECISION.get(when.value.grain, _DAY)
    return {"start": when.value.start[:kept], "end": when.value.end[:kept], "text": when.text}


def _where(place: Where) -> dict[str, Any]:
    value = place.value
    return {
        "text": place.text,
        "name": value.name,
        "country": value.country,
        "kind": value.kind,
        "lat": value.lat,
        "lon": value.lon,
    }


def _side(side: Side) -> dict[str, Any]:
    return {"text": side.text, "name": side.name, "kind": side.kind}


def _count(claim: Claim) -> dict[str, Any]:
    return {
        "what": claim.slot,
        "who": claim.who,
        "low": claim.low,
        "high": claim.high,
        "text": claim.text,
        "source": claim.speaker.text if claim.speaker else None,
        "whom": claim.whom.cls,
    }
