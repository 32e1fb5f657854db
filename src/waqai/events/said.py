"""Said: whether a date is of what is said, or of the saying of it (أعلن اليوم أن ... قتل أمس)."""

from __future__ import annotations

from typing import Final, NamedTuple

from waqai.annotate.chart import Node
from waqai.events.scene import Scene

# What opens the words of a speaker, and marks that may stand before it.
_OPENS: Final = frozenset(("ان", "انه", "انها", "بان"))
_MARKS: Final = frozenset(("،", ",", '"', "«", "»", "-", "–"))


class Said(NamedTuple):
    """`before`: what is said opens right behind a date; `within`: it opened before the date."""

    before: bool
    within: bool


def said(scene: Scene, node: Node) -> Said:
    """Where a date stands to what is said in its sentence."""
    keys, sentence = scene.keys, scene.doc.sentences[scene.sentence(node.i)]
    behind = node.j
    while behind < sentence.last and keys[behind] in _MARKS:
        behind += 1
    before = behind < sentence.last and keys[behind] in _OPENS
    return Said(before, opens(keys, sentence.first, node.i))


def opens(keys: list[str], first: int, last: int) -> bool:
    """Whether what is said opens among tokens [first, last)."""
    return any(keys[k] in _OPENS for k in range(first, last))


def others(scene: Scene, node: Node) -> str:
    """Where the other dates of the sentence stand: one within what is said, one of the saying
    alone, elsewhere, or none.
    """
    found = [said(scene, one) for one in scene.dates_in[scene.sentence(node.i)] if one is not node]
    if any(one.within for one in found):
        return "within"
    if any(one.before for one in found):
        return "before"
    return "beside" if found else "none"
