"""The dates of a report as told so far: what later words take up (اليوم نفسه, بعد ذلك بيومين)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from waqai.annotate.chart import Node
from waqai.annotate.dates.alone import ALONE
from waqai.annotate.dates.spec import Named, Range, Spec
from waqai.model.codes import Basis, Grain
from waqai.model.values import DateValue
from waqai.text.document import Document

DAYS: Final = frozenset(("day", "part_of_day", "hour", "minute"))
MONTHS: Final = DAYS | {"month"}
# Sentences, the title among them, that tell the news.
_LEAD: Final = 4
# Sentences behind it that can go on about the same.
_FAR: Final = 6
ANY: Final = MONTHS | {"week", "year", "span"}


class Echo(NamedTuple):
    """Tokens [i, j) that take up a date told before, its reading without that date, and its value.

    `skip` folded characters of the first token are outside it.
    """

    i: int
    j: int
    spec: Spec
    value: DateValue
    rule: str
    skip: int = 0


class Told:
    """Date nodes of a document by place, looked up backwards."""

    __slots__ = ("_doc", "_ends", "_nodes")

    def __init__(self, doc: Document, nodes: Sequence[Node]) -> None:
        self._doc = doc
        self._nodes = sorted(nodes, key=lambda node: node.j)
        self._ends = [node.j for node in self._nodes]

    def add(self, node: Node) -> None:
        """Add a node found later."""
        k = bisect_left(self._ends, node.j)
        self._ends.insert(k, node.j)
        self._nodes.insert(k, node)

    def ending(self, j: int) -> Node | None:
        """The node that ends before token j."""
        k = bisect_left(self._ends, j)
        return self._nodes[k] if k < len(self._ends) and self._ends[k] == j else None

    def before(self, i: int, grains: frozenset[str], reach: int) -> DateValue | None:
        """The last date before token i, at most `reach` sentences back, None where it is vaguer.

        An hour of a day that is not told is no date.
        """
        k = bisect_left(self._ends, i + 1)
        while k > 1 and self._nodes[k - 1].value.start is None:
            k -= 1
        if not k:
            return None
        node = self._nodes[k - 1]
        if self._doc.sentence_index(i) - self._doc.sentence_index(node.i) > reach:
            return None
        value: DateValue = node.value
        return value if value.start is not None and value.grain in grains else None

    def any_before(self, i: int) -> bool:
        """Whether any date is told before token i."""
        return bool(self._ends) and self._ends[0] <= i

    def lead(self, i: int) -> DateValue | None:
        """The day of the news: the first told in the lead, unless a later sentence told another."""
        first = next((n for n in self._nodes if n.value.start and n.value.grain in DAYS), None)
        if first is None or self._doc.sentence_index(first.i) > _LEAD:
            return None
        told = [n for n in self._nodes[: bisect_left(self._ends, i + 1)] if n.value.start]
        last = self._doc.sentence_index(told[-1].i) if told else i
        value: DateValue = first.value
        near = self._doc.sentence_index(i) - last <= _FAR
        return value if near and last <= _LEAD and first in told else None

    def first_behind(self, j: int) -> Node | None:
        """The first node that ends behind token j."""
        k = bisect_left(self._ends, j + 1)
        return self._nodes[k] if k < len(self._nodes) else None

    def behind(self, j: int, grains: frozenset[str], near: int) -> DateValue | None:
        """The first date that begins at most `near` tokens behind j in its sentence."""
        k = bisect_left(self._ends, j + 1)
        node = self._nodes[k] if k < len(self._nodes) else None
        if node is None or node.i - j > near or node.rule == ALONE:
            return None
        if self._doc.sentence_index(node.i) != self._doc.sentence_index(j - 1):
            return None
        value: DateValue = node.value
        return value if value.start is not None and value.grain in grains else None


def first_day(value: DateValue) -> date:
    """The first day of a value that has one."""
    return date.fromisoformat((value.start or "")[:10])


def last_day(value: DateValue) -> date:
    """The last day of a value that has one."""
    return date.fromisoformat((value.end or "")[:10])


def of_days(first: date, last: date, grain: Grain, basis: Basis) -> tuple[Spec, DateValue]:
    """Days as a reading of their own and as a value."""
    spec: Spec = _day(first)
    if grain == "year":
        spec = Named(year=first.year)
    elif grain == "month":
        spec = Named(year=first.year, month=first.month)
    elif first != last:
        spec = Range(_day(first), _day(last))
    return spec, DateValue(first.isoformat(), last.isoformat(), grain, basis)


def _day(day: date) -> Named:
    return Named(year=day.year, month=day.month, day=day.day)
