"""Counted phrases: a figure (or a form) with its people noun, others, bodies, bare numbers."""

from __future__ import annotations

from functools import cache
from typing import cast

from waqai.annotate.chart import Node
from waqai.annotate.people.classes import class_of
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.extent import Extent, extend
from waqai.annotate.people.figures import (
    Figure,
    figure_before,
    figure_of_form,
    hedged,
    of_number,
)
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import PACKAGE, Person
from waqai.lexicon.table import read_table
from waqai.model.codes import Age, CountSlot

_MARKS = frozenset("،.,؛:)(-\n!")


@cache
def _after_bare() -> frozenset[str]:
    """Marks and words that may follow a number which stands for people alone."""
    rows = read_table(PACKAGE, "after.tsv", ("key",), ("key",))
    return _MARKS.union(word for row in rows for word in row.variants(0))


def of_noun(scan: Scan, head: Node, previous: Node | None) -> Node | None:
    """The count that a people noun makes; `previous` is the count told just before."""
    person: Person = head.value
    before = figure_before(scan, head)
    licensed = before is not None or _expected(scan, head, previous)
    if before is None and not _stands_alone(scan, head, licensed=licensed):
        return None
    extent = extend(scan, head, counted=before is not None)
    figure = before or figure_of_form(head)
    if extent.number is not None:
        number = of_number(extent.number, "noun+number")
        figure = number._replace(i=head.i, skip=head.skip, parts=())
    figure, j = hedged(scan, figure, extent.j)
    value = Counted(
        figure.low,
        figure.high,
        figure.hedge,
        person.lemma,
        class_of(person, extent.said, extent.actor.value.kind if extent.actor else None),
        cast("CountSlot | None", person.slot or extent.slot),
        cast("Age | None", person.age or extent.age),
        person.sex,
        extent.definite,
        (head.i, extent.j),
        head.skip,
        extent.actor,
        licensed,
        collective="group" in person.traits,
    )
    parts = (*figure.parts, head, *extent.parts)
    cut = head.cut if extent.j == head.j and j == head.j else 0
    return Node("count", figure.i, j, value, figure.rule, parts, figure.skip, cut)


def _expected(scan: Scan, head: Node, previous: Node | None) -> bool:
    """Whether people are expected here: after a context word, بينهم, or another count and و."""
    if scan.context(head.i) is not None or scan.before(head.i, "people.subset") is not None:
        return True
    joined = head.reading is not None and head.reading.conj == "و"
    return joined and previous is not None and previous.j == head.i and previous.value.licensed


def _stands_alone(scan: Scan, head: Node, *, licensed: bool) -> bool:
    """Whether a noun without a figure counts people here."""
    traits = head.value.traits
    if "numbered" in traits:
        return False
    if licensed:
        return True
    if "shy" in traits or "kin" in traits or "nation" in traits:
        return False
    if "adj" in traits and head.value.number == "sg":
        return scan.opens_sentence(head.i)
    return True


def of_others(scan: Scan, word: Node) -> Node | None:
    """10 آخرين, آخرون, إصابة آخر: people told of apart from those before."""
    number = scan.number_until.get(word.i) if not word.skip else None
    some = scan.before(word.i, "people.some") if not word.skip else None
    expected = scan.context(word.i) is not None
    if number is not None:
        figure = of_number(number, "number+others")
    elif some is not None:
        figure = Figure(some.i, some.skip, None, None, "indefinite", "some+others", (some,))
    elif expected or word.value in ("اخرون", "اخرين", "اخران"):
        low = {"اخر": 1, "اخري": 1, "اخران": 2, "الاخر": 1}.get(str(word.value))
        figure = Figure(word.i, word.skip, low, low, "exact" if low else "indefinite", "others")
    else:
        return None
    if number is None and scan.key(word.j) in ("من", "غير") and not expected:
        return None
    extent = Extent(word.j)
    figure, j = hedged(scan, figure, word.j)
    value = Counted(
        figure.low,
        figure.high,
        figure.hedge,
        "",
        "unknown",
        who=(word.i, extent.j),
        who_skip=word.skip,
        licensed=expected or number is not None,
        others=True,
    )
    return Node("count", figure.i, j, value, figure.rule, (*figure.parts, word), figure.skip)


def of_body(scan: Scan, number: Node) -> Node | None:
    """20 من ميليشيات ..., عدد من قوات ...: so many of a body."""
    if scan.key(number.j) != "من":
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
    bare = context is not None and context.value.bare
    joined = previous is not None and previous.j == number.i and previous.rule == "bare"
    if not bare and not (joined and number.skip):
        return None
    follows = scan.key(number.j)
    if follows and follows not in _after_bare() and number.j not in scan.dated:
        return None
    return counted_number(scan, number)


def counted_number(scan: Scan, number: Node) -> Node:
    """The count that a bare number is, where the caller knows that it counts people."""
    figure, j = hedged(scan, of_number(number, "bare"), number.j)
    value = Counted(figure.low, figure.high, figure.hedge, "", "unknown", licensed=True)
    return Node("count", number.i, j, value, figure.rule, (number,), number.skip)
