"""Running totals: ارتفاع عدد القتلى إلى 45, وتجاوز عدد الجرحى المئة."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.bare import after_bare, closes, counted_number, is_theirs
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.figures import NOT
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG, particles

# Tokens from عدد القتلى to its figure.
_TALLY_REACH: Final = 20
_SUM_REACH: Final = 4
_TWO: Final = 2
_WHOEVER: Final = frozenset(("من", "الذين", "ممن"))
# Tokens before عدد in which the verb stands, and after the people in which their number does.
_VERB: Final = 2
_AMOUNT_REACH: Final = 8
_STOPS: Final = frozenset((".", "\n", "؛", "،", ",", ":"))
# What may stand between the hurt and how many they are.
_ARE: Final = frozenset(("هم", ":"))
_COMMAS: Final = frozenset(("،", ","))
_SUMS: Final = ("الحصيله", "العدد")


def tallied(scan: Scan, before: Node, node: Node, value: Counted) -> Counted:
    """ارتفاع عدد القتلى إلى 45 شخصا: the figure is of what the total is of."""
    if value.slot is not None or value.low is None or node.rule in ("singular", "dual"):
        return value
    total = before.value
    if total.slot is None or total.low is not None:
        return value
    if node.i - before.j > _TALLY_REACH or not _opens_tally(scan, before):
        return value
    between = scan.keys[before.j : node.i]
    exceeds = value.hedge == "exact" and (_exceeds(scan, before) or _is_beyond(scan, node))
    if "\n" in between or "." in between:
        return value
    tally = scan.before(before.i, "people.tally")
    amounts = node.rule == "bare" and tally is not None and _amounts(scan, tally)
    if not (exceeds or amounts or particles("reach").intersection(between)):
        return value
    if exceeds:
        value = msgspec.structs.replace(value, high=None, hedge="at_least")
    elif value.hedge == "exact" and _is_within(scan, node):
        value = msgspec.structs.replace(value, low=None, high=value.low, hedge="at_most")
    if value.cls == "unknown":
        value = msgspec.structs.replace(value, cls=total.cls, actor=value.actor or total.actor)
    return msgspec.structs.replace(value, slot=total.slot, licensed=True)


def are(scan: Scan, before: Node, node: Node, value: Counted) -> Counted:
    """المصابون ثلاثة مدنيين, القتلى هم 5 أطفال: so many they are; of some (بين القتلى 3 نساء).

    With its verb the number is of those before it, however they are told: المصابين البالغ عددهم 6.
    """
    told: Counted = before.value
    if told.slot is None or told.low is not None or not told.definite:
        return value
    if value.slot or value.low is None or node.skip or not node.rule.startswith(("number", "bare")):
        return value
    first = before.j + (scan.key(before.j) in _COMMAS)
    if " ".join(scan.keys[first : node.i]) in particles("numbering"):
        return msgspec.structs.replace(value, slot=told.slot)
    if before.rule != "plural" or node.rule == "bare":
        return value
    if not _ARE.issuperset(scan.keys[before.j : node.i]) or node.i - before.j > 1:
        return value
    among = scan.key(before.i - 1).removeprefix("و") == "بين"
    return msgspec.structs.replace(value, slot=told.slot, subset=value.subset or among)


def again(scan: Scan, before: Node, node: Node, value: Counted) -> Counted:
    """عدد المشاركين بمئة ألف، وقالت الشرطة إنهم نحو ألف: another figure of the same people."""
    told: Counted = before.value
    if before.rule != "noun+number" or told.slot is None or value.slot is not None:
        return value
    if node.rule != "bare" or not is_theirs(scan, node.parts[0]):
        return value
    return msgspec.structs.replace(value, slot=told.slot, cls=told.cls)


def _exceeds(scan: Scan, total: Node) -> bool:
    """وتجاوز عدد القتلى 20: the verb before the total tells that its figure is the least."""
    tally = scan.before(total.i, "people.tally")
    return tally is not None and scan.key(tally.i - 1).removeprefix("و") in particles("exceeding")


def _is_beyond(scan: Scan, node: Node) -> bool:
    """عدد القتلى يتجاوز 20: the verb right before the figure, without a negation, tells it too."""
    return scan.key(node.i - 1) in particles("exceeding") and scan.key(node.i - _TWO) not in NOT


def _is_within(scan: Scan, node: Node) -> bool:
    """عدد القتلى لا يتجاوز 20: the verb right before the figure is denied."""
    beyond = scan.key(node.i - 1) in particles("exceeding")
    return beyond and scan.key(node.i - _TWO) in NOT


def _opens_tally(scan: Scan, node: Node) -> bool:
    """Whether عدد or حصيلة stands before a count."""
    return scan.before(node.i, "people.tally") is not None


def tally_numbers(scan: Scan, covered: set[int]) -> list[Node]:
    """Numbers without a noun that a running total leads to (ارتفاع عدد القتلى إلى 45)."""
    found = []
    for tally in scan.chart.of("people.tally"):
        noun = scan.tagged(tally.j, NOUN_TAG)
        if noun is None:
            number = _sum_told(scan, tally)
            if number is not None and number.i not in covered:
                found.append(number)
            continue
        j = noun.j
        while (further := scan.tagged(j, NOUN_TAG)) is not None and not further.skip:
            j, noun = further.j, further if further.value.slot else noun
        harmed = noun.value.slot is not None or _are_harmed(scan, j)
        number = _tally_figure(scan, j) if harmed else scan.number_at.get(j)
        if number is None and harmed and _amounts(scan, tally):
            number = _amount(scan, j)
        if number is not None and number.i not in covered:
            found.append(number)
    return found


def tallies_of_whoever(scan: Scan, covered: set[int]) -> list[Node]:
    """عدد من قضوا ارتفع إلى 28, عدد الذين غادروا بأربعة آلاف: totals of whom no noun tells."""
    found = []
    for tally in scan.chart.of("people.tally"):
        number = _of_whoever(scan, tally)
        if number is not None and number.i not in covered:
            verb = scan.tagged(tally.j + 1, CONTEXT_TAG)
            slot = verb.value.slot if verb is not None else None
            node = counted_number(scan, number)
            node.value = msgspec.structs.replace(node.value, slot=slot)
            found.append(node)
    return found


def _of_whoever(scan: Scan, tally: Node) -> Node | None:
    """The figure of a total of those of whom a verb in the plural tells."""
    verb = scan.key(tally.j + 1)
    if scan.key(tally.j) not in _WHOEVER or not verb.endswith("وا"):
        return None
    number = _tally_figure(scan, tally.j + 2)
    if number is None or scan.keys[tally.j : number.i].count("وان"):
        return None
    alone = closes(scan, number.j) and scan.key(number.j) != "من"
    return (
        number if alone and (not number.skip or scan.key(number.i)[: number.skip] == "ب") else None
    )


def _amounts(scan: Scan, tally: Node) -> bool:
    """بلغ عدد القتلى, ليصبح بذلك عدد القتلى: the verb stands before what it tells the number of."""
    return not particles("amounts").isdisjoint(scan.keys[max(tally.i - _VERB, 0) : tally.i])


def _amount(scan: Scan, i: int) -> Node | None:
    """The first number after token i, where it counts nothing else: بلغ عدد القتلى في القطاع 72."""
    for k in range(i, min(i + _AMOUNT_REACH, len(scan.keys))):
        number = scan.number_at.get(k)
        if number is not None:
            return number if not number.skip and closes(scan, number.j) else None
        if scan.key(k) in _STOPS:
            return None
    return None


def _are_harmed(scan: Scan, j: int) -> bool:
    """Whether الذين and what befell them follow (عدد المسلحين الذين قتلهم الجيش)."""
    verb = scan.tagged(j + 1, CONTEXT_TAG) if scan.key(j) in ("الذين", "ممن") else None
    return verb is not None and verb.value.slot is not None


def _sum_told(scan: Scan, tally: Node) -> Node | None:
    """لترتفع الحصيلة إلى 12: the figure of a total whose people were told of before."""
    if tally.j - tally.i != 1 or scan.key(tally.i)[tally.skip :] not in _SUMS:
        return None
    if "رتفع" not in scan.key(tally.i - 1):
        return None
    number = _tally_figure(scan, tally.j)
    if number is None or number.i - tally.j > _SUM_REACH:
        return None
    return number if not scan.key(number.j) or scan.key(number.j) in after_bare() else None


def _tally_figure(scan: Scan, i: int) -> Node | None:
    """The first number after token i that a word of reaching stands before."""
    reached = False
    for k in range(i, min(i + _TALLY_REACH, len(scan.keys))):
        key = scan.key(k)
        if key in ("\n", ".", "؛"):
            return None
        reached = reached or key in particles("reach")
        number = scan.number_at.get(k)
        if number is not None and (reached or number.skip or k == i):
            return number
    return None
