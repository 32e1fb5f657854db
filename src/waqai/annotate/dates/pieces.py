"""Pieces of a date that name a day or a period: each reads from one token on, or gives None."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates.alone import ALONE, part_alone
from waqai.annotate.dates.beside import beside, is_held, stands_before
from waqai.annotate.dates.clock import bare_clock, clock
from waqai.annotate.dates.companions import both_of_them
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.easter import easter_feast
from waqai.annotate.dates.feasts import day_of_feast, days_of_feast, eid, eid_days
from waqai.annotate.dates.fridays import bare_weekday
from waqai.annotate.dates.lengths import ahead
from waqai.annotate.dates.months import day_month, is_of_feminine, month, year_here
from waqai.annotate.dates.nights import OVERNIGHT, overnight, past_midnight
from waqai.annotate.dates.numeric import day_and_month, numeric
from waqai.annotate.dates.periods import PARTS, PERIODS, Piece, month_at, rank_at, week_at
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.spec import Named, Range, joined
from waqai.annotate.dates.today import (
    LEAD,
    LIKE,
    current,
    is_period,
    offset,
    running,
    today,
    tomorrow,
)
from waqai.model.codes import Unit


def _night(cur: Cursor, i: int, node: Node) -> Found | None:
    """الليلة الماضية; not الليلة التالية, الليلة الفاصلة بين, تلك الليلة."""
    if stands_before("self", cur.key(i - 1)):
        return None
    if cur.key(node.j) in beside("notnight") or cur.word(node.j, "same"):
        return None
    made = Named(offset=node.value.value, unit="day", part="night")
    return Found(i, node.j, made, "date.night", node.skip)


def _nightly(cur: Cursor, i: int, node: Node) -> Found | None:
    """لليلة السادسة على التوالي: the night of publication or of the day that is told beside it."""
    rank = cur.rank(node.j)
    here = Named(offset=0, unit="day", part="night")
    return Found(i, rank[0], here, ALONE, 1) if rank is not None else None


def _weekday(cur: Cursor, i: int, node: Node) -> Found | None:
    """A weekday: الخميس, الخميس الماضي, الأحد من الأسبوع الماضي, الثلاثاء الأول من أكتوبر."""
    eleven = node.value.value == 7 and cur.key(node.j) in ("عشر", "عشره")
    counts = eleven or (node.value.value == 1 and both_of_them(cur, i, node.j))
    if counts or is_held(cur.key(i - 1), cur.key(i)) or cur.word(node.j, "next"):
        return None
    return _weekday_tail(
        cur, Found(i, node.j, Named(weekday=node.value.value), "date.weekday", node.skip)
    )


def _weekday_tail(cur: Cursor, found: Found) -> Found:
    weekday = found.spec.weekday if isinstance(found.spec, Named) else None
    step = cur.word(found.j, "step") or cur.word(found.j, "prior")
    if step is not None:
        return found._replace(j=step.j, spec=Named(weekday=weekday, step=step.value.value))
    after = cur.word(found.j, "after")
    weeks = ahead(cur, after.j) if after is not None else None
    if weeks is not None and weeks.unit == "week" and weeks.n is not None:
        made = Named(weekday=weekday, offset=int(weeks.n), unit="week")
        return found._replace(j=weeks.j, spec=made)
    rank = rank_at(cur, found.j)
    if rank is not None and weekday is not None:
        return _ranked_weekday(cur, found, weekday, rank)
    start = found.j + 1 if cur.key(found.j) == "من" else found.j
    week = week_at(cur, start)
    if week is not None:
        made = Named(weekday=weekday, offset=week[1], unit="week")
        return found._replace(j=week[0], spec=made)
    return found


def _ranked_weekday(cur: Cursor, found: Found, weekday: int, rank: tuple[int, int]) -> Found:
    """الثلاثاء الثالث من أيلول; السبت السادس عشر; else the weekday alone."""
    j, n = rank
    inner = month_at(cur, j) if n <= 5 else None
    dated = not is_of_feminine(cur, found.j)
    if inner is not None and n > 0 and dated and _falls_on(cur, inner[1], weekday, n):
        # الجمعة الثالث من أيار, where the third is a Friday
        made = joined(inner[1], Named(weekday=weekday, day=n))
        if made is not None:
            return found._replace(j=inner[0], spec=made, rule="date.joined")
    if inner is not None:
        made = joined(inner[1], Named(weekday=weekday, nth=n))
        if made is not None and inner[1].day is None:
            return found._replace(j=inner[0], spec=made, rule="date.ranked")
    if dated and 8 <= n <= 31 and cur.key(j) not in ("من", "/") and cur.led(j, "gregorian") is None:
        return found._replace(j=j, spec=Named(weekday=weekday, day=n))
    if n == -1:
        return found._replace(j=j, spec=Named(weekday=weekday, step=-1))
    return found


def _falls_on(cur: Cursor, month: Named, weekday: int, day: int) -> bool:
    """Whether a day of a month is such a weekday."""
    if month.day is not None or month.hijri:
        return False
    dated = msgspec.structs.replace(month, day=day)
    published = cur.chart.doc.published
    values = (resolve(dated, published), resolve(dated, published, ahead=True))
    starts = (value.start for value in values if value is not None and value.start)
    return any(date.fromisoformat(start[:10]).isoweekday() == weekday for start in starts)


def _this(cur: Cursor, i: int, node: Node) -> Found | None:
    """هذا الخميس, هذا الصباح; else a period: هذا الأسبوع, هذا العام; not مثل هذا اليوم."""
    if cur.key(i - 1) in LIKE:
        return None
    weekday = cur.word(node.j, "weekday")
    if weekday is not None:
        return Found(i, weekday.j, Named(weekday=weekday.value.value), "date.weekday", node.skip)
    part = cur.word(node.j, "part")
    if part is not None and cur.key(node.j).startswith("ال"):
        made = Named(offset=0, unit="day", part=part.value.name)
        return Found(i, part.j, made, "date.part", node.skip)
    return PERIODS["this"](cur, i, node)


def _day(cur: Cursor, i: int, node: Node) -> Found | None:
    """يوم before a weekday or a date; يومي before two."""
    count = node.value.value
    if count > 1:
        return _days(cur, i, node)
    moved = cur.word(node.j, "easter")
    if moved is not None:
        found = easter_feast(cur, node.j, moved)
        return found and found._replace(i=i, skip=node.skip)
    bare = cur.word(node.j, "barewd")
    if bare is not None and cur.key(bare.j) != "من":
        tail = _weekday_tail(cur, Found(i, bare.j, Named(weekday=bare.value.value), "date.weekday"))
        return tail._replace(skip=node.skip)
    if "day" in cur.roles(node.j):
        return None
    inner = piece(cur, node.j, _DAYS, first=False) or day_and_month(cur, node.j)
    return inner._replace(i=i, skip=node.skip) if inner is not None else None


def _days(cur: Cursor, i: int, node: Node) -> Found | None:
    """يومي الخميس والجمعة, يومي 5 و6 مايو, أيام الأربعاء والخميس والجمعة."""
    if "day" in cur.roles(node.j):
        return None
    first = piece(cur, node.j, _DAYS, first=False)
    if first is None or not isinstance(first.spec, Named):
        return None
    if first.spec.last is not None:
        return first._replace(i=i, skip=node.skip)
    last = first
    while (further := _joined_day(cur, last.j)) is not None:
        last = further
    if last is first or not isinstance(last.spec, Named):
        return None
    j, spec = run_of(cur, first.spec, last.spec, last.j)
    return Found(i, j, spec, "date.days", node.skip)


def run_of(cur: Cursor, first: Named, last: Named, j: int) -> tuple[int, Range]:
    """Days from one to another, with what tells which of them behind both (الماضيين)."""
    both = cur.word(j, "past") if last.step is None else None
    if both is None:
        return j, Range(first, last)
    ends = (msgspec.structs.replace(end, step=both.value.value) for end in (first, last))
    return both.j, Range(*ends)


def _joined_day(cur: Cursor, j: int) -> Found | None:
    """The day behind و, which may stand alone or on its word."""
    conj = cur.key(j) == "و"
    found = piece(cur, j + conj, _DAYS, first=True)
    return found if found is not None and (conj or found.skip) else None


def _part(cur: Cursor, i: int, node: Node) -> Found | None:
    """فجر الخميس, مساء أمس, ساعات الفجر الأولى من يوم السبت, بعد ظهر 6 مايو."""
    j = node.j
    while True:
        further = cur.roles(j).get("early")
        if further is None or (further.skip and not further.reading):
            break
        j = further.j
    if cur.key(j) == "،" or cur.key(j) == ",":
        j += 1 if cur.word(j + 1, "weekday") else 0
    if cur.key(j) == "من":
        j += 1
    inner = piece(cur, j, _DAYS, first=False)
    if inner is None or not isinstance(inner.spec, Named):
        return None
    made = joined(inner.spec, Named(part=node.value.name))
    if made is None:
        return None
    if stands_before("midnight", cur.key(i - 1)) and cur.key(i).startswith("منتصف"):
        made = past_midnight(cur, made, inner.j)
    return Found(i, inner.j, made, "date.part", node.skip)


def _hours(cur: Cursor, i: int, node: Node) -> Found | None:
    """ساعات الصباح الأولى من السبت, ساعة متأخرة من مساء أمس, أولى ساعات الاثنين."""
    j = node.j
    while (further := cur.roles(j).get("early")) is not None:
        j = further.j
    if cur.key(j) == "من":
        j += 1
    night = cur.word(j, "night")
    if night is not None and (inner := _night(cur, j, night)) is not None:
        return inner._replace(i=i, skip=node.skip)
    part = cur.roles(j).get("part")
    if part is not None:
        inner = _part(cur, j, part)
        return _here(cur, i, node) if inner is None else inner._replace(i=i, skip=node.skip)
    if node.j - i < 2 and j == node.j:
        return None
    inner = piece(cur, j, _DAYS, first=False)
    if inner is None or not isinstance(inner.spec, Named) or inner.spec.unit not in (None, "day"):
        return None
    made = joined(inner.spec, Named(part="dawn")) if node.j - i == 2 else inner.spec
    return Found(i, inner.j, made, "date.part", node.skip) if made else None


def _ranked(cur: Cursor, i: int, n: int, j: int, skip: int) -> Found | None:
    """ثالث ثلاثاء من أيلول, آخر يوم من الشهر, أول أسبوع في أكتوبر."""
    if cur.key(j) == "ايام" and n < 0:
        return _last_day(cur, i, cur.after(j + 1, "month"), skip)
    if cur.key(j) == "ايام":
        return _day_of_feast(cur, i, n, cur.after(j + 1, "month"), skip)
    weekday = cur.word(cur.after(j, "day"), "barewd")
    named = weekday or cur.word(j, "unit")
    if named is None:
        return None
    unit = None if weekday else named.value.name
    if unit not in (None, "day", "week"):
        return None
    inner = month_at(cur, named.j) or (_year_at(cur, named.j) if unit == "day" else None)
    if inner is None:
        return _day_on(cur, i, n, named.j, skip) if unit == "day" else None
    made = joined(
        inner[1], Named(weekday=weekday.value.value if weekday else None, nth=n, ranked=unit)
    )
    return Found(i, inner[0], made, "date.ranked", skip) if made is not None else None


def _day_on(cur: Cursor, i: int, n: int, j: int, skip: int) -> Found | None:
    """ثالث يوم على التوالي, ثاني يوم من الاحتجاجات in the lead: of publication, of what goes on."""
    lead = cur.chart.doc.sentence_index(i) <= LEAD and n > 1
    in_row = cur.key(j) == "علي" and cur.key(j + 1) == "التوالي"
    of_it = cur.key(j) in ("من", "بعد") and cur.key(j + 1).isalpha() and not is_period(cur, j + 1)
    if not lead or not (in_row or of_it) or cur.key(j - 1) != "يوم":
        return None
    here = Named(offset=0, unit="day")
    return Found(i, j + 2 * in_row, here, "date.running", skip)


def _year_at(cur: Cursor, j: int) -> tuple[int, Named] | None:
    """A year behind من, of which a day is told by its rank (آخر يوم من عام 2023)."""
    at = year_here(cur, j + 1, bare=False) if cur.key(j) in ("من", "في") else None
    if at is None or at.hijri:
        return None
    unit: Unit | None = None if at.offset is None else "year"
    return at.j, Named(year=at.number, offset=at.offset, unit=unit)


def _last_day(cur: Cursor, i: int, j: int, skip: int) -> Found | None:
    """آخر أيام رمضان, آخر أيام عام 2023."""
    inner = month(cur, j)
    if inner is None or not isinstance(inner.spec, Named) or inner.spec.day is not None:
        return None
    made = joined(inner.spec, Named(nth=-1, ranked="day"))
    return Found(i, inner.j, made, "date.ranked", skip) if made is not None else None


def _day_of_feast(cur: Cursor, i: int, n: int, j: int, skip: int) -> Found | None:
    """ثاني أيام عيد الفطر, أول أيام رمضان; in the lead ثالث أيام الهدنة, the day of publication."""
    words = cur.roles(j)
    if "hijri" in words:
        month = words["hijri"]
        made = Named(month=month.value.value, day=n, hijri=True)
        return Found(i, month.j, made, "date.feast", skip)
    if "feast" not in words and cur.key(j) != "العيد":
        lead = cur.chart.doc.sentence_index(i) <= LEAD and cur.key(j).startswith("ال")
        here = Named(offset=0, unit="day")
        return Found(i, j, here, "date.running", skip) if lead and not is_period(cur, j) else None
    return day_of_feast(cur, i, n, j, skip)


def _first(cur: Cursor, i: int, node: Node) -> Found | None:
    return _ranked(cur, i, 1, node.j, node.skip)


def _last(cur: Cursor, i: int, node: Node) -> Found | None:
    return _ranked(cur, i, -1, node.j, node.skip)


def _here(cur: Cursor, i: int, _: Node) -> Found | None:
    """خلال الليل, منذ الفجر, ساعات الصباح in the lead: a part of the day of publication."""
    found = part_alone(cur, i)
    if found is None or cur.chart.doc.sentence_index(i) > LEAD:
        return None
    made = Named(offset=0, unit="day", part=found.part)
    return Found(found.i, found.j, made, ALONE, found.skip)


def _partly(cur: Cursor, i: int, node: Node) -> Found | None:
    """صباحا, ظهرا in the lead; ليلا, the night up to the day of publication."""
    if not overnight(cur, i) or cur.chart.doc.sentence_index(i) > LEAD:
        return _here(cur, i, node)
    ends = (Named(offset=day, unit="day") for day in (-1, 0))
    return Found(i, node.j, Range(*ends), OVERNIGHT)


PIECES: Final[dict[str, Piece]] = {
    **PERIODS, **PARTS, "today": today, "offset": offset, "tomorrow": tomorrow,
    "night": _night, "nightly": _nightly, "weekday": _weekday, "day": _day, "part": _part,
    "hours": _hours,
    "this": _this, "clock": clock, "last": _last, "first": _first,
    "barewd": bare_weekday, "feast": days_of_feast, "easter": easter_feast, "eid": eid,
    "eids": eid_days, "here": _here,
    "prayer": _here, "partly": _partly, "running": running, "current": current,
}  # fmt: skip
_DAYS: Final = ("today", "offset", "tomorrow", "weekday", "day", "night", "this")


def piece(cur: Cursor, i: int, roles: tuple[str, ...] | None, *, first: bool) -> Found | None:
    """The longest piece at i by a word of one of `roles` (None: any), or by a number or rank."""
    best: Found | None = None
    if first:
        cur.head = i
    words = cur.roles(i)
    for role, node in words.items():
        if (roles is not None and role not in roles) or role not in PIECES:
            continue
        if node.skip and not first and (node.reading is None or node.reading.conj):
            continue
        found = PIECES[role](cur, i, node)
        if found is not None and (best is None or found.j > best.j):
            best = found
    if roles is None or roles == _DAYS:
        by_number = numbered(cur, i)
        if by_number is not None and (best is None or by_number.j > best.j):
            best = by_number
    return best


def numbered(cur: Cursor, i: int) -> Found | None:
    """A piece that begins with a number or a rank: 6 مايو, 6/5/2024, ثالث ثلاثاء من أيلول."""
    key = cur.key(i)
    if "0" <= key < ":" or key == "ال":
        return numeric(cur, i) or bare_clock(cur, i) or day_month(cur, i)
    rank = cur.rank(i)
    if rank is None:
        return day_month(cur, i) if i in cur.numbers else None
    told = bare_clock(cur, i)
    if told is not None:
        return told
    return day_month(cur, i) or _ranked(cur, i, rank[1], rank[0], cur.ranks[i].skip)
