"""Banded: whether several gunmen of whom no group is named are told of as an armed group.

Who they are adjectives tell (مسلحون أكراد), with whom they side or belong (مسلحين موالين لها), and
the article, where nobody spoke of gunmen before (المسلحون في المدينة).
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.rows import Form
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart
from waqai.model.codes import ActorKind

# Words from one side of a fight to gunmen who are the other (بين الجيش ومسلحين).
_BETWEEN: Final = 6
# Words behind gunmen that may tell more of them.
_BEHIND: Final = 2


def banded(chart: Chart, first: int, last: int, skip: int, kind: ActorKind) -> ActorKind:
    """The kind of people who tokens [first, last) name: gunmen who are one group are armed."""
    if kind != "unknown":
        return kind
    keys = chart.doc.keys
    noun = keys[first][skip:]
    known = noun.startswith(("ال", "لل"))
    stem = noun.removeprefix("ال")
    if stem not in words("gunmen_all") and stem not in words("band"):
        return kind
    inside = [key.removeprefix("ال") for key in keys[first + 1 : last]]
    if not words("unknown").isdisjoint(inside):
        return kind
    if stem in words("band") and words("militant").isdisjoint(inside):
        return kind
    if _is_told(chart, first + 1, last, inside, "f" if stem in words("band") else "p"):
        return "armed_group"
    if stem in words("band"):
        return kind
    before = keys[first - 1] if first else ""
    band = before == "من" and keys[first - 2] in words("band")
    alone = before in words("one_of") or band
    told_of = known and not alone and words("gunmen").isdisjoint(keys[:first])
    return "armed_group" if told_of or _is_side(keys, first, skip) else kind


def _is_told(chart: Chart, i: int, j: int, inside: list[str], form: Form) -> bool:
    """Whether tokens [i, j), or those right behind, tell whose or of which people they are.

    `form`: of the adjectives that agree with the noun.
    """
    nations = (n.value.form for k in range(i, j) for n in chart.at(k, "actor.nisba"))
    if form in nations:
        return True
    behind = [key.removeprefix("ال") for key in chart.doc.keys[j : j + _BEHIND]]
    if not words("of_band").isdisjoint(inside + behind[:1]):
        return True
    if behind == ["علي", "صله"]:
        return True
    told = (key[:-2] for key in inside if key not in words("gunmen"))
    return any(key in words("militant") or key in words("creed") for key in told)


def _is_side(keys: list[str], first: int, skip: int) -> bool:
    """Whether gunmen are the second side of a fight: بين الجيش ومسلحين."""
    if not keys[first].startswith("و") or not skip:
        return False
    before = keys[max(0, first - _BETWEEN) : first]
    return "بين" in before and "اشتباكات" in keys[max(0, first - 2 * _BETWEEN) : first]
