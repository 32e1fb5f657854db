"""Records made by hand, and an extractor that needs no Arabic: what the store is tested with."""

from __future__ import annotations

import re

from waqai.model.canonical import digest
from waqai.model.event import Claim, Event, Record, Side, Speaker, When, Where, Whom
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue

_PLACE = PlaceValue("Douma", "SY", "Rif Dimashq", 33.57, 36.4, "town", 1, 1)


def extract(report: Report) -> Record:
    """One event a sentence that says قتل, with a claim for the number word after it."""
    events = tuple(_events(report)) if report.language == "ar" else ()
    return Record(report.id, report.published, report.language or "und", "0", events)


def _span(match: re.Match[str], group: int | str = 0) -> tuple[Span, str]:
    return Span(*match.span(group)), match[group]


def _events(report: Report) -> list[Event]:
    text = report.text
    found = []
    for match in re.finditer(r"قتل (\w+)(?: (\w+))?[^.\n]*", text):
        trigger, _ = _span(match)
        figure, words = _span(match, 1)
        place = re.search("دوما", text)
        speaker = re.search("مصدر طبي", text)
        claim = Claim(
            "killed", 3, 3, "exact", Whom("civilian", "to"), match[2], figure, words,
            Speaker(*_span(speaker), "medical source", "medic") if speaker else None, ("test",),
        )  # fmt: skip
        group = re.search("مسلحون مجهولون", text)
        found.append(Event(
            digest(report.id, trigger), "attack", "happened", "main", trigger, trigger,
            When(DateValue("2025-05-17", "2025-05-17", "day", "stated"), None, None, ("test",)),
            (Where(_PLACE, *_span(place), ("test",)),) if place else (),
            (Side("unknown gunmen", None, "unknown", None, *_span(group), ("test",)),)
            if group else (), (), (), (), (claim,), (), ("test",), 0.9,
        ))  # fmt: skip
    return found
