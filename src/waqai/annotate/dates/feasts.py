"""Feasts with a fixed day: عيد الفطر, رأس السنة الهجرية 1445, رمضان 2019."""

from __future__ import annotations

from waqai.annotate.chart import Node
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.months import year_here
from waqai.annotate.dates.spec import Named
from waqai.model.codes import Unit

_MONTH = 100


def feast(cur: Cursor, i: int, node: Node) -> Found:
    """The day of a feast, with the year if one follows; its first day where it has several."""
    month, day = divmod(node.value.value, _MONTH)
    hijri = node.value.name == "hijri"
    step = cur.word(node.j, "step")
    if step is not None:
        made = Named(month=month, day=day, hijri=hijri, step=step.value.value)
        return Found(i, step.j, made, "date.feast", node.skip)
    year = year_here(cur, node.j, bare=True)
    if year is None:
        made = Named(month=month, day=day, hijri=hijri)
        return Found(i, node.j, made, "date.feast", node.skip)
    unit: Unit | None = "year" if year.offset is not None else None
    made = Named(month=month, day=day, hijri=hijri, year=year.number, offset=year.offset, unit=unit)
    return Found(i, year.j, made, "date.feast", node.skip)
