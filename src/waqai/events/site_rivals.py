"""Site rivals: how a place stands as the site of an event among all that may be it.

Each naming of a place is weighed by itself first (site_features.py). What that leaves open is
settled here, once a place: how likely its likeliest naming is, how likely all of them together, and
which other place is the likeliest: finer or wider, near or far, told beside it or elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.events.extents import apart, may_hold, width
from waqai.events.naming import Naming
from waqai.events.rungs import expected, rung, rungs
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Group, Names, grouped
from waqai.events.telling import Draft
from waqai.model.codes import EventType, PlaceKind, Salience

# Logits are told apart by halves, those of rivals by two thirds, of what holds a place by ones.
_FINE: Final = 2.0
_COARSE: Final = 1.5
_ROUGH: Final = 1.0
# The logit of what is not there.
_NONE: Final = -9.0
# Kilometres (as ranks of extents.py) within which likely others are near, and from which far.
_HERE: Final = ("0", "1")
_THERE: Final = ("3", "4")


@mypyc_attr(acyclic=True)
class Candidate:
    """A place with its namings and the likeliest of them; what tells of it beside the others, and
    the chance that it is the site by that, once it is held against them.
    """

    __slots__ = ("beside", "best", "chance", "namings", "top")

    def __init__(self, namings: Sequence[Naming]) -> None:
        self.namings = namings
        self.top = max(namings, key=lambda one: one.logit)
        self.best = self.top.logit
        self.beside = self.top.features
        self.chance = 0.0


def candidates(namings: Sequence[Naming]) -> list[Candidate]:
    """The namings by place, in the order in which places are first named."""
    found: dict[tuple[str, str], list[Naming]] = {}
    for one in namings:
        value = one.node.value
        found.setdefault((value.name, value.country), []).append(one)
    return [Candidate(own) for own in found.values()]


def features(
    scene: Scene, draft: Draft, one: Candidate, every: Sequence[Candidate], leaning: str
) -> Features:
    """What tells whether a candidate is the site of an event, beside the others.

    `leaning` is what the build of news says of it.
    """
    others = [other for other in every if other is not one]
    kind = one.top.node.value.kind
    groups = [
        rungs("best", rung(one.best, _FINE, 8)),
        rungs("all", rung(expected([naming.logit for naming in one.namings]), _FINE, 8)),
        _called(draft.type, kind, min(4, len(one.namings)), min(10, len(every)), draft.salience),
        _seen(scene, draft, one),
        _leaning(leaning),
        *(_beside(scene, one, others) if others else (_ALONE,)),
    ]
    return Features(groups)


@grouped
def _called(
    event: EventType, kind: PlaceKind, namings: int, peers: int, salience: Salience
) -> Names:
    """What is named, how often, among how many."""
    return (
        f"kind={kind}",
        f"typekind={event}.{kind}",
        f"n={namings}",
        f"peers={peers}",
        f"salience={salience}.{kind}",
    )


@grouped
def _leaning(leaning: str) -> Names:
    """What the build of news says of a place."""
    return (f"leaning={leaning}",)


def _seen(scene: Scene, draft: Draft, one: Candidate) -> Group:
    """Where the report names a candidate."""
    top = one.top
    titled = any(scene.is_title(naming.sentence) for naming in one.namings)
    led = any(naming.sentence == scene.lead for naming in one.namings)
    own, value = any(naming.own for naming in one.namings), top.node.value
    early = value.name in scene.overview.early
    return _stands(top.away, (own, titled, led), early, top.own, draft.salience, value.kind)


@grouped
def _stands(
    far: str,
    seen: tuple[bool, bool, bool],
    early: bool,
    own: bool,
    salience: Salience,
    kind: PlaceKind,
) -> Names:
    """Where the likeliest naming stands, and where any does: the event's sentences, title, lead."""
    where = ".".join(map(str, seen))
    return (
        f"at={own}.{far}",
        f"seen={where}.{salience}",
        f"seenkind={where}.{kind}",
        f"early={early}.{salience}.{own}",
    )


_ALONE: Final = Group(("lead=none",))


def _beside(scene: Scene, one: Candidate, others: Sequence[Candidate]) -> tuple[Group, ...]:
    """A candidate beside the likeliest other, and beside what it holds and what holds it."""
    lead = max(others, key=lambda other: other.best)
    own, led = one.top, lead.top
    value, other = own.node.value, led.node.value
    wide, same = width(value, other), own.sentence == led.sentence
    sure, order = lead.best > 0, led.node.i < own.node.i
    lists = scene.overview.lists
    listed = same and lists.get(own.node.i, own.node) is lists.get(led.node.i, led.node)
    gap = rung(one.best - lead.best, _COARSE)
    return (
        _led(wide, apart(value, other), value.country == other.country, sure, gap),
        _led_kind(value.kind, other.kind, sure),
        _led_here(same, order, wide, sure, listed),
        _led_own(own.own, led.own, sure, wide),
        _held(*_holding(one, others), value.kind),
        _around(*_likely(one, others), value.kind),
        _ranked(min(5, sum(o.best > one.best for o in others)), min(6, len(others)), own.own),
    )


@grouped
def _led(wide: str, apart_: str, country: bool, sure: bool, gap: int) -> Names:
    """How the likeliest other lies to a candidate, and how much likelier it is."""
    return f"gap={gap}", f"gapwide={gap}.{wide}", f"lead={wide}.{apart_}.{country}.{sure}"


@grouped
def _led_kind(kind: PlaceKind, other: PlaceKind, sure: bool) -> Names:
    """The kinds of both."""
    return (f"leadkind={other}.{kind}.{sure}",)


@grouped
def _led_here(same: bool, order: bool, wide: str, sure: bool, listed: bool) -> Names:
    """Whether both stand in a sentence, in which order, in one list."""
    return f"leadhere={same}.{order}.{wide}.{sure}", f"leadlist={listed}.{wide}.{sure}"


@grouped
def _led_own(own: bool, led: bool, sure: bool, wide: str) -> Names:
    """Which of both the event's sentences name."""
    return (f"leadown={own}.{led}.{sure}.{wide}",)


def _holding(one: Candidate, others: Sequence[Candidate]) -> tuple[int, int, int, int]:
    """How likely the likeliest place that a candidate may hold is, and the likeliest that may hold
    it; how many there are of both, 3 at the most.
    """
    value = one.top.node.value
    within = [o.best for o in others if may_hold(value, o.top.node.value)]
    around = [o.best for o in others if may_hold(o.top.node.value, value)]
    return (
        rung(max(within, default=_NONE), _ROUGH),
        rung(max(around, default=_NONE), _ROUGH),
        min(3, len(within)),
        min(3, len(around)),
    )


@grouped
def _held(holds: int, held: int, within: int, around: int, kind: PlaceKind) -> Names:
    """What a place holds and what holds it."""
    return f"holds={holds}.{kind}", f"held={held}.{kind}", f"nested={within}.{around}"


def _likely(one: Candidate, others: Sequence[Candidate]) -> tuple[int, int, int]:
    """How many likely others lie near, and far, and in the event's sentences; 3 at the most."""
    sure = [other for other in others if other.best > 0]
    away = [apart(one.top.node.value, other.top.node.value) for other in sure]
    near, far = sum(step in _HERE for step in away), sum(step in _THERE for step in away)
    return min(3, near), min(3, far), min(3, sum(other.top.own for other in sure))


@grouped
def _around(near: int, far: int, own: int, kind: PlaceKind) -> Names:
    """How many likely others there are."""
    return f"near={near}.{far}.{kind}", f"own={own}.{kind}"


@grouped
def _ranked(likelier: int, others: int, own: bool) -> Names:
    """How many are likelier, of how many."""
    return (f"rank={likelier}.{others}", f"rankown={likelier}.{own}")
