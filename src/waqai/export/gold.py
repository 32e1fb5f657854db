"""The annotation format: what a careful coder enters after reading a report once.

Offsets, rules and confidence stay behind; the words that state each value are kept.
"""

from __future__ import annotations

from typing import Any

from waqai.export.coded_times import coded
from waqai.model.event import Claim, Event, Record, Side, Where
from waqai.model.report import Report


def gold(report: Report, record: Record) -> dict[str, Any]:
    """The record of `report` as one object of the annotation format."""
    text = report.text
    return {
        "report": record.report,
        "published": record.published,
        "events": [_event(event, text, record.published) for event in record.events],
    }


def _event(event: Event, text: str, published: str | None) -> dict[str, Any]:
    return {
        "type": event.type,
        "status": event.status,
        "salience": event.salience,
        "evidence": event.evidence.of(text),
        "when": _when(event, text, published),
        "where": [_where(place) for place in event.where],
        "by": [_side(side) for side in event.by],
        "to": [_side(side) for side in event.to],
        "counts": [_count(claim) for claim in event.claims],
        "weapons": [thing.text for thing in event.weapons],
        "incident": None,
    }


def _when(event: Event, text: str, published: str | None) -> dict[str, Any] | None:
    days = coded(event, text, published)
    if days is None or event.when is None:
        return None
    return {"start": days[0], "end": days[1], "text": event.when.text}


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
