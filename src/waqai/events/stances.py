"""Stances: who claims, denies or is accused of an event (تبنى، أعلن مسؤوليته، نفى، اتهم)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.events.accusing import asides
from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.events.stance_text import DEEDS
from waqai.events.stance_words import Reader, is_his
from waqai.events.telling import Draft, Said, sense

# Tokens from the words of a stance on in which its deed is named.
_REACH: Final = 12
# Tokens from what somebody is accused of on in which the deed is told.
_CHARGE: Final = 6
# Sentences back to the event that it is of where it names none.
_BACK: Final = 4


def choose(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give each stance to the draft of the deed that it names, else to that told last before it."""
    reader = Reader(scene)
    if not reader.begins():
        return
    of = {trigger: draft for draft in drafts for trigger in draft.triggers()}
    for said in reader.all():
        draft = _named(scene, of, said)
        if draft is None and (not said.needs or _tells_deed(scene, said)):
            draft = _last(scene, drafts, said.at)
        behind = said.deed >= said.at
        if draft is not None and said.needs and behind and _of_others(scene, said, draft):
            continue
        if draft is None or draft.type not in DEEDS or _did_it(draft, said.accuser):
            continue
        held = {(one.stance, one.party.key) for one in draft.stances}
        if (said.stance, said.party.key) not in held:
            draft.stances.append(said)


def _named(scene: Scene, of: Mapping[Node, Draft], said: Said) -> Draft | None:
    """The draft of a deed that is named behind the words of a stance, in their sentence."""
    for trigger in scene.triggers_in.get(scene.sentence(said.at), ()):
        if said.deed <= trigger.i < said.deed + _REACH and trigger in of:
            return of[trigger]
    return None


def _did_it(draft: Draft, accuser: Party | None) -> bool:
    """Whether who accuses is told to have done it himself, or his forces."""
    doers = [pick.party for pick in draft.by if pick.party is not None]
    return accuser is not None and any(
        one.key == accuser.key
        or (one.country is not None and one.country == accuser.country and _ruling(one, accuser))
        for one in doers
    )


def _ruling(*parties: Party) -> bool:
    return all(party.kind in ("state", "state_forces") for party in parties)


def _tells_deed(scene: Scene, said: Said) -> bool:
    """Whether what somebody is accused of tells a deed, though none that is kept."""
    if said.deed < len(scene.keys) and is_his(scene.keys[said.deed]):
        return True
    near = scene.triggers_in.get(scene.sentence(said.at), ())
    own = [node for node in near if said.deed <= node.i < said.deed + _CHARGE]
    return any(sense(node).type in DEEDS for node in own)


def _of_others(scene: Scene, said: Said, draft: Draft) -> bool:
    """Whether what somebody is accused of befell others than the draft's sentences name: باغتيال
    خبرائها, not باغتياله nor بالهجوم.
    """
    near = scene.triggers_in.get(scene.sentence(said.at), ())
    deed = next((node for node in near if said.deed <= node.i < said.deed + _CHARGE), None)
    if deed is None or deed.cut or deed.j >= len(scene.keys):
        return False
    whose = scene.keys[deed.j]
    known = scene.keys[deed.i].removeprefix("ب").startswith("ال") or whose.startswith("ال")
    if known or not whose.isalpha() or whose in asides():
        return False
    own = {telling.sentence for telling in draft.tellings} - {scene.sentence(said.at)}
    sentences = [scene.doc.sentences[number] for number in own]
    named = {_bare(key) for one in sentences for key in scene.keys[one.first : one.last]}
    return bool(named) and _bare(whose) not in named


def _bare(key: str) -> str:
    """A word without its article and the preposition on it."""
    word = key[2:] if key.startswith("لل") else key[key[:1] in ("ب", "و") :]
    return word.removeprefix("ال")


def _last(scene: Scene, drafts: Sequence[Draft], at: int) -> Draft | None:
    """The draft of a deed that is told last before token `at`, near enough."""
    number = scene.sentence(at)
    told = [
        (telling.sentence, -k)
        for k, draft in enumerate(drafts)
        for telling in draft.tellings
        if number - _BACK <= telling.sentence <= number and draft.type in DEEDS
    ]
    return drafts[-max(told)[1]] if told else None
