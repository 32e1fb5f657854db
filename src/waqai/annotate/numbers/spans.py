"""Spans: two numbers between which the one meant lies (between, to, or, a dash)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.labels import can_be_year, is_code
from waqai.annotate.numbers.ordinals import has_article
from waqai.annotate.numbers.sums import sum_of
from waqai.annotate.numbers.tables import Atom, particles, whole
from waqai.model.values import NumberValue

# Tokens before a span that may say it is a change (ارتفع من 5 إلى 9).
_REACH: Final = 6
# Tokens before بين in which تتراوح may stand.
_NEAR: Final = 3
# Numbers that follow what they count.
_FEW: Final = 2


def quantity(
    i: int, j: int, value: NumberValue, rule: str, parts: tuple[Node, ...], skip: int
) -> Node:
    """A node of kind `number`."""
    return Node("number", i, j, value, rule, parts, skip)


def span_of(chart: Chart, one: Node, two: Node) -> Node | None:
    """بين 20 و30, 20 إلى 30, 20-30, ثلاثة أو أربعة."""
    low, high = one.value.low, two.value.high
    if low is None or high is None or low >= high or (can_be_year(one) and can_be_year(two)):
        return None
    if has_article(one) or any(_is_code(chart, n) for n in (one, two)):
        return None
    keys = chart.doc.keys
    value = NumberValue(_shared(low, high, two), high, "range")
    between = keys[one.j : two.i]
    if between in (["و"], ["وال"], ["و", "ال"]) or (not between and two.skip == 1):
        opening = _between(keys, one)
        if opening is None:
            return None
        return quantity(opening, two.j, value, "number.between", (one, two), 0)
    if two.skip:
        return None
    if between == ["-"]:
        return _dashed(chart, one, two, value)
    if between == ["او"] and (one.rule == two.rule or two.rule == "number.mixed"):
        return quantity(one.i, two.j, value, "number.or", (one, two), one.skip)
    if between == ["الي"] and not _is_change(keys, one.i):
        i = one.i - 1 if one.i and keys[one.i - 1] == "من" and not one.skip else one.i
        if i == one.i and low <= _FEW and one.rule == "number.words":
            # ساعة واحدة إلى ...
            return None
        return quantity(i, two.j, value, "number.to", (one, two), one.skip if i == one.i else 0)
    return None


def halves_of(chart: Chart, node: Node) -> Node | None:
    """تتراوح بين مئة وثلاثة آلاف: two numbers, though together they would make one."""
    keys, i = chart.doc.keys, node.i - 1
    if i < 1 or node.skip or keys[i] not in ("بين", "مابين"):
        return None
    if particles()["ranging"].isdisjoint(keys[max(0, i - _NEAR) : i]):
        return None
    joints = [n for n in range(1, len(node.parts)) if _is_joined(keys, node.parts, n)]
    if len(joints) != 1:
        return None
    one, two = sum_of(node.parts[: joints[0]]), sum_of(node.parts[joints[0] :])
    if one is None or two is None or one >= two:
        return None
    opening = _between(keys, node)
    value = NumberValue(one, two, "range")
    return quantity(i if opening is None else opening, node.j, value, "number.between", (node,), 0)


def _is_joined(keys: list[str], parts: Sequence[Node], n: int) -> bool:
    """Whether و stands before part n."""
    part = parts[n]
    apart = part.i > parts[n - 1].j and keys[part.i - 1] == "و"
    return apart or (part.reading is not None and part.reading.conj == "و")


def _shared(low: float, high: float, two: Node) -> float | int:
    """بين 20 و30 ألفا: the scale of the second number is that of the first too."""
    last: Atom = two.parts[-1].value
    if last.role not in ("scale", "many", "case") or len(two.parts) == 1:
        return low
    return whole(low * last.n) if low < high / last.n else low


def _is_code(chart: Chart, node: Node) -> bool:
    return node.rule == "number.digits" and is_code(chart, node)


def _between(keys: list[str], one: Node) -> int | None:
    """The token that opens بين ... و or ما بين ... و, None where there is none."""
    i = one.i - 1
    i -= i > 0 and keys[i] == "ال"
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
    return quantity(one.i, two.j, value, "number.dash", (one, two), one.skip)


def _is_change(keys: list[str], i: int) -> bool:
    """Whether words before token i tell of a rise or fall from one number to another."""
    return not particles()["change"].isdisjoint(keys[max(0, i - _REACH) : i])
