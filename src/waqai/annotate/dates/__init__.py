"""Dates of a report: `date` (days and periods, DateValue) and `duration` (DurationValue).

`date` nodes hold as their only part a `date.read` node whose value is what the words say (spec),
before publication is considered; `forward` and `since` read it again. Numbers and ranks that are
part of a date or duration leave the chart.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import msgspec

from waqai.annotate.chart import Chart, Node
from waqai.annotate.dates.announced import announced, is_told
from waqai.annotate.dates.both import both_days
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.durations import durations
from waqai.annotate.dates.reader import read
from waqai.annotate.dates.repeats import with_years_told
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.said import as_said
from waqai.annotate.dates.spec import Ago, Named, Range
from waqai.annotate.dates.story import READ, told_on
from waqai.annotate.dates.tables import TAG, entries
from waqai.annotate.dates.written import (
    as_conflict,
    counts_from_writing,
    dateline_day,
    day_of_writing,
)
from waqai.lexicon.vocabulary import MapSource, Source
from waqai.model.values import DateValue

__all__ = ["annotate", "forward", "month", "period", "since", "source"]

# Who means a day almost a year ago says so; the same day of this year is then some weeks away.
_NEARLY_A_YEAR: Final = range(300, 366)


def source() -> Source:
    """The words of this dimension."""
    return MapSource(entries())


def annotate(chart: Chart) -> None:
    """Add the nodes of kind `date` and `duration`; numbers inside them leave the chart."""
    cur = Cursor(chart)
    found = read(cur)
    if chart.doc.published is None:
        chart.doc.published = dateline_day(chart.doc, found)
    written = day_of_writing(chart.doc, found)
    made = [node for one in found if (node := _node(chart, one, written)) is not None]
    with_years_told(made, chart.doc.published)
    as_said(cur, made)
    made = both_days(cur, told_on(cur, made))
    taken = {k for node in made for k in range(node.i, node.j)}
    lengths = durations(cur, taken) if chart.of(TAG) else []
    for node in (*made, *lengths):
        chart.add(node)
        taken.update(range(node.i, node.j))
    for kind in ("number", "ordinal"):
        held = chart.of(kind)
        kept = [node for node in held if taken.isdisjoint(range(node.i, node.j))]
        if len(kept) < len(held):
            chart.replace(kind, kept)


def _node(chart: Chart, found: Found, written: date | None) -> Node | None:
    """The node of a reading, None where there is no such day."""
    published = chart.doc.published
    if written != published and counts_from_writing(found.spec):
        value = resolve(found.spec, written)
        value = as_conflict(value) if value is not None else None
    else:
        ahead = announced(chart.doc, found)
        value = resolve(found.spec, published, ahead=ahead)
        if ahead and value is not None and _far_ahead(value, published):
            value = resolve(found.spec, published)
        if value is not None and _long_ago(value, published) and not is_told(chart.doc, found):
            value = resolve(found.spec, published, ahead=True)
    return None if value is None else _held(found, value)


def _held(found: Found, value: DateValue) -> Node:
    """The node of a value, with what the words say as its part."""
    said = Node(READ, found.i, found.j, found.spec, found.rule, (), found.skip)
    return Node("date", found.i, found.j, value, found.rule, (said,), found.skip)


def _long_ago(value: DateValue, published: date | None) -> bool:
    """Whether a day whose year is assumed is so long past that the one to come is meant."""
    if published is None or value.start is None:
        return False
    if value.basis != "year_assumed" or value.grain not in ("day", "part_of_day", "span"):
        return False
    return (published - date.fromisoformat(value.start[:10])).days in _NEARLY_A_YEAR


def _far_ahead(value: DateValue, published: date | None) -> bool:
    """Whether a day whose year is assumed is so far off that the one just past is meant (يفترض أنه
    وقع في 7 أبريل).
    """
    if published is None or value.start is None or value.basis != "year_assumed":
        return False
    return (date.fromisoformat(value.start[:10]) - published).days in _NEARLY_A_YEAR


def forward(node: Node, published: date | None) -> DateValue:
    """A date node's value where it dates what is announced: the next such day, not the last.

    Differs from `node.value` only for weekdays, days and months without a year.
    """
    return resolve(node.parts[0].value, published, ahead=True) or node.value


def period(node: Node, published: date | None) -> DateValue:
    """The whole period of which a date node names the beginning, middle or end; else its value."""
    spec = node.parts[0].value
    value: DateValue = node.value
    ahead = published is not None and (value.start or "")[:10] > published.isoformat()
    if isinstance(spec, Range):
        ends = [msgspec.structs.replace(end, share=None) for end in (spec.first, spec.last)]
        return (
            value if ends == [spec.first, spec.last] else resolve(Range(*ends), published) or value
        )
    if not isinstance(spec, Named) or spec.share is None:
        return value
    return resolve(msgspec.structs.replace(spec, share=None), published, ahead=ahead) or value


def month(node: Node, published: date | None) -> DateValue:
    """The month of a day told as so many days or weeks ago (قبل أسبوع); else the node's value."""
    spec = node.parts[0].value
    value: DateValue = node.value
    if published is None or not isinstance(spec, Ago) or spec.unit not in ("day", "week"):
        return value
    day = published + timedelta(
        days=spec.sign * round(spec.n or 0) * (7 if spec.unit == "week" else 1)
    )
    return resolve(Named(year=day.year, month=day.month), None) or value


def since(node: Node, published: date | None) -> DateValue:
    """The span from a date node to publication (منذ الأحد); the node's value where it is later."""
    value: DateValue = node.value
    if published is None or value.start is None or value.start[:10] >= published.isoformat():
        return value
    spec, first = node.parts[0].value, value.start[:10]
    if isinstance(spec, Ago) and spec.unit == "week" and spec.n is not None:
        # So long, not from the beginning of the week in which it falls.
        first = (published - timedelta(days=round(7 * spec.n))).isoformat()
    return DateValue(first, published.isoformat(), "span", value.basis)
