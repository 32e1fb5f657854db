"""Quantities: plain numbers with what is said around them (about, at least, per cent, between)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.labels import is_quantity
from waqai.annotate.numbers.spans import halves_of, quantity, span_of
from waqai.annotate.numbers.tables import HEDGE, PERCENT, whole
from waqai.model.codes import Hedge
from waqai.model.values import NumberValue

_AROUND: Final = frozenset((("(", ")"), ('"', '"')))


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
        span = span_of(chart, node, plain[k + 1])
        if span is not None:
            return _hedged(chart, _percent(chart, span)), k + 2
    halves = halves_of(chart, node)
    if halves is not None:
        return _percent(chart, halves), k + 1
    if not is_quantity(chart, node):
        return None, k + 1
    if k + 1 < len(plain) and _restates(chart, node, plain[k + 1]):
        return _hedged(chart, _both(node, plain[k + 1])), k + 2
    i, j = _brackets(chart, node) if _is_bracketed(chart, node) else (node.i, node.j)
    made = quantity(i, j, node.value, node.rule, (node,), node.skip)
    return _hedged(chart, _percent(chart, made)), k + 1


def _percent(chart: Chart, node: Node) -> Node:
    """50 في المئة is .5."""
    keys = chart.doc.keys
    value: NumberValue = node.value
    if value.low is None or value.high is None:
        return node
    if node.j < len(keys) and keys[node.j] == "%":
        return _of_whole(node, node.j + 1, value, 100, node.parts)
    if _is_percent_before(chart, node):
        return _of_whole(node, node.j, value, 100, node.parts, node.i - 1)
    for said in chart.begins(node.j):
        if said.kind == PERCENT:
            return _of_whole(node, said.j, value, said.value, (*node.parts, said))
    return node


def _is_percent_before(chart: Chart, node: Node) -> bool:
    """%20, as it is typed from right to left."""
    doc, i = chart.doc, node.i
    if not i or doc.keys[i - 1] != "%" or doc.ends[i - 1] != doc.starts[i]:
        return False
    return i < 2 or not doc.keys[i - 2][0].isdigit()


def _of_whole(
    node: Node,
    j: int,
    value: NumberValue,
    size: float,
    parts: tuple[Node, ...],
    i: int | None = None,
) -> Node:
    """The number as so many of `size`, from token i (else its own first) to j."""
    low, high = value.low or 0, value.high or 0
    part = NumberValue(whole(low / size), whole(high / size), value.hedge)
    first, skip = (node.i, node.skip) if i is None else (i, 0)
    return quantity(first, j, part, "number.percent", parts, skip)


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
        return quantity(one.i - 1, two.j, two.value, two.rule, (one, two), 0)
    return quantity(one.i, two.j + 1, one.value, one.rule, (one, two), one.skip)


def _hedged(chart: Chart, node: Node) -> Node:
    """The number with a hedge before it or after it."""
    value: NumberValue = node.value
    if value.hedge == "range" or value.low is None:
        return node
    i, j = _brackets(chart, node)
    i -= i > 0 and chart.doc.keys[i - 1] == "ال"
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
    return quantity(i, j, bounds, f"number.{strong.value.hedge}", parts, skip)


def _is_bracketed(chart: Chart, node: Node) -> bool:
    """(33) written as a figure of its own."""
    return node.rule == "number.digits" and node.i > 0 and chart.doc.keys[node.i - 1] == "("


def _brackets(chart: Chart, node: Node) -> tuple[int, int]:
    """Where a number begins and ends with the brackets or quotes around it alone."""
    keys, i, j = chart.doc.keys, node.i, node.j
    if i and j < len(keys) and (keys[i - 1], keys[j]) in _AROUND:
        return i - 1, j + 1
    if i and any(keys[i - 1] == opens and closes in keys[i:j] for opens, closes in _AROUND):
        return i - 1, j
    return i, j


def bounded(value: NumberValue, hedge: Hedge) -> NumberValue:
    """An exact value under a hedge: at least n is n and more, at most n is n and less."""
    if hedge == "at_least":
        return NumberValue(value.low, None, hedge)
    if hedge == "at_most":
        return NumberValue(None, value.high, hedge)
    return NumberValue(value.low, value.high, hedge)
