"""Remembrances by their rank: الذكرى الثالثة لاغتيال, الذكرى الثانية لثورة 25 يناير."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from waqai.annotate.dates.beside import PACKAGE, beside
from waqai.annotate.dates.calendar import day_of, month_of, months_on
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.months import day_month
from waqai.annotate.dates.spec import Named
from waqai.annotate.dates.told import DAYS, Echo, Told, first_day, of_days
from waqai.lexicon.table import read_table

FROM: Final = "date.from"
# A day is remembered by the number of its years up to so many.
_JUBILEES: Final = 150
# Days from publication within which a day can be that of the remembrance.
_MONTHS: Final = 60
# Words of the date itself among so many tokens behind it tell more than the years do.
_NEAR: Final = 8
_DATED: Final = frozenset(("gregorian", "hijri", "year"))
# Tokens behind the rank in which the day of what is remembered, or its name, stands.
_DAY_NEAR: Final = 5
_NAME: Final = 7
_MONTH: Final = 100


def jubilee(cur: Cursor, i: int, told: Told) -> Echo | None:
    """الذكرى الثالثة لاغتيال: what is remembered, so many years before today where the
    sentence tells it, else in the month so long before the day it tells or publication.
    """
    node = cur.roles(i)["jubilee"]
    rank = cur.rank(node.j) or cur.number(node.j)
    published = cur.chart.doc.published
    if rank is None or published is None or not 1 <= rank[1] <= _JUBILEES:
        return None
    j = rank[0] + (cur.key(rank[0]) == "السنويه")
    again = _anniversary(cur, j)
    if again is not None:
        return Echo(i, j, *of_days(again, again, "day", "relative"), FROM, node.skip)
    if cur.key(i - 1) in beside("around"):
        return None
    first_time = _remembered(cur, j, int(rank[1]))
    if first_time is not None:
        return Echo(i, j, *of_days(first_time, first_time, "day", "relative"), FROM, node.skip)
    if any(not _DATED.isdisjoint(cur.roles(k)) for k in range(j, j + _NEAR)):
        return None
    base = told.before(i, DAYS, 0)
    told_day = first_day(base) if base is not None else None
    if told_day is None or abs((published - told_day).days) > _MONTHS:
        told_day = None
    day = months_on(told_day or published, -12 * int(rank[1]))
    if base is not None and told_day == published and base.start == base.end:
        made = of_days(day, day, "day", base.basis)
    else:
        first, last = month_of(day.year, day.month) or (day, day)
        made = of_days(first, last, "month", "relative")
    return Echo(i, j, *made, FROM, node.skip)


def anniversary(cur: Cursor, i: int) -> date | None:
    """The day of the remembrance that begins at token i, where that of what is remembered is told
    or known to all.
    """
    rank = cur.rank(cur.roles(i)["jubilee"].j)
    if rank is None:
        return None
    j = rank[0] + (cur.key(rank[0]) == "السنويه")
    return _anniversary(cur, j) or _remembered(cur, j, 0)


def _anniversary(cur: Cursor, j: int) -> date | None:
    """The day on which the remembrance of a day that stands behind it falls this time."""
    for k in range(j, j + _DAY_NEAR):
        if cur.key(k) in (".", "،", "\n", ""):
            return None
        found = day_month(cur, k) if "0" <= cur.key(k) < ":" or k in cur.ranks else None
        spec = found.spec if found is not None else None
        if isinstance(spec, Named) and spec.month is not None and spec.day is not None:
            return None if spec.hijri else _nearest(cur, spec.month, spec.day)
    return None


def _nearest(cur: Cursor, month: int, day: int) -> date | None:
    """Such a day of a year, where it lies some weeks from publication at most."""
    published = cur.chart.doc.published
    if published is None:
        return None
    years = (published.year + k for k in (-1, 0, 1))
    days = [there for year in years if (there := day_of(year, month, day)) is not None]
    near = min(days, key=lambda there: abs((there - published).days), default=None)
    return near if near is not None and abs((near - published).days) <= _MONTHS else None


@cache
def _names() -> Mapping[tuple[str, ...], tuple[int, int]]:
    """Month and day of what is remembered by its name, behind the word for remembrance."""
    columns = ("role", "value", "name", "clitics", "forms")
    rows = read_table(PACKAGE, "words.tsv", columns, ("forms",))
    return {
        tuple(form.split()[1:]): divmod(int(row.cells[1]), _MONTH)
        for row in rows
        if row.cells[0] == "feast" and row.cells[2] == "gregorian"
        for form in row.variants(4)
        if form.startswith("ذكري ")
    }


def _remembered(cur: Cursor, j: int, years: int) -> date | None:
    """The day so many years ago of what is remembered by a name that everybody knows."""
    head = cur.key(j)
    if not head.startswith("ل"):
        return None
    first = "ال" + head[2:] if head.startswith("لل") else head[1:]
    words = (first, *(key for key in cur.keys[j + 1 : j + _NAME] if key != '"'))
    for n in range(len(words), 0, -1):
        day = _names().get(words[:n])
        near = _nearest(cur, *day) if day is not None else None
        if near is not None:
            return day_of(near.year - years, near.month, near.day)
    return None
