"""Time rivals: how a date stands as the day of an event among all that may be it.

Each naming of a date is weighed by itself first (times.py). What that leaves open is settled here,
once a date: how likely its likeliest naming is, how likely all of them together, which other date
is the likeliest, and whether another event of the report is likelier to be of that day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from mypy_extensions import mypyc_attr

from waqai.events.naming import Naming
from waqai.events.rungs import expected, rung, rungs
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Group, Names, grouped
from waqai.events.telling import Draft
from waqai.model.codes import Basis, EventType, Grain, Salience, Status

# Logits are told apart by halves, those of rivals by two thirds, those of other events by ones.
_FINE: Final = 2.0
_COARSE: Final = 1.5
_ROUGH: Final = 1.0
# Drafts that are kept of those that may be of a date: one, and one for that itself.
_TWO: Final = 2
# The logit of what is not there.
_NONE: Final = -9.0
Days = tuple[str | None, str | None]


@mypyc_attr(acyclic=True)
class Candidate:
    """A date with its namings, the likeliest of them, and whether the event's sentences have that
    one; what tells of it beside the others, and the chance that it is the event's by that, once it
    is held against them.
    """

    __slots__ = ("beside", "best", "chance", "days", "namings", "own", "top")

    def __init__(self, days: Days, namings: Sequence[Naming]) -> None:
        self.days = days
        self.namings = namings
        self.top = max(namings, key=lambda one: one.logit)
        self.best = self.top.logit
        self.own = self.top.own
        self.beside = self.top.features
        self.chance = 0.0


def candidates(namings: Sequence[Naming]) -> list[Candidate]:
    """The namings by date, in the order in which dates are first named."""
    found: dict[Days, list[Naming]] = {}
    for one in namings:
        value = one.node.value
        days = value.start and value.start[:10], value.end and value.end[:10]
        found.setdefault(days, []).append(one)
    return [Candidate(days, own) for days, own in found.items()]


class Held(NamedTuple):
    """The likeliest other draft of a date, `by` its salience; `others`: whether others have any."""

    logit: float
    by: str
    others: bool


NOBODY: Final = Held(_NONE, "none", False)


class Holders:
    """Which drafts may be of each date: the two likeliest, so that each draft has another."""

    def __init__(self, drafts: Sequence[Draft], told: Sequence[Sequence[Candidate]]) -> None:
        self._drafts = drafts
        self._likeliest: dict[Days, list[tuple[float, int]]] = {}
        self._dated = [
            order for order, own in enumerate(told) if any(one.best > _NONE for one in own)
        ]
        for order, own in enumerate(told):
            for one in own:
                held = self._likeliest.setdefault(one.days, [])
                held.append((-one.best, order))
                held.sort()
                del held[_TWO:]

    def beside(self, order: int, days: Days) -> Held:
        """The likeliest draft of a date beside the one of that order."""
        others = self._dated not in ([], [order])
        for logit, other in self._likeliest.get(days, ()):
            if other != order and -logit > _NONE:
                return Held(-logit, self._drafts[other].salience, others)
        return Held(_NONE, "none", others)


def features(
    scene: Scene, draft: Draft, one: Candidate, every: Sequence[Candidate], held: Held
) -> Features:
    """What tells whether a candidate is the day of an event, beside the others."""
    value, age, salience = one.top.node.value, one.top.away, draft.salience
    rivals = [other for other in every if other is not one]
    titled = any(scene.is_title(naming.sentence) for naming in one.namings)
    led = any(naming.sentence == scene.lead for naming in one.namings)
    groups = [
        rungs("best", rung(one.best, _FINE, 8)),
        rungs("all", rung(expected([naming.logit for naming in one.namings]), _FINE, 8)),
        _called(value.grain, value.basis, age, one.own, salience),
        _typed(draft.type, draft.status, age, one.own),
        _seen((one.own, titled, led), age, salience, bool(rivals)),
        _told(min(4, len(draft.tellings)), one.own, led),
        _named(min(4, len(one.namings)), min(6, len(every)), salience),
        _taken(rung(held.logit, _ROUGH), held.by, one.own, held.others),
        *(_beside(one, rivals, salience) if rivals else (_alone(salience, one.own),)),
    ]
    return Features(groups)


@grouped
def _called(grain: Grain, basis: Basis, age: str, own: bool, salience: Salience) -> Names:
    """How a date is named."""
    return f"grain={grain}.{age}", f"basis={basis}.{own}.{salience}", f"age={age}.{salience}.{own}"


@grouped
def _typed(event: EventType, status: Status, age: str, own: bool) -> Names:
    """A date of an age for an event of a type."""
    return f"type={event}.{age}", f"typeown={event}.{own}", f"status={status}.{age}"


@grouped
def _seen(where: tuple[bool, bool, bool], age: str, salience: Salience, rivals: bool) -> Names:
    """Where any naming stands: the event's sentences, title, lead."""
    places = ".".join(map(str, where))
    return f"seen={places}.{salience}", f"led={age}.{where[2]}.{salience}.{rivals}"


@grouped
def _told(tellings: int, own: bool, led: bool) -> Names:
    """In how many passages the event is told."""
    return (f"tellings={tellings}.{own}.{led}",)


@grouped
def _named(namings: int, peers: int, salience: Salience) -> Names:
    """How often a date is named, among how many."""
    return f"n={namings}.{salience}", f"peers={peers}.{salience}"


@grouped
def _taken(step: int, by: str, own: bool, others: bool) -> Names:
    """How likely another event is of that day."""
    return f"taken={step}.{by}", f"takenown={step}.{own}.{others}"


@grouped
def _alone(salience: Salience, own: bool) -> Names:
    """A date without any other."""
    return (f"alone={salience}.{own}",)


def _beside(one: Candidate, rivals: Sequence[Candidate], salience: Salience) -> tuple[Group, ...]:
    """A date beside the likeliest other."""
    lead = max(rivals, key=lambda other: other.best)
    own, led = one.top, lead.top
    lies, sure = _lies(one.days, lead.days), lead.best > 0
    same = own.sentence == led.sentence
    likelier = min(3, sum(other.best > one.best for other in rivals))
    return (
        _led(rung(one.best - lead.best, _COARSE), lies, sure, salience),
        _led_age(own.away, led.away, sure),
        _led_own(one.own, lead.own, sure, lies),
        _led_grain(own.node.value.grain, led.node.value.grain, lies),
        _led_here(same, own.node.i < led.node.i, sure),
        _ranked(likelier, one.own),
    )


def _lies(one: Days, other: Days) -> str:
    """How a date lies to another: in it, around it, before or after it, across it."""
    start, end = one
    first, last = other
    if not start or not end or not first or not last:
        return "unknown"
    if start >= first and end <= last:
        return "in"
    if first >= start and last <= end:
        return "around"
    return "before" if end < first else "after" if start > last else "across"


@grouped
def _led(gap: int, lies: str, sure: bool, salience: Salience) -> Names:
    """How much likelier the likeliest other is, and how it lies."""
    return f"gap={gap}", f"gaplies={gap}.{lies}", f"lead={lies}.{sure}.{salience}"


@grouped
def _led_age(age: str, other: str, sure: bool) -> Names:
    """How long before publication both lie."""
    return (f"leadage={age}.{other}.{sure}",)


@grouped
def _led_own(own: bool, led: bool, sure: bool, lies: str) -> Names:
    """Which of both the event's sentences name."""
    return (f"leadown={own}.{led}.{sure}.{lies}",)


@grouped
def _led_grain(grain: Grain, other: Grain, lies: str) -> Names:
    """How precise both are."""
    return (f"leadgrain={grain}.{other}.{lies}",)


@grouped
def _led_here(same: bool, order: bool, sure: bool) -> Names:
    """Whether both stand in a sentence, and in which order."""
    return (f"leadhere={same}.{order}.{sure}",)


@grouped
def _ranked(likelier: int, own: bool) -> Names:
    """How many are likelier."""
    return (f"rank={likelier}.{own}",)
