"""Lengths of time: durations, and days named by one (قبل يومين, الأيام الثلاثة الماضية)."""

from __future__ import annotations

from typing import Final, NamedTuple

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.distance import HOURS
from waqai.annotate.dates.spec import Ago, Named, Part, Recent
from waqai.model.codes import Unit

_DECADE: Final = 10
_MONTHS: Final = 12
_BEFORE: Final = "السابق"
# Half a day or more is told in hours (الـ24 الساعة الماضية); less is a time of day.
_DAY: Final = 12


class Length(NamedTuple):
    """`n` units up to token j, n None where indefinite; `bare`: one, told by the singular alone."""

    i: int
    j: int
    n: float | None
    unit: Unit
    bare: bool = False
    skip: int = 0


def length(cur: Cursor, i: int) -> Length | None:
    """A length that begins at i: ثلاثة أيام, يومين, 24 ساعة, بضعة أيام, أسابيع, شهر."""
    j = cur.after(i, "about")
    some = cur.after(j, "some")
    if some > j:
        unit = cur.word(some, "unit")
        return Length(i, unit.j, None, unit.value.name) if unit else None
    unit = cur.led(j, "unit") if j == i else cur.word(j, "unit")
    if unit is not None:
        return _by_form(cur, i, unit)
    number = cur.number(j) or _open_number(cur, j)
    if number is None:
        return None
    unit = cur.word(number[0], "unit")
    if unit is None and cur.key(number[0]) == "الساعه" and (number[1] or 0) >= _DAY:
        return Length(i, number[0] + 1, number[1], "hour")
    if unit is None or (unit.value.value not in (1, 10)):
        return None
    n = number[1] if number[1] is None else number[1] * unit.value.value
    return _halved(cur, Length(i, unit.j, n, unit.value.name))


def _open_number(cur: Cursor, i: int) -> tuple[int, None] | None:
    """An indefinite number: بضعة, عشرات."""
    node = cur.numbers.get(i)
    return (node.j, None) if node is not None and node.value.low is None else None


def _by_form(cur: Cursor, i: int, unit: Node) -> Length:
    """A length told by the noun alone: two, several, one."""
    value, skip = unit.value, unit.skip
    j = unit.j
    if value.value == 2 or value.value == 20:
        return _halved(cur, Length(i, j, value.value, value.name, skip=skip))
    plural = cur.roles(unit.i).get("plural")
    if plural is not None:
        return Length(i, cur.after(j, "some", "few"), None, value.name, skip=skip)
    if cur.key(j) in ("واحد", "واحده"):
        return Length(i, j + 1, value.value, value.name, skip=skip)
    return _halved(cur, Length(i, j, value.value, value.name, True, skip))


def _halved(cur: Cursor, found: Length) -> Length:
    """عام ونصف."""
    if cur.key(found.j) != "ونصف" or found.n is None or "unit" in cur.roles(found.j + 1):
        return found
    return found._replace(j=found.j + 1, n=found.n + 0.5, bare=False)


def ago(cur: Cursor, i: int, node: Node) -> Found | None:
    """قبل يومين, منذ ثلاثة أسابيع, if no event follows that they are counted from."""
    moment = cur.word(node.j, "moment")
    if moment is not None:
        made = Ago(None, "hour", -1)
        from_there = cur.key(moment.j) in beside("from") and not cur.key(i).endswith("منذ")
        return None if from_there else Found(i, moment.j, made, "date.ago", node.skip)
    found = length(cur, node.j) or _about_one(cur, node.j)
    if found is None or found.skip:
        return None
    since = cur.key(i).endswith("منذ")
    if _names_other(cur, found):
        return None
    if not since and _counts_from(cur, found) and not _is_managed(cur, i):
        return None
    if not since and _counts_down(cur, found):
        return None
    if found.n is None and cur.key(node.j).startswith("ال"):
        return None
    if _is_decades(cur, found.j - 1):
        return None
    found = _with_months(cur, found)
    j = cur.after(found.j, "now", "gone")
    hijri, j = _hijri(cur, j)
    return Found(i, j, Ago(found.n, found.unit, -1, hijri), "date.ago", node.skip)


def _with_months(cur: Cursor, found: Length) -> Length:
    """Years with the months behind them (قبل عام وشهرين), told to the month."""
    j = found.j
    if found.unit != "year" or found.n is None or not cur.key(j).startswith("و"):
        return found
    alone = cur.key(j) == "و"
    number, unit = cur.numbers.get(j + alone), cur.roles(j).get("unit")
    n: float | None = None
    if number is not None and number.skip == 1 - alone:
        low, unit = number.value.low, cur.word(number.j, "unit")
        n = None if low is None else float(low)
    elif unit is not None and unit.skip == 1 and unit.value.value > 1:
        # A month alone may be a verb (وشهر سلاحه).
        n = 1.0
    if n is None or unit is None or unit.value.name != "month" or cur.key(unit.j) in beside("from"):
        return found
    return found._replace(j=unit.j, n=found.n + n * unit.value.value / _MONTHS, bare=False)


def ahead(cur: Cursor, i: int) -> Length | None:
    """The length behind بعد at i, None where an event follows to count from."""
    found = length(cur, i)
    return None if found is None or found.skip or _counts_from(cur, found) else found


def passed(cur: Cursor, i: int, node: Node) -> Found | None:
    """بعد مرور عامين على ...: what is told of it was so long ago."""
    found = length(cur, node.j)
    if found is None or found.skip:
        return None
    return Found(i, found.j, Ago(found.n, found.unit, -1), "date.ago", node.skip)


def _is_decades(cur: Cursor, i: int) -> bool:
    """Whether the unit at i is a decade, too coarse to count a year by."""
    unit = cur.word(i, "unit")
    return unit is not None and unit.value.name == "year" and unit.value.value >= _DECADE


def _about_one(cur: Cursor, i: int) -> Length | None:
    """قرابة الأسبوع: about one unit, with the article."""
    j = cur.after(i, "about")
    unit = cur.word(j, "period")
    if j == i or unit is None or cur.word(unit.j, "step"):
        return None
    return Length(i, unit.j, 1, unit.value.name)


def _hijri(cur: Cursor, j: int) -> tuple[bool, int]:
    if cur.key(j) in ("هجريه", "هجريين", "هجريتين", "هجريتان", "هجري"):
        return True, j + 1
    return False, j


def _counts_from(cur: Cursor, found: Length) -> bool:
    """Whether an event follows that the length is counted from, or a name that it belongs to."""
    if cur.word(found.j, "now"):
        return False
    if _names_other(cur, found):
        return True
    j = found.j + (cur.key(found.j) in beside("only"))
    return cur.key(j) in beside("from")


def _counts_down(cur: Cursor, found: Length) -> bool:
    """قبل يومين على الانتخابات: counted from what is to come; not قبل يومين على الحدود."""
    j = found.j + (cur.key(found.j) in beside("only"))
    if found.unit in HOURS:
        return False
    return cur.key(j) == "علي" and cur.key(j + 1) in beside("countdown")


def _is_managed(cur: Cursor, i: int) -> bool:
    """Whether من behind a length is that of a verb before it (تمكنت القوات قبل أيام من تطويقها)."""
    doc = cur.chart.doc
    first = max(doc.sentences[doc.sentence_index(i)].first, i - _LOOK)
    near = cur.keys[first:i]
    return any(
        is_among(beside("managed"), key) and "من" not in near[k:] for k, key in enumerate(near)
    )


def _names_other(cur: Cursor, found: Length) -> bool:
    """Whether the noun of a bare length belongs to a name (قبل يوم الخميس, قبل عام 2011)."""
    return found.bare and _names(cur, found.j)


def _names(cur: Cursor, j: int) -> bool:
    """Whether a weekday, month, year or number follows, so that the noun is no length."""
    roles = cur.roles(j)
    if any(role in roles for role in ("weekday", "gregorian", "hijri", "offset", "barewd", "step")):
        return True
    return cur.digits(j) is not None or cur.rank(j) is not None or j in cur.numbers


def after(cur: Cursor, i: int, node: Node) -> Found | None:
    """بعد أسبوع من الآن, or at the head or in the run of a sentence about what is to come."""
    if cur.key(i - 1) in beside("far"):
        return None
    found = length(cur, node.j)
    if found is None or found.skip or _counts_from(cur, found):
        return None
    if cur.key(found.j) in beside("spent"):
        return _spent(cur, found, i, node.skip)
    j = cur.after(found.j, "now")
    hijri, j = _hijri(cur, j)
    if j == found.j and not _to_come(cur, i, j):
        return None
    return Found(i, j, Ago(found.n, found.unit, 1, hijri), "date.after", node.skip)


def _spent(cur: Cursor, found: Length, i: int, skip: int) -> Found | None:
    """بعد يوم شهد مجازر, بعد ليلة دامية in the lead: the day or night before."""
    if not found.bare or found.unit != "day" or cur.chart.doc.sentence_index(i) > _LEAD:
        return None
    part: Part | None = "night" if cur.key(found.j - 1).startswith("ليل") else None
    return Found(i, found.j, Named(offset=-1, unit="day", part=part), "date.spent", skip)


_LEAD: Final = 4
_LOOK: Final = 12


def _to_come(cur: Cursor, i: int, j: int) -> bool:
    """Whether the sentence is of what is to come, or holds nothing but the length."""
    doc = cur.chart.doc
    sentence = doc.sentences[doc.sentence_index(i)]
    if sentence.first == i and sentence.last <= j + 1:
        return True
    soon = beside("soon")
    near = cur.keys[max(sentence.first, i - _LOOK) : min(sentence.last, j + 3)]
    return any(key in soon for key in near)


def recent(cur: Cursor, i: int) -> Found | None:
    """الأيام الثلاثة الماضية, الـ24 ساعة الماضية, اليومين الماضيين, آخر 48 ساعة."""
    last = cur.led(i, "last")
    if last is not None:
        found = length(cur, last.j)
        if found is None or found.bare or found.skip or found.n is None:
            return None
        return Found(i, found.j, Recent(found.n, found.unit, -1), "date.recent", last.skip)
    found = length(cur, i)
    if found is None or found.bare:
        return None
    j = found.j
    n = found.n
    if n is None:
        number = cur.number(j) or _as_rank(cur, j)
        if number is not None:
            j, n = number
        j = cur.after(j, "few")
    past = cur.word(j, "past") or _lately(cur, j)
    if past is None or (cur.key(j).startswith(_BEFORE) and not _lies_before(cur, i, j)):
        return None
    if n is None and past.value.value > 0 and cur.key(i - 1) not in beside("within"):
        # Who speaks of the coming days (إن الأيام القادمة ستكون صعبة) dates nothing.
        return None
    made = Recent(n, found.unit, past.value.value)
    return Found(i, past.j, made, "date.recent", found.skip)


def _lies_before(cur: Cursor, i: int, j: int) -> bool:
    """Whether something lies in the days before (خلال الأيام السابقة), not before what follows
    (السابقة للانتخابات).
    """
    within = cur.key(i - 1) in beside("during") or cur.key(i - 1) in beside("within")
    return within and not cur.key(j + 1).startswith("ل")


def _lately(cur: Cursor, j: int) -> Node | None:
    """The last word of الأيام الأخيرة, but not of الأيام الأخيرة من الحرب."""
    return None if cur.key(j) in beside("from") else cur.word(j - 1, "past")


def _as_rank(cur: Cursor, j: int) -> tuple[int, float] | None:
    """الأيام الثلاثة: a number with the article, which may have been read as a rank."""
    key = cur.key(j)
    if not key.startswith("ال"):
        return None
    return cur.rank(j)


def gone(cur: Cursor, i: int) -> Found | None:
    """ثلاثة أيام مضت."""
    found = length(cur, i)
    if found is None:
        return None
    word = cur.word(found.j, "gone")
    if word is None:
        return None
    return Found(i, word.j, Ago(found.n, found.unit, -1), "date.ago", found.skip)
