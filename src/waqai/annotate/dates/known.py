"""Days known by their date alone (السابع من أكتوبر), and dates that are part of a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

import msgspec

from waqai.annotate.dates.beside import PACKAGE, beside, is_among, is_held, stands_before
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.spec import Named
from waqai.lexicon.table import read_table


class _Known(NamedTuple):
    """The year of a known day, whether what is named for it lasted (it is then of its month), and
    the words that name it (none: any); or that it is a movement's name where no word of time
    stands before it.
    """

    year: int
    lasted: bool
    names: frozenset[str]
    moves: bool


_COLUMNS: Final = ("month", "day", "year", "grain", "names")
# Its remembrance (ذكرى ثورة 25 يناير) comes every year.
_MEMORY: Final = "ذكري"
_TOMORROW: Final = Named(offset=1, unit="day")


@cache
def _known() -> Mapping[tuple[int, int], _Known]:
    rows = read_table(PACKAGE, "known.tsv", _COLUMNS, ("names",))
    return {
        (int(row.cells[0]), int(row.cells[1])): _Known(
            int(row.cells[2]),
            row.cells[3] == "month",
            frozenset(row.variants(4)),
            row.cells[3] == "name",
        )
        for row in rows
    }


def _is_plain(found: Found) -> bool:
    """Whether quotation marks make no name of it: a weekday alone, a feast ("يوم الأرض")."""
    spec = found.spec
    if not isinstance(spec, Named) or found.rule == "date.feast":
        return True
    return found.rule == "date.weekday" and spec == Named(weekday=spec.weekday)


def names_event(cur: Cursor, found: Found) -> bool:
    """Whether a day and month name what happened on them (هجمات 11 سبتمبر), not the news."""
    spec = found.spec
    if not isinstance(spec, Named) or spec.month is None or spec.day is None or spec.year:
        return False
    known = _known().get((spec.month, spec.day))
    return known is not None and is_among(known.names, cur.key(found.i - 1))


def in_figures(cur: Cursor, i: int) -> Found | None:
    """هجمات 11/9, أحداث 9/11: a known day in figures, day or month first, behind its name."""
    if cur.key(i + 1) != "/" or cur.key(i + 3) in ("/", "-"):
        return None
    fields = (cur.key(i), cur.key(i + 2))
    if not all(field.isdigit() and len(field) <= 2 for field in fields):
        return None
    first, second = map(int, fields)
    for month, day in ((second, first), (first, second)):
        known = _known().get((month, day))
        if known is not None and is_among(known.names, cur.key(i - 1)):
            return Found(i, i + 3, Named(month=month, day=day), "date.figures")
    return None


def with_known_year(cur: Cursor, found: Found) -> Found | None:
    """The reading with the year that everybody knows; None where it is part of a name.

    Names hold a day behind a noun (سوق الجمعة, حركة 6 أبريل) or in quotation marks of its own.

    A known day is not meant in a report written before it.
    """
    spec, before = found.spec, cur.key(found.i - 1)
    if not isinstance(spec, Named) or spec.year is not None:
        return found
    if spec.offset is not None:
        named = spec == _TOMORROW and stands_before("holder", before)
        return None if named else found
    if spec.step is not None or (spec.day is None and spec.weekday is None and spec.month is None):
        return found
    known = _known().get((spec.month or 0, spec.day or 0))
    if known is not None and spec.weekday is None and not spec.hijri:
        published = cur.chart.doc.published
        later = published is not None and (published.year, published.month, published.day) >= (
            known.year,
            spec.month,
            spec.day,
        )
        if known.moves:
            bare = found.j == found.i + 2 and not is_among(beside("month"), before)
            return None if later and bare else found
        again = cur.key(found.i - 2).endswith(_MEMORY)
        if again:
            return found
        if later and (not known.names or is_among(known.names, before)):
            day = None if known.lasted else spec.day
            made = msgspec.structs.replace(spec, year=known.year, day=day, assumed=True)
            return found._replace(spec=made)
    if cur.opens(found.i - 1) and cur.key(found.j) == '"' and not _is_plain(found):
        return None
    return None if spec.part is None and is_held(before, cur.key(found.i)) else found
