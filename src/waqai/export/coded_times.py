"""The time of an event as a coder enters it: a day, a month, a year, or a span of them.

A coder enters the month of which a third is named and the year of which a part is (مطلع الشهر,
أواخر عام 2014), and what has gone on since a day up to publication as a span (قتلوا منذ الجمعة).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from waqai.model.event import Event, When

_YEAR: Final = 4
_MONTH: Final = 7
_DAY: Final = 10
# Characters of an ISO date that a grain states; a part of a day is told as its day.
_PRECISION: Final = {"month": _MONTH, "year": _YEAR}
_THIRD: Final = "date.third"
# Days of the longest third of a week and of a month.
_WEEK: Final = 7
_THIRTY: Final = 11
_SINCE: Final = (" منذ", " ومنذ", "\nمنذ", "\nومنذ")
# What happened since a year began, or so long ago, is entered as that year or day.
_FROM: Final = ("day", "part_of_day", "hour", "minute", "month", "span")
_AGO: Final = "date.ago"


def coded(event: Event, text: str, published: str | None) -> tuple[str, str] | None:
    """First and last day, month or year of an event; None where the text gives no date: one that
    is only assumed, or known in part, is none.
    """
    when = event.when
    if when is None or when.assumed or when.value.start is None or when.value.end is None:
        return None
    day = published[:_DAY] if published else None
    if day is not None and event.status == "happened" and _is_since(when, text, day):
        kept = _MONTH if when.value.grain == "month" else _DAY
        return when.value.start[:kept], day[:kept]
    kept = _precision(when)
    return when.value.start[:kept], when.value.end[:kept]


def _precision(when: When) -> int:
    """Characters of an ISO date by which a time is entered."""
    if _THIRD not in when.rules:
        return _PRECISION.get(when.value.grain, _DAY)
    days = _days(when)
    if days <= _WEEK:
        return _DAY
    return _MONTH if days <= _THIRTY else _YEAR


def _days(when: When) -> int:
    """How many days a time covers."""
    ends = (when.value.start or "", when.value.end or "")
    first, last = (date.fromisoformat(day[:_DAY]) for day in ends)
    return (last - first).days + 1


def _is_since(when: When, text: str, published: str) -> bool:
    """Whether an event is told to have gone on since a time before publication."""
    if when.span is None or when.value.grain not in _FROM or _AGO in when.rules:
        return False
    if when.value.grain == "span" and _THIRD not in when.rules:
        return False
    since = text[: when.span.start].rstrip().endswith(_SINCE)
    return since and (when.value.end or "")[:_DAY] < published
