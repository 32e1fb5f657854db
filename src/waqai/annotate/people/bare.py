"""Numbers that count people without a noun: of a body, after مقتل and its like, crowds."""

from __future__ import annotations

from functools import cache

from waqai.annotate.chart import Node
from waqai.annotate.people.classes import class_of
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.figures import hedged, of_number
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import PACKAGE
from waqai.lexicon.table import read_table

_MARKS = frozenset("،.,؛:)(-\n!")


@cache
def after_bare() -> frozenset[str]:
    """Marks and words that may follow a number which stands for people alone."""
    rows = read_table(PACKAGE, "after.tsv", ("key",), ("key",))
    return _MARKS.union(word for row in rows for word in row.variants(0))


def of_body(scan: Scan, number: Node) -> Node | None:
    """20 من ميليشيات ..., عدد من قوات ...: so many of a body."""
    if scan.key(number.j) != "من" or number.j + 1 in scan.heads:
        return None
    body = scan.actors.get(number.j + 1)
    if body is None or body.skip or body.value.kind in ("person", "state"):
        return None
    figure = of_number(number, "number+of+body")
    cls = class_of(None, (), body.value.kind)
    who = (body.i, body.j)
    value = Counted(
        figure.low, figure.high, figure.hedge, "", cls, who=who, actor=body, licensed=True
    )
    return Node("count", number.i, body.j, value, figure.rule, (number, body), number.skip)


def of_bare(scan: Scan, number: Node, previous: Node | None) -> Node | None:
    """إصابة 7, جرح أكثر من 20: a number alone where people are expected."""
    context = scan.context(number.i)
    split = scan.heads.get(number.j + 1) if scan.key(number.j) == "بين" else None
    if split is not None and split.value.slot is not None:
        return counted_number(scan, number)
    bare = context is not None and context.value.bare
    joined = previous is not None and previous.j == number.i and previous.rule == "bare"
    if not bare and not (joined and number.skip):
        return None
    follows = scan.key(number.j)
    if follows and follows not in after_bare() and number.j not in scan.dated:
        return None
    return counted_number(scan, number)


def of_crowd(scan: Scan, number: Node) -> Node | None:
    """العشرات, الآلاف: an open number with the article stands for people, not for a noun."""
    key = scan.key(number.i)
    if (
        number.value.hedge != "indefinite"
        or "ال" not in key[:4]
        or key.startswith(("الاف", "الوف"))
    ):
        return None
    after = scan.key(number.j)
    if after == "من" and scan.actors.get(number.j + 1) is None and scan.context(number.i) is None:
        return None
    return counted_number(scan, number)


def counted_number(scan: Scan, number: Node) -> Node:
    """The count that a bare number is, where the caller knows that it counts people."""
    figure, j = hedged(scan, of_number(number, "bare"), number.j)
    value = Counted(figure.low, figure.high, figure.hedge, "", "unknown", licensed=True)
    return Node("count", number.i, j, value, figure.rule, (number,), number.skip)
