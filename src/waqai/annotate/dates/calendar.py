"""Arithmetic of days, weeks, months and years, Gregorian and Hijri (Umm al-Qura, hijridate)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from hijridate import Gregorian, Hijri

# Years AH that hijridate knows.
_HIJRI_YEARS: Final = range(1343, 1501)
_SHIFT: Final = timedelta(days=1)
_WEEK: Final = 7
_MONTH: Final = 31
_THIRDS: Final = 3


def day_of(year: int, month: int, day: int, *, hijri: bool = False) -> date | None:
    """The Gregorian day of a date, None where there is no such day or no table for it."""
    try:
        if not hijri:
            return date(year, month, day)
        return _hijri(year, month, day) if year in _HIJRI_YEARS else None
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=512)
def _hijri(year: int, month: int, day: int) -> date:
    made = Hijri(year, month, day).to_gregorian()
    return date(made.year, made.month, made.day)


def hijri_of(day: date) -> tuple[int, int] | None:
    """Hijri year and month of a day, None where there is no table for it."""
    try:
        made = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return made.year, made.month


def month_of(year: int, month: int, *, hijri: bool = False) -> tuple[date, date] | None:
    """First and last day of a month."""
    first = day_of(year, month, 1, hijri=hijri)
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    after = day_of(*following, 1, hijri=hijri)
    return (first, after - _SHIFT) if first and after else None


def year_of(year: int, *, hijri: bool = False) -> tuple[date, date] | None:
    """First and last day of a year."""
    first = day_of(year, 1, 1, hijri=hijri)
    after = day_of(year + 1, 1, 1, hijri=hijri)
    return (first, after - _SHIFT) if first and after else None


def week_of(day: date) -> tuple[date, date]:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def months_on(day: date, months: int) -> date:
    """The same day so many months later (earlier), the month's last where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday (1 Monday to 7) up to and with a day."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def weekday_near(day: date, weekday: int) -> date:
    """The nearest such weekday to a day."""
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=back if back <= 3 else back - 7)


def share_of(first: date, last: date, k: int, n: int) -> tuple[date, date]:
    """The k-th of n parts of a period; of three its beginning, middle or end.

    A week begins with its Sunday before and Monday, as most of the region counts, and ends from
    Friday; the thirds of a month are its days 1 to 10, 11 to 20 and the rest; a year is divided
    by months, any other period by days.
    """
    length = (last - first).days + 1
    if length <= _WEEK and n == _THIRDS:
        begin, end = ((-1, 0), (1, 3), (4, 6))[k - 1]
    elif length <= _MONTH and n == _THIRDS:
        begin, end = ((0, 9), (10, 19), (20, length - 1))[k - 1]
    elif first.day == first.month == 1 and last == date(first.year, 12, 31):
        months = 12 // n
        after = date(first.year, k * months, 1)
        return date(first.year, (k - 1) * months + 1, 1), (
            last if k == n else months_on(after, 1) - _SHIFT
        )
    else:
        begin, end = (k - 1) * length // n, k * length // n - 1
    return first + timedelta(days=begin), first + timedelta(days=end)
