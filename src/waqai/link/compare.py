"""Comparing two tellings: levels found, and a score from the table of weights."""

from __future__ import annotations

from typing import Final

from waqai.link.comparison import Comparison, common, figures
from waqai.link.face import Face
from waqai.link.level import Level, total
from waqai.link.nearness import is_elsewhere, nearness
from waqai.link.telling import Telling
from waqai.link.words import alike, shared

# Two events are tied from this score.
TIED: Final = 4.0
# Below every score.
_NONE: Final = -1000.0
# Part of the shingles above which one text is a copy of the other.
COPY: Final = 0.5
# What words of two stories must tell together (words.shared) for each further level.
STEPS: Final = (0, 2, 4, 6, 9, 12, 16, 20, 26, 34)
# Percent of what the words of the shorter passage tell for each further level.
SHARES: Final = (0, 10, 20, 30, 45, 60)
# Days that a window may cover and still speak of one occasion.
_OCCASION: Final = 3
# Levels of place beside which a shared name says nothing new.
_TELLING: Final = ("place.same", "place.close", "place.named")
# The figure from which the same one is no chance.
_LARGE: Final = 3

_STORIES: Final = {step: Level(f"story.{step}") for step in STEPS}
_PASSAGES: Final = {step: Level(f"words.{step}") for step in SHARES}
# The most that the words can speak for two being one.
_MOST_OF_STORIES: Final = max(level.tenths for level in _STORIES.values())
_MOST_OF_PASSAGES: Final = max(level.tenths for level in _PASSAGES.values())
_SAME: Final = Level("time.same")
_LIKELY: Final = Level("time.likely")
_NEXT: Final = Level("time.next")
_DOUBTFUL: Final = Level("time.doubtful")
_WITHIN: Final = Level("time.within")
_LATE: Final = Level("time.late")
_LATE_KNOWN: Final = Level("late.known")
_LATE_NEWS: Final = Level("late.news")
_INFERRED: Final = Level("days.inferred")
_UNTIL: Final = Level("days.until")
_SEVERAL_ONE: Final = Level("several.one")
_SEVERAL_BOTH: Final = Level("several.both")
_NAMES_ONE: Final = Level("names.one")
_NAMES_MORE: Final = Level("names.more")
_SWAPPED: Final = Level("sides.swapped")
_SIDES: Final = {
    side: (Level(f"{side}.same"), Level(f"{side}.state"), Level(f"{side}.other"))
    for side in ("by", "to")
}
_FIGURE_SAME: Final = Level("figure.same")
_FIGURE_SMALL: Final = Level("figure.small")
_FIGURE_UNLIKE: Final = Level("figure.unlike")
_HARM: Final = Level("harm.other")
_TARGET: Final = Level("target.same")
_OUTLET: Final = Level("outlet.same")
_PASSING_ONE: Final = Level("passing.one")
_PASSING_BOTH: Final = Level("passing.both")
_STATUS: Final = Level("status.other")
_REPORT_APART: Final = Level("report.apart")
_REPORT_SAME: Final = Level("report.same")
_ELSEWHERE: Final = Level("report.elsewhere")
_COPIED: Final = Level("text.copy")


def compare(a: Telling, b: Telling) -> Comparison | None:
    """The comparison of two tellings, None where they cannot be one incident."""
    return matched(Face(a), Face(b))


def matched(a: Face, b: Face, least: float = _NONE) -> Comparison | None:
    """The comparison of two tellings that are ready for it, None where they cannot be one incident
    or score less than `least`.
    """
    time = _time(a, b)
    kinds = a.kinds[b.type]
    if time is None or not (kinds.akin or (a.harmful and b.harmful)):
        return None
    place = nearness(a, b)
    if place is None:
        return None
    found = kinds.told(place, time).copy()
    found.append(time)
    _days(a, b, time, found)
    found.append(place)
    _places(a, b, place, found)
    _sides(a, b, found)
    _figures(a, b, found)
    if common(a.targets, b.targets):
        found.append(_TARGET)
    behind: list[Level] = []
    _rest(a, b, behind)
    missing = round(10 * least) - total(found) - total(behind)
    if a.report == b.report:
        return Comparison(a, b, found + behind) if missing <= 0 else None
    words = _words(a, b, missing)
    return None if words is None else Comparison(a, b, found + words + behind)


def _time(a: Face, b: Face) -> Level | None:
    """How the windows lie; an event of an unknown day is tied by its text alone."""
    if not a.dated or not b.dated:
        return _WITHIN
    gap = max(a.likely, b.likely) - min(a.last, b.last)
    if gap > 1:
        return _LATE if max(a.first, b.first) <= min(a.last, b.last) else None
    if a.sure and b.sure:
        return _SAME if gap <= 0 else _NEXT
    if max(a.last - a.likely, b.last - b.likely) >= _OCCASION:
        return _WITHIN if gap <= 0 else None
    return _LIKELY if gap <= 0 else _DOUBTFUL


def _days(a: Face, b: Face, time: Level, found: list[Level]) -> None:
    """Whether late news tells what is known; days that no text states; and whether both are told
    up to one day.
    """
    if time is _LATE:
        later = a if a.last > b.last else b
        found.append(_LATE_KNOWN if later.known else _LATE_NEWS)
    if not a.dated or not b.dated:
        return
    if not a.sure and not b.sure:
        found.append(_INFERRED)
    if a.last == b.last:
        found.append(_UNTIL)


def _places(a: Face, b: Face, place: Level, found: list[Level]) -> None:
    """Several places of one event; and towns that both passages name, where it says more."""
    several = (len(a.spots) > 1) + (len(b.spots) > 1)
    if several:
        found.append(_SEVERAL_ONE if several == 1 else _SEVERAL_BOTH)
    if a.names and b.names and place.name not in _TELLING:
        both = len(a.names & b.names)
        if both:
            found.append(_NAMES_ONE if both == 1 else _NAMES_MORE)


def _sides(a: Face, b: Face, found: list[Level]) -> None:
    if a.to and b.to and common(a.by, b.to) and common(a.to, b.by):
        found.append(_SWAPPED)
        return
    if a.by and b.by:
        found.append(_side("by", a.by, b.by, a.doers, b.doers))
    if a.to and b.to:
        found.append(_side("to", a.to, b.to, a.struck, b.struck))


def _side(
    side: str,
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    states: frozenset[str],
    others: frozenset[str],
) -> Level:
    """The same actor on a side, forces of one state under two names, or another."""
    same, state, other = _SIDES[side]
    if common(ours, theirs):
        return same
    return state if states and not states.isdisjoint(others) else other


def _figures(a: Face, b: Face, found: list[Level]) -> None:
    """The same figure, or one far off; and deaths in the one of which the other, which counts the
    wounded, says nothing.
    """
    slot, n, m = figures(a, b)
    if slot and n == m:
        found.append(_FIGURE_SAME if n >= _LARGE else _FIGURE_SMALL)
    elif slot:
        found.append(_FIGURE_UNLIKE)
    if (a.killed and not b.killed and b.wounded > 1) or (
        b.killed and not a.killed and a.wounded > 1
    ):
        found.append(_HARM)


def _rest(a: Face, b: Face, found: list[Level]) -> None:
    """What else speaks for or against."""
    if not (a.main and b.main):
        found.append(_PASSING_ONE if a.main or b.main else _PASSING_BOTH)
    if a.status != b.status:
        found.append(_STATUS)
    if a.report == b.report:
        own = any(b.figures.get(slot, n) != n for slot, n in a.figures.items())
        found.append(_REPORT_APART if own else _REPORT_SAME)
        if is_elsewhere(a, b):
            found.append(_ELSEWHERE)
    elif a.type == b.type and a.main == b.main and _is_copy(a, b):
        found.append(_COPIED)


def _words(a: Face, b: Face, missing: int) -> list[Level] | None:
    """How much is told in the same words: in title and lead of what is main, else the passage; and
    in the passages. None where that is less than the tenths that are missing.
    """
    outlet = bool(a.outlet) and a.outlet == b.outlet
    if outlet:
        missing -= _OUTLET.tenths
    if missing > _MOST_OF_STORIES + _MOST_OF_PASSAGES:
        return None
    found: list[Level] = []
    if a.tells and b.tells:
        percent = 100 * shared(a.told, b.told) // min(a.tells, b.tells)
        found.append(_PASSAGES[_step(SHARES, percent)])
    missing -= total(found)
    if missing > _MOST_OF_STORIES:
        return None
    if a.story and b.story:
        story = _STORIES[_step(STEPS, shared(a.story, b.story))]
        missing -= story.tenths
        found.insert(0, story)
    if outlet:
        found.append(_OUTLET)
    return found if missing <= 0 else None


def _step(steps: tuple[int, ...], reached: int) -> int:
    """The last of some steps that is reached."""
    last = 0
    for step in steps:
        if step > reached:
            break
        last = step
    return last


def _is_copy(a: Face, b: Face) -> bool:
    """Whether one text is a copy of the other."""
    return alike(a.sketch, b.sketch) >= COPY
