"""Days of months, months and years: 6 مايو / أيار 2024, السادس من الشهر الجاري, عام 2011."""

from __future__ import annotations

from typing import Final, NamedTuple

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside, stands_before
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.spec import Named

_IN: Final = frozenset(("من", "في", "ل"))
_OPEN: Final = frozenset(("/", "(", "-", "[", "|", "\\", "،", ","))
_CLOSE: Final = frozenset((")", "]"))
_TO: Final = frozenset(("-", "و", "او"))
LAST_DAY: Final = 31
_MADDA: Final = "آ"
# Years written alone that a report of now can mean.
YEARS: Final = range(1900, 2100)
# 1300 to 1500 with هـ are Hijri years; so are they in the company of a Hijri month.
HIJRI_YEARS: Final = range(1300, 1501)


class Month(NamedTuple):
    """A month's name (doubled or not) up to token j, or `offset` months from the present one.

    Not `sure`: also something else; `dayed`: a common word but for a day before it.
    """

    j: int
    number: int | None
    hijri: bool = False
    offset: int | None = None
    step: int | None = None
    sure: bool = True
    dayed: bool = False


def month_name(cur: Cursor, i: int, *, led: bool = False) -> Month | None:
    """A month by name, with its other name if there is one: تموز / يوليو, تموز (يوليو)."""
    look = cur.led if led else cur.word
    node = look(i, "gregorian")
    if node is None:
        node = look(i, "hijri")
        return Month(node.j, node.value.value, True, sure=_is_sure(cur, i, node)) if node else None
    j = node.j
    opened = cur.key(j) in _OPEN
    other = cur.word(j + opened, "gregorian")
    if other is None or other.value.value != node.value.value:
        dayed = node.value.name == "dayed"
        return Month(j, node.value.value, sure=_is_sure(cur, i, node), dayed=dayed)
    j = other.j + (opened and cur.key(other.j) in _CLOSE)
    return Month(j, node.value.value)


def _is_sure(cur: Cursor, i: int, node: Node) -> bool:
    """Whether a name at i is a month's even without a day or year beside it."""
    if _has_madda(cur, i, node):
        return True
    if node.value.doubtful:
        return node.skip > 0 or cur.key(i - 1) in beside("month")
    return bool(node.value.sure)


def _has_madda(cur: Cursor, i: int, node: Node) -> bool:
    """Whether a name is written with the madda that tells the month آب from أب and إب."""
    start, _ = cur.chart.doc.span(i, i + 1, node.skip)
    return cur.chart.doc.text[start] == _MADDA


def month_here(cur: Cursor, i: int) -> Month | None:
    """A month after the word شهر or without: by name, number (شهر 9), or as this or the last."""
    node = cur.led(i, "month")
    if node is not None:
        named = month_name(cur, node.j)
        if named is not None:
            return named._replace(sure=True)
        number = cur.digits(node.j)
        if number is not None and 1 <= number[1] <= 12:
            return _unless_counted(cur, *number)
    return month_name(cur, i, led=True) or _present(cur, i)


def _unless_counted(cur: Cursor, j: int, number: int) -> Month | None:
    """شهر 9, but not شهر 9 أيام."""
    return None if cur.word(j, "unit") else Month(j, number)


def _present(cur: Cursor, i: int) -> Month | None:
    """هذا الشهر, الشهر الماضي, الشهر التاسع: a month by its place."""
    this = cur.led(i, "this")
    start = this.j if this else i
    node = cur.word(start, "period") if this else cur.led(start, "period")
    if node is None or node.value.name != "month":
        return None
    if this is not None:
        return Month(node.j, None, offset=0)
    step = cur.word(node.j, "step")
    if step is not None:
        return Month(step.j, None, offset=step.value.value)
    if cur.word(node.j, "this"):
        return Month(node.j + 1, None, offset=0)
    rank = cur.rank(node.j)
    if rank is not None and rank[1] <= 12:
        return Month(rank[0], rank[1])
    return None


def year_number(cur: Cursor, i: int, *, named: bool) -> tuple[int, int] | None:
    """A year's number at i: the token after it and the year; `named` after the word عام."""
    found = cur.digits(i)
    if found is not None:
        j, n = found
        if n >= 1000 and (named or n in YEARS or n in HIJRI_YEARS):
            return j, n
        if not named or not 11 <= n <= 99 or len(cur.key(j - 1)) != 2:
            return None
        if cur.word(j, "unit") is None and cur.key(j) not in beside("court"):
            return j, 1900 + n
        return None
    number = cur.number(i) if named else None
    if number is None and named and cur.key(i).startswith("ال"):
        number = cur.number(i)
    if number is None or not 1000 <= number[1] < 2200 or number[1] != int(number[1]):
        return None
    return number[0], int(number[1])


class Year(NamedTuple):
    """A year up to token j: its number, or years from the present one."""

    j: int
    number: int | None
    offset: int | None = None
    hijri: bool = False


def year_here(cur: Cursor, i: int, *, bare: bool) -> Year | None:
    """A year at i: عام 2011, سنة 1443 هـ, العام الماضي; without the word only if `bare`."""
    node = cur.led(i, "year")
    if node is not None and node.value.value == 1:
        found = year_number(cur, node.j, named=True)
        if found is not None:
            return _with_era(cur, *found)
    if bare:
        found = year_number(cur, i, named=False)
        if found is not None:
            return _with_era(cur, *found)
    return _present_year(cur, i)


def _with_era(cur: Cursor, j: int, number: int) -> Year:
    """The year with its era, if it bears one: 1445 هـ, 2024 م."""
    era = cur.word(j, "era")
    if era is None:
        return Year(j, number)
    return Year(era.j, number, hijri=era.value.name == "ah")


def _present_year(cur: Cursor, i: int) -> Year | None:
    """هذا العام, العام الماضي, السنة الهجرية القادمة."""
    this = cur.led(i, "this")
    start = this.j if this else i
    node = cur.word(start, "period") if this else cur.led(start, "period")
    if node is None or node.value.name != "year" or stands_before("general", cur.key(i - 1)):
        return None
    era = cur.word(node.j, "era")
    hijri = era is not None and era.value.name == "ah"
    j = era.j if era else node.j
    if this is not None:
        return Year(j, None, 0, hijri)
    step = cur.word(j, "step")
    if step is not None:
        return Year(step.j, None, step.value.value, hijri)
    return Year(j + 1, None, 0, hijri) if cur.word(j, "this") else None


def day_month(cur: Cursor, i: int) -> Found | None:
    """A day of a month, or a run of them: 6 مايو, السادس من الشهر الجاري, 13-15 تموز, 24 الجاري."""
    day = day_at(cur, i)
    if day is None:
        return None
    j, first, skip = day
    last = None
    run = _run(cur, j, first)
    if run is not None:
        j, last = run
    at = _month_after(cur, _past_line(cur, i, j), ranked=cur.rank(i) is not None)
    if at is not None and at.dayed and cur.rank(i) is None and cur.digits(i) is None:
        # قتل تسعة الصيف الماضي
        return None
    if at is not None:
        return _finish(cur, Found(i, at.j, Named(day=first, last=last), "date.day", skip), at)
    at = _this_one(cur, j)
    if at is None:
        return None
    return Found(
        i, at.j, Named(day=first, last=last, offset=at.offset, unit="month"), "date.day", skip
    )


def _past_line(cur: Cursor, i: int, j: int) -> int:
    """The token after a day, past the line's end where the day stands on a line by itself, as in
    texts whose figures were set apart.
    """
    own = cur.key(j) == "\n" and cur.key(i - 1) == "\n" and j == i + 1
    return j + own


def day_at(cur: Cursor, i: int) -> tuple[int, int, int] | None:
    """A day of a month at i: the token after it, the day, and what the word bears before it."""
    found = cur.digits(i)
    if found is not None and 1 <= found[1] <= LAST_DAY and len(cur.key(found[0] - 1)) <= 2:
        return (*found, 0)
    rank = cur.rank(i)
    if rank is not None and rank[1] <= LAST_DAY:
        return None if is_of_feminine(cur, i) else (*rank, cur.ranks[i].skip)
    number = cur.number(i)
    before = cur.ranks.get(i - 1)
    if before is not None and before.j > i:
        # The ten of الحادية عشرة is no number.
        return None
    if number is not None and 1 < number[1] <= LAST_DAY and number[1] == int(number[1]):
        counted = cur.key(i).startswith("ال") and cur.key(number[0]) == "في"
        return None if counted else (number[0], int(number[1]), 0)
    return None


def is_of_feminine(cur: Cursor, i: int) -> bool:
    """Whether the rank at token i is of a feminine, which no day is (المرة الأولى في فبراير), but
    for a night (ليلة السابعة والعشرين من رمضان) and a slip (الحادية عشرة من سبتمبر).
    """
    key, rank = cur.key(i), cur.ranks.get(i)
    if not key.endswith(("ه", "اولي")) or stands_before("nightly", cur.key(i - 1)):
        return False
    slip = rank is not None and rank.j > i + 1 and cur.key(rank.j) == "من"
    return not slip or rank is None or "gregorian" not in cur.roles(rank.j + 1)


def _run(cur: Cursor, j: int, first: int) -> tuple[int, int] | None:
    """The last of the later days after - or إلى or و: the token after it and the day."""
    found = _later(cur, j, first)
    while found is not None and (further := _later(cur, *found)) is not None:
        found = further
    return found


def _later(cur: Cursor, j: int, first: int) -> tuple[int, int] | None:
    """A later day after - or إلى or و."""
    until = cur.roles(j).get("until")
    if cur.key(j) in _TO or until is not None:
        day = day_at(cur, j + 1 if until is None else until.j)
    else:
        rank = cur.ranks.get(j)
        day = day_at(cur, j) if rank is not None and rank.skip else None
    if day is None or day[1] <= first:
        return None
    return day[0], day[1]


def _month_after(cur: Cursor, j: int, *, ranked: bool) -> Month | None:
    """The month after a day, with من or / between or nothing; في behind a rank alone (who was
    killed three in May was not killed on the third).
    """
    if cur.key(j) == "في" and not ranked:
        return None
    if cur.key(j) in _IN or cur.key(j) in ("/", "-"):
        return month_here(cur, j + 1)
    return month_here(cur, j)


def _this_one(cur: Cursor, j: int) -> Month | None:
    """24 الجاري, 24 من الجاري: of the present month."""
    start = j + 1 if cur.key(j) == "من" else j
    step = cur.word(start, "step")
    if step is None or step.value.value != 0:
        return None
    return Month(step.j, None, offset=0)


def month(cur: Cursor, i: int) -> Found | None:
    """A month without a day: مايو 2024, شهر مايو, أكتوبر الماضي, شباط 13."""
    skip = _skip(cur, i, "month", "gregorian", "hijri")
    at = month_here(cur, i)
    if at is None:
        return None
    if at.offset is not None:
        made = Named(offset=at.offset, unit="month")
        return Found(i, at.j, made, "date.month", _skip(cur, i, "this", "period"))
    days = _days_behind(cur, at)
    if days is not None:
        return _finish(cur, Found(i, days[0], days[1], "date.day", skip), at)
    if at.dayed:
        return None
    found = _finish(cur, Found(i, at.j, Named(), "date.month", skip), at)
    if found.j == at.j and not at.sure:
        return None
    return found


def _days_behind(cur: Cursor, at: Month) -> tuple[int, Named] | None:
    """يوليو 13-15, شباط 14 2013: the day written behind its month, if a year or nothing follows."""
    day = day_at(cur, at.j)
    if day is None:
        return None
    j, first, skip = day
    run = _run(cur, j, first)
    if skip or (run is None and not _closes(cur, j)):
        return None
    return (j, Named(day=first)) if run is None else (run[0], Named(day=first, last=run[1]))


def _closes(cur: Cursor, j: int) -> bool:
    """Whether a date can end before token j: the text does, or a mark or a year follows."""
    key = cur.key(j)
    return not key or key in "\n.،,؛)؟!" or year_number(cur, j, named=False) is not None


def _skip(cur: Cursor, i: int, *roles: str) -> int:
    """Folded letters before the word of one of these roles at i."""
    words = cur.roles(i)
    return next((words[role].skip for role in roles if role in words), 0)


def _finish(cur: Cursor, found: Found, at: Month) -> Found:
    """The date with its month and what follows of it: which one, or of which year."""
    spec = found.spec
    j = max(found.j, at.j)
    assert isinstance(spec, Named)
    if at.offset is not None:
        made = Named(day=spec.day, last=spec.last, offset=at.offset, unit="month")
        return found._replace(j=j, spec=made)
    year = _year_after(cur, j)
    if year is not None:
        hijri = at.hijri
        made = Named(
            day=spec.day,
            last=spec.last,
            month=at.number,
            year=year.number,
            hijri=hijri,
            offset=year.offset,
            unit="year" if year.offset is not None else None,
        )
        return found._replace(j=year.j, spec=made)
    step = cur.word(j, "step") or cur.word(j, "prior")
    made = Named(
        day=spec.day,
        last=spec.last,
        month=at.number,
        hijri=at.hijri,
        step=step.value.value if step else None,
    )
    return found._replace(j=step.j if step else j, spec=made)


def _year_after(cur: Cursor, j: int) -> Year | None:
    """The year after a month, with من or a comma or a mark between or nothing."""
    key = cur.key(j)
    spelled = cur.numbers.get(j)
    if spelled is not None and not spelled.skip and spelled.j > j + 1:
        # مارس ألفين وأحد عشر
        told = year_number(cur, j, named=True)
        if told is not None and told[1] in YEARS:
            return _with_era(cur, *told)
    if key in _IN or key in (",", "،", "/", "-", "."):
        found = year_here(cur, j + 1, bare=key != "في" or is_bare_year(cur, j + 1))
        return found if found is None or key in _IN or found.number is not None else None
    return year_here(cur, j, bare=True)


def year(cur: Cursor, i: int) -> Found | None:
    """A year by itself: عام 2015, العام الماضي; not of a label (المحضر رقم 1417 لسنة 2013)."""
    at = year_here(cur, i, bare=False)
    if at is None or (cur.key(i)[:1] == "ل" and cur.key(i - 1).isdigit()):
        return None
    skip = _skip(cur, i, "this", "year", "period")
    if at.number is None:
        made = Named(offset=at.offset, unit="year", hijri=at.hijri)
    else:
        made = Named(year=at.number, hijri=at.hijri)
    return Found(i, at.j, made, "date.year", skip)


def is_bare_year(cur: Cursor, i: int) -> bool:
    """Whether the digits at i can be a year alone: four of them, and nothing counted by them."""
    key = cur.key(i)
    if len(key) != 4 or not key.isdigit() or int(key) not in YEARS:
        return False
    return cur.word(i + 1, "unit") is None and cur.key(i + 1) not in beside("noyear")
