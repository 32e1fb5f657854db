"""Days counted from the day on which somebody said so: قال الخميس إن القوات اعتقلت الليلة
الماضية عشرة.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.spec import Ago, Named, Range, Recent, Spec
from waqai.annotate.dates.told import DAYS, first_day

# What opens the words of who tells.
_THAT: Final = frozenset(("ان", "بان", "انه", "بانه", "انها", "بانها", "انهم", "بانهم"))
_BUT: Final = frozenset(("الا", "غير", "بيد"))
# Tokens from the verb to its day, from the day to what was said.
_LOOK: Final = 10
_NEAR: Final = 6
# Days before publication on which what a paper prints was said.
_FRESH: Final = range(1, 7)
_UNITS: Final = ("hour", "day", "week")


def as_said(cur: Cursor, made: Sequence[Node]) -> None:
    """Count from the day of saying what the same sentence then tells to have been so long ago."""
    published = cur.chart.doc.published
    if published is None:
        return
    for order, node in enumerate(made):
        spec: Spec = node.parts[0].value
        if not _counts(spec):
            continue
        day = _said_on(cur, made[:order], node.i, spec)
        if day is None or (published - day).days not in _FRESH:
            continue
        value = resolve(spec, day)
        if value is not None:
            node.value = value


def _counts(spec: Spec) -> bool:
    """Whether a reading is counted from the day on which it is said, and names no day itself."""
    if isinstance(spec, Ago):
        return spec.n is not None and spec.sign < 0 and spec.unit in _UNITS
    if isinstance(spec, Recent):
        return spec.sign < 0 and (
            spec.unit == "hour" or (spec.n is not None and spec.unit in _UNITS)
        )
    if isinstance(spec, Range):
        return _is_offset(spec.first) and _is_offset(spec.last)
    return isinstance(spec, Named) and _is_offset(spec)


def _is_offset(spec: Named) -> bool:
    """Whether a day is told by أمس, اليوم or the like alone."""
    if spec.unit != "day" or spec.offset is None or spec.offset > 0:
        return False
    return spec.weekday is None and spec.day is None and spec.month is None


def _said_on(cur: Cursor, before: Sequence[Node], i: int, said: Spec) -> date | None:
    """The day named between a verb of saying and the words said, in which token i stands."""
    doc = cur.chart.doc
    first = doc.sentences[doc.sentence_index(i)].first
    that = that_before(cur, first, i) or _of_what(cur, before)
    if that is None:
        return None
    node = next((told for told in reversed(before) if told.j <= that), None)
    if node is None or node.i < first or that - node.j > _NEAR or node.value.grain not in DAYS:
        return None
    spec: Spec = node.parts[0].value
    if node.value.start is None or not _is_named(spec, yesterday=_is_yesterday(said)):
        return None
    says = cur.keys[max(first, node.i - _LOOK) : that]
    return first_day(node.value) if any(is_among(beside("saying"), key) for key in says) else None


def _of_what(cur: Cursor, before: Sequence[Node]) -> int | None:
    """The token of عن right behind the last day (أعلن الجيش، الثلاثاء، عن انتصارات ...)."""
    if not before:
        return None
    j = before[-1].j + (cur.key(before[-1].j) in ("،", ","))
    return j if cur.key(j) == "عن" else None


def that_before(cur: Cursor, first: int, i: int) -> int | None:
    """The last إن or أن in [first, i) that opens what is said, not إلا أن, or colon before it."""
    for k in range(i - 1, first, -1):
        if cur.key(k) in _THAT and cur.key(k - 1) not in _BUT:
            return k
        if cur.key(k) == ":" and cur.key(k + 1) == '"':
            return k
    return None


def _is_named(spec: Spec, *, yesterday: bool) -> bool:
    """Whether a day is told by its name, or as that before publication, which `yesterday` behind
    it is too.
    """
    if not isinstance(spec, Named) or (spec.offset is not None and yesterday):
        return False
    return spec.weekday is not None or spec.offset == -1


def _is_yesterday(spec: Spec) -> bool:
    """أمس, the night of which is told apart (الليلة الماضية)."""
    return isinstance(spec, Named) and spec.offset == -1 and spec.part != "night"
