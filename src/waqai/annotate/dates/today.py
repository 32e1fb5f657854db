"""Days counted from that of publication by a word: اليوم, أمس, غدا, الآن, لليوم الثالث."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside, is_among, stands_before
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.feasts import day_of_feast
from waqai.annotate.dates.months import LAST_DAY, day_month, year_here
from waqai.annotate.dates.spec import Named, Range

# The title and the first sentences tell the news; what follows may tell of other days.
LEAD: Final = 4
LIKE: Final = ("مثل", "كل")
# Words of dates of which a day may be told by its rank.
_PERIODS: Final = ("period", "year", "month", "hijri", "feast", "this")
# Tokens around الآن among which a day may be told, and the words that tell one.
_FAR: Final = 40
_SAY_DAY: Final = ("today", "offset", "weekday", "night", "gregorian")
# So many days in a row are told one by one: of what goes on by its rank, and of figures with على
# التوالي.
_IN_ROW: Final = 10
_IN_ROW_BY_FIGURES: Final = 14
# The rank that is a paper's name (تصريحات خاصة لليوم السابع).
_PAPER: Final = 7
NOW: Final = "date.now"
_CURRENTLY: Final = "حاليا"
# Of a day that goes on the second is the first that is told: في يومها السابع.
_RUNNING: Final = 2


def today(cur: Cursor, i: int, node: Node) -> Found | None:
    """اليوم; with ل and a rank the day that goes on (لليوم الثاني)."""
    j = node.j
    then = _then(cur, i, node)
    if then is not None:
        return then
    if stands_before("self", cur.key(i - 1)) or cur.key(i - 1 - _is_this(cur, i)) in LIKE:
        return None
    if j - i == 1:
        rank = _rank(cur, j) or (cur.digits(j) if cur.key(j) == "ال" else None)
        if rank is not None:
            inner = day_month(cur, j)
            if inner is not None:
                return inner._replace(i=i, skip=node.skip)
            feast = _of_feast(cur, i, rank, node.skip)
            if feast is not None:
                return feast
            led = node.skip and node.reading is not None and node.reading.prep == "ل"
            in_row = cur.key(rank[0]) == "علي" and cur.key(rank[0] + 1) == "التوالي"
            if led and rank[1] == _PAPER and is_among(beside("statement"), cur.key(i - 1)):
                return None
            most = _IN_ROW if j in cur.ranks else _IN_ROW_BY_FIGURES * in_row
            if led and 1 < rank[1] <= most:
                return Found(i, rank[0], _days_to_today(rank[1]), "date.running", node.skip)
            yearly = _of_year(cur, rank[0]) if not led else None
            if yearly is not None:
                made = msgspec.structs.replace(yearly[1], nth=rank[1], ranked="day")
                return Found(i, yearly[0], made, "date.ranked", node.skip)
            goes_on = led or _goes_on(cur, i, j, rank[0])
            here = Named(offset=0, unit="day")
            return Found(i, rank[0], here, "date.running", node.skip) if goes_on else None
        if cur.key(j).isdigit() and cur.key(i - 1) in ("في", "وفي") and _goes_on(cur, i, j, j + 1):
            here = Named(offset=0, unit="day")
            return Found(i, j + 1, here, "date.running", node.skip)
        if (
            cur.key(j) in beside("title")
            or cur.word(j, "next")
            or cur.word(j, "prior")
            or cur.word(j, "same")
            or _is_outlet(cur, i, j)
        ):
            return None
        if cur.key(i - 1) == "في" and not _day_follows(cur, j):
            return None
        step = cur.word(j, "step")
        if step is not None:
            here = Named(offset=step.value.value, unit="day")
            return Found(i, step.j, here, "date.offset", node.skip)
    return Found(i, j, Named(offset=0, unit="day"), "date.offset", node.skip)


def _rank(cur: Cursor, j: int) -> tuple[int, int] | None:
    """The rank behind اليوم; one that bears a preposition is of something else (اجتمع اليوم بأول
    الوفود, أضرب اليوم لأول مرة).
    """
    node = cur.ranks.get(j)
    own = node is not None and (not node.skip or cur.key(node.j) == "علي")
    return cur.rank(j) if own else None


def _then(cur: Cursor, i: int, node: Node) -> Found | None:
    """مثل هذا اليوم من العام الماضي, هذا اليوم من عام 1967: the day of the year that is told."""
    published = cur.chart.doc.published
    like = "مثل" in (cur.key(i - 1), cur.key(i - 2)) or stands_before("self", cur.key(i - 1))
    if not like or cur.key(node.j) != "من" or published is None:
        return None
    year = year_here(cur, node.j + 1, bare=True)
    if year is None:
        return None
    made = Named(
        month=published.month, day=published.day, year=year.number, offset=year.offset,
        unit="year" if year.offset is not None else None,
    )  # fmt: skip
    return Found(i, year.j, made, "date.day", node.skip)


def _of_feast(cur: Cursor, i: int, rank: tuple[int, int], skip: int) -> Found | None:
    """اليوم الأول للعيد, اليوم الثاني من أيام عيد الفطر."""
    j, n = rank
    if cur.key(j) == "من":
        j += 1 + (cur.key(j + 1) == "ايام")
    return day_of_feast(cur, i, n, j, skip)


def _of_year(cur: Cursor, j: int) -> tuple[int, Named] | None:
    """The year behind the rank of a day (اليوم الأول من عام 2023)."""
    year = year_here(cur, j + 1, bare=False) if cur.key(j) == "من" else None
    if year is None or year.hijri:
        return None
    return year.j, Named(
        year=year.number, offset=year.offset, unit="year" if year.offset is not None else None
    )


def _days_to_today(n: int) -> Range:
    """The last n days: what goes on لليوم الثالث على التوالي has gone on so long."""
    return Range(Named(offset=1 - n, unit="day"), Named(offset=0, unit="day"))


def _goes_on(cur: Cursor, i: int, rank: int, j: int) -> bool:
    """Whether اليوم at i with its rank up to token j counts what still goes on (الـ139 للحرب).

    Ranks in words do so in the lead alone: later ones may tell of how it began.
    """
    key = cur.key(j)
    if _is_far_on(cur, rank) and cur.chart.doc.sentence_index(i) <= LEAD:
        return not cur.key(i - 1).endswith("منذ")
    of_it = key.startswith(("لل", "ل", "منذ")) or (key == "من" and not is_period(cur, j + 1))
    if cur.key(rank) == "ال" or cur.key(rank).isdigit():
        return of_it
    lead = cur.chart.doc.sentence_index(i) <= LEAD and not cur.key(i - 1).endswith("منذ")
    return lead and (of_it or (key == "علي" and cur.key(j + 1) == "التوالي"))


def _is_far_on(cur: Cursor, rank: int) -> bool:
    """Whether the rank of a day is higher than that of any in a month (شهد اليوم الـ219 معارك)."""
    at = cur.digits(rank)
    return at is not None and at[1] > LAST_DAY and cur.key(rank) == "ال"


def is_period(cur: Cursor, j: int) -> bool:
    """Whether a month, year or feast begins at token j, of which a day is then told."""
    return not cur.roles(j).keys().isdisjoint(_PERIODS) or cur.key(j) == "العيد"


def current(cur: Cursor, i: int, node: Node) -> Found | None:
    """الآن in the lead, حاليا: the day of publication; not حتى الآن, nor beside another day."""
    doc = cur.chart.doc
    sentence = doc.sentences[doc.sentence_index(i)]
    late = doc.sentence_index(i) > LEAD and not cur.key(i).endswith(_CURRENTLY)
    if late or cur.key(i - 1) in beside("upto"):
        return None
    near = range(max(sentence.first, i - _FAR), min(sentence.last, i + _FAR))
    if any(not cur.roles(k).keys().isdisjoint(_SAY_DAY) for k in near):
        return None
    return Found(i, node.j, Named(offset=0, unit="day"), NOW, node.skip)


def _is_this(cur: Cursor, i: int) -> bool:
    """Whether هذا stands before token i."""
    return cur.key(i - 1) == "هذا"


def running(cur: Cursor, i: int, node: Node) -> Found | None:
    """يومها السابع, يومه الـ300: the day of publication, of something that goes on."""
    rank = cur.rank(node.j) or cur.digits(node.j)
    if rank is None or rank[1] < _RUNNING or not cur.key(node.j).startswith("ال"):
        return None
    return Found(i, rank[0], Named(offset=0, unit="day"), "date.running", node.skip)


def _is_outlet(cur: Cursor, i: int, j: int) -> bool:
    """Whether اليوم at i ends an outlet's name (المصري اليوم, موقع ليبيا اليوم, "لبنان اليوم") or
    is one to whom something is told (قال لـ «اليوم»).
    """
    if stands_before("outlet", cur.key(i - 1)):
        return True
    told = cur.opens(i - 1) and cur.key(j) == '"'
    if cur.key(i - 1 - told) == "ل" or (told and is_among(beside("medium"), cur.key(i - 2))):
        return True
    if stands_before("medium", cur.key(i - 2)) and cur.key(i - 1) in beside("land"):
        return True
    return cur.opens(i - 2) and cur.key(j) == '"'


def _day_follows(cur: Cursor, j: int) -> bool:
    """Whether a weekday or date follows, so that في اليوم is not by the day."""
    return cur.word(j, "weekday") is not None or cur.key(j) in ("(", "،") or "step" in cur.roles(j)


def offset(cur: Cursor, i: int, node: Node) -> Found | None:
    """أمس, غدا; not في أمس الحاجة (in the direst need) nor the initials ا.م.س."""
    if cur.key(node.j) in beside("need") or cur.dotted(i):
        return None
    return Found(i, node.j, Named(offset=node.value.value, unit="day"), "date.offset", node.skip)


def tomorrow(cur: Cursor, i: int, node: Node) -> Found | None:
    """غد bare, where a weekday follows or a part of the day stands before (مساء غد)."""
    before = cur.key(i - 1)
    known = "part" in cur.roles(i - 1) or before in beside("month")
    if cur.word(node.j, "weekday") is None and not known:
        return None
    return offset(cur, i, node)
