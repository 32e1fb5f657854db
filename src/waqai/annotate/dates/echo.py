"""اليوم نفسه, اليوم التالي: the day told last before, or the day after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from waqai.annotate.chart import Node
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.spec import Named
from waqai.model.values import DateValue
from waqai.text.document import Document

_DAYS = ("day", "part_of_day", "hour", "minute")
_LATER = (("same", 0), ("next", 1))
# What counts the day from something else than a day told: اليوم نفسه الذي, اليوم التالي للهجوم.
_OTHER = ("الذي", "التي")


def echoes(cur: Cursor, told: Sequence[Node]) -> list[tuple[Found, DateValue]]:
    """Readings of such days with their values, where the last date before is a day.

    It must stand in the same sentence or the one before; `told`: the dates read, in order.
    """
    found = []
    for i, words in sorted(cur.words.items()):
        today = words.get("today")
        # "The day after" in quotation marks is a plan, no day.
        if today is None or today.j != i + 1 or cur.key(i - 1) == '"':
            continue
        made = _echo(cur, today, told)
        if made is not None:
            found.append(made)
    return found


def _echo(cur: Cursor, today: Node, told: Sequence[Node]) -> tuple[Found, DateValue] | None:
    for role, days in _LATER:
        word = cur.word(today.j, role)
        if word is None or cur.key(word.j) in _OTHER or cur.key(word.j).startswith("ل"):
            continue
        last = _last_before(cur.chart.doc, today.i, told)
        if last is None or last.start is None:
            return None
        day = date.fromisoformat(last.start[:10]) + timedelta(days=days)
        spec = Named(year=day.year, month=day.month, day=day.day)
        value = DateValue(day.isoformat(), day.isoformat(), "day", last.basis)
        return Found(today.i, word.j, spec, "date.echo", today.skip), value
    return None


def _last_before(doc: Document, i: int, told: Sequence[Node]) -> DateValue | None:
    """The value of the last date before token i, None where that is far or no day."""
    node = next((node for node in reversed(told) if node.j <= i), None)
    if node is None or doc.sentence_index(i) - doc.sentence_index(node.i) > 1:
        return None
    value: DateValue = node.value
    return value if value.grain in _DAYS else None
