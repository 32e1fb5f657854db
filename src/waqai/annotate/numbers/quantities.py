"""Quantities: plain numbers with what is said around them (about, at least, per cent, between)."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.compose import opens_genitive
from waqai.annotate.numbers.tables import HEDGE, LABEL, PERCENT, YEAR, Atom, whole
from waqai.lexicon.months import month_numbers
from waqai.model.codes import Hedge
from waqai.model.values import NumberValue

_DASHES = frozenset("-")
# Tokens before a span of two numbers that may say it is a change (ارتفع من 5 إلى 9).
_REACH = 6


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
    if is_label(chart, node):
        return None, k + 1
    if k + 1 < len(plain):
        span = _span(chart, node, plain[k + 1])
        if span is not None:
            return _hedged(chart, _percent(chart, span)), k + 2
        if _restates(chart, node, plain[k + 1]):
            j = plain[k + 1].j + 1
            made = _number(node.i, j, node.value, node.rule, (node,), node.skip)
            return _hedged(chart, made), k + 2
    made = _number(node.i, node.j, node.value, node.rule, (node,), node.skip)
    return _hedged(chart, _percent(chart, made)), k + 1


def _number(
    i: int, j: int, value: NumberValue, rule: str, parts: tuple[Node, ...], skip: int
) -> Node:
    return Node("number", i, j, value, rule, parts, skip)


def is_label(chart: Chart, node: Node) -> bool:
    """Whether digits are a code, a name's part, a clock time or a date: F-16, رقم 5, 10:30."""
    if _is_year_here(chart, node) or _is_half_of_before(node):
        return True
    if node.rule != "number.digits":
        return False
    keys, doc = chart.doc.keys, chart.doc
    i, j = node.i, node.j
    if any(chart.until(after_article(keys, i), LABEL)):
        return True
    atom: Atom = node.parts[0].value
    written = keys[i]
    if not atom.mark and len(written) > 1 and written[0] == "0":
        return True
    if doc.text[doc.starts[i] - 1 : doc.starts[i]] == "_":
        return True
    before = keys[i - 1] if i and doc.ends[i - 1] == doc.starts[i] else ""
    after = keys[j] if j < len(keys) and doc.starts[j] == doc.ends[j - 1] else ""
    if before in (":", "/", "+", "#", "@") or after in ("/", "@"):
        return True
    if after == ":" and j + 1 < len(keys) and keys[j + 1][0].isdigit():
        return True
    if before == "-":
        return i > 1 and doc.ends[i - 2] == doc.starts[i - 1] and keys[i - 2].isalpha()
    return (before.isalpha() or after.isalpha()) and (before or after).isascii()


def _is_year_here(chart: Chart, node: Node) -> bool:
    """Whether a number is a year: after a word for it, or where it counts no noun."""
    low = node.value.low
    if low is None or not 1900 <= low <= 2100 or node.parts[0].value.mark:
        return False
    keys, i = chart.doc.keys, node.i
    if any(chart.until(i, HEDGE)):
        return False
    if any(chart.until(i, YEAR)) or (i and keys[i - 1] in month_numbers()):
        return True
    return node.rule == "number.digits" and low % 100 != 0 and not opens_genitive(keys, node.j)


def _is_half_of_before(node: Node) -> bool:
    """عام ونصف: a half of what was told before."""
    atom: Atom = node.parts[0].value
    return atom.role == "part" and len(node.parts) == 1 and node.skip > 0


def after_article(keys: Sequence[str], i: int) -> int:
    """Token i, or the article that stands apart before it (الـ32)."""
    return i - 1 if i and keys[i - 1] == "ال" else i


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


def _restates(chart: Chart, node: Node, after: Node) -> bool:
    """ثلاثة (3): the same figure again in digits."""
    keys = chart.doc.keys
    if after.i != node.j + 1 or keys[node.j] != "(" or after.rule != "number.digits":
        return False
    return after.j < len(keys) and keys[after.j] == ")" and after.value == node.value


def _span(chart: Chart, one: Node, two: Node) -> Node | None:
    """بين 20 و30, 20 إلى 30, 20-30, ثلاثة أو أربعة."""
    low, high = one.value.low, two.value.high
    if low is None or high is None or low >= high:
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
    if is_year(one) or is_year(two):
        return None
    after = doc.keys[two.j] if two.j < len(doc.keys) else ""
    before = doc.keys[one.i - 1] if one.i else ""
    if after in ("-", "/", "هدف") or before in ("-", "/"):
        return None
    return _number(one.i, two.j, value, "number.dash", (one, two), one.skip)


def is_year(node: Node) -> bool:
    """Whether digits can be a year."""
    low = node.value.low
    return node.rule == "number.digits" and low is not None and 1900 <= low <= 2100


_CHANGE = frozenset(
    ("ارتفع", "ارتفعت", "ارتفاع", "يرتفع", "زاد", "زادت", "زياده", "رفع", "رفعت", "انخفض",
     "انخفضت", "انخفاض", "تراجع", "تراجعت", "خفض", "خفضت", "تقليص", "قفز", "قفزت", "ليرتفع",
     "لترتفع", "وارتفع", "وارتفعت", "تراوح", "انتقل", "هبط", "تحول", "انتقلت", "هبطت")
)  # fmt: skip


def _is_change(keys: Sequence[str], i: int) -> bool:
    """Whether words before token i tell of a rise or fall from one number to another."""
    return not _CHANGE.isdisjoint(keys[max(0, i - _REACH) : i])


def _hedged(chart: Chart, node: Node) -> Node:
    """The number with a hedge before it or after it."""
    value: NumberValue = node.value
    if value.hedge == "range" or value.low is None:
        return node
    before = [h for h in chart.until(node.i, HEDGE) if h.value.before] if not node.skip else []
    after = [h for h in chart.at(node.j, HEDGE) if not h.value.before]
    said = min(before, key=lambda h: h.i, default=None)
    later = max(after, key=lambda h: h.j, default=None)
    if said is None and later is None:
        return node
    strong = said if said is not None and (later is None or said.value.hedge != "about") else later
    if strong is None:
        return node
    bounds = bounded(value, strong.value.hedge)
    i, skip = (said.i, said.skip) if said is not None else (node.i, node.skip)
    j = later.j if later is not None else node.j
    parts = tuple(part for part in (said, node, later) if part is not None)
    return _number(i, j, bounds, f"number.{strong.value.hedge}", parts, skip)


def bounded(value: NumberValue, hedge: Hedge) -> NumberValue:
    """An exact value under a hedge: at least n is n and more, at most n is n and less."""
    if hedge == "at_least":
        return NumberValue(value.low, None, hedge)
    if hedge == "at_most":
        return NumberValue(None, value.high, hedge)
    return NumberValue(value.low, value.high, hedge)
