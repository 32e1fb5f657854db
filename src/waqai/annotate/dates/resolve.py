"""From what the words say and when they were published to the days they mean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from waqai.annotate.dates.days import Days
from waqai.annotate.dates.distance import ago, recent
from waqai.annotate.dates.named import named
from waqai.annotate.dates.spec import Ago, Named, Part, Range, Recent, Spec, Years
from waqai.model.codes import Grain, Unit
from waqai.model.values import DateValue

_DAY: Final = timedelta(days=1)
_GRAINS: Final[dict[Unit, Grain]] = {"week": "week", "month": "month", "year": "year"}
_NOON: Final = 12
# Twelve at night of a day is told as its end.
_MIDNIGHT: Final = 24
_MORNING: Final = 6


def resolve(spec: Spec, published: date | None, *, ahead: bool = False) -> DateValue | None:
    """The value of a reading, None where there is no such day.

    Without a year or which week the last such day up to publication is meant, with `ahead` the
    next one from it (for what is announced). Without `published`, what hangs on it stays unknown.
    """
    try:
        days = _days(spec, published, ahead)
    except (ValueError, OverflowError):
        return None
    if days is None:
        told = isinstance(spec, Named) and spec.hour is not None and spec.weekday is None
        return _partial(spec) if published is None or told else None
    if isinstance(spec, Named) and spec.hour is not None:
        return _at(days, spec)
    if isinstance(spec, Range) and _is_night(spec) and spec.first.hour is not None:
        hour = _hour(spec.first)
        if hour < _MIDNIGHT:
            day = days.last if hour < _MORNING else days.first
            return _at(Days(day, day, "day", days.basis), spec.first)
    return days.value()


def _days(spec: Spec, published: date | None, ahead: bool) -> Days | None:
    match spec:
        case Named():
            return named(spec, published, ahead)
        case Years(first, last, decade):
            days = date(first, 1, 1), date(last, 12, 31)
            return Days(*days, "decade" if decade else "span", "stated")
        case Range():
            return _range(spec, published, ahead)
        case Ago():
            return ago(spec, published) if published else None
        case Recent():
            return recent(spec, published) if published else None


def _range(spec: Range, published: date | None, ahead: bool) -> Days | None:
    """From the first day of one to the last of the other; a shared month or year is told once.

    Two weekdays of which the first is that of publication are today and tomorrow.
    """
    if published is not None and _is_today_on(spec, published):
        return Days(published, published + _DAY, "span", "weekday")
    if _is_night(spec) and not ahead:
        # It may begin on the evening of publication itself.
        evening = named(spec.first, published, ahead)
        return evening and Days(evening.first, evening.first + _DAY, "span", evening.basis)
    last = named(spec.last, published, ahead)
    if last is None:
        return None
    first = named(_completed(spec.first, spec.last), published, ahead)
    if first is None:
        return None
    if first.first > last.last and spec.first.weekday is not None:
        first = named(spec.first, last.last, False)
        if first is None:
            return None
    if first.first > last.last and spec.last.month is not None and spec.last.year is None:
        # From what is past to what is still to come.
        last = named(spec.last, published, True) or last
    if first.first > last.last and spec.last.weekday is not None:
        last = named(spec.last, first.first + 6 * _DAY, False) or last
    if first.first > last.last:
        return None
    basis = last.basis if first.basis == "stated" else first.basis
    return Days(first.first, last.last, "span", basis)


def _is_night(spec: Range) -> bool:
    """Whether it is the night between two weekdays (ليل السبت - الأحد)."""
    first, last = spec.first, spec.last
    if first.part != "night" or first.weekday is None or last.weekday is None:
        return False
    plain = all(
        end.day is None and end.month is None and end.offset is None for end in (first, last)
    )
    return plain and last.weekday == first.weekday % 7 + 1


def _is_today_on(spec: Range, published: date) -> bool:
    """Whether the first of two days in a row by their names is that of publication."""
    today = published.isoweekday()
    return spec == Range(Named(weekday=today), Named(weekday=today % 7 + 1))


def _completed(first: Named, last: Named) -> Named:
    """The first end with the month and year that only the last one tells."""
    if first.weekday is not None or first.offset is not None or first.year is not None:
        return first
    month = first.month if first.month is not None else last.month
    year = last.year
    if year is not None and first.month is not None and last.month and first.month > last.month:
        year -= 1
    shared = first.month is None or last.unit == "year"
    return Named(
        year=year, month=month, day=first.day, hijri=last.hijri, step=first.step or last.step,
        offset=last.offset if shared else None, unit=last.unit if shared else None,
        part=first.part, share=first.share,
    )  # fmt: skip


def _at(days: Days, spec: Named) -> DateValue:
    """An hour or minute of a day; midnight told as twelve at night ends the day."""
    assert spec.hour is not None
    day = days.first
    hour = _hour(spec)
    if hour >= _MIDNIGHT:
        return days._replace(grain="part_of_day").value()
    if spec.minute is None:
        start = f"{day.isoformat()}T{hour:02}:00"
        return DateValue(start, f"{day.isoformat()}T{hour:02}:59", "hour", days.basis)
    at = f"{day.isoformat()}T{hour:02}:{spec.minute:02}"
    return DateValue(at, at, "minute", days.basis)


def _hour(spec: Named) -> int:
    """The hour of the day, 1 to 12 read with the part of the day that is told."""
    hour = spec.hour or 0
    return hour if spec.part is None or hour > _NOON else _of_day(hour, spec.part)


def _of_day(hour: int, part: Part) -> int:
    """Hours 1 to 12 of a part of the day as hours of the day."""
    if part in ("afternoon", "evening") and hour < 12:
        return hour + 12
    if part in ("evening", "night") and hour == 12:
        return _MIDNIGHT
    if part == "noon":
        return hour + 12 if hour < 4 else hour
    if part == "night":
        return hour + 12 if 6 <= hour < 12 else hour % 12
    return hour % 12 if part == "dawn" else hour


def _partial(spec: Spec) -> DateValue | None:
    """What is known without the day of publication."""
    if isinstance(spec, Range):
        known = _known(spec.last)
        return DateValue(None, None, "span", "partial", known) if known else None
    if isinstance(spec, Ago | Recent):
        n = "?" if spec.n is None else f"{spec.n * spec.sign:+g}"
        grain = _GRAINS.get(spec.unit, "day")
        return DateValue(None, None, grain, "partial", f"{spec.unit}:{n}")
    if isinstance(spec, Named):
        known = _known(spec)
        return DateValue(None, None, _grain(spec), "partial", known) if known else None
    return None


def _known(spec: Named) -> str | None:
    """The parts that the text gives alone, the most particular first."""
    if spec.month is not None:
        return f"--{spec.month:02}" + (f"-{spec.day:02}" if spec.day else "")
    if spec.day is not None:
        return f"---{spec.day:02}"
    if spec.weekday is not None:
        return f"weekday:{spec.weekday}"
    if spec.offset is not None:
        return f"{spec.unit}:{spec.offset:+d}" if spec.offset else f"{spec.unit}:0"
    if spec.hour is not None:
        return f"T{_hour(spec):02}:{spec.minute or 0:02}"
    return None


def _grain(spec: Named) -> Grain:
    """How precisely a reading says when."""
    if spec.hour is not None:
        return "hour" if spec.minute is None else "minute"
    if spec.share is not None or spec.last is not None:
        return "span"
    if spec.part is not None:
        return "part_of_day"
    if spec.day is not None or spec.weekday is not None or spec.unit == "day":
        return "day"
    if spec.month is not None or spec.unit == "month":
        return "month"
    return "week" if spec.unit == "week" else "year"
