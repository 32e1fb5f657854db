"""Comparing two tellings: levels found, a score from the table of weights, and a sentence why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from waqai.lexicon.table import read_table
from waqai.link.face import Face
from waqai.link.level import Comparison, Level
from waqai.link.nearness import is_elsewhere, nearness
from waqai.link.telling import Telling
from waqai.link.words import alike, shared
from waqai.model.codes import EventType

# Two events are tied from this score.
TIED: Final = 4.0
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
# How alike places and days are, for what a kind of event tells.
_WHERE: Final = {
    "place.same": "spot", "place.named": "spot", "place.close": "near", "place.near": "near",
    "place.far": "near", "place.within": "wide", "place.inside": "wide", "place.country": "wide",
    "place.unknown": "somewhere",
}  # fmt: skip
_WHEN: Final = {
    "time.same": "day", "time.likely": "day", "time.next": "days", "time.doubtful": "days",
    "time.within": "period", "time.late": "late",
}  # fmt: skip
# Levels that tell no values are made once.
_STORIES: Final = {step: Level(f"story.{step}") for step in STEPS}
_PASSAGES: Final = {step: Level(f"words.{step}") for step in SHARES}


def compare(a: Telling, b: Telling) -> Comparison | None:
    """The comparison of two tellings, None where they cannot be one incident."""
    return matched(Face(a), Face(b))


def matched(a: Face, b: Face) -> Comparison | None:
    """The comparison of two tellings that are ready for it."""
    time = _time(a, b)
    if time is None:
        return None
    kind = _type(a, b)
    if kind is None:
        return None
    place = nearness(a, b)
    if place is None:
        return None
    found = [kind]
    found += _kinds(a.type, b.type, _WHERE[place.name], _WHEN[time.name])
    found.append(time)
    if time.name == "time.late":
        later = a if a.last > b.last else b
        found.append(Level("late.known" if later.known else "late.news"))
    _days(a, b, found)
    found.append(place)
    _places(a, b, place.name not in _TELLING, found)
    _sides(a, b, found)
    if a.figures and b.figures:
        _figures(a, b, found)
        _harms(a.figures, b.figures, found)
        _harms(b.figures, a.figures, found)
    _rest(a, b, found)
    return Comparison(found)


@cache
def _classes() -> dict[str, tuple[frozenset[str], bool]]:
    rows = read_table("waqai.link", "classes.tsv", ("type", "kinds", "violent"))
    return {row.cells[0]: (frozenset(row.variants(1)), row.cells[2] == "yes") for row in rows}


@cache
def _kinds(one: EventType, other: EventType, where: str, when: str) -> tuple[Level, ...]:
    """What both are called: of what happens seldom there is but one in a province on a day, of
    shellings there are many in a village; a bombing is an attack, a trial is none.
    """
    found = [*_kind(one, where, when)]
    if one != other:
        found += _kind(other, where, when)
        both = min(one, other), max(one, other)
        found.append(Level(f"types.{both[0]}+{both[1]}", both))
    return tuple(found)


def _kind(kind: EventType, where: str, when: str) -> tuple[Level, Level]:
    return Level(f"kind.{kind}.{where}", (kind,)), Level(f"kind.{kind}.{when}", (kind,))


def _type(a: Face, b: Face) -> Level | None:
    akin = _akin(a.type, b.type)
    if akin is not None:
        return akin
    hurt = (is_violent(a.type) or _hurts(a)) and (is_violent(b.type) or _hurts(b))
    return Level("type.unlike", (a.type, b.type)) if hurt else None


@cache
def _akin(one: EventType, other: EventType) -> Level | None:
    """The level of types of which one thing can be told, None for others."""
    if one == other:
        return Level("type.same", (one,))
    return Level("type.akin", (one, other)) if are_akin(one, other) else None


def are_akin(one: EventType, other: EventType) -> bool:
    """Whether two types can be told of one event."""
    return not _classes()[one][0].isdisjoint(_classes()[other][0])


def is_violent(kind: EventType) -> bool:
    """Whether people are hurt by what is called so."""
    return _classes()[kind][1]


def _hurts(told: Face) -> bool:
    """Whether it tells of killed or wounded, whatever it calls what happened."""
    return bool(told.figures.get("killed") or told.figures.get("wounded"))


def _time(a: Face, b: Face) -> Level | None:
    """How the windows lie; an event of an unknown day is tied by its text alone."""
    if not a.dated or not b.dated:
        return Level("time.within", ("an unknown day", "any"))
    values = (a.telling.when, b.telling.when)
    gap = max(a.likely, b.likely) - min(a.last, b.last)
    if gap > 1:
        late = max(a.first, b.first) <= min(a.last, b.last)
        return Level("time.late", values) if late else None
    if a.sure and b.sure:
        return Level("time.same" if gap <= 0 else "time.next", values)
    if max(a.last - a.likely, b.last - b.likely) >= _OCCASION:
        return Level("time.within", values) if gap <= 0 else None
    return Level("time.likely" if gap <= 0 else "time.doubtful", values)


def _days(a: Face, b: Face, found: list[Level]) -> None:
    """Days that no text states; and whether both are told up to one day."""
    if not a.dated or not b.dated:
        return
    if not a.sure and not b.sure:
        found.append(Level("days.inferred"))
    if a.last == b.last:
        found.append(Level("days.until", (date.fromordinal(a.last),)))


def _places(a: Face, b: Face, named: bool, found: list[Level]) -> None:
    """Several places of one event; and towns that both passages name, where it is asked."""
    several = (len(a.spots) > 1) + (len(b.spots) > 1)
    if several:
        found.append(Level("several.one" if several == 1 else "several.both"))
    both = len(a.names & b.names) if named else 0
    if both:
        found.append(Level("names.one" if both == 1 else "names.more", (both,)))


def _sides(a: Face, b: Face, found: list[Level]) -> None:
    if a.to and b.to and _common(a.by, b.to) and _common(a.to, b.by):
        found.append(Level("sides.swapped"))
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
    same = _common(ours, theirs)
    if same:
        return Level(f"{side}.same", (same,))
    if not states.isdisjoint(others):
        return Level(f"{side}.state", (ours[0], theirs[0]))
    return Level(f"{side}.other", (ours[0], theirs[0]))


def _common(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str | None:
    """The first of some sorted names that stands among others."""
    for name in ours:
        if name in theirs:
            return name
    return None


def _figures(a: Face, b: Face, found: list[Level]) -> None:
    """The most telling agreement of the figures, else the worst disagreement."""
    same, unlike = ("", 0), None
    for slot, n in a.figures.items():
        m = b.figures.get(slot)
        if m is None:
            continue
        if n == m and n > 0:
            same = max(same, (slot, n), key=_figure)
        elif unlike is None and max(n, m) > 3 * min(n, m) and abs(n - m) > 4:
            unlike = Level("figure.unlike", (f"{n} {slot}", m))
    slot, n = same
    if n:
        found.append(Level("figure.same" if n >= 3 else "figure.small", (f"{n} {slot}",)))
    elif unlike is not None:
        found.append(unlike)


def _figure(told: tuple[str, int]) -> tuple[int, str]:
    """The greater figure tells more."""
    return told[1], told[0]


def _harms(ours: Mapping[str, int], theirs: Mapping[str, int], found: list[Level]) -> None:
    """Deaths in the one of which the other, which counts the wounded, says nothing."""
    killed, wounded = ours.get("killed"), theirs.get("wounded", 0)
    if killed and wounded > 1 and not theirs.get("killed"):
        found.append(Level("harm.other", (killed, wounded)))


def _rest(a: Face, b: Face, found: list[Level]) -> None:
    """What else speaks for or against."""
    target = _common(a.targets, b.targets)
    if target:
        found.append(Level("target.same", (target,)))
    if a.report != b.report:
        _words(a, b, found)
    if not (a.main and b.main):
        found.append(Level("passing.one" if a.main or b.main else "passing.both"))
    if a.status != b.status:
        found.append(Level("status.other", (a.status, b.status)))
    if a.report == b.report:
        own = any(b.figures.get(slot, n) != n for slot, n in a.figures.items())
        found.append(Level("report.apart" if own else "report.same"))
        if is_elsewhere(a, b):
            found.append(Level("report.elsewhere"))
    elif a.type == b.type and a.main == b.main and _is_copy(a, b):
        found.append(Level("text.copy"))


def _words(a: Face, b: Face, found: list[Level]) -> None:
    """How much is told in the same words: in title and lead of what is main, else the passage; and
    in the passages. No words are shown: they may be names that are withheld.
    """
    if a.story and b.story:
        found.append(_STORIES[_step(STEPS, shared(a.story, b.story))])
    if a.tells and b.tells:
        percent = 100 * shared(a.told, b.told) // min(a.tells, b.tells)
        found.append(_PASSAGES[_step(SHARES, percent)])
    if a.outlet and a.outlet == b.outlet:
        found.append(Level("outlet.same", (a.outlet,)))


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
