"""From what the words say and when they were published to the days they mean."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import NamedTuple

from waqai.annotate.dates import calendar as cal
from waqai.annotate.dates.spec import Ago, Named, Part, Range, Recent, Spec, Years
from waqai.model.codes import Basis, Grain, Unit
from waqai.model.values import DateValue

# A later year in the company of a Hijri month is Gregorian.
_LAST_HIJRI = 1500
_DAY = timedelta(days=1)
# An indefinite number of units ago (قبل أيام) lies in the period one above.
_ABOVE: dict[Unit, Grain] = {"day": "month", "week": "month", "month": "year"}
_GRAINS: dict[Unit, Grain] = {"week": "week", "month": "month", "year": "year"}
_NOON = 12
# Several months are at most so many.
_SEVERAL = 10
# Twelve at night of a day is told as its end.
_MIDNIGHT = 24
_HOURS: tuple[Unit, ...] = ("second", "minute", "hour")


class Days(NamedTuple):
    """First and last day, how precisely the words say it, and from what it is known."""

    first: date
    last: date
    grain: Grain
    basis: Basis

    def value(self) -> DateValue:
        """As a value."""
        return DateValue(self.first.isoformat(), self.last.isoformat(), self.grain, self.basis)


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
            return _ago(spec, published) if published else None
        case Recent():
            return _recent(spec, published) if published else None


def named(spec: Named, published: date | None, ahead: bool) -> Days | None:
    """A day or period named by its parts."""
    if spec.weekday is not None and spec.nth is None:
        days = _weekday(spec, published, ahead)
    else:
        days = _period(spec, published, ahead)
    if days is None:
        return None
    if spec.nth is not None:
        return _nth(spec, days)
    if spec.third is not None and days.first != days.last:
        first, last = cal.third_of(days.first, days.last, spec.third)
        return Days(first, last, "span", days.basis)
    if spec.part is not None and days.grain == "day":
        return days._replace(grain="part_of_day")
    return days


def _period(spec: Named, published: date | None, ahead: bool) -> Days | None:
    """The day or period that year, month, day and offset name."""
    if spec.month is not None:
        return _month(spec, published, ahead)
    if spec.year is not None:
        found = cal.year_of(spec.year, hijri=spec.hijri)
        grain: Grain = "span" if spec.hijri else "year"
        return Days(*found, grain, "stated") if found else None
    if spec.offset is None or published is None:
        return None
    return _offset(spec, published)


def _offset(spec: Named, published: date) -> Days | None:
    """Days, weeks, months and years from the present one."""
    n = spec.offset or 0
    if spec.unit == "day":
        day = published + timedelta(days=n)
        return Days(day, day, "day", "relative")
    if spec.unit == "week":
        return Days(*cal.week_of(published + timedelta(days=7 * n)), "week", "relative")
    if spec.unit == "month":
        day = cal.months_on(published, n)
        return _in_month(spec, day.year, day.month, "relative")
    if spec.hijri:
        here = cal.hijri_of(published)
        found = cal.year_of(here[0] + n, hijri=True) if here else None
        return Days(*found, "span", "relative") if found else None
    found = cal.year_of(published.year + n)
    return Days(*found, "year", "relative") if found else None


def _in_month(spec: Named, year: int, month: int, basis: Basis) -> Days | None:
    """The day, run of days or whole of a month."""
    if spec.day is None:
        found = cal.month_of(year, month, hijri=spec.hijri)
        grain: Grain = "span" if spec.hijri else "month"
        return Days(*found, grain, basis) if found else None
    first = cal.day_of(year, month, spec.day, hijri=spec.hijri)
    last = first if spec.last is None else cal.day_of(year, month, spec.last, hijri=spec.hijri)
    if first is None or last is None:
        return None
    return Days(first, last, "day" if spec.last is None else "span", basis)


def _month(spec: Named, published: date | None, ahead: bool) -> Days | None:
    """A month or day of it, in the year told or the nearest that fits."""
    assert spec.month is not None
    if spec.year is not None:
        year = _hijri_year(spec.year, spec.month) if spec.hijri else spec.year
        return _checked(spec, _in_month(spec, year, spec.month, "stated"), published)
    if published is None:
        return None
    year = published.year
    if spec.hijri:
        here = cal.hijri_of(published)
        if here is None:
            return None
        year = here[0]
    if spec.unit == "year" and spec.offset is not None:
        return _in_month(spec, year + spec.offset, spec.month, "relative")
    tries = (_in_month(spec, year + k, spec.month, "year_assumed") for k in (-2, -1, 0, 1, 2))
    return _checked(spec, _choose(spec, [t for t in tries if t], published, ahead), published)


def _hijri_year(year: int, month: int) -> int:
    """A Hijri year, told as one or as the Gregorian year in which its month begins (رمضان 2019)."""
    if year <= _LAST_HIJRI:
        return year
    near = (year - 622) * 33 // 32
    for there in range(near - 1, near + 3):
        days = cal.month_of(there, month, hijri=True)
        if days is not None and days[0].year == year:
            return there
    return near


def _choose(spec: Named, found: list[Days], published: date, ahead: bool) -> Days | None:
    """Of the same date in several years the one meant."""
    step = spec.step
    before = [d for d in found if d.first <= published]
    if step is not None and step < 0:
        before = [d for d in found if d.last < published]
        return _relative(before[step:][0]) if len(before) >= -step else None
    if step == 0:
        return _relative(min(found, key=lambda d: abs((d.first - published).days)))
    after = [d for d in found if d.first > published]
    if step is not None:
        return _relative(after[step - 1]) if len(after) >= step else None
    if spec.weekday is not None and spec.day is not None:
        fitting = [d for d in found if d.first.isoweekday() == spec.weekday]
        near = min(fitting, key=lambda d: abs((d.first - published).days), default=None)
        if near is not None and abs((near.first - published).days) < 366:
            return near
    if spec.offset is not None and spec.unit == "day":
        there = published + timedelta(days=spec.offset)
        return min(found, key=lambda d: abs((d.first - there).days))
    if ahead:
        return next((d for d in found if d.last >= published), None)
    return before[-1] if before else None


def _relative(days: Days) -> Days:
    return days._replace(basis="relative")


def _checked(spec: Named, days: Days | None, published: date | None) -> Days | None:
    """The days, marked where the weekday or اليوم beside them says another day."""
    if days is None or days.grain != "day":
        return days
    if spec.weekday is not None and days.first.isoweekday() != spec.weekday:
        return days._replace(basis="conflict")
    if spec.unit != "day" or spec.offset is None or published is None:
        return days
    there = published + timedelta(days=spec.offset)
    return days if days.first == there else days._replace(basis="conflict")


def _weekday(spec: Named, published: date | None, ahead: bool) -> Days | None:
    """A weekday alone, with which one, with the week, with اليوم or a date beside it."""
    assert spec.weekday is not None
    if spec.month is not None or (spec.day is not None and spec.offset is not None):
        return _dated(spec, published, ahead)
    if published is None:
        return None
    if spec.day is not None:
        return _nearest(spec.weekday, spec.day, published)
    if spec.unit == "week" and spec.offset is not None:
        monday = cal.week_of(published + timedelta(days=7 * spec.offset))[0]
        day = monday + timedelta(days=spec.weekday - 1)
        return Days(day, day, "day", "weekday")
    if spec.unit == "day" and spec.offset is not None:
        there = published + timedelta(days=spec.offset)
        day = cal.weekday_near(there, spec.weekday)
        return Days(day, day, "day", "relative" if day == there else "conflict")
    day = _stepped(published, spec.weekday, spec.step, ahead)
    return Days(day, day, "day", "weekday")


def _dated(spec: Named, published: date | None, ahead: bool) -> Days | None:
    """A weekday with a date; the date is the more particular where they differ."""
    return _checked(spec, _period(spec, published, ahead), published)


def _nearest(weekday: int, day: int, published: date) -> Days | None:
    """The nearest such weekday that is such a day of its month (السبت السادس عشر)."""
    near = cal.weekday_near(published, weekday)
    for week in range(27):
        for there in (near - week * 7 * _DAY, near + week * 7 * _DAY):
            if there.day == day:
                return Days(there, there, "day", "weekday")
    return None


def _stepped(published: date, weekday: int, step: int | None, ahead: bool) -> date:
    """The weekday that is meant: bare, past, present or coming."""
    if step is None:
        if ahead:
            return cal.weekday_before(published + 6 * _DAY, weekday)
        return cal.weekday_before(published, weekday)
    if step < 0:
        return cal.weekday_before(published - _DAY, weekday) + (step + 1) * 7 * _DAY
    if step > 0:
        return cal.weekday_before(published + 7 * _DAY, weekday) + (step - 1) * 7 * _DAY
    return cal.week_of(published)[0] + (weekday - 1) * _DAY


def _nth(spec: Named, days: Days) -> Days | None:
    """A ranked weekday, day or week of a period; weeks begin on Monday within it."""
    assert spec.nth is not None
    if spec.ranked == "day":
        day = days.last if spec.nth < 0 else days.first + (spec.nth - 1) * _DAY
    else:
        weekday = spec.weekday or 1
        if spec.nth < 0:
            day = cal.weekday_before(days.last, weekday)
            if spec.ranked == "week" and day + 6 * _DAY > days.last:
                day -= 7 * _DAY
        else:
            day = cal.weekday_before(days.first + 6 * _DAY, weekday) + (spec.nth - 1) * 7 * _DAY
    if not days.first <= day <= days.last:
        return None
    if spec.ranked == "week":
        return Days(day, day + 6 * _DAY, "week", days.basis)
    return Days(day, day, "day", days.basis)


def _range(spec: Range, published: date | None, ahead: bool) -> Days | None:
    """From the first day of one to the last of the other; a shared month or year is told once."""
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
    if first.first > last.last and spec.last.weekday is not None:
        last = named(spec.last, first.first + 6 * _DAY, False) or last
    if first.first > last.last:
        return None
    basis = last.basis if first.basis == "stated" else first.basis
    return Days(first.first, last.last, "span", basis)


def _completed(first: Named, last: Named) -> Named:
    """The first end with the month and year that only the last one tells."""
    if first.weekday is not None or first.offset is not None or first.year is not None:
        return first
    month = first.month if first.month is not None else last.month
    year = last.year
    if year is not None and first.month is not None and last.month and first.month > last.month:
        year -= 1
    return Named(
        year=year, month=month, day=first.day, hijri=last.hijri, step=first.step or last.step,
        offset=last.offset, unit=last.unit, part=first.part,
    )  # fmt: skip


def _ago(spec: Ago, published: date) -> Days | None:
    """So many units before or after publication; hours reach into the days they can fall on."""
    if spec.n is None:
        return _some(spec, published)
    n = spec.n * spec.sign
    if spec.hijri:
        here = cal.hijri_of(published)
        found = cal.year_of(here[0] + math.floor(n), hijri=True) if here else None
        return Days(*found, "span", "relative") if found else None
    if spec.unit in _HOURS:
        hours = n / {"hour": 1, "minute": 60, "second": 3600}[spec.unit]
        return _hours(published, hours)
    if spec.unit == "day":
        day = published + timedelta(days=math.floor(n))
        return Days(day, day, "day", "relative")
    if spec.unit == "week":
        return Days(*cal.week_of(published + timedelta(days=7 * n)), "week", "relative")
    months = round(n * 12) if spec.unit == "year" else math.floor(n)
    day = cal.months_on(published, months)
    if spec.unit == "year" and spec.n == int(spec.n):
        found = cal.year_of(day.year)
        return Days(*found, "year", "relative") if found else None
    found = cal.month_of(day.year, day.month)
    return Days(*found, "month", "relative") if found else None


def _hours(published: date, hours: float) -> Days:
    """The days on which an hour so many hours from one on the day of publication can fall."""
    if abs(hours) < 12:
        return Days(published, published, "day", "relative")
    days = timedelta(days=math.ceil(abs(hours) / 24))
    if hours < 0:
        return Days(published - days, published - days + _DAY, "span", "relative")
    return Days(published + days - _DAY, published + days, "span", "relative")


def _some(spec: Ago, published: date) -> Days | None:
    """An indefinite number of units: the month or year of publication, or several years."""
    if spec.unit in _HOURS:
        return Days(published, published, "day", "relative")
    if spec.sign > 0:
        return None
    if spec.unit in ("day", "week"):
        found = cal.month_of(published.year, published.month)
        return Days(*found, "month", "relative") if found else None
    if spec.unit == "month":
        first, last = cal.months_on(published, -_SEVERAL), cal.months_on(published, -2)
        return Days(first, last, "span", "relative")
    return None


def _recent(spec: Recent, published: date) -> Days | None:
    """The last or next so many units, the day of publication itself left out unless in hours."""
    unit, sign = spec.unit, spec.sign
    if unit in _HOURS:
        hours = (spec.n or 0) / {"hour": 1, "minute": 60, "second": 3600}[unit]
        far = published + timedelta(days=sign * math.ceil(hours / 24)) if hours >= 12 else published
        first, last = min(far, published), max(far, published)
        return Days(first, last, "day" if first == last else "span", "relative")
    if spec.n is None:
        if unit == "month" and sign < 0:
            first = cal.months_on(published, -_SEVERAL)
            return Days(first, published - _DAY, "span", "relative")
        return _some(Ago(None, unit, sign), published)
    near = published + sign * _DAY
    if unit in ("day", "week"):
        far = published + timedelta(days=sign * math.ceil(spec.n * (7 if unit == "week" else 1)))
    else:
        far = cal.months_on(published, sign * math.ceil(spec.n * (12 if unit == "year" else 1)))
    return Days(min(far, near), max(far, near), "span", "relative")


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
    if spec.third is not None or spec.last is not None:
        return "span"
    if spec.part is not None:
        return "part_of_day"
    if spec.day is not None or spec.weekday is not None or spec.unit == "day":
        return "day"
    if spec.month is not None or spec.unit == "month":
        return "month"
    return "week" if spec.unit == "week" else "year"
