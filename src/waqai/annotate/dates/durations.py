"""Durations: ثلاثة أيام, ساعتان وعشر دقائق, بضع ساعات."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.lengths import Length, length
from waqai.model.codes import Unit
from waqai.model.values import DurationValue

# Seconds of a unit; for months and years in a sum with smaller units, 30 and 365 days.
_SECONDS: Final[dict[Unit, int]] = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000,
    "year": 31536000,
}  # fmt: skip


# Units of one length (a year, some days); what lies farther apart behind a comma is two lengths.
_FARTHEST: Final = 400


def durations(cur: Cursor, taken: Set[int]) -> list[Node]:
    """The durations outside the tokens that dates have taken."""
    found: list[Node] = []
    done = 0
    ranked = {node.j - 1 for node in cur.ranks.values()}
    for i in _starts(cur):
        if i < done or i in taken:
            continue
        read = length(cur, i)
        if read is None or any(k in taken for k in range(read.i, read.j)):
            continue
        parts = [read, *_more(cur, read, taken)]
        if read.n is None and (cur.key(i).startswith("ال") or i - 1 in ranked):
            continue
        if read.bare and not _measured(cur, read) and not _smaller(parts):
            continue
        last = parts[-1].j
        node = Node("duration", i, last, _sum(parts), "duration.length", (), read.skip)
        found.append(node)
        done = node.j
    return found


def _starts(cur: Cursor) -> list[int]:
    """Tokens where a length can begin, in order."""
    words = [
        i for i, held in cur.words.items() if "unit" in held or "some" in held or "about" in held
    ]
    return sorted({*words, *cur.numbers})


def _measured(cur: Cursor, read: Length) -> bool:
    """Whether a bare singular is a length: behind a word of measure or alone in its sentence."""
    if cur.key(read.i - 1) in beside("measure") and not read.skip:
        return True
    sentence = cur.chart.doc.sentences[cur.chart.doc.sentence_index(read.i)]
    words = [key for key in cur.keys[sentence.first : sentence.last] if key.isalnum()]
    return len(words) == 1


def _smaller(parts: list[Length]) -> bool:
    """Whether a smaller unit follows (دقيقة و20 ثانية), so that a bare singular is a length."""
    return len(parts) > 1 and _SECONDS[parts[1].unit] < _SECONDS[parts[0].unit]


def _more(cur: Cursor, read: Length, taken: Set[int]) -> Iterator[Length]:
    """و20 دقيقة: further lengths, joined by و or a comma."""
    j = read.j
    while read.n is not None:
        start = j
        while cur.key(start) in ("و", "،", ","):
            start += 1
        further = _conjoined(cur, start) if start == j or start in cur.words else None
        further = further or (length(cur, start) if start > j else None)
        if further is None or further.n is None or start in taken:
            return
        listed = cur.key(j) in ("،", ",") and not further.skip
        if listed and _SECONDS[read.unit] > _FARTHEST * _SECONDS[further.unit]:
            return
        yield further
        j = further.j


def _conjoined(cur: Cursor, i: int) -> Length | None:
    """ويومين, ودقيقة: a length whose first word bears و."""
    unit = cur.roles(i).get("unit")
    if unit is not None:
        if unit.reading is None or unit.reading.conj != "و":
            return None
        return Length(i, unit.j, unit.value.value, unit.value.name)
    number = cur.numbers.get(i)
    if number is None or not number.skip or number.value.low is None:
        return None
    unit = cur.word(number.j, "unit")
    if unit is None or unit.value.value != 1:
        return None
    return Length(i, unit.j, number.value.low, unit.value.name)


def _sum(parts: list[Length]) -> DurationValue:
    """The parts in the smallest unit among them."""
    first = parts[0]
    if len(parts) == 1 or first.n is None:
        return DurationValue(_whole(first.n), first.unit)
    smallest = min((part.unit for part in parts), key=_SECONDS.__getitem__)
    if smallest == "month":
        months = sum((part.n or 0) * (12 if part.unit == "year" else 1) for part in parts)
        return DurationValue(_whole(months), "month")
    seconds = sum((part.n or 0) * _SECONDS[part.unit] for part in parts)
    return DurationValue(_whole(seconds / _SECONDS[smallest]), smallest)


def _whole(n: float | None) -> float | int | None:
    """A number without a fraction as an integer."""
    return int(n) if n is not None and n == int(n) else n
