"""Reports of one line an event, and an extractor that reads them: linking without Arabic."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from waqai.link.piece import Piece
from waqai.link.tellings import tellings
from waqai.model.canonical import digest
from waqai.model.event import Claim, Event, Record, Side, Speaker, When, Where, Whom
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue

PLACES = {
    "douma": ("Douma", 33.5721, 36.4022),
    "homs": ("Homs City", 34.7300, 36.7200),
    "idlib": ("Binnish", 35.9567, 36.7134),
    "saraqib": ("Saraqib", 35.8617, 36.8055),
}


def line(kind: str = "shelling", place: str = "douma", day: str = "2025-05-17", **more: Any) -> str:
    """One event as a line: `shelling douma 2025-05-17 killed=3 by=SY-army`."""
    rest = " ".join(f"{name}={value}" for name, value in more.items())
    return f"{kind} {place} {day} {rest}".strip()


def report(
    key: str, *lines: str, published: str = "2025-05-18", outlet: str | None = None
) -> Report:
    """A report of some events, of an outlet of its own where none is given."""
    return Report(key, "\n".join(lines), None, published, outlet or f"of {key}", language="ar")


def piece(told: Report, event: Event, *sketch: int) -> Piece:
    """An event alone in its report, whose text has the sketch."""
    (telling,) = tellings(told, Record(told.id, told.published, "ar", "0", (event,)))
    return Piece(told, event, replace(telling, sketch=sketch))


def extract(told: Report) -> Record:
    """The events of a report, each on its own line."""
    events, start = [], 0
    for text in told.text.split("\n"):
        if text.strip():
            events.append(_event(told, text, Span(start, start + len(text))))
        start += len(text) + 1
    return Record(told.id, told.published, told.language or "ar", "0", tuple(events))


def _event(told: Report, text: str, span: Span) -> Event:
    kind, place, day, *rest = text.split()
    more = dict(part.split("=") for part in rest)
    when = DateValue(day, day, "day", "stated") if day != "-" else None
    return Event(
        id=digest(told.id, kind, span),
        type=kind,
        status="happened",
        salience="background" if "background" in more else "main",
        trigger=span,
        evidence=span,
        when=When(when, span, text, ("test",)) if when else None,
        where=(Where(_place(place), span, text, ("test",)),) if place != "-" else (),
        by=(Side(more["by"], more["by"], "state_forces", None, span, text, ("test",)),)
        if "by" in more else (),
        to=(),
        targets=(),
        weapons=(),
        claims=tuple(_claims(more, text, span)),
        responsibility=(),
        rules=("test",),
        confidence=0.9,
    )  # fmt: skip


def _place(name: str) -> PlaceValue:
    known = PLACES.get(name)
    if known is None:
        lat, lon = map(float, name.split(","))
        return PlaceValue(name, "SY", None, lat, lon, "town", 1, 1)
    return PlaceValue(known[0], "SY", "Somewhere", known[1], known[2], "town", 1, 1)


def _claims(more: dict[str, str], text: str, span: Span) -> list[Claim]:
    """`killed=3` in the report's own voice, `killed=3@medic` as a medic says."""
    found = []
    for slot in ("killed", "wounded", "arrested"):
        for told in more.get(slot, "").split("+"):
            if not told:
                continue
            figure, _, kind = told.partition("@")
            who = Speaker(span, text, kind, kind) if kind else None
            whom = Whom("civilian", "to")
            n = int(figure)
            found.append(Claim(slot, n, n, "exact", whom, None, span, text, who, ("test",)))
    return found
