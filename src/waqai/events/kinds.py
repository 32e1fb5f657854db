"""Kinds: which of the 29 types of event a draft is, where its triggers tell several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.triggers.setting import MEANS_TAG
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Paired
from waqai.events.telling import Draft, Telling, is_definite, sense
from waqai.events.words import is_after
from waqai.model.codes import EventType

# Kinds of things around a draft's triggers that may tell its type.
_WEAPONS: Final = ("weapon", "target")
_TOLD: Final = Paired("")
# What befalls those who protest where they are met with force, and who they are not.
_HARM: Final = frozenset(("killed", "wounded"))
_ARMED: Final = frozenset(("security", "militant"))


def choose(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Set the likeliest type of each draft; of equals the one that its triggers name.

    What its figures and goods say of it comes last: hurt of a protest, dead militants, drugs.
    """
    for draft in drafts:
        if len(named(draft)) > 1:
            _choose(scene, draft)
        if draft.type == "protest" and _is_met_with_force(scene, draft):
            _set(draft, "crackdown")
        elif draft.type == "attack" and _is_on_militants(draft):
            _set(draft, "clash")
        elif draft.type == "arrest" and _is_of_drugs(scene, draft):
            _set(draft, "seizure")


def _choose(scene: Scene, draft: Draft) -> None:
    """Set the likeliest of the types that a draft's triggers name."""
    told = words(scene, draft)
    scorer = scene.scorer("type")
    chances = {kind: scorer.logit(features(draft, told, kind)) for kind in named(draft)}
    best = max(chances, key=lambda kind: (chances[kind], kind == draft.type))
    if chances[best] > chances[draft.type]:
        _set(draft, best)


def _set(draft: Draft, kind: EventType) -> None:
    """Give a draft another type, with the reason."""
    draft.type = kind
    draft.rules = (*draft.rules, f"type.{kind}")


def _is_met_with_force(scene: Scene, draft: Draft) -> bool:
    """Whether forces hurt or kill people without arms at a protest: no deaths that it answers."""
    return any(
        not telling.parted and _hurts(scene, telling) and _is_hurt(draft, telling)
        for telling in draft.tellings
    )


def _hurts(scene: Scene, telling: Telling) -> bool:
    """Whether a telling says what befell people, and names forces of a state."""
    if not any(_is_harm(scene, trigger) for trigger in telling.triggers):
        return False
    named = scene.parties_in.get(telling.sentence, ())
    return any(
        party.kind == "state_forces" and telling.first <= party.first < telling.last
        for party in named
    )


def _is_harm(scene: Scene, trigger: Node) -> bool:
    """Whether a trigger tells of people hurt, not of those because of whom others protest."""
    said = sense(trigger)
    harms = said.strength == "result" and said.slot in _HARM
    return harms and not is_after(scene.keys, trigger.i)


def _is_hurt(draft: Draft, telling: Telling) -> bool:
    """Whether a figure in a telling is of people without arms who were hurt."""
    return any(
        figure.slot in _HARM
        and figure.high != 0
        and figure.cls not in _ARMED
        and telling.holds(figure.node)
        for figure in draft.figures
    )


def _is_on_militants(draft: Draft) -> bool:
    """Whether forces kill militants, and no more is told."""
    triggers = [trigger for telling in draft.tellings for trigger in telling.triggers]
    hurt = [f for f in draft.figures if f.slot in _HARM and f.high != 0]
    return (
        any(figure.slot == "killed" and figure.cls == "militant" for figure in hurt)
        and all(sense(t).strength == "result" and sense(t).slot in _HARM for t in triggers)
        and any(pick.party is not None and pick.party.kind == "state_forces" for pick in draft.by)
    )


def _is_of_drugs(scene: Scene, draft: Draft) -> bool:
    """Whether whoever was arrested had drugs, which then are what the event is about."""
    return any(node.value == "drug" and draft.holds(node) for node in scene.chart.of(MEANS_TAG))


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
