"""Events made by hand, for exports."""

from __future__ import annotations

from typing import Any

from waqai.export.told import Told
from waqai.model.event import Claim, Event, Record, Responsibility, Side, Speaker, When, Where, Whom
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue

AT = Span(0, 4)
DOUMA = PlaceValue("Douma", "SY", "Rif Dimashq", 33.5721, 36.4022, "town", 1, 1)
HOMS = PlaceValue("Homs", "SY", "Homs", 34.73, 36.72, "town", 1, 1)
DESERT = PlaceValue("Syrian Desert", "SY", None, None, None, "area", None, None)
DAY = DateValue("2025-05-17", "2025-05-17", "day", "stated")


def where(value: PlaceValue = DOUMA, text: str = "دوما") -> Where:
    return Where(value, AT, text, ("place",))


def when(value: DateValue = DAY, assumed: str | None = None) -> When:
    return When(value, AT, "يوم", ("date",), assumed)


def side(
    name: str, kind: Any, text: str, key: str | None = None, country: str | None = None
) -> Side:
    return Side(name, key, kind, country, AT, text, ("actor",))


def claim(
    slot: Any, low: int | None, high: int | None, cls: Any = "civilian", **more: Any
) -> Claim:
    speaker = more.get("speaker")
    said = Speaker(AT, speaker, more.get("speaker_name", speaker), more.get("kind", "medic"))
    whom = Whom(cls, "to", more.get("age"), more.get("sex"))
    text = more.get("text", "ثلاثة")
    return Claim(slot, low, high, more.get("hedge", "exact"), whom, more.get("who"), AT, text,
                 said if speaker else None, ("count",))  # fmt: skip


def stance(actor: str) -> Responsibility:
    return Responsibility(actor, None, "claims", AT, "تبنى", None, ("stance",))


def event(kind: Any = "shelling", key: str = "0123456789abcdef", **more: Any) -> Event:
    values: dict[str, Any] = {
        "id": key, "type": kind, "status": "happened", "salience": "main", "trigger": AT,
        "evidence": AT, "when": when(), "where": (where(),), "by": (), "to": (), "targets": (),
        "weapons": (), "claims": (), "responsibility": (), "rules": ("rule",), "confidence": 0.875,
    }  # fmt: skip
    return Event(**{**values, **more})


def told(*events: Event, **more: Any) -> Told:
    report = Report("r1", "قصف دوما وقتل ثلاثة", "عنوان", "2025-05-18", "صوت الغوطة", language="ar")
    record = Record("r1", report.published, "ar", "0.1.0", events)
    made = "2026-01-02T03:04:05+00:00"
    return Told(report, record, more.get("title", report.title), 1, "ab" * 32, "0.1.0", made)
