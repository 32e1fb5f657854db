"""Quantities: plain numbers with what is said around them (about, at least, per cent, between)."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.labels import can_be_year, is_code, is_quantity
from waqai.annotate.numbers.ordinals import has_article
from waqai.annotate.numbers.tables import HEDGE, PERCENT, particles, whole
from waqai.model.codes import Hedge
from waqai.model.values import NumberValue

# Tokens before a span of two numbers that may say it is a change (ارتفع من 5 إلى 9).
_REACH = 6
_AROUND = frozenset((("(", ")"), ('"', '"')))


def quantities(chart: Chart, plain: Sequence[Node]) -> list[Node]:
    """Nodes of kind `number` in order; numbers that are names, codes or years are left out."""
    found: list[Node] = []
    k = 0
    while k < len(plain):
        node, k = _at(chart, plain, k)
        if node is not None and (not found or node.i >= found[-1].j):
            found.append(node)
    return found


def _at(chart: Chart, plain: Sequence[Node], k: int) -> tuple[Node | None, int]:
    """The quantity that begins with plain number k, and the number after it."""
    node = plain[k]
    if k + 1 < len(plain):
        span = _span(chart, node, plain[k + 1])
        if span is not None:
            return _hedged(chart, _percent(chart, span)), k + 2
    if not is_quantity(chart, node):
        return None, k + 1
    if k + 1 < len(plain) and _restates(chart, node, plain[k + 1]):
        return _hedged(chart, _both(node, plain[k + 1])), k + 2
    i, j = _brackets(chart, node) if _is_bracketed(chart, node) else (node.i, node.j)
    made = _number(i, j, node.value, node.rule, (node,), node.skip)
    return _hedged(chart, _percent(chart, made)), k + 1


def _number(
    i: int, j: int, value: NumberValue, rule: str, parts: tuple[Node, ...], skip: int
) -> Node:
    return Node("number", i, j, value, rule, parts, skip)


def _percent(chart: Chart, node: Node) -> Node:
    """50 في المئة is .5."""
    keys = chart.doc.keys
    value: NumberValue = node.value
    if value.low is None or value.high is None:
        return node
    if node.j < len(keys) and keys[node.j] == "%":
        return _of_whole(node, node.j + 1, value, 100, node.parts)
    for said in chart.begins(node.j):
        if said.kind == PERCENT:
            return _of_whole(node, said.j, value, said.value, (*node.parts, said))
    return node


def _of_whole(node: Node, j: int, value: NumberValue, size: float, parts: tuple[Node, ...]) -> Node:
    low, high = value.low or 0, value.high or 0
    part = NumberValue(whole(low / size), whole(high / size), value.hedge)
    return _number(node.i, j, part, "number.percent", parts, node.skip)


def _restates(chart: Chart, one: Node, two: Node) -> bool:
    """ثلاثة (3), (3) ثلاثة: the same figure in words and in digits, one of them in brackets."""
    keys = chart.doc.keys
    if two.i != one.j + 1 or two.value != one.value:
        return False
    if keys[one.j] == "(":
        return two.j < len(keys) and keys[two.j] == ")"
    return one.i > 0 and (keys[one.i - 1], keys[one.j]) == ("(", ")")


def _both(one: Node, two: Node) -> Node:
    """The figure told twice, with its brackets."""
    if one.rule == "number.digits":
        return _number(one.i - 1, two.j, two.value, two.rule, (one, two), 0)
    return _number(one.i, two.j + 1, one.value, one.rule, (one, two), one.skip)


def _span(chart: Chart, one: Node, two: Node) -> Node | None:
    """بين 20 و30, 20 إلى 30, 20-30, ثلاثة أو أربعة."""
    low, high = one.value.low, two.value.high
    if low is None or high is None or low >= high or (can_be_year(one) and can_be_year(two)):
        return None
    if has_article(one) or any(_is_code(chart, n) for n in (one, two)):
        return None
    keys = chart.doc.keys
    value = NumberValue(low, high, "range")
    between = keys[one.j : two.i]
    if between == ["و"] or (not between and two.skip == 1):
        opening = _between(keys, one)
        if opening is None:
            return None
        return _number(opening, two.j, value, "number.between", (one, two), 0)
    if two.skip:
        return None
    if between == ["-"]:
        return _dashed(chart, one, two, value)
    if between == ["او"] and one.rule == two.rule:
        return _number(one.i, two.j, value, "number.or", (one, two), one.skip)
    if between == ["الي"] and not _is_change(keys, one.i):
        i = one.i - 1 if one.i and keys[one.i - 1] == "من" and not one.skip else one.i
        return _number(i, two.j, value, "number.to", (one, two), one.skip if i == one.i else 0)
    return None


def _is_code(chart: Chart, node: Node) -> bool:
    return node.rule == "number.digits" and is_code(chart, node)


def _between(keys: Sequence[str], one: Node) -> int | None:
    """The token that opens بين ... و or ما بين ... و, None where there is none."""
    i = one.i - 1
    if i < 0 or one.skip or keys[i] not in ("بين", "مابين"):
        return None
    return i - 1 if i and keys[i - 1] == "ما" else i


def _dashed(chart: Chart, one: Node, two: Node, value: NumberValue) -> Node | None:
    """20-30; no span of years, no score and no telephone number."""
    doc = chart.doc
    if one.rule != "number.digits" or two.rule == "number.words" or value.high is None:
        return None
    after = doc.keys[two.j] if two.j < len(doc.keys) else ""
    before = doc.keys[one.i - 1] if one.i else ""
    if after in ("-", "/", "هدف") or before in ("-", "/"):
        return None
    return _number(one.i, two.j, value, "number.dash", (one, two), one.skip)


def _is_change(keys: Sequence[str], i: int) -> bool:
    """Whether words before token i tell of a rise or fall from one number to another."""
    return not particles()["change"].isdisjoint(keys[max(0, i - _REACH) : i])


def _hedged(chart: Chart, node: Node) -> Node:
    """The number with a hedge before it or after it."""
    value: NumberValue = node.value
    if value.hedge == "range" or value.low is None:
        return node
    i, j = _brackets(chart, node)
    before = [h for h in chart.until(i, HEDGE) if h.value.before] if not node.skip else []
    after = [h for h in chart.at(j, HEDGE) if not h.value.before]
    said = min(before, key=lambda h: h.i, default=None)
    later = max(after, key=lambda h: h.j, default=None)
    if said is None and later is None:
        return node
    strong = said if said is not None and (later is None or said.value.hedge != "about") else later
    if strong is None:
        return node
    bounds = bounded(value, strong.value.hedge)
    i, skip = (said.i, said.skip) if said is not None else (node.i, node.skip)
    j = later.j if later is not None else j if said is not None else node.j
    parts = tuple(part for part in (said, node, later) if part is not None)
    return _number(i, j, bounds, f"number.{strong.value.hedge}", parts, skip)


def _is_bracketed(chart: Chart, node: Node) -> bool:
    """(33) written as a figure of its own."""
    return node.rule == "number.digits" and node.i > 0 and chart.doc.keys[node.i - 1] == "("


def _brackets(chart: Chart, node: Node) -> tuple[int, int]:
    """Where a number begins and ends with the brackets or quotes around it alone."""
    keys, i, j = chart.doc.keys, node.i, node.j
    if i and j < len(keys) and (keys[i - 1], keys[j]) in _AROUND:
        return i - 1, j + 1
    if i and keys[i - 1] == "(" and ")" in keys[i:j]:
        return i - 1, j
    return i, j


def bounded(value: NumberValue, hedge: Hedge) -> NumberValue:
    """An exact value under a hedge: at least n is n and more, at most n is n and less."""
    if hedge == "at_least":
        return NumberValue(value.low, None, hedge)
    if hedge == "at_most":
        return NumberValue(None, value.high, hedge)
    return NumberValue(value.low, value.high, hedge)
