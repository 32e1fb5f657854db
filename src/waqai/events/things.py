"""Things: weapons used or seized in an event, and the kinds of things that were struck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Node
from waqai.events.scene import Scene
from waqai.events.telling import Draft


def choose(scene: Scene, draft: Draft) -> None:
    """Weapons in the draft's windows, each word once; targets that one of its sides names."""
    draft.weapons = list(_within(scene, draft, "weapon"))
    sides = {k for pick in draft.to if pick.party for k in _tokens(pick.party.node)}
    draft.targets = [
        node for node in _within(scene, draft, "target") if sides & _tokens(node) or _struck(draft)
    ]


# Types whose windows name what was struck.
_STRIKES: Final = frozenset(
    ("attack", "bombing", "suicide_attack", "air_strike", "shelling", "mine", "destruction")
)


def _struck(draft: Draft) -> bool:
    """Whether the draft is of a type that strikes things."""
    return draft.type in _STRIKES


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
