"""Parts of a day without their day: خلال الليل, ساعات الصباح الأولى, فجرا, عقب صلاة الظهر."""

from __future__ import annotations

from typing import Final, NamedTuple

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.spec import Part

ALONE: Final = "date.part_alone"
# Words behind which another day may stand, or what the part is of (خلال الليل من يوم الجمعة).
_LINKS: Final = ("في", "من")
DAY_WORDS: Final = ("weekday", "barewd", "day", "today", "offset", "tomorrow", "night", "gregorian")
# What tells that another day is meant (في الليلة التالية).
_NEXT: Final = "التالي"


class Alone(NamedTuple):
    """Tokens [i, j) that name a part of a day; `skip` folded characters are outside it."""

    i: int
    j: int
    part: Part
    skip: int = 0


def part_alone(cur: Cursor, i: int) -> Alone | None:
    """The part of a day that begins at token i or behind its preposition, no day behind it."""
    words = cur.roles(i)
    here = words.get("here")
    if here is not None:
        found: Alone | None = Alone(i + 1, here.j, here.value.name)
    else:
        found = _prayer(cur, i) or _adverb(cur, i) or _hours(cur, i)
    return None if found is None or _goes_on(cur, found.j) else found


def _goes_on(cur: Cursor, j: int) -> bool:
    """Whether the day of a part that ends before token j stands behind it."""
    key = cur.key(j)
    if key == _NEXT:
        return True
    return key in _LINKS and not cur.roles(j + 1).keys().isdisjoint(DAY_WORDS)


def _prayer(cur: Cursor, i: int) -> Alone | None:
    """بعد صلاة الظهر, عقب انتهاء صلاة المغرب; who is struck at prayer is struck at any time."""
    node = cur.roles(i).get("prayer")
    if node is None or not (_times(cur, i - 1) or _times(cur, i - 2)):
        return None
    return Alone(i, node.j, node.value.name, node.skip)


def _times(cur: Cursor, i: int) -> bool:
    """Whether the word at i says when, by what comes first or last (بعد, عقب)."""
    return is_among(beside("prayed"), cur.key(i))


def _adverb(cur: Cursor, i: int) -> Alone | None:
    """صباحا, فجرا, but not صباحا ومساء or مساء كل خميس; ليلا may be the night before."""
    node = cur.word(i, "partly")
    if (
        node is None
        or node.value.name == "night"
        or cur.key(node.j) in beside("always")
        or cur.key(i - 1) in beside("hour")
    ):
        return None
    if not cur.key(node.j - 1).endswith("ا") and _is_construct(cur, node.j):
        return None
    return Alone(i, node.j, node.value.name)


def _is_construct(cur: Cursor, j: int) -> bool:
    """Whether a noun at j is what the evening before it is of (مساء يوم العيد)."""
    return cur.key(j).startswith("ال") or "day" in cur.roles(j)


def _hours(cur: Cursor, i: int) -> Alone | None:
    """ساعات الصباح, الساعات الأولى من الفجر, ساعات الليل الأولى."""
    node = cur.roles(i).get("hours")
    if node is None:
        return None
    j = _part_of_hours(cur, node)
    if not cur.key(i).endswith("ساعات") and j - 1 <= node.j:
        return None
    part = cur.roles(j).get("part") if cur.key(j).startswith("ال") else None
    if part is None or "night" in cur.roles(j):
        return None
    if part.value.name in ("evening", "night") and not cur.key(i).endswith("ساعات"):
        return Alone(i, part.j, part.value.name, node.skip)
    return Alone(i, cur.after(part.j, "early"), part.value.name, node.skip)


def _part_of_hours(cur: Cursor, hours: Node) -> int:
    """The token after ساعات or الساعات الأولى من."""
    j = hours.j
    while (early := cur.roles(j).get("early")) is not None:
        j = early.j
    return j + 1 if j > hours.j and cur.key(j) == "من" else j
