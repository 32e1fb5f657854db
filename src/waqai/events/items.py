"""Items: lines of a list that each count the dead or wounded of what stands before its colon."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.events.scene import Scene

_HARMED: Final = frozenset(("killed", "wounded"))
# Tokens at the head of a line before its figure (a dash, a number), at its end, and so many lines.
_HEAD: Final = 2
_END: Final = 2
_MOST: Final = 8


def heading(scene: Scene, node: Node) -> int | None:
    """The sentence that opens the list of which a count is an item, None where it is none.

    الحصيلة هي كالتالي: / 11 شهيدا من المدنيين / 3 جرحى: its figure needs no verb.
    """
    if not _is_item(scene, node):
        return None
    number = scene.sentence(node.i)
    for before in range(number - 1, max(number - 1 - _MOST, -1), -1):
        if _opens(scene, before):
            return before
        counts = scene.counts_in.get(before, ())
        if not (counts and _is_item(scene, counts[0])):
            return None
    return None


def _is_item(scene: Scene, node: Node) -> bool:
    """Whether a count whose own noun tells of dead or wounded stands at the head of its line."""
    if node.value.slot not in _HARMED or not node.value.low or node.skip:
        return False
    return node.i - scene.doc.sentences[scene.sentence(node.i)].first <= _HEAD


def _opens(scene: Scene, number: int) -> bool:
    """Whether a sentence ends with a colon."""
    last = scene.doc.sentences[number].last
    return ":" in scene.keys[last - _END : last]
