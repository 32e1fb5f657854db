"""Kinds: which of the 29 types of event a draft is, where its triggers tell several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.events.scene import Scene
from waqai.events.scorer import Features, Paired
from waqai.events.telling import Draft, is_definite, sense
from waqai.model.codes import EventType

# Kinds of things around a draft's triggers that may tell its type.
_WEAPONS: Final = ("weapon", "target")
_TOLD: Final = Paired("")


def choose(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Set the likeliest type of each draft; of equals the one that its triggers name."""
    for draft in drafts:
        if len(named(draft)) == 1:
            continue
        told = words(scene, draft)
        scorer = scene.scorer("type")
        chances = {kind: scorer.logit(features(draft, told, kind)) for kind in named(draft)}
        best = max(chances, key=lambda kind: (chances[kind], kind == draft.type))
        if chances[best] > chances[draft.type]:
            draft.type = best
            draft.rules = (*draft.rules, f"type.{best}")


def named(draft: Draft) -> list[EventType]:
    """The types that a draft's triggers name, its own first."""
    types = [trigger.value.type for t in draft.tellings for trigger in t.triggers]
    return list(dict.fromkeys([draft.type, *types]))


def words(scene: Scene, draft: Draft) -> list[str]:
    """What the draft's sentences say that may tell a type."""
    told = []
    for telling in draft.tellings:
        for trigger in telling.triggers:
            said = sense(trigger)
            told.append(f"lemma={said.lemma}")
            told.append(f"trigger={trigger.value.type}.{said.strength}")
        for kind in _WEAPONS:
            own = scene.things_in[kind].get(telling.sentence, ())
            told += [f"{kind}={node.value.kind}" for node in own if telling.holds(node)]
        told += [f"party={p.kind}" for p in scene.parties_in.get(telling.sentence, ())]
    told.append(f"head={draft.type}")
    return list(dict.fromkeys(told))


def features(draft: Draft, told: Sequence[str], kind: EventType) -> Features:
    """What tells whether a draft is of a type."""
    types = [trigger.value.type for t in draft.tellings for trigger in t.triggers]
    strong = [
        n.value.type for t in draft.tellings for n in t.triggers if sense(n).strength == "strong"
    ]
    first = draft.tellings[0]
    own = [
        f"head={draft.type == kind}",
        f"first={first.head.value.type == kind}.{is_definite(first.head)}",
        f"named={min(2, types.count(kind))}.{min(2, strong.count(kind))}",
        f"heads={min(2, sum(t.type == kind for t in draft.tellings))}",
        f"kind={kind}.{draft.type == kind}",
    ]
    words = _TOLD.by(kind)
    return Features([words.of(word) for word in told], own)
