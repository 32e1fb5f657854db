"""Feasts with a fixed day: عيد الفطر, رأس السنة الهجرية 1445, رمضان 2019."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.calendar import day_of, hijri_of
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.months import year_here
from waqai.annotate.dates.spec import Named, Range
from waqai.model.codes import Unit

FEAST: Final = "date.feast"
_MONTH: Final = 100
# The two feasts that are called العيد, and how near publication lies to one that is meant.
_EIDS: Final = ((10, 1), (12, 10))
_BEFORE: Final = -7
_AFTER: Final = 21
# Days of the feasts of several days behind the first.
_MORE_DAYS: Final = {1001: 2, 1210: 3}


def eid(cur: Cursor, i: int, node: Node) -> Found | None:
    """يوم العيد, صلاة العيد, ليلة العيد: of the feast that lies near publication."""
    return eid_day(cur, i, node.j, node.value.value, node.skip)


def eid_day(cur: Cursor, i: int, j: int, shift: int, skip: int) -> Found | None:
    """So many days from the first of the feast near publication, for tokens [i, j)."""
    published = cur.chart.doc.published
    here = hijri_of(published) if published is not None else None
    if published is None or here is None or cur.word(j, "step") or cur.key(j) in beside("noeid"):
        return None
    for month, day in _EIDS:
        first = day_of(here[0], month, day, hijri=True)
        if first is not None and _BEFORE <= (published - first).days <= _AFTER:
            there = first + timedelta(days=shift)
            made = Named(year=there.year, month=there.month, day=there.day, assumed=True)
            return Found(i, j, made, FEAST, skip)
    return None


def eid_days(cur: Cursor, i: int, node: Node) -> Found | None:
    """أيام العيد, عطلة العيد: the first days of the feast that lies near publication."""
    first = eid_day(cur, i, node.j, 0, node.skip)
    last = eid_day(cur, i, node.j, node.value.value - 1, node.skip)
    if first is None or last is None:
        return None
    begin, end = first.spec, last.spec
    if not isinstance(begin, Named) or not isinstance(end, Named):
        return None
    return first._replace(spec=Range(begin, end))


def days_of_feast(cur: Cursor, i: int, node: Node) -> Found:
    """The day of a feast; all its days behind أيام or a word for a holiday (عطلة عيد الفطر)."""
    found = feast(cur, i, node)
    more = _MORE_DAYS.get(node.value.value) if node.value.name == "hijri" else None
    spec = found.spec
    if (
        more is None
        or not isinstance(spec, Named)
        or not is_among(beside("feasting"), cur.key(i - 1))
    ):
        return found
    last = msgspec.structs.replace(spec, day=spec.day, last=(spec.day or 1) + more)
    return found._replace(spec=last)


def day_of_feast(cur: Cursor, i: int, n: int, j: int, skip: int) -> Found | None:
    """The n-th day of the feast named at token j, for tokens from i on."""
    if cur.key(j) in ("العيد", "للعيد"):
        return eid_day(cur, i, j + 1, n - 1, skip)
    word = cur.roles(j).get("feast")
    found = feast(cur, j, word) if word is not None else None
    if found is None or not isinstance(found.spec, Named) or found.spec.day is None:
        return None
    later = msgspec.structs.replace(found.spec, day=found.spec.day + n - 1)
    return found._replace(i=i, spec=later, skip=skip)


def feast(cur: Cursor, i: int, node: Node) -> Found:
    """The day of a feast, with the year if one follows; its first day where it has several."""
    month, day = divmod(node.value.value, _MONTH)
    hijri = node.value.name == "hijri"
    step = cur.word(node.j, "step")
    if step is not None:
        made = Named(month=month, day=day, hijri=hijri, step=step.value.value)
        return Found(i, step.j, made, FEAST, node.skip)
    year = year_here(cur, node.j, bare=True)
    if year is None and cur.key(node.j) in ("من", "في", "،"):
        year = year_here(cur, node.j + 1, bare=False)
        if cur.key(node.j) == "،" and year is not None and year.number is None:
            year = None
    if year is None:
        made = Named(month=month, day=day, hijri=hijri)
        return Found(i, node.j, made, FEAST, node.skip)
    unit: Unit | None = "year" if year.offset is not None else None
    made = Named(month=month, day=day, hijri=hijri, year=year.number, offset=year.offset, unit=unit)
    return Found(i, year.j, made, FEAST, node.skip)
