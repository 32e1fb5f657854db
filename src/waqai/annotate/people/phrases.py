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
from waqai.annotate.people.tables import PACKAGE, Context, Person
from waqai.lexicon.table import read_table
from waqai.model.codes import Age, CountSlot

_ONE_MORE = {"اخر": 1, "اخري": 1, "الاخر": 1}
_OWNERS: dict[str, int | None] = {"ه": 1, "ها": 1, "هما": 2, "هم": None, "هن": None}
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
    exact = before is not None and before.low is not None
    extent = extend(scan, head, counted=exact)
    figure = before or figure_of_form(head)
    if extent.number is not None:
        number = of_number(extent.number, "noun+number")
        figure = number._replace(i=figure.i, skip=figure.skip, parts=figure.parts)
    _same_figure(scan, head, figure, extent)
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
    return Node("count", figure.i, j, value, figure.rule, parts, figure.skip)


def _same_figure(scan: Scan, head: Node, figure: Figure, extent: Extent) -> None:
    """24 ضابطا وجنديا, 16 من ضباط وجنود ...: the noun joined shares the figure."""
    second = scan.heads.get(extent.j)
    if second is None or second.reading is None or second.reading.conj != "و" or second.skip > 1:
        return
    one: Person = head.value
    two: Person = second.value
    if figure.rule == "number+noun" and one.accusative:
        if not (two.accusative or (two.number == "sg" and scan.key(second.i).endswith("ه"))):
            return
    elif figure.rule != "number+of+noun" or two.number not in ("pl", "dp"):
        return
    more = extend(scan, second, counted=True)
    extent.j = more.j
    extent.actor = extent.actor or more.actor
    extent.parts += [second, *more.parts]


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
        low = 2 if word.value in ("اخران", "اخريان") else _ONE_MORE.get(str(word.value))
        figure = Figure(word.i, word.skip, low, low, "exact" if low else "indefinite", "others")
    else:
        return None
    alone = number is None and str(word.value) in _ONE_MORE
    if alone and scan.key(word.j) and scan.key(word.j) not in _after_bare():
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
    split = scan.heads.get(number.j + 1) if scan.key(number.j) == "بين" else None
    if split is not None and split.value.slot is not None:
        return counted_number(scan, number)
    bare = context is not None and context.value.bare
    joined = previous is not None and previous.j == number.i and previous.rule == "bare"
    if not bare and not (joined and number.skip):
        return None
    follows = scan.key(number.j)
    if follows and follows not in _after_bare() and number.j not in scan.dated:
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


def of_pronoun(scan: Scan, i: int) -> Node | None:
    """أحدهم, بعضهم, 22 منهم: some of the people told of before."""
    number = scan.number_at.get(i)
    if number is not None:
        if scan.key(number.j) not in ("منهم", "منهن") or scan.heads.get(number.j + 1) is not None:
            return None
        figure = of_number(number, "number+pronoun")
        return _of_those(figure, number.j + 1)
    some = scan.tagged(i, "people.some_of")
    if some is not None and scan.context(i) is not None:
        return _of_those(Figure(i, some.skip, None, None, "indefinite", "some+pronoun"), some.j)
    one = scan.tagged(i, "people.one_of")
    if one is None or scan.heads.get(one.j) is not None:
        return None
    return _of_those(Figure(i, one.skip, 1, 1, "exact", "one+pronoun"), one.j)


def _of_those(figure: Figure, j: int) -> Node:
    """A count of people who were told of before."""
    value = Counted(
        figure.low,
        figure.high,
        figure.hedge,
        "",
        "unknown",
        licensed=True,
        subset=True,
        others=True,
    )
    return Node("count", figure.i, j, value, figure.rule, figure.parts, figure.skip)


def of_owner(context: Node) -> Node | None:
    """مقتله, اعتقالهم, القبض عليه: the people that the pronoun on a noun of harm stands for."""
    word: Context = context.value
    suffix = context.reading.suffix if context.reading else ""
    suffix = word.pronoun or suffix
    if suffix not in _OWNERS or not (word.pronoun or word.owned):
        return None
    bounds = _OWNERS[suffix]
    value = Counted(
        bounds, bounds, "exact" if bounds else "indefinite", "", "unknown", word.slot,
        licensed=True, others=True,
    )  # fmt: skip
    return Node("count", context.i, context.j, value, "pronoun", (context,), context.skip)


def of_nth(scan: Scan, word: Node) -> Node | None:
    """إصابة ثالث: one more person."""
    context = scan.context(word.i)
    if context is None or not context.value.bare or word.j in scan.heads:
        return None
    if scan.key(word.j) not in _after_bare():
        return None
    value = Counted(1, 1, "exact", "", "unknown", who=(word.i, word.j), licensed=True, others=True)
    return Node("count", word.i, word.j, value, "nth", (word,), word.skip)


def of_person(scan: Scan, actor: Node) -> Node | None:
    """اغتيال فلان, توقيف فلان: a person named where people are expected."""
    context = scan.context(scan.unquoted(actor.i))
    if context is None or not context.value.bare or actor.value.kind != "person":
        return None
    value = Counted(
        1, 1, "exact", "", "unknown", definite=True, who=(actor.i, actor.j), actor=actor,
        licensed=True,
    )  # fmt: skip
    return Node("count", actor.i, actor.j, value, "person", (actor,), actor.skip)


def counted_number(scan: Scan, number: Node) -> Node:
    """The count that a bare number is, where the caller knows that it counts people."""
    figure, j = hedged(scan, of_number(number, "bare"), number.j)
    value = Counted(figure.low, figure.high, figure.hedge, "", "unknown", licensed=True)
    return Node("count", number.i, j, value, figure.rule, (number,), number.skip)
