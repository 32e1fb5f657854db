"""Sway: whether words behind a body or a base tell that an armed group holds it.

الوزارة الخاضعة لسيطرة المتمردين, المعسكر الذي تسيطر عليه الميليشيا, المحكمة، التابعة للمتمردين.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.tails import detached
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart

_WHICH: Final = frozenset(("الذي", "التي", "الذين"))
_COMMAS: Final = frozenset(("،", ","))
_ON: Final = ("عليه", "عليها", "عليهما")


def swayed(chart: Chart, j: int) -> bool:
    """Whether what ends before token j is told to be held by an armed group."""
    keys = chart.doc.keys
    at = _behind_place(chart, j)
    at += keys[at : at + 1] != [] and keys[at] in _COMMAS
    if at + 2 >= len(keys):
        return False
    said = keys[at].removeprefix("ال")
    if said in words("subjected") and keys[at + 1] in words("sway"):
        return _is_armed(chart, at + 2)
    if said in words("owned"):
        return at > j and _is_armed(chart, detached(keys, at + 1), of=True)
    # Behind a place it is the place that they hold.
    if (
        at > j
        or any(chart.until(j, "place"))
        or keys[at] not in _WHICH
        or keys[at + 1] not in words("holds_ground")
    ):
        return False
    return _is_armed(chart, at + 2 + (keys[at + 2] in _ON))


def _behind_place(chart: Chart, j: int) -> int:
    """Token after the place that tells where a body is: (المحكمة) في صنعاء; j without one."""
    keys = chart.doc.keys
    if keys[j : j + 1] == ["في"]:
        return max((p.j for p in chart.at(j + 1, "place") if not p.skip), default=j)
    inside = keys[j : j + 1] != [] and keys[j].startswith("ب")
    return max((p.j for p in chart.at(j, "place") if p.skip and inside), default=j)


def _is_armed(chart: Chart, i: int, *, of: bool = False) -> bool:
    """Whether an armed group is named at token i, `of`: with a preposition on its front."""
    actors = (a for a in chart.at(i, "actor") if bool(a.skip) is of)
    return any(actor.value.kind == "armed_group" for actor in actors)
