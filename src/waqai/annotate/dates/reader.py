"""One pass over a document: pieces of a date that stand together become one reading."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates.alone import ALONE
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.during import during
from waqai.annotate.dates.known import in_figures, names_event, with_known_year
from waqai.annotate.dates.lengths import after, ago, gone, passed, recent
from waqai.annotate.dates.months import is_bare_year
from waqai.annotate.dates.numeric import day_and_month
from waqai.annotate.dates.pieces import piece, run_of
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.restated import restated
from waqai.annotate.dates.spec import Named, Range, joined

_LINKS: Final = frozenset(("في", "من", "عند", "حوالي", "قرابه", "نحو"))
# A Friday with a name of its own (في جمعة الغضب) says no more of a day before it.
_NAMED: Final = ("جمعه", "بجمعه")
_COMMAS: Final = ("،", ",")
_BETWEEN: Final = frozenset((",", "،", "-", "/"))
# What closes what may be opened between two pieces.
_CLOSES: Final = {"(": ")", '"': '"'}
# Letters of the shortest names and the longest prepositions.
_SHORT: Final = 2
_STARTERS: Final = ("ago", "after", "last", "unit", "some", "about")


def read(cur: Cursor) -> list[Found]:
    """All readings of a document in order; they do not overlap."""
    found: list[Found] = []
    done = 0
    for i in _places(cur):
        if i < done:
            continue
        made = expression(cur, i)
        if made is None:
            continue
        done = made.j
        if found:
            found[-1] = _of_same_year(cur, found[-1], made)
        told = with_known_year(cur, made)
        if told is not None:
            found.append(told)
    return found


def _of_same_year(cur: Cursor, found: Found, following: Found) -> Found:
    """The reading with the year that is told for both behind و (10 حزيران و12 تموز 2014)."""
    spec, later = found.spec, following.spec
    if not isinstance(spec, Named) or not isinstance(later, Named) or later.year is None:
        return found
    conj = cur.key(found.j) == "و"
    joins = following.i == found.j + conj and (conj or cur.key(following.i).startswith("و"))
    if not joins or spec.month is None or later.month is None or spec.hijri != later.hijri:
        return found
    if later.assumed or spec.weekday is not None:
        return found
    bare = Named(month=spec.month, day=spec.day, last=spec.last, share=spec.share, hijri=spec.hijri)
    if spec != bare:
        return found
    year = later.year - (spec.month > later.month)
    return found._replace(spec=msgspec.structs.replace(spec, year=year))


def _places(cur: Cursor) -> list[int]:
    """Tokens where a date can begin: words of dates, figures, ranks."""
    figures = [i for i, key in enumerate(cur.keys) if key < ":" and key >= "0"]
    return sorted({*cur.words, *cur.ranks, *cur.numbers, *figures, *(i - 1 for i in figures if i)})


def expression(cur: Cursor, i: int) -> Found | None:
    """The reading that begins at i."""
    head = _length(cur, i)
    if head is not None:
        return head
    head = piece(cur, i, None, first=True)
    if head is None and cur.key(i).isdigit():
        head = in_figures(cur, i)
        if head is None and cur.key(i - 1) in beside("stamp"):
            head = day_and_month(cur, i)
    if head is None:
        head = _years(cur, i)
    if head is None:
        return None
    if isinstance(head.spec, Named):
        head = _chain(cur, head)
        head = _spanned(cur, head)
    if isinstance(head.spec, Named) and head.spec == Named(part=head.spec.part):
        return None
    return head


def _length(cur: Cursor, i: int) -> Found | None:
    """A day told by a length of time."""
    words = cur.roles(i)
    best = None
    if "ago" in words:
        best = ago(cur, i, words["ago"])
    elif "passed" in words:
        best = passed(cur, i, words["passed"])
    elif "after" in words:
        best = after(cur, i, words["after"])
    if best is None and (
        i in cur.numbers or any(role in words for role in _STARTERS) or cur.key(i) == "ال"
    ):
        best = recent(cur, i) or gone(cur, i) or during(cur, i)
    return best


def _years(cur: Cursor, i: int) -> Found | None:
    """A year alone behind a word that calls for one: في 2009, 2011-2014."""
    run = _year_run(cur, i)
    if run is not None or not is_bare_year(cur, i):
        return run
    era = cur.word(i + 1, "era")
    if era is not None:
        return Found(i, era.j, Named(year=int(cur.key(i))), "date.year")
    if cur.key(i - 1) not in beside("year") and not _is_named(cur, i):
        return None
    return Found(i, i + 1, Named(year=int(cur.key(i))), "date.year")


def _is_named(cur: Cursor, i: int) -> bool:
    """Whether what a place went through stands before a year (حرب غزة 2014, هجمات باريس (2015)), or
    the year heads a line of a chronicle (1990 - استقالة).
    """
    if cur.key(i - 1) == "(" and cur.key(i + 1) in (")", "،", ","):
        i -= 1
    place = cur.key(i - 1)
    return place.isalpha() and len(place) > _SHORT and cur.key(i - 2) in beside("went")


def _year_run(cur: Cursor, i: int) -> Found | None:
    """2011-2014, من 1956 إلى 1987."""
    key, other = cur.key(i), cur.key(i + 2)
    if not (len(key) == len(other) == 4 and key.isdigit() and other.isdigit()):
        return None
    joins = "until" in cur.roles(i + 1) or cur.key(i + 1) == "و"
    listed = cur.key(i + 1) == "و" and cur.key(i - 1) in ("خلال", "في", "وفي", "وخلال")
    spelled = (joins and cur.key(i - 1) in ("من", "بين")) or listed
    if not (spelled or cur.key(i + 1) in ("-", "/")) or not 1900 <= int(key) < int(other) < 2100:
        return None
    made = Range(Named(year=int(key)), Named(year=int(other)))
    return Found(i, i + 3, made, "date.years")


def _chain(cur: Cursor, head: Found) -> Found:
    """The head with all pieces after it that say more of the same day."""
    while True:
        nxt = _next(cur, head)
        if nxt is None:
            return head
        head = nxt


def _next(cur: Cursor, head: Found) -> Found | None:
    """The head joined with the piece right behind it."""
    spec = head.spec
    assert isinstance(spec, Named)
    adverb = cur.word(head.j, "partly")
    if adverb is not None and spec.part is None and _is_day(spec):
        made = joined(spec, Named(part=adverb.value.name))
        return head._replace(j=adverb.j, spec=made) if made is not None else None
    j, opened = (head.j, False) if "here" in cur.roles(head.j) else _link(cur, head.j)
    if cur.key(j) in _NAMED:
        return None
    if opened and (found := restated(cur, head, j, _CLOSES[cur.key(head.j)])) is not None:
        return found
    if spec.unit == "week" and j > head.j:
        return None
    if (
        spec.year is not None
        and spec == Named(year=spec.year)
        and (cur.key(j - 1) in _LINKS or j == head.j)
    ):
        # A year has its day behind بتاريخ alone (عام 1999 بتاريخ 15 شباط).
        return None
    other = piece(cur, j, None, first=False)
    if other is None and spec.weekday is not None:
        other = day_and_month(cur, j)
    if other is None or not isinstance(other.spec, Named) or not _may_join(spec, other.spec):
        return None
    if names_event(cur, head):
        return None
    both = _both_calendars(spec, other.spec)
    if both is not None:
        return head._replace(j=other.j, spec=both, rule="date.joined")
    if ALONE in (head.rule, other.rule):
        made = _in_part(spec, other.spec) if head.rule == ALONE else _in_part(other.spec, spec)
    else:
        made = joined(_without_today(spec, other.spec), other.spec)
    if made is None:
        return None
    closed = opened and cur.key(other.j) == _CLOSES[cur.key(head.j)]
    if not closed and cur.key(head.j) == '"':
        return None
    end = other.j + closed
    return head._replace(j=end, spec=made, rule="date.joined")


def _in_part(part: Named, day: Named) -> Named | None:
    """A day with a part that stood alone (عقب صلاة الظهر يوم السبت, الجمعة بعد منتصف الليل)."""
    return joined(day, Named(part=part.part))


def _both_calendars(a: Named, b: Named) -> Named | None:
    """The Gregorian one of two names of the same day, the other Hijri; else None."""
    if a.hijri == b.hijri or resolve(a, None) != resolve(b, None):
        return None
    return b if a.hijri else a


def _without_today(spec: Named, other: Named) -> Named:
    """The first piece without اليوم where the second is a day of the present month (10 الجاري)."""
    if spec.unit == "day" and other.unit == "month" and other.day is not None:
        return msgspec.structs.replace(spec, offset=None, unit=None)
    return spec


def _link(cur: Cursor, j: int) -> tuple[int, bool]:
    """The token after what may stand between two pieces, and whether a bracket was opened."""
    key = cur.key(j)
    opened = key in _CLOSES
    if key in _BETWEEN or opened:
        j += 1
    dated = cur.after(j, "dated")
    if dated > j:
        j = dated + 1 if cur.key(dated) in ("ل", "في", "يوم") else dated
    elif cur.key(j) in _LINKS:
        j += 1
    return j, opened


def _is_day(spec: Named) -> bool:
    return spec.weekday is not None or spec.day is not None or spec.unit == "day"


def _may_join(a: Named, b: Named) -> bool:
    """Whether a piece behind another can speak of the same day."""
    if a.nth is not None or b.nth is not None or a.share is not None or b.share is not None:
        return False
    if a.hour is not None:
        return _is_day(b)
    if a.unit == "week" and a == Named(offset=a.offset, unit="week"):
        return b == Named(weekday=b.weekday, part=b.part)
    if a.year is not None and a == Named(year=a.year) and b.day is not None and b.month is not None:
        return b.year is None and b.offset is None
    if not _is_day(a):
        return False
    if b.hour is not None:
        return True
    if not _is_day(b):
        return False
    if b.offset is not None and b.unit == "day" and a.day is not None:
        return False
    return a.step is None or b.step is None


def _spanned(cur: Cursor, head: Found) -> Found:
    """From the head to another day: من 5 إلى 10 مايو, ليل السبت - الأحد, بين عامي 2003 و2005."""
    first = head.spec
    assert isinstance(first, Named)
    before = cur.key(head.i - 1)
    key = cur.key(head.j)
    opened = before in ("من", "بين", "منذ") or head.rule == "date.days" or key == "وحتي"
    until = _until(cur, head.j, opened)
    slash = key == "/" and first.part == "night"
    if key == "-" or slash or (until is not None and (opened or first.part == "night")):
        j = until.j if until else head.j + 1
    elif key == "و" and _next_year(cur, head):
        made = Range(first, Named(year=int(cur.key(head.j + 1))))
        return head._replace(j=head.j + 2, spec=made, rule="date.years")
    elif before == "بين" and key == "و":
        j = head.j + 1
    elif _follows(cur, head, before):
        j = head.j
    elif (lasted := _lasting(cur, head)) is not None:
        j = lasted
    else:
        return head
    other = piece(cur, j, None, first=True) or _years(cur, j)
    if other is None or not isinstance(other.spec, Named) or cur.word(other.j, "next"):
        return head
    if other.rule == ALONE:
        return head
    other = _last_in_row(cur, _chain(cur, other))
    if not isinstance(other.spec, Named):
        return head
    if not _alike(first, other.spec) and not (
        (until or before == "بين") and _mixed(first, other.spec)
    ):
        return head
    j, spec = run_of(cur, first, other.spec, other.j)
    return head._replace(j=j, spec=spec, rule="date.span")


def _next_year(cur: Cursor, head: Found) -> bool:
    """Whether the year after that of the head stands behind و (خلال عام 2013 و2014)."""
    spec, j = head.spec, head.j + 1
    year = spec.year if isinstance(spec, Named) and spec == Named(year=spec.year) else None
    return year is not None and is_bare_year(cur, j) and int(cur.key(j)) == year + 1


def _until(cur: Cursor, j: int, opened: bool) -> Node | None:
    """The word that leads to the other end, a comma before it set aside (من غد، وحتى مطلع مارس)."""
    word = cur.roles(j).get("until")
    if word is None and opened and cur.key(j) in ("،", ","):
        word = cur.roles(j + 1).get("until")
        return word if cur.key(j + 1).startswith("و") else None
    return word


def _lasting(cur: Cursor, head: Found) -> int | None:
    """The token at which the end stands of what went on from the head's day: مساء الأحد واستمرت حتى
    فجر الاثنين.
    """
    if not isinstance(head.spec, Named) or not _is_day(head.spec):
        return None
    j = head.j + (cur.key(head.j) in _COMMAS)
    j += cur.key(j) in beside("which")
    if not is_among(beside("lasted"), cur.key(j)):
        return None
    j += 1
    until = cur.roles(j).get("until")
    if until is not None:
        return until.j
    words = cur.roles(j)
    return j if cur.key(j).startswith("ل") and words and "nightly" not in words else None


def _mixed(a: Named, b: Named) -> bool:
    """Whether a day and a period, or parts of periods, are the ends of one span."""
    ends = (a, b)
    if any(end.hour is not None or end.nth is not None or end.part is not None for end in ends):
        return False
    return all(_is_day(end) or end.month is not None or end.unit is not None for end in ends)


def _follows(cur: Cursor, head: Found, before: str) -> bool:
    """Whether the other end stands right behind the head (ليل السبت الأحد, بين السبت والأحد)."""
    night = isinstance(head.spec, Named) and head.spec.part == "night"
    if night and cur.word(head.j, "weekday"):
        return True
    if not _conjoined(cur, head.j):
        return False
    if _next_day(cur, head):
        return True
    return before == "بين" or (before == "خلال" and _is_whole(head)) or _dawn_after(cur, head)


def _next_day(cur: Cursor, head: Found) -> bool:
    """Whether the next weekday stands behind a bare one (الثلاثاء والأربعاء)."""
    spec, other = head.spec, cur.roles(head.j).get("weekday")
    if other is None or not isinstance(spec, Named) or spec.part is not None:
        return False
    return spec == Named(weekday=spec.weekday) and other.value.value == (spec.weekday or 0) % 7 + 1


def _last_in_row(cur: Cursor, found: Found) -> Found:
    """The last of weekdays that stand in a row from a day on (الجمعة والسبت والأحد)."""
    while _conjoined(cur, found.j) and _next_day(cur, found):
        spec = Named(weekday=cur.roles(found.j)["weekday"].value.value)
        found = found._replace(j=cur.roles(found.j)["weekday"].j, spec=spec)
    return found


def _is_whole(head: Found) -> bool:
    """Whether the head is a month or year and no part of one."""
    spec = head.spec
    return isinstance(spec, Named) and not _is_day(spec) and spec.share is None


def _dawn_after(cur: Cursor, head: Found) -> bool:
    """Whether the dawn after a night follows (ليل الجمعة وفجر السبت)."""
    spec = head.spec
    part = cur.roles(head.j).get("part")
    if part is None or part.value.name != "dawn" or not isinstance(spec, Named):
        return False
    return spec.part in ("evening", "night")


def _conjoined(cur: Cursor, j: int) -> bool:
    """Whether the word of a date at j bears و."""
    return any(node.reading is not None and node.reading.conj for node in cur.roles(j).values())


def _alike(a: Named, b: Named) -> bool:
    """Whether two readings can be the ends of one span."""
    if _is_day(a) and _is_day(b):
        return a.weekday is None or b.weekday is None or a.weekday != b.weekday or a.step != b.step
    return not _is_day(a) and not _is_day(b) and a.hour is None and b.hour is None
