"""Two days or periods joined by و as one span: أمس واليوم, ليل الأربعاء ويوم الخميس, بين 3 مايو و9
مايو, في ديسمبر ويناير.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.jubilees import FROM
from waqai.annotate.dates.spec import Named, Range
from waqai.annotate.dates.story import READ
from waqai.annotate.dates.told import first_day, last_day, of_days
from waqai.model.values import DateValue

# What is told of as one day or a part of it; hours that are joined stay two.
_GRAINS: Final = ("day", "part_of_day")
# Periods of which the next one may follow, and parts of them.
_PERIODS: Final = ("week", "month", "year", "span")
# What may stand between two days in a row, a comma before it and what leads to an hour behind it.
_JOINTS: Final = (["و"], ["وفي"], ["ثم"], ["او"], ["وحتي"], ["وعقب"], ["وبعد"])
_ENDS: Final = ("", ".", "،", ",", "\n", "؛")
# Days that are counted from another are told for what happened then.
_COUNTED: Final = (FROM, "date.onward", "date.echo")
_EARLY_OR_LATE: Final = ("في", "من")
_COMMAS: Final = ("،", ",")
_BETWEEN: Final = ("بين", "وبين")
_NEXT: Final = timedelta(days=1)


def both_days(cur: Cursor, made: Sequence[Node]) -> list[Node]:
    """The date nodes, in order, where two of days in a row that و joins are one of both days."""
    found: list[Node] = []
    for node in made:
        before = found[-1] if found else None
        if before is not None and _joins(cur, before, node):
            if before.value.grain in _PERIODS:
                found[-1] = _periods(before, node) or before
            else:
                led = cur.key(before.i - 1) in _BETWEEN
                found[-1] = _both(before, node, led=led) or before
            if found[-1] is not before:
                continue
        found.append(node)
    return found


def _joins(cur: Cursor, before: Node, node: Node) -> bool:
    """Whether و stands between two days or two periods and nothing else."""
    if not any(
        before.value.grain in grains and node.value.grain in grains
        for grains in (_GRAINS, _PERIODS)
    ):
        return False
    if node.i == before.j:
        return node.skip == 1 and cur.key(node.i).startswith("و")
    between = cur.keys[before.j : node.i]
    if node.rule in _COUNTED:
        return False
    if between and between[-1] in _EARLY_OR_LATE:
        between = between[:-1]
    if between and between[0] in _COMMAS:
        between = between[1:]
        if cur.key(node.j) not in _ENDS:
            # مساء الأربعاء، وفجر الخميس هاجم: what happened then is told next.
            return False
    if not between:
        return node.skip == 1 and cur.key(node.i).startswith("و")
    return between in _JOINTS


def _both(before: Node, node: Node, *, led: bool) -> Node | None:
    """The span of two days, whichever is told first; None where they do not follow one another,
    unless they are `led` by بين.
    """
    if before.value.start is None or node.value.start is None:
        return None
    one, two = sorted(date.fromisoformat(n.value.start[:10]) for n in (before, node))
    if one == two or (two - one != _NEXT and not led):
        return None
    spec, value = of_days(one, two, "span", before.value.basis)
    said = Node(READ, before.i, node.j, spec, "date.both", (), before.skip)
    return Node("date", before.i, node.j, value, "date.both", (said,), before.skip)


def _periods(before: Node, node: Node) -> Node | None:
    """The span of two months, weeks or years or parts of them, where the second begins on the day
    after the first ends; None for any others.
    """
    said = (before.parts[0].value, node.parts[0].value)
    if before.value.end is None or node.value.start is None:
        return None
    if not all(isinstance(spec, Named) and (spec.month or spec.unit) for spec in said):
        return None
    first, last = first_day(before.value), last_day(node.value)
    if last_day(before.value) + _NEXT != first_day(node.value):
        return None
    spec = Range(*said)
    value = DateValue(first.isoformat(), last.isoformat(), "span", before.value.basis)
    part = Node(READ, before.i, node.j, spec, "date.both", (), before.skip)
    return Node("date", before.i, node.j, value, "date.both", (part,), before.skip)
