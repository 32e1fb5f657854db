"""Sayings: days on which an event is spoken of (دانت مصر أمس الهجوم), which are not its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.events.said import opens, said
from waqai.events.scene import Scene
from waqai.events.telling import Draft, sense
from waqai.events.words import announces, speaks_of, stops_speaking

# Tokens before a date among which a verb or noun of speech stands whose day it is.
_LOOK: Final = 14


def is_of_saying(scene: Scene, draft: Draft, node: Node, number: int) -> bool:
    """Whether a date of a sentence is that of what is said of a draft, whose triggers all stand
    behind it: right before what is said (قال الجيش أمس إن), or behind who reacts (هنأت ... أمس).
    """
    own = [trigger for _, trigger in draft.told().get(number, ())]
    if not own or any(trigger.i < node.j for trigger in own):
        return False
    if any(_goes_on(scene.keys, trigger) for trigger in own):
        return False
    first = max(scene.doc.sentences[number].first, node.i - _LOOK)
    if any(map(announces, scene.keys[first : node.i])):
        return False
    return said(scene, node).before or _is_of_reaction(scene, node, first)


def _goes_on(keys: Sequence[str], trigger: Node) -> bool:
    """Whether a trigger is a verb joined with و: whoever spoke did that too."""
    return trigger.skip > 0 and keys[trigger.i][:1] in "وف" and sense(trigger).pos == "verb"


def _is_of_reaction(scene: Scene, node: Node, first: int) -> bool:
    """Whether from `first` on a verb or noun that speaks of events stands before a date, and
    nothing between both that may be of the date instead: a deed, a clause, what is said.
    """
    keys = scene.keys
    k = next((k for k in range(node.i - 1, first - 1, -1) if speaks_of(keys[k])), -1)
    if k < 0 or opens(keys, k, node.i) or any(map(stops_speaking, keys[k + 1 : node.i])):
        return False
    told = scene.triggers_in.get(scene.sentence(node.i), ())
    strong = (one for one in told if sense(one).strength == "strong")
    return not any(k < one.i < node.i for one in strong)
