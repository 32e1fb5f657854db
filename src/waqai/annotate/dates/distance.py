"""Days told by a length of time before or after publication."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Final

from waqai.annotate.dates import calendar as cal
from waqai.annotate.dates.days import Days
from waqai.annotate.dates.spec import Ago, Recent
from waqai.model.codes import Unit

_DAY: Final = timedelta(days=1)
# Several months are at most so many.
_SEVERAL: Final = 10
# Several days reach at least so far: what was days ago on the first was last month.
_FEW: Final = timedelta(days=2)
# So do several weeks.
_WEEKS: Final = timedelta(days=14)
HOURS: Final[tuple[Unit, ...]] = ("second", "minute", "hour")


def ago(spec: Ago, published: date) -> Days | None:
    """So many units before or after publication; hours reach into the days they can fall on."""
    if spec.n is None:
        return _some(spec, published, _WEEKS if spec.unit == "week" else _FEW)
    n = spec.n * spec.sign
    if spec.hijri:
        here = cal.hijri_of(published)
        found = cal.year_of(here[0] + math.floor(n), hijri=True) if here else None
        return Days(*found, "span", "relative") if found else None
    if spec.unit in HOURS:
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


def _some(spec: Ago, published: date, back: timedelta) -> Days | None:
    """An indefinite number of units: of days and weeks the month in which a few of them lie, of
    those to come what is left of it.
    """
    if spec.unit in HOURS:
        return Days(published, published, "day", "relative")
    if spec.unit in ("day", "week"):
        near = published + spec.sign * back
        found = cal.month_of(near.year, near.month)
        if found is not None and spec.sign > 0:
            return Days(max(found[0], published + _DAY), found[1], "span", "relative")
        return Days(*found, "month", "relative") if found else None
    if spec.unit == "month" and spec.sign < 0:
        first, last = cal.months_on(published, -_SEVERAL), cal.months_on(published, -2)
        return Days(first, last, "span", "relative")
    return None


def recent(spec: Recent, published: date) -> Days | None:
    """The last or next so many units, the day of publication itself left out unless in hours."""
    unit, sign = spec.unit, spec.sign
    if unit in HOURS:
        hours = (spec.n or 0) / {"hour": 1, "minute": 60, "second": 3600}[unit]
        far = published + timedelta(days=sign * math.ceil(hours / 24)) if hours >= 12 else published
        first, last = min(far, published), max(far, published)
        return Days(first, last, "day" if first == last else "span", "relative")
    if spec.n is None:
        if unit == "month" and sign < 0:
            first = cal.months_on(published, -_SEVERAL)
            return Days(first, published - _DAY, "span", "relative")
        return _some(Ago(None, unit, sign), published, _WEEKS if unit == "week" else _FEW)
    near = published + sign * _DAY
    if unit in ("day", "week"):
        far = published + timedelta(days=sign * math.ceil(spec.n * (7 if unit == "week" else 1)))
    else:
        far = cal.months_on(published, sign * math.ceil(spec.n * (12 if unit == "year" else 1)))
    return Days(min(far, near), max(far, near), "span", "relative")
