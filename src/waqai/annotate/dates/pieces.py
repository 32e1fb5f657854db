"""Pieces of a date that name a day or a period: each reads from one token on, or gives None."""

from __future__ import annotations

from collections.abc import Callable

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside
from waqai.annotate.dates.clock import bare_clock, clock
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.feasts import feast
from waqai.annotate.dates.lengths import ahead
from waqai.annotate.dates.months import day_month, is_bare_year, month, year
from waqai.annotate.dates.numeric import numeric
from waqai.annotate.dates.spec import Named, Range, Years, joined

_CENTURIES = {-2: 1800, -1: 1900, 0: 2000}
Piece = Callable[[Cursor, int, Node], Found | None]


def _today(cur: Cursor, i: int, node: Node) -> Found | None:
    """اليوم; with ل and a rank the day that goes on (لليوم الثاني)."""
    j = node.j
    if j - i == 1:
        rank = cur.rank(j) or (cur.digits(j) if cur.key(j) == "ال" else None)
        if rank is not None:
            inner = day_month(cur, j)
            if inner is not None:
                return inner._replace(i=i, skip=node.skip)
            counted = cur.key(j) == "ال" and cur.key(rank[0]).startswith(("لل", "من", "ل"))
            led = counted or (node.skip and node.reading is not None and node.reading.prep == "ل")
            here = Named(offset=0, unit="day")
            return Found(i, rank[0], here, "date.running", node.skip) if led else None
        if (
            cur.key(j) in beside("title")
            or cur.word(j, "next")
            or cur.word(j, "prior")
            or cur.word(j, "same")
            or cur.key(i - 1) in beside("outlet")
        ):
            return None
        if cur.key(i - 1) == "في" and not _day_follows(cur, j):
            return None
        step = cur.word(j, "step")
        if step is not None:
            here = Named(offset=step.value.value, unit="day")
            return Found(i, step.j, here, "date.offset", node.skip)
    return Found(i, j, Named(offset=0, unit="day"), "date.offset", node.skip)


def _day_follows(cur: Cursor, j: int) -> bool:
    """Whether a weekday or date follows, so that في اليوم is not by the day."""
    return cur.word(j, "weekday") is not None or cur.key(j) in ("(", "،") or "step" in cur.roles(j)


def _offset(_: Cursor, i: int, node: Node) -> Found | None:
    return Found(i, node.j, Named(offset=node.value.value, unit="day"), "date.offset", node.skip)


def _night(_: Cursor, i: int, node: Node) -> Found | None:
    made = Named(offset=node.value.value, unit="day", part="night")
    return Found(i, node.j, made, "date.night", node.skip)


def _weekday(cur: Cursor, i: int, node: Node) -> Found | None:
    """A weekday: الخميس, الخميس الماضي, الأحد من الأسبوع الماضي, الثلاثاء الأول من أكتوبر."""
    eleven = node.value.value == 7 and cur.key(node.j) in ("عشر", "عشره")
    if eleven or cur.key(i - 1) in beside("holder") or cur.word(node.j, "next"):
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
    rank = _rank(cur, found.j)
    if rank is not None and weekday is not None:
        return _ranked_weekday(cur, found, weekday, rank)
    start = found.j + 1 if cur.key(found.j) == "من" else found.j
    week = _week(cur, start)
    if week is not None:
        made = Named(weekday=weekday, offset=week[1], unit="week")
        return found._replace(j=week[0], spec=made)
    return found


def _rank(cur: Cursor, j: int) -> tuple[int, int] | None:
    """A rank at j, the last being -1."""
    if cur.key(j) in ("الاخير", "الاخيره"):
        return j + 1, -1
    rank = cur.rank(j)
    return rank if rank is not None and not cur.ranks[j].skip else None


def _ranked_weekday(cur: Cursor, found: Found, weekday: int, rank: tuple[int, int]) -> Found:
    """الثلاثاء الثالث من أيلول; السبت السادس عشر; else the weekday alone."""
    j, n = rank
    inner = _of_month(cur, j) if n <= 5 else None
    if inner is not None:
        made = joined(inner[1], Named(weekday=weekday, nth=n))
        if made is not None and inner[1].day is None:
            return found._replace(j=inner[0], spec=made, rule="date.ranked")
    if 8 <= n <= 31 and cur.key(j) not in ("من", "/") and cur.led(j, "gregorian") is None:
        return found._replace(j=j, spec=Named(weekday=weekday, day=n))
    if n == -1:
        return found._replace(j=j, spec=Named(weekday=weekday, step=-1))
    return found


def _week(cur: Cursor, i: int) -> tuple[int, int] | None:
    """هذا الأسبوع, الأسبوع الماضي: the token after it and weeks from the present one."""
    this = cur.led(i, "this")
    start = this.j if this else i
    node = cur.word(start, "period") if this else cur.led(start, "period")
    if node is None or node.value.name != "week":
        return None
    if this is not None:
        return node.j, 0
    step = cur.word(node.j, "step")
    if step is not None:
        return step.j, step.value.value
    return (node.j + 1, 0) if cur.word(node.j, "this") else None


def _this(cur: Cursor, i: int, node: Node) -> Found | None:
    """هذا الأسبوع, هذا العام, هذا الخميس."""
    weekday = cur.word(node.j, "weekday")
    if weekday is not None:
        return Found(i, weekday.j, Named(weekday=weekday.value.value), "date.weekday", node.skip)
    return _period(cur, i, node)


def _period(cur: Cursor, i: int, node: Node) -> Found | None:
    """A week, month or year counted from the present one."""
    if node.value.name == "week" and (rank := _rank(cur, node.j)) is not None:
        inner = _of_month(cur, rank[0])
        made = joined(inner[1], Named(nth=rank[1], ranked="week")) if inner else None
        return Found(i, inner[0], made, "date.ranked", node.skip) if inner and made else None
    week = _week(cur, i)
    if week is not None:
        return Found(i, week[0], Named(offset=week[1], unit="week"), "date.week", node.skip)
    return month(cur, i) or year(cur, i)


def _day(cur: Cursor, i: int, node: Node) -> Found | None:
    """يوم before a weekday or a date; يومي before two."""
    count = node.value.value
    if count > 1:
        return _days(cur, i, node)
    bare = cur.word(node.j, "barewd")
    if bare is not None and cur.key(bare.j) != "من":
        tail = _weekday_tail(cur, Found(i, bare.j, Named(weekday=bare.value.value), "date.weekday"))
        return tail._replace(skip=node.skip)
    inner = piece(cur, node.j, _DAYS, first=False)
    return inner._replace(i=i, skip=node.skip) if inner is not None else None


def _days(cur: Cursor, i: int, node: Node) -> Found | None:
    """يومي الخميس والجمعة, يومي 5 و6 مايو."""
    first = piece(cur, node.j, _DAYS, first=False)
    if first is None or not isinstance(first.spec, Named):
        return None
    if first.spec.last is not None:
        return first._replace(i=i, skip=node.skip)
    conj = cur.key(first.j) == "و"
    second = piece(cur, first.j + conj, _DAYS, first=True)
    if second is None or not isinstance(second.spec, Named) or (not conj and not second.skip):
        return None
    return Found(i, second.j, Range(first.spec, second.spec), "date.days", node.skip)


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
    return Found(i, inner.j, made, "date.part", node.skip)


def _hours(cur: Cursor, i: int, node: Node) -> Found | None:
    """ساعات الصباح الأولى من السبت, ساعة متأخرة من مساء أمس, أولى ساعات الاثنين."""
    j = node.j
    while (further := cur.roles(j).get("early")) is not None:
        j = further.j
    if cur.key(j) == "من":
        j += 1
    part = cur.roles(j).get("part")
    if part is not None:
        inner = _part(cur, j, part)
        return inner._replace(i=i, skip=node.skip) if inner is not None else None
    if node.j - i < 2 and j == node.j:
        return None
    inner = piece(cur, j, _DAYS, first=False)
    if inner is None or not isinstance(inner.spec, Named) or inner.spec.unit not in (None, "day"):
        return None
    made = joined(inner.spec, Named(part="dawn")) if node.j - i == 2 else inner.spec
    return Found(i, inner.j, made, "date.part", node.skip) if made else None


def _third(cur: Cursor, i: int, node: Node) -> Found | None:
    """مطلع الأسبوع الجاري, منتصف أبريل, نهاية عام 2011, أواخر الثمانينيات."""
    j = node.j + 1 if cur.key(node.j) in ("من",) else node.j
    if cur.key(node.j) == "اول" or node.reading is None:
        return None
    word = cur.key(i)[node.skip :]
    inner = piece(cur, j, _PERIODS, first=False) or _bare_period(cur, j, node.value.value)
    if inner is None and is_bare_year(cur, j):
        inner = Found(j, j + 1, Named(year=int(cur.key(j))), "date.year")
    if inner is None:
        return None
    spec = inner.spec
    if isinstance(spec, Years):
        return inner._replace(i=i, skip=node.skip, spec=_third_of(spec, node.value.value))
    if not isinstance(spec, Named) or spec.day is not None or spec.weekday is not None:
        return None
    if word in ("اول", "غره") and spec.month is not None:
        made = joined(spec, Named(day=1))
    else:
        made = joined(spec, Named(third=node.value.value))
    return Found(i, inner.j, made, "date.third", node.skip) if made is not None else None


def _bare_period(cur: Cursor, j: int, third: int) -> Found | None:
    """مطلع الأسبوع, نهاية العام: of the present one; the end of a week may be the last one's."""
    node = cur.word(j, "period")
    if node is None or node.value.name == "day" or (node.value.name == "week" and third == 3):
        return None
    return Found(j, node.j, Named(offset=0, unit=node.value.name), "date.period")


def _third_of(spec: Years, third: int) -> Years:
    """The beginning, middle or end of a run of years."""
    length = spec.last - spec.first + 1
    cut = length // 3
    first = spec.first + (0, cut, length - cut)[third - 1]
    last = spec.first + (cut - 1, length - cut - 1, length - 1)[third - 1]
    return Years(first, last, decade=False)


def _decade(cur: Cursor, i: int, node: Node) -> Found | None:
    """الثمانينيات, ثمانينيات القرن الماضي."""
    century = cur.word(node.j, "century")
    if century is None and cur.key(node.j) == "من":
        century = cur.word(node.j + 1, "century")
    base = _CENTURIES[century.value.value] if century else 1900
    first = base + node.value.value
    j = century.j if century else node.j
    return Found(i, j, Years(first, first + 9, decade=True), "date.decade", node.skip)


def _century(_: Cursor, i: int, node: Node) -> Found | None:
    first = _CENTURIES[node.value.value]
    return Found(i, node.j, Years(first, first + 99, decade=False), "date.century", node.skip)


def _year(cur: Cursor, i: int, node: Node) -> Found | None:
    """عام 2015; عامي 2009 و2010."""
    if node.value.value == 1:
        return year(cur, i)
    first = cur.digits(node.j)
    if first is None or cur.key(first[0]) != "و":
        return None
    second = cur.digits(first[0] + 1)
    if second is None or not 1000 <= first[1] < second[1] < 2200:
        return None
    made = Range(Named(year=first[1]), Named(year=second[1]))
    return Found(i, second[0], made, "date.years", node.skip)


def _month(cur: Cursor, i: int, _: Node) -> Found | None:
    return month(cur, i)


def _ranked(cur: Cursor, i: int, n: int, j: int, skip: int) -> Found | None:
    """ثالث ثلاثاء من أيلول, آخر يوم من الشهر, أول أسبوع في أكتوبر."""
    weekday = cur.word(cur.after(j, "day"), "barewd")
    named = weekday or cur.word(j, "unit")
    if named is None:
        return None
    unit = None if weekday else named.value.name
    if unit not in (None, "day", "week"):
        return None
    inner = _of_month(cur, named.j)
    if inner is None:
        return None
    made = joined(
        inner[1], Named(weekday=weekday.value.value if weekday else None, nth=n, ranked=unit)
    )
    return Found(i, inner[0], made, "date.ranked", skip) if made is not None else None


def _of_month(cur: Cursor, j: int) -> tuple[int, Named] | None:
    start = j + 1 if cur.key(j) in ("من", "في") else j
    inner = month(cur, start)
    if inner is None or not isinstance(inner.spec, Named):
        return None
    return inner.j, inner.spec


def _last(cur: Cursor, i: int, node: Node) -> Found | None:
    return _ranked(cur, i, -1, node.j, node.skip)


def _bare_weekday(cur: Cursor, i: int, node: Node) -> Found | None:
    """ثلاثاء الأسبوع الماضي; not for what is also a number or a pronoun (اثنين, أحد)."""
    week = _week(cur, node.j)
    if week is None or node.value.value in (1, 7):
        return None
    made = Named(weekday=node.value.value, offset=week[1], unit="week")
    return Found(i, week[0], made, "date.weekday", node.skip)


def _overnight(_: Cursor, i: int, node: Node) -> Found | None:
    """خلال الليل: the night that ends on the day of publication."""
    return Found(i, node.j, Named(offset=0, unit="day", part="night"), "date.night", node.skip)


PIECES: dict[str, Piece] = {
    "today": _today, "offset": _offset, "night": _night, "weekday": _weekday, "day": _day,
    "part": _part, "hours": _hours, "this": _this, "period": _period, "month": _month,
    "gregorian": _month, "hijri": _month, "year": _year, "third": _third, "decade": _decade,
    "century": _century, "clock": clock, "last": _last, "barewd": _bare_weekday,
    "feast": feast, "overnight": _overnight,
}  # fmt: skip
_DAYS = ("today", "offset", "weekday", "day", "night")
_PERIODS = ("period", "this", "month", "gregorian", "hijri", "year", "decade", "century")


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
    if roles is None or roles is _DAYS:
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
