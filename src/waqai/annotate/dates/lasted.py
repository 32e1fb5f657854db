"""How long fighting has lasted: بعد أربعة أيام من القتال, بعد ليلة من الاشتباكات."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from waqai.annotate.dates.beside import beside
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.lengths import Length
from waqai.annotate.dates.today import LEAD
from waqai.annotate.dates.told import DAYS, Echo, Told, first_day, of_days
from waqai.model.codes import Basis, Unit

_DAYS_OF: Final[dict[Unit, int]] = {"day": 1, "week": 7}
# The longest length that is told of fighting by its days.
_LONGEST: Final = 60
# أعمال العنف, أعمال الشغب; other works do not last.
_WORKS: Final = "اعمال"
_OF_VIOLENCE: Final = ("العنف", "عنف", "الشغب", "شغب")


def is_battle(cur: Cursor, i: int) -> bool:
    """Whether the word at i is of fighting or protest that goes on for days."""
    if cur.key(i) == _WORKS:
        return cur.key(i + 1) in _OF_VIOLENCE
    return cur.key(i) in beside("battle")


def lasted(cur: Cursor, found: Length, told: Told, skip: int) -> Echo | None:
    """The days up to that of the story, else of publication in the lead, or the night up to it."""
    days = _days(cur, found)
    if days is None:
        return None
    base = told.before(found.i, DAYS, 0) or told.lead(found.i) or told.before(found.i, DAYS, 1)
    published = cur.chart.doc.published
    if base is None and cur.chart.doc.sentence_index(found.i) > LEAD:
        return None
    last = published if base is None else first_day(base)
    if last is None or (published is not None and last > published):
        return None
    basis: Basis = "relative" if base is None else base.basis
    made = of_days(last - timedelta(days=days), last, "span", basis)
    return Echo(found.i, found.j, *made, "date.lasted", skip)


def _days(cur: Cursor, found: Length) -> int | None:
    """Days before the last of a length; None of one that is not told by its days or nights."""
    if found.bare and found.unit == "day":
        return 1 if cur.key(found.j - 1).startswith("ليل") else None
    if found.n is None or found.unit not in _DAYS_OF:
        return None
    days = round(found.n * _DAYS_OF[found.unit])
    return days - 1 if 1 < days <= _LONGEST else None
