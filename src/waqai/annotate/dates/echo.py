"""Periods that take up the date told last: اليوم نفسه, ذات الليلة, الشهر التالي, العام نفسه."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates import calendar as cal
from waqai.annotate.dates.beside import beside
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.months import day_at
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.spec import Named, Range, Spec
from waqai.annotate.dates.told import ANY, DAYS, MONTHS, Echo, Told, first_day, of_days
from waqai.model.codes import Basis, Grain, Unit
from waqai.model.values import DateValue

_TWO: Final = ("وب", "ول", "فب")
_LATER: Final = (("same", 0), ("next", 1), ("prior", -1))
# What counts the day from something else than a day told: اليوم نفسه الذي, اليوم التالي للهجوم.
_OTHER: Final = ("الذي", "التي")
# What may be told of last, and how many sentences back, for a unit to be counted from it.
_GRAINS: Final[dict[str, tuple[frozenset[str], int]]] = {
    "day": (DAYS, 2), "week": (DAYS | {"week"}, 1), "month": (MONTHS, 2), "year": (ANY, 2),
}  # fmt: skip


def echo(cur: Cursor, i: int, told: Told) -> Echo | None:
    """The period that begins at token i or at the word before it (ذات اليوم)."""
    words = cur.roles(i)
    night = words.get("night")
    word = night if night is not None and not night.value.value else words.get("period")
    if word is None or word.j != i + 1 or cur.key(i - 1) == '"':
        return None
    unit: Unit = "day" if word is night else word.value.name
    read = _which(cur, i, word)
    if read is None:
        return None
    start, j, shift, skip = read
    grains, reach = _GRAINS[unit]
    if unit != "day" and (part := _of_period(cur, start, j, told, unit, shift)) is not None:
        return part
    base = told.before(start, grains, reach)
    if base is None and unit == "day" and not shift:
        # Far on, the same day is that of the news where no other was told since.
        base = told.lead(start)
    if base is None:
        return None
    found = _shifted(first_day(base), unit, shift, base.basis)
    if unit != "day":
        return Echo(start, j, *found, "date.echo", skip)
    return _in_part(cur, Echo(start, j, *found, "date.echo", skip), night=word is night)


def _which(cur: Cursor, i: int, word: Node) -> tuple[int, int, int, int] | None:
    """First token, end, units later than what was told and skip: نفس اليوم, اليوم التالي."""
    before = cur.key(i - 1)
    bare = next((form for form in _forms(before) if form in beside("self")), None)
    if bare is not None and not word.skip and cur.key(word.j) != "من":
        return i - 1, word.j, 0, len(before) - len(bare)
    for role, shift in _LATER:
        after = cur.word(word.j, role)
        if after is not None:
            behind = cur.key(after.j)
            if shift and behind == "لذلك":
                that = after.j + 1 + (cur.key(after.j + 1) in ("اليوم", "التاريخ"))
                return i, that, shift, word.skip
            other = behind in _OTHER or (shift and behind.startswith("ل"))
            return None if other else (i, after.j, shift, word.skip)
    return None


def _forms(key: str) -> tuple[str, str, str]:
    """A token as it stands and without one or two letters that a word can bear."""
    return key, key[1:] if key[:1] in "وفبل" else key, key[2:] if key[:2] in _TWO else key


def _shifted(day: date, unit: Unit, shift: int, basis: Basis) -> tuple[Spec, DateValue]:
    """The period around a day, or so many such later."""
    if unit == "day":
        there = day + timedelta(days=shift)
        return of_days(there, there, "day", basis)
    if unit == "week":
        return of_days(*cal.week_of(day + timedelta(days=7 * shift)), "week", basis)
    there = cal.months_on(day, shift * (12 if unit == "year" else 1))
    grain: Grain = "year" if unit == "year" else "month"
    ends = cal.year_of(there.year) if unit == "year" else cal.month_of(there.year, there.month)
    return of_days(*(ends or (there, there)), grain, basis)


def _in_part(cur: Cursor, found: Echo, *, night: bool) -> Echo:
    """The day with the part of it that stands before (عصر ذات اليوم)."""
    part = cur.roles(found.i - 1).get("part") if not found.skip else None
    if part is not None and part.j == found.i:
        found = found._replace(i=part.i, skip=part.skip)
    elif not night:
        return found
    return found._replace(value=msgspec.structs.replace(found.value, grain="part_of_day"))


def _of_period(cur: Cursor, start: int, j: int, told: Told, unit: Unit, shift: int) -> Echo | None:
    """15 أبريل من العام نفسه, 5 من الشهر ذاته: a day or month in the period taken up."""
    end = start - 1 if cur.key(start - 1) == "من" else start
    node = told.ending(end)
    if unit == "year" and node is not None:
        return _with_year(node, j, told, shift)
    if unit != "month" or end == start:
        return None
    for i in (end - 1, end - 2):
        day = day_at(cur, i)
        base = _in_a_month(told, i)
        if day is not None and day[0] == end and base is not None:
            month = cal.months_on(first_day(base), shift)
            made = cal.day_of(month.year, month.month, day[1])
            if made is not None:
                return Echo(i, j, *of_days(made, made, "day", base.basis), "date.echo", day[2])
    return None


def _in_a_month(told: Told, i: int) -> DateValue | None:
    """The date told last before token i, if it lies in one month (منتصف أبريل)."""
    base = told.before(i, ANY, 2)
    if base is None or base.grain in MONTHS:
        return base
    return base if base.end and (base.start or "")[:7] == base.end[:7] else None


def _with_year(node: Node, j: int, told: Told, shift: int) -> Echo | None:
    """A date without a year, in the year told before it."""
    spec = node.parts[0].value
    if isinstance(spec, Range):
        return _to_that_year(node, spec, j, shift)
    if not isinstance(spec, Named) or spec.month is None or spec.year is not None or spec.step:
        return None
    base = told.before(node.i, ANY, 2)
    if base is None or spec.unit is not None:
        return None
    spec = msgspec.structs.replace(spec, year=first_day(base).year + shift)
    value = resolve(spec, None)
    if value is None:
        return None
    basis = value.basis if value.basis == "conflict" else base.basis
    value = msgspec.structs.replace(value, basis=basis)
    return Echo(node.i, j, spec, value, "date.echo", node.skip)


def _to_that_year(node: Node, spec: Range, j: int, shift: int) -> Echo | None:
    """A span that ends in the year of its beginning (من مايو 2013 حتى 14 يوليو من العام نفسه)."""
    if spec.first.year is None or spec.last.year is not None or spec.last.month is None:
        return None
    last = msgspec.structs.replace(spec.last, year=spec.first.year + shift)
    made = msgspec.structs.replace(spec, last=last)
    value = resolve(made, None)
    return None if value is None else Echo(node.i, j, made, value, "date.echo", node.skip)
