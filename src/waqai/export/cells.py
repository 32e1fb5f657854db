"""Events and claims as rows of a spreadsheet: each value with its words and their offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from waqai.export.location import precision
from waqai.export.sentences import english
from waqai.export.told import Told
from waqai.link.together import bounds
from waqai.model.codes import COUNT_SLOTS
from waqai.model.event import Claim, Event, Responsibility, Side
from waqai.model.report import Report
from waqai.model.span import Span

Cell = str | int | float | None
Sheet = Literal["events", "claims"]

_REPORT = ("report", "published", "outlet", "url", "title")
_EVENT = ("event", "type", "status", "salience", "confidence")
_WHEN = ("date_start", "date_end", "date_grain", "date_basis", "date_assumed", "date_words",
         "date_at")  # fmt: skip
_WHERE = ("country", "admin1", "place", "place_kind", "place_precision", "place_container", "lat",
          "lon", "place_words", "place_at")  # fmt: skip
_SIDES = ("by", "by_words", "by_at", "to", "to_words", "to_at")
_CLAIM = ("slot", "low", "high", "hedge", "whom", "side", "age", "sex", "stance", "actor", "who",
          "words", "at", "speaker", "speaker_kind", "speaker_words", "speaker_at")  # fmt: skip
COLUMNS: Mapping[Sheet, tuple[str, ...]] = {
    "events": (
        *_REPORT,
        *_EVENT,
        *_WHEN,
        *_WHERE,
        *_SIDES,
        "targets",
        "weapons",
        *(f"{slot}_{end}" for slot in COUNT_SLOTS for end in ("low", "high")),
        "sentence",
    ),
    "claims": (*_REPORT[:2], *_EVENT[:2], *_CLAIM),
}


def rows(items: Iterable[Told], sheet: Sheet) -> Iterator[dict[str, Cell]]:
    """The rows of a sheet, in the order of the reports; cells by column name."""
    for item in items:
        for event in item.record.events:
            if sheet == "events":
                yield _event_row(item, event)
            else:
                yield from _claim_rows(item, event)


def _report(item: Told) -> dict[str, Cell]:
    report = item.report
    values = (report.id, report.published, report.outlet, report.url, item.title)
    return dict(zip(_REPORT, values, strict=True))


def _heading(event: Event) -> dict[str, Cell]:
    values = (event.id, event.type, event.status, event.salience, event.confidence)
    return dict(zip(_EVENT, values, strict=True))


def _event_row(item: Told, event: Event) -> dict[str, Cell]:
    return {
        **_report(item),
        **_heading(event),
        **_when(event),
        **_where(event),
        **_side("by", event.by),
        **_side("to", event.to),
        "targets": _joined(thing.value.kind for thing in event.targets),
        "weapons": _joined(thing.value.name for thing in event.weapons),
        **totals(item.report, event),
        "sentence": english(event),
    }


def _when(event: Event) -> dict[str, Cell]:
    when = event.when
    if when is None:
        return {}
    value = when.value
    values = (value.start, value.end, value.grain, value.basis, when.assumed, when.text,
              _at(when.span))  # fmt: skip
    return dict(zip(_WHEN, values, strict=True))


def _where(event: Event) -> dict[str, Cell]:
    """The first place; the words and offsets of all."""
    if not event.where:
        return {}
    first = event.where[0].value
    values = (first.country, first.admin1, first.name, first.kind, precision(first),
              first.container, first.lat, first.lon,
              _joined(place.text for place in event.where),
              _joined(_at(place.span) for place in event.where))  # fmt: skip
    return dict(zip(_WHERE, values, strict=True))


def _side(role: str, sides: tuple[Side, ...]) -> dict[str, Cell]:
    return {
        role: _joined(side.name for side in sides),
        f"{role}_words": _joined(side.text for side in sides),
        f"{role}_at": _joined(_at(side.span) for side in sides),
    }


def totals(report: Report, event: Event) -> dict[str, Cell]:
    """At least and at most of each slot, all people of the event together; no figure, no cell."""
    found: dict[str, Cell] = {}
    for slot in COUNT_SLOTS:
        found[f"{slot}_low"], found[f"{slot}_high"] = bounds(report, event, slot)
    return found


def _claim_rows(item: Told, event: Event) -> Iterator[dict[str, Cell]]:
    base = {"report": item.report.id, "published": item.report.published,
            "event": event.id, "type": event.type}  # fmt: skip
    for claim in event.claims:
        whom = claim.whom
        yield {
            **base,
            "slot": claim.slot,
            "low": claim.low,
            "high": claim.high,
            "hedge": claim.hedge,
            "whom": whom.cls,
            "side": whom.side,
            "age": whom.age,
            "sex": whom.sex,
            "who": claim.who,
            **_said(claim),
        }
    for stance in event.responsibility:
        told: dict[str, Cell] = {"slot": "responsibility", "stance": stance.stance}
        yield {**base, **told, "actor": stance.actor, **_said(stance)}


def _said(claim: Claim | Responsibility) -> dict[str, Cell]:
    """The words of a claim and who says them."""
    speaker = claim.speaker
    return {
        "words": claim.text,
        "at": _at(claim.span),
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind if speaker else "own_voice",
        "speaker_words": speaker.text if speaker else None,
        "speaker_at": _at(speaker.span) if speaker else None,
    }


def _at(span: Span | None) -> str | None:
    """Offsets in code points of the report's text: `12-34`."""
    return f"{span.start}-{span.end}" if span else None


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(value for value in values if value) or None
