"""Beside: the words between a party and what tells the event, and who stands around it.

These are asked only of parties that may be sides (rivals.py): there are few of them, so that rarer
and wordier features cost little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from waqai.annotate.triggers.sense import Sense
from waqai.events.party import Party
from waqai.events.relation import relation
from waqai.events.scene import Scene
from waqai.events.scorer import Group, Names, Worded, grouped
from waqai.events.telling import Draft, is_definite, sense
from waqai.events.words import preposition, word_after, word_before
from waqai.model.codes import ActorKind, EventType, Status

# Tokens of a phrase between a party and a trigger that is taken whole, and of one taken by words.
_WHOLE: Final = 4
_BAG: Final = 12
# Distances beyond this are one.
_NEAR: Final = 3
_BY: Final = 2
# Tokens between two parties that may join them.
_JOINING: Final = 3
_SIDES: Final = ("before", "after")
# By the side on which a party stands.
_BEHIND: Final = {side: Worded("behind=", f".{side}") for side in _SIDES}
_TRIGGERED: Final = {side: Worded("triggered=", f".{side}") for side in _SIDES}
_FOLLOWED: Final = {side: Worded("followed=", f".{side}") for side in _SIDES}
_BETWEEN: Final = {side: Worded("bag=", f".{side}") for side in _SIDES}


def features(scene: Scene, draft: Draft, party: Party) -> tuple[list[Group], list[str]]:
    """What the words about a party tell of its part in an event: groups, and words one by one."""
    found = relation(scene, draft, party.first, party.last)
    head, event = party.head(scene.doc), draft.type
    name = party.id or head
    if found.trigger is None:
        return [_away(event, found.far, party.kind)], [f"awayname={name}.{event}"]
    keys, trigger, side = scene.keys, found.trigger, found.side
    said, kind = sense(trigger), party.kind
    lemma, prep = said.lemma, preposition(keys, party.first, party.skip)
    before = word_before(keys, party.first)
    first, last = (trigger.j, party.first) if side == "after" else (party.last, trigger.i)
    between = keys[first:last]
    groups = [
        _typed(event, draft.status, kind, side, said.slot, prep, min(_BY, found.gap)),
        _defined(is_definite(trigger), said.pos, side, prep),
        *_around(scene, party, side, said),
        _BEHIND[side].of(word_after(keys, party.last)),
        _TRIGGERED[side].of(word_before(keys, trigger.i)),
        _FOLLOWED[side].of(word_after(keys, trigger.j)),
    ]
    bag = _BETWEEN[side]
    groups += [bag.of(word) for word in dict.fromkeys(between[:_BAG])]
    loose = [
        f"lemma={lemma}.{side}.{min(_NEAR, found.gap)}",
        f"kind={lemma}.{kind}.{side}",
        f"prep={lemma}.{prep}.{side}",
        f"name={name}.{side}.{event}",
        f"namelemma={name}.{lemma}",
        f"head={head}.{lemma}",
        f"word={before}.{side}.{said.frame}",
        f"wordlemma={before}.{lemma}",
        *_phrase(between, said, side),
    ]
    return groups, loose


def _phrase(between: Sequence[str], said: Sense, side: str) -> Iterator[str]:
    """A short phrase between party and trigger, whole."""
    if len(between) <= _WHOLE:
        words = " ".join(between)
        yield f"phrase={words}.{side}"
        yield f"phraseform={words}.{side}.{said.pos}.{said.voice}.{said.slot}"


def _around(scene: Scene, party: Party, side: str, said: Sense) -> tuple[Group, Group]:
    """The parties right before and behind one in its sentence, and the words that join them."""
    own = scene.parties_in[scene.sentence(party.first)]
    at = next(k for k, other in enumerate(own) if other is party)
    before = own[at - 1] if at else None
    behind = own[at + 1] if at + 1 < len(own) else None
    joined = "-"
    if before and 0 <= party.first - before.last <= _JOINING:
        joined = " ".join(scene.keys[before.last : party.first])
    kinds = before.kind if before else None, behind.kind if behind else None
    opens = party.first - scene.doc.sentences[scene.sentence(party.first)].first < _BY
    return _between(kinds, party.kind, side, said.slot), _joined(joined, opens, side, said.pos)


@grouped
def _away(event: EventType, far: str, kind: ActorKind) -> Names:
    """A party of a sentence that tells nothing of the event."""
    return (f"awaykind={event}.{far}.{kind}",)


@grouped
def _typed(
    event: EventType,
    status: Status,
    kind: ActorKind,
    side: str,
    slot: str | None,
    prep: str,
    gap: int,
) -> Names:
    """Which event, beside which stands what sort of party."""
    return (
        f"typekind={event}.{kind}.{side}.{slot}",
        f"typeprep={event}.{kind}.{side}.{prep}.{gap}",
        f"status={status}.{side}.{kind}",
    )


@grouped
def _defined(definite: bool, pos: str, side: str, prep: str) -> Names:
    """Whether the word that tells bears the article."""
    return (f"definite={definite}.{pos}.{side}.{prep}",)


@grouped
def _between(
    kinds: tuple[ActorKind | None, ActorKind | None], kind: ActorKind, side: str, slot: str | None
) -> Names:
    """The kinds of the parties right before and behind."""
    return f"before={kinds[0]}.{kind}.{side}.{slot}", f"behindkind={kinds[1]}.{kind}.{side}.{slot}"


@grouped
def _joined(words: str, opens: bool, side: str, pos: str) -> Names:
    """The words that join a party to the one before; whether it opens its sentence."""
    return f"joined={words}.{side}", f"opens={opens}.{side}.{pos}"
