"""People told of apart from those before: 10 آخرين, إصابة آخر, وإصابة ثالث."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.bare import after_bare, closes, is_led, is_personal
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.figures import OPEN, Figure, hedged, of_number
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import particles

_ONE_MORE: Final = {"اخر": 1, "اخري": 1, "الاخر": 1}
_TWO_MORE: Final = frozenset(("اخران", "اخريان", "الاخران", "الاخريان"))
_MANY_MORE: Final = frozenset(("اخرون", "اخرين", "اخران"))
# Tokens from animals to others of them, and from what falls to which of them it is.
_FAR: Final = 8
_FALL: Final = 25
# Letters of what is no adjective (بشع).
_HOW: Final = 4


def of_others(scan: Scan, word: Node) -> Node | None:
    """10 آخرين, آخرون, إصابة آخر: people told of apart from those before."""
    expected = scan.context(word.i) is not None
    figure = _counted_others(scan, word) or _others_alone(scan, word, expected=expected)
    if figure is None or _are_animals(scan, figure, word):
        return None
    figure, j = hedged(scan, figure, word.j)
    value = Counted(
        figure.low,
        figure.high,
        figure.hedge,
        "",
        "unknown",
        who=(word.i, word.j),
        who_skip=word.skip,
        licensed=expected or figure.rule == "number+others",
        others=True,
    )
    return Node("count", figure.i, j, value, figure.rule, (*figure.parts, word), figure.skip)


def of_as_many(scan: Scan, word: Node, previous: Node | None) -> Node | None:
    """قتل ثلاثة وأصيب مثلهم: as many as were counted just before."""
    if previous is None or previous.value.low is None or word.i - previous.j > _FAR:
        return None
    context = scan.context(word.i)
    elsewhere = previous.rule == "share" or previous.value.slot is not None
    elsewhere = elsewhere and word.skip > 0 and scan.key(word.j) == "في"
    if not (elsewhere or (context is not None and context.value.slot is not None)):
        return None
    told: Counted = previous.value
    value = Counted(
        told.low, told.high, told.hedge, "", "unknown", who=(word.i, word.j), who_skip=word.skip,
        licensed=True, others=True,
    )  # fmt: skip
    return Node("count", word.i, word.j, value, "as_many", (word,), word.skip)


def _are_animals(scan: Scan, figure: Figure, word: Node) -> bool:
    """نفوق عدد من المواشي وإصابة عدد آخر: others of those animals."""
    if str(word.value) not in _ONE_MORE:
        return False
    for k in range(figure.i - 1, figure.i - _FAR, -1):
        if scan.key(k) in particles("animals"):
            return True
        if k in scan.heads and scan.heads[k].value.slot is None:
            return False
    return False


def _counted_others(scan: Scan, word: Node) -> Figure | None:
    """The figure before the word: 10 آخرين, عدد آخر."""
    if word.skip:
        return None
    number = scan.number_until.get(word.i)
    if number is not None:
        return of_number(number, "number+others")
    some = scan.before(word.i, "people.some")
    if some is None and scan.key(word.i - 1) in ("عدد", "عددا"):
        return Figure(word.i - 1, 0, None, None, OPEN, "some+others")
    if some is None or _goes_on(scan, word):
        return None
    return Figure(some.i, some.skip, None, None, OPEN, "some+others", (some,))


def _others_alone(scan: Scan, word: Node, *, expected: bool) -> Figure | None:
    """آخرون anywhere, آخر where people are expected, no noun follows (آخر المعاقل)
    and it is said of nothing that falls (سقطت قذيفة أخرى).
    """
    key = str(word.value)
    by_what = expected and key == "اخر" and _is_told_how(scan, word)
    if (_goes_on(scan, word) and not by_what) or not (expected or key in _MANY_MORE):
        return None
    if key == "اخري" and scan.key(word.i - 1).endswith("ات"):
        return None
    if scan.key(word.i - 1) in particles("fallen"):
        return None
    two = key in _TWO_MORE or (key in _MANY_MORE and scan.key(word.j) in ("اثنين", "اثنان"))
    low = 2 if two else _ONE_MORE.get(key)
    return Figure(word.i, word.skip, low, low, "exact" if low else OPEN, "others")


def _is_told_how(scan: Scan, word: Node) -> bool:
    """إصابة آخر بطلق ناري: behind what befalls people it is told how or where it befell him."""
    context = scan.context(word.i)
    led = is_led(scan.key(word.j)) and len(scan.key(word.j)) > _HOW and word.j not in scan.heads
    if context is None or not led:
        return False
    return context.value.slot == "wounded" or is_personal(context)


def _goes_on(scan: Scan, word: Node) -> bool:
    """Whether a singular stands before something of its own (آخر محافظة)."""
    after = scan.key(word.j)
    if str(word.value) == "اخر" and word.j in scan.dated and word.i not in scan.dated:
        return False
    return str(word.value) in _ONE_MORE and bool(after) and after not in after_bare()


def of_nth(scan: Scan, word: Node) -> Node | None:
    """إصابة ثالث: one more person."""
    if (word.reading is not None and word.reading.prep) or word.i in scan.dated:
        return None
    context = scan.context(word.i)
    if context is None and word.skip and scan.key(word.j) in particles("fares"):
        return _one_more(word)
    if context is None or not context.value.bare or word.j in scan.heads:
        return None
    if _is_fallen(scan, context, word):
        return None
    if not (closes(scan, word.j) or _and_did(scan, word.j)):
        return None
    return _one_more(word)


def _one_more(word: Node) -> Node:
    """The count of one told of by his number."""
    value = Counted(1, 1, "exact", "", "unknown", who=(word.i, word.j), licensed=True, others=True)
    return Node("count", word.i, word.j, value, "nth", (word,), word.skip)


def _and_did(scan: Scan, j: int) -> bool:
    """إصابة الثالث ونقله: what became of one goes on behind و."""
    joined = scan.key(j).startswith("و") and scan.key(j).endswith("ه")
    return joined and j not in scan.heads and j not in scan.inner


def _is_fallen(scan: Scan, context: Node, word: Node) -> bool:
    """سقط الثالث على منزل: one more of the missiles told of before."""
    if not context.rule.partition(":")[2].startswith("سق"):
        return False
    return not particles("fallen").isdisjoint(scan.keys[max(word.i - _FALL, 0) : word.i])
