"""Feasts that move with Easter: أحد الشعانين, الجمعة العظيمة, عيد الفصح, شم النسيم.

Churches of the region keep it by the Gregorian or the Julian calendar; which is meant is known
where a report is published near one of them, or where both fall on the same day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.months import month as month_of_year
from waqai.annotate.dates.months import year_here
from waqai.annotate.dates.spec import Named

# Days from publication within which a report tells of a feast of these days.
_NEAR: Final = 10
# Days that the Julian calendar is behind, 1900 to 2099.
_JULIAN: Final = 13
# Words around عيد الفصح in which Passover may be told.
_AROUND: Final = 25


def western(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)


def eastern(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian day (1900 to 2099; Meeus, as above)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN)


def easter_feast(cur: Cursor, i: int, node: Node) -> Found | None:
    """The day of such a feast near publication, or in the year told behind it."""
    if _is_passover(cur, i, node.j):
        return None
    published = cur.chart.doc.published
    shift = timedelta(days=node.value.value)
    j, year, month = _told(cur, node.j)
    if year is None:
        found = _near(published, shift) if published is not None and j == node.j else None
    else:
        found = _of_year(year, month, shift)
    if found is None:
        return None
    made = Named(year=found.year, month=found.month, day=found.day, assumed=year is None)
    return Found(i, j, made, "date.feast", node.skip)


def _told(cur: Cursor, j: int) -> tuple[int, int | None, int | None]:
    """The token after the year or month behind a feast, the year and the month."""
    at = year_here(cur, j, bare=True)
    if at is not None:
        published = cur.chart.doc.published
        if at.number is None and published is not None:
            return at.j, published.year + (at.offset or 0), None
        return at.j, at.number, None
    inner = month_of_year(cur, j + 1) if cur.key(j) in ("في", "من") else None
    spec = inner.spec if inner is not None else None
    if inner is not None and isinstance(spec, Named) and spec.year is not None and not spec.day:
        return inner.j, spec.year, spec.month
    return j, None, None


def _of_year(year: int, month: int | None, shift: timedelta) -> date | None:
    """The day in a year, None where the calendars differ and no month tells which is meant."""
    first, second = western(year) + shift, eastern(year) + shift
    if first == second:
        return first
    if month is None or first.month == second.month:
        return None
    return next((day for day in (first, second) if day.month == month), None)


def _near(published: date, shift: timedelta) -> date | None:
    """The one of both days that lies near publication, the nearer where both do."""
    days = (western(published.year) + shift, eastern(published.year) + shift)
    apart, found = min((abs((day - published).days), day) for day in days)
    return found if apart <= _NEAR else None


def _is_passover(cur: Cursor, i: int, j: int) -> bool:
    """Whether الفصح is the Jewish feast: Jews, settlers or al-Aqsa stand around it."""
    if "الفصح" not in cur.keys[i:j]:
        return False
    near = cur.keys[max(0, i - _AROUND) : j + _AROUND]
    return not beside("passover").isdisjoint(near)
