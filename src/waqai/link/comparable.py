"""Comparable: whether two figures can be of the same people of one event, so that they can differ.

Two figures of one incident are mostly of other people, of another attack that is told beside it,
or of days and places together; points learned from pairs that were read tell which are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from waqai.lexicon.table import read_table
from waqai.link.compare import matched
from waqai.link.face import Faces
from waqai.model.incident import Account, People
from waqai.text.fold import fold_key

# How many times the lesser figure the greater may be, for each further step.
_STEPS: Final = (
    (1.1, "same"),
    (1.3, "near"),
    (1.6, "half"),
    (2.2, "twice"),
    (4.0, "few"),
    (10.0, "ten"),
)
# People more up to which figures are close.
_CLOSE: Final = 2
# Days between two publications, for each step.
_DAYS: Final = ((0, "day"), (1, "next"), (3, "days"))
# What of the comparison of two events says whether a figure of the one is of the other.
_TOLD: Final = frozenset(("type", "passing"))
# Kilometres up to which a place is a spot.
_SPOT: Final = 10.0
# What a figure is no total of what happened by.
_NARROW: Final = frozenset(("days", "wide", "part"))
_BASE: Final = "base"


class Figure(NamedTuple):
    """A figure with the account that it begins with."""

    account: Account
    number: int


def are_comparable(one: Figure, other: Figure, people: People, faces: Faces) -> bool:
    """Whether the figures, of which the first was not told later, can be of the same people."""
    table = points()
    found = features(one, other, people, faces)
    return sum(table.get(name, 0) for name in (_BASE, *found)) >= 0


@cache
def points() -> dict[str, int]:
    """Tenths of the points of each feature; one that is not here has none."""
    rows = read_table("waqai.link", "comparable.tsv", ("feature", "points"))
    return {row.cells[0]: round(10 * float(row.cells[1])) for row in rows}


def features(one: Figure, other: Figure, people: People, faces: Faces) -> list[str]:
    """What is found of two figures."""
    return [
        f"people.{people}",
        *_sizes(one.number, other.number),
        *_scopes(*sorted((one, other), key=_number)),
        *_people(one.account, other.account),
        *_voices(one.account, other.account),
        *_days(one, other),
        *_events(one.account, other.account, faces),
    ]


def _number(figure: Figure) -> int:
    return figure.number


def _sizes(one: int, other: int) -> Iterator[str]:
    """How far the figures lie from each other."""
    less, more = sorted((one, other))
    if less == 0:
        yield "times.nobody"
        return
    yield "times." + next((name for most, name in _STEPS if more <= most * less), "many")
    if less == 1:
        yield "one"
    elif more - less <= _CLOSE:
        yield "close"


def _scopes(less: Figure, more: Figure) -> Iterator[str]:
    """What the words around the lesser and the greater figure say of them."""
    ours, theirs = less.account.scope, more.account.scope
    if "days" in ours or "days" in theirs:
        yield (
            "days.both"
            if "days" in ours and "days" in theirs
            else ("days.less" if "days" in ours else "days.more")
        )
    if "part" in ours or "part" in theirs:
        yield "part"
    if "others" in ours or "others" in theirs:
        yield "others"
    if "earlier" in ours:
        yield "earlier"
        if less.account.report == more.account.report:
            yield "earlier.report"
    if "risen" in theirs:
        yield "risen"


def _people(a: Account, b: Account) -> Iterator[str]:
    """Who is counted."""
    if a.who and b.who and _head(a.who) == _head(b.who):
        yield "who.same"
    if a.whom.age or a.whom.sex or b.whom.age or b.whom.sex:
        yield "some"


def _head(who: str) -> str:
    words = fold_key(who).split()
    return words[0].removeprefix("ال") if words else ""


def _voices(a: Account, b: Account) -> Iterator[str]:
    """Whether one report tells both, in how many words of its own; and whether two speakers do of
    one event, neither of some of its people or of more days.
    """
    if a.report != b.report:
        return
    own = (a.speaker_kind == "own_voice") + (b.speaker_kind == "own_voice")
    yield "report.same"
    yield ("report.named", "report.one", "report.own")[own]
    if not own and a.event == b.event and _NARROW.isdisjoint((*a.scope, *b.scope)):
        yield "report.rivals"


def _days(one: Figure, other: Figure) -> Iterator[str]:
    """When they are told."""
    a, b = one.account, other.account
    if a.report == b.report or not a.told or not b.told:
        return
    days = abs((date.fromisoformat(b.told[:10]) - date.fromisoformat(a.told[:10])).days)
    yield "told." + next((name for most, name in _DAYS if days <= most), "late")
    if days and other.number > one.number:
        yield "grown"


def _events(a: Account, b: Account, faces: Faces) -> Iterator[str]:
    """How the events lie to each other of which they are told."""
    if a.event == b.event:
        return
    one, other = faces.of(a.event), faces.of(b.event)
    found = matched(one, other)
    if found is None:
        yield "events.other"
        return
    if one.sure and other.sure and (one.first, one.last) == (other.first, other.last):
        yield "day.same"
    spots = {spot.name for spot in one.spots if spot.radius <= _SPOT}
    if any(spot.name in spots for spot in other.spots if spot.radius <= _SPOT):
        yield "spot.same"
    for level in found.levels:
        if level.name.partition(".")[0] in _TOLD:
            yield level.name
