"""Things: weapons used or seized in an event, and the kinds of things that were struck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.things.tables import hits
from waqai.events.owners import valued
from waqai.events.scene import Scene
from waqai.events.telling import Draft
from waqai.events.words import is_near, is_unused, launched, preposition, ward


def choose(scene: Scene, draft: Draft) -> None:
    """Weapons in the draft's windows, each word once; targets that one of its sides names."""
    draft.weapons = [
        node
        for node in _within(scene, draft, "weapon")
        if not is_unused(scene.keys, node.i, node.value.kind in _DRIVEN)
    ]
    sides = {k for pick in draft.to if pick.party for k in _tokens(pick.party.node)}
    draft.targets = [
        node
        for node in _within(scene, draft, "target")
        if sides & _tokens(node) or (_struck(draft) and not _is_beside(scene, draft, node))
    ]


# Types whose windows name what was struck.
_STRIKES: Final = frozenset(
    ("attack", "bombing", "suicide_attack", "air_strike", "shelling", "mine", "destruction")
)
# Kinds of weapons that are struck as often as they strike.
_DRIVEN: Final = frozenset(("vehicle", "tank"))
# What strikes, but where it is brought down.
_AIRCRAFT: Final = "aircraft"
# Types whose blast hits what stands near it.
_BOMBS: Final = frozenset(("bombing", "suicide_attack", "mine"))


def _struck(draft: Draft) -> bool:
    """Whether the draft is of a type that strikes things."""
    return draft.type in _STRIKES


def _is_beside(scene: Scene, draft: Draft, node: Node) -> bool:
    """Whether a thing only tells where: who was hurt is brought to it, fire comes from it, it
    speaks, it strikes, or what was struck lies near it; a bomb near a thing is meant for it.
    """
    keys, i = scene.keys, node.i
    if i in scene.speaking or ward(keys, i, node.skip) or launched(keys, i):
        return True
    if preposition(keys, i, node.skip) == "الي" and valued(scene, node).kind == "hospital":
        return True
    if node.value.name == _AIRCRAFT and not any(
        keys[k] in hits("down") for k in range(max(0, i - 3), i)
    ):
        return True
    return draft.type not in _BOMBS and is_near(keys, i)


def _within(scene: Scene, draft: Draft, kind: str) -> Iterator[Node]:
    """Nodes of a kind in the draft's windows, each surface once, in text order."""
    seen: set[str] = set()
    for telling in draft.tellings:
        for node in scene.things_in[kind].get(telling.sentence, ()):
            if not telling.holds(node):
                continue
            words = " ".join(scene.keys[node.i : node.j])[node.skip :]
            if words not in seen:
                seen.add(words)
                yield node


def _tokens(node: Node) -> set[int]:
    return set(range(node.i, node.j))
