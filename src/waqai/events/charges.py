"""Charges: whom the accused harmed, no party of his arrest or trial (سجن رجل لقتله شرطيا)."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.words import words
from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.events.telling import Draft, sense

# What the law does to the accused.
_LAW: Final = frozenset(("trial", "arrest", "execution", "release"))
_HARM: Final = frozenset(
    ("attack", "assassination", "bombing", "suicide_attack", "abduction", "shelling", "crackdown",
     "destruction", "execution")
)  # fmt: skip
# Tokens between a charge and whom it names as harmed at the most, and to the deed.
_REACH: Final = 10
_STOPS: Final = frozenset((".", "؛", "\n", "كما", "فيما", "بينما"))


def is_harmed(scene: Scene, draft: Draft, party: Party) -> bool:
    """Whether a party is named as whom the accused harmed."""
    if draft.type not in _LAW:
        return False
    if _is_victim(scene, party):
        return True
    first = scene.doc.sentences[scene.sentence(party.first)].first
    near = range(party.first - 1, max(first, party.first - _REACH) - 1, -1)
    charge = next((k for k in near if scene.keys[k] in words("charge")), None)
    if charge is None or not _STOPS.isdisjoint(scene.keys[charge : party.first]):
        return False
    told = scene.triggers_in.get(scene.sentence(party.first), ())
    return any(
        charge <= node.i < party.first and sense(node).type in _HARM and not _again(scene, node.j)
        for node in told
    )


def _is_victim(scene: Scene, party: Party) -> bool:
    """Whether a case is called after the killing of a party: (يحاكم في) قضية مقتل فلان."""
    k = party.first - 1
    killing = k > 0 and scene.keys[k] in words("killing") and not party.skip
    return killing and scene.keys[k - 1] in words("case")


def _again(scene: Scene, i: int) -> bool:
    """Whether the deed is one by somebody told behind it: (بتهمة) الهجوم الذي نفذه."""
    return scene.keys[i : i + 1] in (["الذي"], ["التي"])
