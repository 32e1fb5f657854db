"""Times of day: الساعة 14:30 بتوقيت غرينتش, الساعة الثامنة والنصف مساء."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.spec import Named, Part

_FRACTIONS: Final = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}
_LESS: Final = {"ربع": 15, "ربعا": 15, "الربع": 15, "ثلث": 20, "ثلثا": 20, "الثلث": 20}
_BRACKET_LONGEST: Final = 10
_MINUTES: Final = frozenset(("دقيقه", "دقاءق"))


def clock(cur: Cursor, i: int, node: Node) -> Found | None:
    """An hour with or without minutes, the part of the day and the zone."""
    read = _hour(cur, node.j)
    if read is None:
        return None
    j, hour, minute = read
    part, j = _part(cur, j)
    j = _zone(cur, j)
    made = Named(hour=hour, minute=minute, part=part)
    return Found(i, j, made, "date.clock", node.skip)


def bare_clock(cur: Cursor, i: int) -> Found | None:
    """الخامسة مساء, 10:30 صباحا: an hour without the word, told by the part of the day."""
    read = _hour(cur, i)
    if read is None or not 1 <= read[1] <= 12:
        return None
    adverb = cur.word(read[0], "partly")
    if adverb is None:
        if cur.key(read[0]) != "من" or "part" not in cur.roles(read[0] + 1) or i not in cur.ranks:
            return None
        if cur.roles(i - 1).keys() & {"hours", "unit", "part"}:
            return None
        made = Named(hour=read[1], minute=read[2])
        return Found(i, read[0], made, "date.clock", cur.ranks[i].skip)
    made = Named(hour=read[1], minute=read[2], part=adverb.value.name)
    skip = cur.ranks[i].skip if i in cur.ranks else 0
    return Found(i, _zone(cur, adverb.j), made, "date.clock", skip)


def _hour(cur: Cursor, i: int) -> tuple[int, int, int | None] | None:
    """Hour and minute at i, and the token after them."""
    found = cur.digits(i)
    if found is not None:
        j, hour = found
        if len(cur.key(i)) == 4 and hour % 100 < 60 and hour < 2400:
            return j, hour // 100, hour % 100
        if cur.key(j) in (":", ".", "٫") and cur.key(j + 1).isdigit() and len(cur.key(j + 1)) == 2:
            minute = int(cur.key(j + 1))
            return (j + 2, hour, minute) if hour < 24 and minute < 60 else None
        return (*_minutes(cur, j, hour),) if hour <= 24 else None
    pointed = cur.key(i).replace(",", ".").split(".")
    if len(pointed) == 2 and all(p.isdigit() for p in pointed) and len(pointed[1]) == 2:
        hour, minute = int(pointed[0]), int(pointed[1])
        return (i + 1, hour, minute) if hour < 24 and minute < 60 else None
    rank = cur.rank(i)
    if rank is None or rank[1] > 24:
        number = cur.number(i)
        if number is None or not 1 <= number[1] <= 12 or number[1] != int(number[1]):
            return None
        return _minutes(cur, number[0], int(number[1]))
    return _minutes(cur, *rank)


def _minutes(cur: Cursor, j: int, hour: int) -> tuple[int, int, int | None]:
    """The hour with the fraction or minutes after it."""
    minute = _FRACTIONS.get(cur.key(j))
    if minute is not None:
        return j + 1, hour, minute
    less = _LESS.get(cur.key(j + 1)) if cur.key(j) == "الا" else None
    if less is not None:
        return j + 2, (hour - 1) or 12, 60 - less
    start = j + 1 if cur.key(j) == "و" else j
    number = cur.numbers.get(start)
    if number is None or not (number.skip or start > j) or cur.key(number.j) not in _MINUTES:
        return j, hour, None
    n = number.value.low
    return (number.j + 1, hour, int(n)) if n is not None and 0 < n < 60 else (j, hour, None)


def _part(cur: Cursor, j: int) -> tuple[Part | None, int]:
    """صباحا, مساء, من فجر ..., بعد الظهر, ص, م."""
    adverb = cur.word(j, "partly")
    if adverb is not None:
        return adverb.value.name, adverb.j
    if cur.key(j) == "ص":
        return "morning", j + 1
    if cur.key(j) == "م":
        return "evening", j + 1
    return None, j


def _zone(cur: Cursor, j: int) -> int:
    """The token after a zone (بتوقيت غرينتش, المحلي) and the hour elsewhere in brackets, or j."""
    end = _named_zone(cur, cur.after(j, "local"))
    if cur.key(end) == "(" and "0" <= cur.key(end + 1) < ":":
        for close in range(end + 2, end + _BRACKET_LONGEST):
            if cur.key(close) == ")":
                return close + 1
    return end


def _named_zone(cur: Cursor, j: int) -> int:
    start = j + 1 if cur.key(j) == "(" else j
    node = cur.word(start, "zone")
    if node is None or not cur.key(node.j).isalpha():
        return j
    end = node.j + 1
    if cur.key(end) in ("المكرمه", "الصيفي", "المحلي", "العالمي", "المركزيه"):
        end += 1
    return end + 1 if start > j and cur.key(end) == ")" else end
