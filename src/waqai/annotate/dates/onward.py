"""Days counted from a date told before: بعد ذلك بيومين, بعد يومين, غداة هجوم, بعد أسبوع من هجوم."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.calendar import month_of, months_on
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.distance import HOURS, ago
from waqai.annotate.dates.feasts import FEAST
from waqai.annotate.dates.jubilees import FROM, anniversary, jubilee
from waqai.annotate.dates.lasted import is_battle, lasted
from waqai.annotate.dates.lengths import Length, ahead, length
from waqai.annotate.dates.spec import Ago
from waqai.annotate.dates.today import LEAD
from waqai.annotate.dates.told import ANY, DAYS, MONTHS, Echo, Told, first_day, of_days
from waqai.model.codes import Unit
from waqai.model.values import DateValue

_YEAR: Final = 366
# Dates from which no days can be counted.
_VAGUE: Final = ("month", "year")
_DAY: Final = timedelta(days=1)
# Several days or weeks reach at least so far.
_SOME: Final[dict[Unit, timedelta]] = {"day": 2 * _DAY, "week": 14 * _DAY}
# Tokens before a length from something that may tell that the news is meant.
_LOOK: Final = 10
# Days before publication on which news happened.
_FRESH: Final = range(8)
# Units by which the news is told to follow on something, no day being told.
_FRESHLY: Final[tuple[Unit, ...]] = ("day", "week", "month")
# Behind a length: so long after the time that was set (بعد 35 دقيقة عن موعدها).
_OF_DUE: Final = ("عن",)
# Letters of the article and of the shortest noun that bears it.
_SHORT: Final = 3
# What a noun ends in whose own event was told of before (من مقتلها, من اعتقاله).
_PRONOUNS: Final = ("ها", "هم", "هما", "اله", "تله")
# بين عشية وضحاها: overnight, of no day.
_OVERNIGHT: Final = "وضحاها"
# Tokens behind what is named within which its own day can stand, and what divides them.
_REACH: Final = 12
_STOPS: Final = frozenset(("،", ",", "؛", ":", "و", "إن", "ان"))


def onward(cur: Cursor, i: int, told: Told) -> Echo | None:
    """The day that begins at token i, None where none is counted from a date told before."""
    words = cur.roles(i)
    if "jubilee" in words:
        return jubilee(cur, i, told)
    if "morrow" in words or "part" in words:
        return _next_to(cur, i, told)
    if "after" in words or "ago" in words:
        return _after(cur, i, told, 1 if "after" in words else -1)
    sign = _sign(cur, i)
    return _by(cur, i, told, sign) if sign else None


def _next_to(cur: Cursor, i: int, told: Told) -> Echo | None:
    """غداة هجوم, عشية الانتخابات: the day before or after that of the story."""
    words = cur.roles(i)
    node = words.get("morrow") or words["part"]
    j = node.j
    eve = "morrow" not in words
    if (eve and cur.key(i)[node.skip :] != "عشيه") or not cur.key(j).isalpha():
        return None
    named = "jubilee" in cur.roles(j)
    if eve and (before := _before_feast(i, j, told, node.skip)) is not None:
        return before
    if (
        (cur.roles(j) and not named)
        or j in cur.numbers
        or cur.key(j) in beside("from")
        or cur.key(j) == _OVERNIGHT
    ):
        return None
    again = anniversary(cur, j) if named else None
    if again is not None:
        day = again - _DAY if eve else again + _DAY
        return Echo(i, j, *of_days(day, day, "day", "relative"), FROM, node.skip)
    found = Length(i, j, 1, "day")
    dated = _beside_named(cur, found, j, told, -1 if eve else 1, node.skip)
    return dated or _from_story(cur, found, told, 1 if eve else -1, node.skip)


def _before_feast(i: int, j: int, told: Told, skip: int) -> Echo | None:
    """عشية عيد الفطر, عشية احتفالات رأس السنة: the day before that of the feast behind it."""
    node = told.first_behind(j)
    if node is None or node.rule != FEAST or not j <= node.i <= j + 1:
        return None
    if node.value.start is None:
        return None
    day = first_day(node.value) - _DAY
    return Echo(i, j, *of_days(day, day, "day", node.value.basis), FROM, skip)


def _beside_named(
    cur: Cursor, found: Length, j: int, told: Told, sign: int, skip: int
) -> Echo | None:
    """The day so far from what is named at j where its own day stands behind it (غداة هجوم وقع في
    6 مايو) and no other before it in the sentence.
    """
    base = told.behind(j, DAYS, _REACH)
    if base is None or found.n is None or told.before(found.i, ANY, 0) is not None:
        return None
    node = told.first_behind(j)
    if node is None or _is_parted(cur, j, node.i):
        return None
    published = cur.chart.doc.published
    day = first_day(base)
    if published is not None and any("jubilee" in cur.roles(k) for k in range(j, node.i)):
        # Of what is remembered this year (عشية الاحتفال بالذكرى الثانية لثورة 17 فبراير 2011).
        day = months_on(day, 12 * (published.year - day.year))
    days = ago(Ago(found.n, found.unit, sign), day)
    if days is None or (published is not None and days.first > published):
        return None
    return Echo(found.i, j, *of_days(days.first, days.last, days.grain, base.basis), FROM, skip)


def _is_parted(cur: Cursor, j: int, end: int) -> bool:
    """Whether the day before token `end` is of something else than what is named at j; a comma
    before الذي parts nothing (من الهجوم، الذي وقع في 6 مايو).
    """
    return any(
        cur.key(k) in _STOPS and not (cur.key(k) == "،" and cur.key(k + 1) in beside("which"))
        for k in range(j, end)
    )


def _of_old(cur: Cursor, found: Length, j: int, told: Told, sign: int, skip: int) -> Echo | None:
    """The day so far from what was told of in the sentence before, not of these days (أصيب في 6
    مايو. وتوفي بعد يومين من الهجوم).
    """
    published = cur.chart.doc.published
    base = told.before(found.i, DAYS, 1)
    its_own = sign < 0 and cur.key(j).endswith(_PRONOUNS)
    if base is None or published is None or found.n is None:
        return None
    if not its_own and not _is_known(cur, j):
        return None
    day = first_day(base)
    if (published - day).days in _FRESH or told.before(found.i, ANY, 0) is not None:
        return None
    days = ago(Ago(found.n, found.unit, sign), day)
    if days is None or not day <= published or days.first > published:
        return None
    return Echo(found.i, j, *of_days(days.first, days.last, days.grain, base.basis), FROM, skip)


def _sign(cur: Cursor, i: int) -> int:
    """1 where بعدها or بعد ذلك ends before token i, -1 for قبلها, 0 for neither."""
    key = cur.key(i - 1)
    if key == "ذلك":
        key = cur.key(i - 2)
    if is_among(beside("later"), key):
        return 1
    return -1 if is_among(beside("earlier"), key) else 0


def _by(cur: Cursor, i: int, told: Told, sign: int) -> Echo | None:
    """بعد ذلك بيومين, قبلها بثلاثة أشهر."""
    key = cur.key(i)
    if not key.startswith("ب"):
        return None
    found = _led(cur, i)
    start = i - 2 if cur.key(i - 1) == "ذلك" else i - 1
    if found is None:
        return None
    return _counted(cur, found, start, told, sign, _conjoined(cur.key(start)), reach=2)


def _conjoined(key: str) -> int:
    """Letters of a conjunction on a word for before or after."""
    return int(key[:1] in ("و", "ف"))


def _led(cur: Cursor, i: int) -> Length | None:
    """A length whose first word bears ب."""
    unit = cur.roles(i).get("unit")
    if unit is not None and unit.skip == 1:
        return length(cur, i)
    number = cur.numbers.get(i)
    if number is None or number.skip != 1 or number.value.low != number.value.high:
        return None
    unit = cur.word(number.j, "unit")
    if unit is None or number.value.low is None or unit.value.value not in (1, 10):
        return None
    return Length(i, unit.j, number.value.low * unit.value.value, unit.value.name)


def _after(cur: Cursor, i: int, told: Told, sign: int) -> Echo | None:
    """بعد يومين in a story; قبل ساعات من and بعد ساعات من whatever follows: the same day."""
    if sign > 0 and cur.key(i - 1) in beside("far"):
        return None
    words = cur.roles(i)
    word = words["after" if sign > 0 else "ago"]
    found = length(cur, word.j)
    if found is None or found.skip:
        return None
    after = found.j + (cur.key(found.j) in beside("only"))
    if cur.key(after) == "،" and cur.key(after + 1) in beside("from") and _comes(cur, i):
        after += 1
    from_there = cur.key(after) in beside("from") or cur.key(after) == "علي"
    if from_there and cur.key(after + 1) == "ذلك":
        return _counted(cur, found._replace(j=after + 2), i, told, sign, word.skip)
    if sign > 0 and cur.key(after) == "من" and is_battle(cur, after + 1):
        return lasted(cur, found._replace(i=i), told, word.skip)
    if from_there and cur.key(after + 1) in beside("lasting"):
        return None
    if from_there and found.unit not in HOURS and cur.key(after) == "من":
        dated = _beside_named(cur, found._replace(i=i), after + 1, told, sign, word.skip)
        dated = dated or _of_old(cur, found._replace(i=i), after + 1, told, sign, word.skip)
        if dated is not None:
            return dated._replace(j=found.j)
    if from_there and (sign > 0 or found.unit in HOURS):
        # Without a day told there is nothing to count from: that of publication is no guess for it.
        known = _is_known(cur, after + 1)
        if sign > 0 and _comes(cur, i):
            indefinite = found.n is None and found.unit not in HOURS
            if known and indefinite and cur.key(after) == "من":
                return None
            return _before_news(cur, found._replace(i=i), told, word.skip)
        period = told.ending(i)
        if sign > 0 and period is not None and period.value.grain in _VAGUE:
            return _from_period(found._replace(i=i), period.value, word.skip)
        reach = 0 if known and found.unit not in HOURS else 1
        far = known and found.unit not in HOURS
        if told.before(i, DAYS, reach) is None and (far or told.lead(i) is None):
            fresh = not known and sign > 0 and found.unit in _FRESHLY and not told.any_before(i)
            if not (fresh and _is_news(cur, i)) and not _in_years(cur, found, i, told):
                return None
        if found.unit in HOURS:
            return _from_story(cur, found._replace(i=i, n=0), told, -1, word.skip)
        return _from_story(cur, found._replace(i=i), told, -1, word.skip)
    if from_there or sign < 0 or ahead(cur, word.j) is None:
        return None
    if cur.key(found.j) in _OF_DUE or (found.bare and found.unit not in HOURS):
        return None
    return _counted(cur, found, i, told, sign, word.skip)


def _from_period(found: Length, base: DateValue, skip: int) -> Echo | None:
    """What was so many months or years before a month that stands right before it (في ديسمبر بعد
    شهرين من الإفراج عنه); shorter lengths lead to no day.
    """
    if base.start is None or found.n is None or not _counts(found.unit, base.grain):
        return None
    days = ago(Ago(found.n, found.unit, -1), first_day(base))
    if days is None:
        return None
    made = of_days(days.first, days.last, days.grain, base.basis)
    return Echo(found.i, found.j, *made, FROM, skip)


def _counts(unit: Unit, grain: str) -> bool:
    """Whether a date so vague can be counted from by such units."""
    return unit == "year" or (unit == "month" and grain == "month")


def _in_years(cur: Cursor, found: Length, i: int, told: Told) -> bool:
    """Whether years are counted from the news back to what everybody knows (بعد سبعة أعوام من
    الانتفاضة), no other year being told beside it.
    """
    published = cur.chart.doc.published
    if found.unit != "year" or found.n is None or published is None:
        return False
    beside_it = told.before(i, ANY, 1)
    return beside_it is None or first_day(beside_it).year == published.year


def _comes(cur: Cursor, i: int) -> bool:
    """Whether يأتي or جاء before token i tells of the news (وتأتي هذه الغارة بعد أسبوع من أخرى)."""
    doc = cur.chart.doc
    first = max(doc.sentences[doc.sentence_index(i)].first, i - _LOOK)
    return any(is_among(beside("coming"), key) for key in cur.keys[first:i])


def _before_news(cur: Cursor, found: Length, told: Told, skip: int) -> Echo | None:
    """What was so long before the news; of weeks and an indefinite number counted as `Ago`."""
    base = told.before(found.i, DAYS, 1) or told.lead(found.i)
    published = cur.chart.doc.published
    if published is None:
        return None
    day = first_day(base) if base is not None else published
    if found.unit in HOURS:
        return _from_story(cur, found._replace(n=0), told, -1, skip)
    spec = Ago(found.n, found.unit, -1)
    days = ago(spec, day)
    if found.unit == "year" or days is None or (published - day).days not in _FRESH:
        return _from_story(cur, found, told, -1, skip)
    basis = base.basis if base is not None else "relative"
    value = DateValue(days.first.isoformat(), days.last.isoformat(), days.grain, basis)
    return Echo(found.i, found.j, spec, value, FROM, skip)


def _is_news(cur: Cursor, i: int) -> bool:
    """Whether what is so long after something is the news itself: in the lead, or يأتي ذلك stands
    before it.
    """
    doc = cur.chart.doc
    k = doc.sentence_index(i)
    before = cur.keys[doc.sentences[k].first : i]
    return k <= LEAD or any(is_among(beside("comes"), key) for key in before)


def _from_story(cur: Cursor, found: Length, told: Told, sign: int, skip: int) -> Echo | None:
    """The day of what is named behind a length from it: so far from the day of the story.

    That is the day told last, in the same sentence or the one before, else that of the lead or of
    publication.
    """
    base = told.before(found.i, DAYS, 1) or told.lead(found.i)
    published = cur.chart.doc.published
    if base is None and found.unit in ("minute", "second"):
        return None
    if base is not None and found.unit == "year" and _is_old(base, published):
        base = None
    if base is not None and published is not None and first_day(base) > published:
        base = None
    day = first_day(base) if base is not None else published
    days = ago(Ago(found.n, found.unit, sign), day) if day is not None else None
    if days is None or cur.word(found.j + 1, "today") or cur.word(found.j, "now"):
        return None
    basis = base.basis if base is not None else "relative"
    spec, value = of_days(days.first, days.last, days.grain, basis)
    return Echo(found.i, found.j, spec, value, FROM, skip)


def _is_old(value: DateValue, published: date | None) -> bool:
    """Whether a day lies more than a year before publication: it is then of what is named."""
    return published is not None and (published - first_day(value)).days > _YEAR


def _is_known(cur: Cursor, i: int) -> bool:
    """Whether what is named at i was told of before (بعد شهر من الهجوم)."""
    return cur.key(i).startswith("ال") and len(cur.key(i)) > _SHORT


def _counted(
    cur: Cursor, found: Length, i: int, told: Told, sign: int, skip: int, reach: int = 1
) -> Echo | None:
    """The day so far from the date told last before token i, not after publication."""
    grains = {"month": MONTHS, "year": ANY}.get(found.unit, DAYS)
    base = told.before(i, grains, reach)
    if base is None and found.unit in HOURS:
        # Hours after what the report tells of, of whose day no other was told since.
        base = told.lead(i)
    if base is None:
        return None
    if found.n is None and found.unit not in HOURS:
        return _some_days(cur, found, i, base, sign, skip)
    days = ago(Ago(found.n or 0, found.unit, sign), first_day(base))
    published = cur.chart.doc.published
    if days is None or (published is not None and days.first > published):
        return None
    made = of_days(days.first, days.last, days.grain, base.basis)
    return Echo(i, found.j, *made, "date.onward", skip)


def _some_days(
    cur: Cursor, found: Length, i: int, base: DateValue, sign: int, skip: int
) -> Echo | None:
    """Several days or weeks from a day told: the month in which a few of them lie."""
    few = _SOME.get(found.unit)
    near = first_day(base) + sign * few if few is not None else None
    month = month_of(near.year, near.month) if near is not None else None
    published = cur.chart.doc.published
    if month is None or (published is not None and month[0] > published):
        return None
    made = of_days(*month, "month", base.basis)
    return Echo(i, found.j, *made, "date.onward", skip)
