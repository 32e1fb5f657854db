"""Rivals: how a party stands as a side of an event among all that may be one.

Each mention of a party is weighed by itself first (side_features). What that leaves open is settled
here, once a party: how likely its likeliest mention is, how likely all of them together, and who
else may act and be acted on. A second attacker is seldom of another kind than the first, and whom
soldiers strike is seldom a soldier of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.events import beside
from waqai.events.party import Party, Sort
from waqai.events.rungs import expected, rung, rungs
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Group, Names, grouped
from waqai.events.telling import Draft
from waqai.model.codes import ActorKind, EventType

# Logits are told apart by halves, those of two roles together and of rivals by two thirds.
_FINE: Final = 2.0
_COARSE: Final = 1.5


@mypyc_attr(acyclic=True)
class Mention:
    """A mention of a party, its features, and its logits as the one who acts and who suffers."""

    __slots__ = ("features", "logits", "party", "sentence")

    def __init__(
        self, party: Party, features: Features, logits: tuple[float, float], sentence: int
    ) -> None:
        self.party = party
        self.features = features
        self.logits = logits
        self.sentence = sentence

    def logit(self, role: int) -> float:
        """The logit of a role, by its number."""
        return self.logits[1] if role else self.logits[0]


@mypyc_attr(acyclic=True)
class Candidate:
    """A party with its mentions: the likeliest in each role, and the likeliest of all."""

    __slots__ = ("best", "first", "last", "likeliest", "mentions", "top")

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        acting = suffering = mentions[0]
        for mention in mentions:
            if mention.logits[0] > acting.logits[0]:
                acting = mention
            if mention.logits[1] > suffering.logits[1]:
                suffering = mention
        self.likeliest = (acting, suffering)
        self.best = (acting.logits[0], suffering.logits[1])
        self.top = acting if self.best[0] >= self.best[1] else suffering
        # No naming has words outside these tokens.
        self.first = min([one.party.first for one in mentions])
        self.last = max([one.party.last for one in mentions])

    def most(self, role: int) -> float:
        """The logit of the likeliest mention in a role, by its number."""
        return self.best[1] if role else self.best[0]


def candidates(mentions: Sequence[Mention]) -> list[Candidate]:
    """The mentions by party, in the order in which parties are first named."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        held = found.get(mention.party.key)
        if held is None:
            found[mention.party.key] = [mention]
        else:
            held.append(mention)
    return [Candidate(own) for own in found.values()]


def features(scene: Scene, draft: Draft, one: Candidate, every: Sequence[Candidate]) -> Features:
    """What tells whether a candidate is a side of an event, beside the others."""
    party, event = one.top.party, draft.type
    near, words = beside.features(scene, draft, party)
    groups = [
        *near,
        _both(rung(one.best[0], _COARSE), rung(one.best[1], _COARSE)),
        _named(event, party.kind, party.sort, min(4, len(one.mentions)), min(10, len(every))),
    ]
    others = [other for other in every if other is not one]
    sharing = [other for other in others if _overlap(one, other)]
    for role, best in enumerate(one.best):
        groups += (
            rungs(f"best{role}", rung(best, _FINE, 8)),
            rungs(f"all{role}", rung(expected([m.logit(role) for m in one.mentions]), _FINE, 8)),
            *_beside(role, one, others),
            _over(role, best, sharing),
        )
    return Features(groups, words)


@grouped
def _both(by: int, to: int) -> Names:
    """How likely the two roles are together."""
    return (f"both={by}.{to}",)


@grouped
def _named(event: EventType, kind: ActorKind, sort: Sort, mentions: int, peers: int) -> Names:
    """What is named, how often, among how many."""
    return f"type={event}", f"own={kind}", f"sort={sort}", f"n={mentions}", f"peers={peers}"


def _overlap(one: Candidate, other: Candidate) -> bool:
    """Whether words are of the names of both (الجيش in قائد الجيش)."""
    if one.first >= other.last or other.first >= one.last:
        return False
    return any(
        a.party.first < b.party.last and b.party.first < a.party.last
        for a in one.mentions
        for b in other.mentions
    )


def _over(role: int, best: float, sharing: Sequence[Candidate]) -> Group:
    """How much likelier those are that share words with a candidate."""
    if not sharing:
        return _shared(role, None)
    return _shared(role, rung(max([o.most(role) for o in sharing]) - best, _COARSE))


@grouped
def _shared(role: int, step: int | None) -> Names:
    """Whether a likelier candidate has the same words."""
    return (f"over{role}={step}",)


def _beside(role: int, one: Candidate, others: Sequence[Candidate]) -> tuple[Group, ...]:
    """A candidate beside the likeliest other in a role."""
    if not others:
        return (_alone(role),)
    lead = others[0]
    for other in others:
        if other.most(role) > lead.most(role):
            lead = other
    own, led = one.top, lead.top
    here = f"{own.sentence == led.sentence}.{led.party.first < own.party.first}"
    gap, sure = rung(one.most(role) - lead.most(role), _COARSE), lead.most(role) > 0
    return (
        _led(role, led.party.kind, own.party.kind, sure),
        _led_sort(role, led.party.sort, own.party.sort, sure),
        _led_by(role, here, gap),
    )


@grouped
def _alone(role: int) -> Names:
    """A candidate without any other."""
    return (f"lead{role}=none",)


@grouped
def _led(role: int, kind: ActorKind, own: ActorKind, sure: bool) -> Names:
    """The kinds of the likeliest other in a role and of the candidate."""
    return f"lead{role}={kind}.{own}.{sure}", f"leadkind{role}={kind == own}"


@grouped
def _led_sort(role: int, sort: Sort, own: Sort, sure: bool) -> Names:
    """What sorts of parties the likeliest other in a role and the candidate are."""
    return (f"leadsort{role}={sort}.{own}.{sure}",)


@grouped
def _led_by(role: int, here: str, gap: int) -> Names:
    """Where the likeliest other in a role stands, and how much likelier it is."""
    return f"leadhere{role}={here}", f"gap{role}={gap}"
