"""Pieces that name a period: weeks, months, years, decades, and parts of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import structs

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.foretold import foretells
from waqai.annotate.dates.months import is_bare_year, month, year, year_here, year_number
from waqai.annotate.dates.spec import Named, Range, Recent, Years, joined
from waqai.model.codes import Unit

Piece = Callable[[Cursor, int, Node], Found | None]
_END: Final = 3
_FRIDAY: Final = 5
_SATURDAY: Final = 6
# What tells which week is meant.
_WHICH: Final = ("step", "this", "next", "prior", "past")
# Tokens before نهاية الأسبوع that may tell that it is still to come.
_LOOK: Final = 8
# Which third of a period its first and its last units are akin to.
_ENDS: Final = {"الاولي": 1, "الاخيره": 3}
_CENTURIES: Final = {-2: 1800, -1: 1900, 0: 2000}


def _season(cur: Cursor, i: int, node: Node) -> Found | None:
    """صيف 2014, ربيع العام الماضي, الخريف المقبل."""
    season = node.value.value
    if not cur.key(i)[node.skip :].startswith("ال"):
        at = year_here(cur, node.j, bare=True)
        if at is None:
            return None
        unit: Unit | None = None if at.offset is None else "year"
        made = Named(season=season, year=at.number, offset=at.offset, unit=unit)
        return Found(i, at.j, made, "date.season", node.skip)
    step = cur.word(node.j, "step")
    if step is None or abs(step.value.value) > 1:
        return None
    made = Named(season=season, step=step.value.value)
    return Found(i, step.j, made, "date.season", node.skip)


def rank_at(cur: Cursor, j: int) -> tuple[int, int] | None:
    """A rank at j, the last being -1."""
    if cur.key(j) in ("الاخير", "الاخيره"):
        return j + 1, -1
    rank = cur.rank(j)
    return rank if rank is not None and not cur.ranks[j].skip else None


def week_at(cur: Cursor, i: int) -> tuple[int, int] | None:
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


def month_at(cur: Cursor, j: int) -> tuple[int, Named] | None:
    """A month behind what is ranked in it: the token after it and the month."""
    start = j + 1 if cur.key(j) in ("من", "في") else j
    inner = month(cur, start)
    if inner is None or not isinstance(inner.spec, Named):
        return None
    return inner.j, inner.spec


def _period(cur: Cursor, i: int, node: Node) -> Found | None:
    """A week, month or year counted from the present one."""
    if node.value.name == "week" and (rank := rank_at(cur, node.j)) is not None:
        inner = month_at(cur, rank[0])
        if inner is None and rank[1] < 0 and cur.key(rank[0]) != "من":
            return Found(i, rank[0], Recent(1, "week", -1), "date.recent", node.skip)
        made = joined(inner[1], Named(nth=rank[1], ranked="week")) if inner else None
        return Found(i, inner[0], made, "date.ranked", node.skip) if inner and made else None
    week = week_at(cur, i)
    if week is not None:
        return Found(i, week[0], Named(offset=week[1], unit="week"), "date.week", node.skip)
    return month(cur, i) or year(cur, i)


def _this(cur: Cursor, i: int, node: Node) -> Found | None:
    """هذا الأسبوع, هذا العام, هذا الصيف."""
    season = cur.word(node.j, "season")
    if season is not None and cur.key(node.j).startswith("ال"):
        made = Named(season=season.value.value, step=0)
        return Found(i, season.j, made, "date.season", node.skip)
    return _period(cur, i, node)


def _month(cur: Cursor, i: int, _: Node) -> Found | None:
    return month(cur, i)


def _months(cur: Cursor, i: int, node: Node) -> Found | None:
    """شهري آذار ونيسان 2014: from the first of the months to the last."""
    first = month(cur, node.j)
    if first is None or not _is_month(first) or not cur.key(first.j).startswith("و"):
        return None
    cur.head = first.j + (cur.key(first.j) == "و")
    last = month(cur, cur.head)
    if last is None or not _is_month(last):
        return None
    begin, end = first.spec, last.spec
    if not isinstance(begin, Named) or not isinstance(end, Named):
        return None
    both = cur.word(last.j, "past") if end == Named(month=end.month) else None
    if both is not None:
        begin, end = (structs.replace(m, step=both.value.value) for m in (begin, end))
    made = Range(begin, end)
    return Found(i, both.j if both is not None else last.j, made, "date.months", node.skip)


def _is_month(found: Found) -> bool:
    """Whether a reading is a month without a day."""
    spec = found.spec
    return isinstance(spec, Named) and spec.month is not None and spec.day is None


def _year(cur: Cursor, i: int, node: Node) -> Found | None:
    """عام 2015; عامي 2009 و2010."""
    if node.value.value == 1:
        return year(cur, i)
    first = last = cur.digits(node.j)
    while last is not None and cur.key(last[0]) in ("و", "،", ","):
        further = cur.digits(last[0] + 1 + (cur.key(last[0] + 1) == "و"))
        if further is None or not 1000 <= last[1] < further[1] < 2200:
            break
        last = further
    if first is None or last is None or last is first:
        return None
    made = Range(Named(year=first[1]), Named(year=last[1]))
    return Found(i, last[0], made, "date.years", node.skip)


def _decade(cur: Cursor, i: int, node: Node) -> Found | None:
    """الثمانينيات, ثمانينيات القرن الماضي; not في العشرينيات من عمره."""
    century = cur.word(node.j, "century")
    if century is None and cur.key(node.j) == "من":
        century = cur.word(node.j + 1, "century")
    if century is None and cur.key(node.j) == "من" and cur.key(node.j + 1) in beside("aged"):
        return None
    base = _CENTURIES[century.value.value] if century else 1900
    first = base + node.value.value
    j = century.j if century else node.j
    return Found(i, j, Years(first, first + 9, decade=True), "date.decade", node.skip)


def _century(_: Cursor, i: int, node: Node) -> Found | None:
    first = _CENTURIES[node.value.value]
    return Found(i, node.j, Years(first, first + 99, decade=False), "date.century", node.skip)


def _parts(cur: Cursor, i: int, node: Node) -> Found | None:
    """مطلع الأسبوع الجاري, منتصف أبريل, نهاية عام 2011, أواخر الثمانينيات."""
    j = node.j + 1 if cur.key(node.j) == "من" else node.j
    k = node.value.value
    week = _week_begun(cur, j) if k == 1 and j == node.j else None
    if week is not None:
        return Found(i, j + 1, week, "date.third", node.skip)
    inner = period_at(cur, j) or _bare_period(cur, j, k)
    if inner is None:
        return None
    if cur.key(i)[node.skip :] in ("اول", "غره") and isinstance(inner.spec, Named):
        monthly = inner.spec.month is not None or inner.spec.unit == "month"
        made = joined(inner.spec, Named(day=1)) if monthly else None
        return Found(i, inner.j, made, "date.day", node.skip) if made is not None else None
    return _shared(Found(i, inner.j, inner.spec, "date.third", node.skip), (k, 3))


def _week_begun(cur: Cursor, j: int) -> Range | None:
    """مطلع الأسبوع, of which week not told: its Saturday to Monday, as far as they are past."""
    node, published = cur.word(j, "period"), cur.chart.doc.published
    if node is None or node.value.name != "week" or published is None or _to_come(cur, j - 1):
        return None
    past = (published.isoweekday() - _SATURDAY) % 7
    following = cur.roles(node.j)
    if not past or cur.word(node.j, "same") or not following.keys().isdisjoint(_WHICH):
        return None
    ends = (-past, min(2 - past, 0))
    return Range(*(Named(offset=end, unit="day") for end in ends))


def _units(cur: Cursor, i: int, node: Node) -> Found | None:
    """الأشهر الستة الأولى من 2018: a share of a year by its months."""
    n = cur.number(node.j) or cur.rank(node.j)
    which = _ENDS.get(cur.key(n[0])) if n is not None else None
    if n is None or which is None or node.value.name != "month" or cur.key(n[0] + 1) != "من":
        return None
    inner = period_at(cur, n[0] + 2) or _bare_period(cur, n[0] + 2, which)
    parts = 12 / n[1] if n[1] else 0
    if inner is None or parts not in (2, 3, 4, 6):
        return None
    k = 1 if which == 1 else int(parts)
    return _shared(Found(i, inner.j, inner.spec, "date.share", node.skip), (k, int(parts)))


def _fraction(cur: Cursor, i: int, node: Node) -> Found | None:
    """النصف الأول من أبريل, الربع الأخير من 2023."""
    rank = rank_at(cur, node.j)
    n = node.value.value
    if rank is None or cur.key(rank[0]) not in ("من", "ل") or not -1 <= rank[1] <= n:
        return None
    inner = period_at(cur, rank[0] + 1)
    if inner is None:
        return None
    k = n if rank[1] < 0 else rank[1]
    return _shared(Found(i, inner.j, inner.spec, "date.share", node.skip), (k, n))


def _shared(found: Found, share: tuple[int, int]) -> Found | None:
    """The k-th of n parts of a period or of a run of years."""
    spec, (k, n) = found.spec, share
    if isinstance(spec, Years):
        length = spec.last - spec.first + 1
        first, last = spec.first + (k - 1) * length // n, spec.first + k * length // n - 1
        return found._replace(spec=Years(first, last, decade=False))
    if not isinstance(spec, Named) or spec.day is not None or spec.weekday is not None:
        return None
    made = joined(spec, Named(share=share))
    return found._replace(spec=made) if made is not None else None


def period_at(cur: Cursor, i: int) -> Found | None:
    """The longest period at i: a week, month, year, decade or century, or a year's number."""
    words = cur.roles(i)
    found = [PERIODS[role](cur, i, words[role]) for role in words if role in PERIODS]
    best = max((f for f in found if f is not None), key=lambda f: f.j, default=None)
    if best is None and is_bare_year(cur, i):
        return Found(i, i + 1, Named(year=int(cur.key(i))), "date.year")
    spelled = cur.numbers.get(i) if best is None else None
    if spelled is not None and spelled.j > i + 1:
        told = year_number(cur, i, named=True)
        return Found(i, told[0], Named(year=told[1]), "date.year") if told is not None else None
    return best


def _to_come(cur: Cursor, j: int) -> bool:
    """Whether the words before token j tell of what is to come (ستنظم مسيرة نهاية الأسبوع)."""
    return cur.key(j - 2) == "حتي" or foretells(cur.keys[max(0, j - _LOOK) : j])


def _bare_period(cur: Cursor, j: int, third: int) -> Found | None:
    """مطلع الأسبوع, نهاية العام: of the present one; نهاية الأسبوع the last that has begun."""
    node = cur.word(j, "period")
    if node is None or node.value.name == "day" or cur.word(node.j, "same"):
        return None
    if cur.key(j - 1).endswith("نصف"):
        return None
    offset = 0
    if node.value.name == "week" and third == _END and not _to_come(cur, j):
        published = cur.chart.doc.published
        offset = -1 if published is not None and published.isoweekday() < _FRIDAY else 0
    return Found(j, node.j, Named(offset=offset, unit=node.value.name), "date.period")


PERIODS: Final[dict[str, Piece]] = {
    "this": _this, "period": _period, "month": _month, "gregorian": _month, "hijri": _month,
    "season": _season, "year": _year, "months": _months, "decade": _decade, "century": _century,
}  # fmt: skip
PARTS: Final[dict[str, Piece]] = {"third": _parts, "fraction": _fraction, "unit": _units}
