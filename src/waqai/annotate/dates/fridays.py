"""Weekdays without their article, which name a day only where a week or a name follows: ثلاثاء
الأسبوع الماضي, جمعة «الوفاء».
"""

from __future__ import annotations

from datetime import date
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.months import is_bare_year
from waqai.annotate.dates.periods import week_at
from waqai.annotate.dates.spec import Named

_FRIDAY: Final = 5
# The Friday of Rage in Egypt, and its name.
_RAGE: Final = "الغضب"
_WHEN: Final = (2011, 1, 28)
# Tokens around a Friday with a name in which a call for it may stand.
_EVE: Final = 12
# Tokens behind جمعة within which a quotation that is its name ends.
_NAME: Final = 4
# Letters of the shortest name with its article.
_SHORTEST: Final = 4


def bare_weekday(cur: Cursor, i: int, node: Node) -> Found | None:
    """ثلاثاء الأسبوع الماضي, a Friday with a name (جمعة «الوفاء»).

    Not for what is also a number or a pronoun (اثنين, أحد).
    """
    rage = _of_rage(cur, i, node) if node.value.value == _FRIDAY else None
    if rage is not None:
        return rage
    week = week_at(cur, node.j)
    named = cur.opens(node.j) or (cur.opens(i - 1) and _closes(cur, node.j)) or _is_called(cur, i)
    if week is None and node.value.value == _FRIDAY and named:
        past = _past_behind(cur, node.j)
        if past is not None:
            made = Named(weekday=_FRIDAY, step=past.value.value)
            return Found(i, past.j, made, "date.weekday", node.skip)
        step = 1 if _is_eve(cur, i) else None
        return Found(i, node.j, Named(weekday=_FRIDAY, step=step), "date.weekday", node.skip)
    if week is None or node.value.value in (1, 7):
        return None
    made = Named(weekday=node.value.value, offset=week[1], unit="week")
    return Found(i, week[0], made, "date.weekday", node.skip)


def _of_rage(cur: Cursor, i: int, node: Node) -> Found | None:
    """The Friday of Rage of 2011 where its year follows or what is told is a trial of it; others
    were called so later.
    """
    name = node.j + cur.opens(node.j)
    if cur.key(name) != _RAGE:
        return None
    end = name + 1 + (cur.key(name + 1) == '"')
    year = cur.key(end) == str(_WHEN[0])
    if not year and beside("trial").isdisjoint(cur.keys[max(0, i - _EVE) : i + _EVE]):
        return None
    published = cur.chart.doc.published
    if published is None or published < date(*_WHEN):
        return None
    made = Named(year=_WHEN[0], month=_WHEN[1], day=_WHEN[2], assumed=not year)
    return Found(i, end + 1 if year else node.j, made, "date.feast", node.skip)


def _past_behind(cur: Cursor, j: int) -> Node | None:
    """What tells which Friday it is, behind its name (جمعة "رد الكرامة" الماضية, جمعة الرحيل
    القادمة).
    """
    if not cur.opens(j):
        return cur.word(j + 1, "step")
    close = next((k for k in range(j + 1, j + _NAME + 1) if cur.key(k) == '"'), None)
    return cur.word(close + 1, "step") if close is not None else None


def _is_called(cur: Cursor, i: int) -> bool:
    """Whether a Friday bears a name without quotation marks (في جمعة الكرامة), not one that is
    remembered of long ago (شهداء جمعة الغضب).
    """
    name = cur.key(i + 1)
    return (
        name.startswith("ال")
        and len(name) > _SHORTEST
        and name not in beside("famous")
        and not cur.roles(i + 1)
        and is_among(beside("friday"), cur.key(i - 1))
        and not is_bare_year(cur, i + 2)
        and beside("trial").isdisjoint(cur.keys[max(0, i - _EVE) : i + _EVE])
    )


def _is_eve(cur: Cursor, i: int) -> bool:
    """Whether a Friday with a name is still to come: a call for it or غدا stands near."""
    published = cur.chart.doc.published
    if published is None or published.isoweekday() >= _FRIDAY:
        return False
    near = range(max(0, i - _EVE), min(len(cur.keys), i + _EVE))
    return any(is_among(beside("eve"), cur.key(k)) for k in near)


def _closes(cur: Cursor, j: int) -> bool:
    """Whether a quotation that names a Friday ends soon («جمعة الوفاء»), not told as its memory."""
    before = (cur.key(j - 3), cur.key(j - 4))
    if any(key.endswith("ذكري") for key in before):
        return False
    return any(cur.key(k) == '"' for k in range(j + 1, j + _NAME))
