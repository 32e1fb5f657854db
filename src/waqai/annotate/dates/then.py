"""Words that take up the time told last: آنذاك, حينها, منذ ذلك الحين, خلال الفترة نفسها."""

from __future__ import annotations

from typing import Final

from waqai.annotate.dates.beside import beside
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.told import ANY, DAYS, Echo, Told, first_day, last_day, of_days
from waqai.model.codes import Grain

_LONG: Final = frozenset(("span", "week", "month", "year"))
# What follows makes another time of it (ذلك الوقت الذي, نفس الفترة من العام الماضي).
_OTHER: Final = ("التي", "الذي", "من")


def then(cur: Cursor, i: int, told: Told) -> Echo | None:
    """The time that begins at token i and was told before it, in its sentence or the one before."""
    words = cur.roles(i)
    role = "then" if "then" in words else "sincethen" if "sincethen" in words else "thatspan"
    if role not in words or cur.key(words[role].j) in _OTHER:
        return None
    node = words[role]
    base = told.before(i, _LONG if role == "thatspan" else ANY, 1)
    if base is None or (role == "then" and cur.key(i - 1) in beside("upto")):
        return None
    first, last = first_day(base), last_day(base)
    grain: Grain = "day" if base.grain in DAYS else base.grain
    if role == "sincethen":
        published = cur.chart.doc.published
        if published is None or first >= published:
            return None
        last, grain = published, "span"
    return Echo(i, node.j, *of_days(first, last, grain, base.basis), "date.echo", node.skip)
