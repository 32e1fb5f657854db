"""Days and periods named by their parts: weekday, day, month, year, and which of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from waqai.annotate.dates import calendar as cal
from waqai.annotate.dates.days import Days
from waqai.annotate.dates.spec import Named
from waqai.model.codes import Basis, Grain

_DAY: Final = timedelta(days=1)
# A later year in the company of a Hijri month is Gregorian.
_LAST_HIJRI: Final = 1500
# Days from publication within which a date is that of news.
_NEWS: Final = 7


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
    if spec.share is not None and days.first != days.last:
        first, last = cal.share_of(days.first, days.last, *spec.share)
        return Days(first, last, "span", days.basis)
    if spec.part is not None and days.grain == "day":
        return days._replace(grain="part_of_day")
    return days


def _period(spec: Named, published: date | None, ahead: bool) -> Days | None:
    """The day or period that year, month, day and offset name."""
    if spec.month is not None:
        return _month(spec, published, ahead)
    if spec.season is not None:
        return _season(spec, published)
    if spec.year is not None:
        found = cal.year_of(spec.year, hijri=spec.hijri)
        grain: Grain = "span" if spec.hijri else "year"
        return Days(*found, grain, "stated") if found else None
    if spec.offset is None or published is None:
        return None
    return _offset(spec, published)


def _season(spec: Named, published: date | None) -> Days | None:
    """Three months of a year that is told, or the last, present or next such season; the present
    winter began in the year before up to its end.
    """
    if spec.year is not None:
        return _three_months(spec.year, spec.season or 1, "stated")
    if published is None:
        return None
    if spec.offset is not None:
        return _three_months(published.year + spec.offset, spec.season or 1, "relative")
    near = [_three_months(published.year + k, spec.season or 1, "relative") for k in (-1, 0, 1)]
    if spec.step == 0:
        return near[0] if near[0].last >= published else near[1]
    if spec.step == 1:
        return next((days for days in near if days.first > published), None)
    return next((days for days in reversed(near) if days.last < published), None)


def _three_months(year: int, month: int, basis: Basis) -> Days:
    first = date(year, month, 1)
    return Days(first, cal.months_on(first, 3) - _DAY, "span", basis)


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
        basis: Basis = "year_assumed" if spec.assumed else "stated"
        return _checked(spec, _in_month(spec, year, spec.month, basis), published)
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
        near = _fitting(spec.weekday, found, published)
        if near is not None and abs((near.first - published).days) < 366:
            return near
    if spec.offset is not None and spec.unit == "day":
        there = published + timedelta(days=spec.offset)
        return min(found, key=lambda d: abs((d.first - there).days))
    if ahead:
        return next((d for d in found if d.last >= published), None)
    return before[-1] if before else None


def _fitting(weekday: int, found: list[Days], published: date) -> Days | None:
    """The nearest that is such a weekday; in news of these days weekday or day may be a slip."""
    nearest = min(found, key=lambda d: abs((d.first - published).days), default=None)
    if nearest is not None and abs((nearest.first - published).days) <= _NEWS:
        return nearest
    fitting = [d for d in found if d.first.isoweekday() == weekday]
    return min(fitting or found, key=lambda d: abs((d.first - published).days), default=None)


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
        if (day - there).days > 1:
            # Nothing is written more than a day after it is published.
            day -= 7 * _DAY
        return Days(day, day, "day", "relative" if day == there else "conflict")
    day = _stepped(published, spec.weekday, spec.step, ahead)
    return Days(day, day, "day", "weekday")


def _dated(spec: Named, published: date | None, ahead: bool) -> Days | None:
    """A weekday with a date; the date is the more particular where they differ.

    A date of these days that neither its weekday nor اليوم beside it bears out is a slip.
    """
    days = _checked(spec, _period(spec, published, ahead), published)
    if days is not None and days.basis == "conflict" and published is not None:
        slip = _of_this_year(spec, published)
        if slip is not None:
            return Days(slip, slip, "day", "conflict")
    if days is None or published is None or spec.unit != "day" or spec.offset is None:
        return days
    there = published + timedelta(days=spec.offset)
    agree = there.isoweekday() == spec.weekday and days.first != there
    if agree and abs((days.first - there).days) <= _NEWS:
        return Days(there, there, "day", "conflict")
    return days


def _of_this_year(spec: Named, published: date) -> date | None:
    """The day of these days that the weekday bears out where another year is written, as happens
    in January.
    """
    if spec.year is None or spec.month is None or spec.day is None or spec.hijri:
        return None
    there = cal.day_of(published.year, spec.month, spec.day)
    if there is None or spec.year == published.year or there.isoweekday() != spec.weekday:
        return None
    return there if abs((there - published).days) <= _NEWS else None


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
