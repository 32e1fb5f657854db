"""Regions: tolls of a day or days over a country, told beside one strike: وارتفع عدد القتلى في عموم
البلاد خلال يومين إلى 41.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.events.scene import Scene
from waqai.events.telling import Draft
from waqai.events.tolls import is_toll
from waqai.events.words import is_overall
from waqai.model.codes import CountSlot

# Before a span of time over which a toll is summed.
_OVER: Final = frozenset(("خلال", "غضون"))
# Tokens from a toll back to its heading, and on to its span.
_BEFORE: Final = 18
_BEHIND: Final = 8


def is_of_region(scene: Scene, node: Node, slot: CountSlot, draft: Draft) -> bool:
    """Whether a toll sums a span of time over more than the place of the draft, told before it."""
    number = scene.sentence(node.i)
    if draft.tellings[0].sentence >= number or not is_toll(scene, node):
        return False
    low = node.value.low or 0
    if scene.overview.titled_figures.get(slot) == low:
        return False
    own = scene.doc.sentences[number]
    first, last = max(own.first, node.i - _BEFORE), min(own.last, node.j + _BEHIND)
    if not any(scene.keys[k] in _OVER and _is_span(scene, k + 1) for k in range(first, last)):
        return False
    fewer = any(f.slot == slot and f.low and f.low < low for f in draft.figures)
    return fewer or is_overall(scene.keys, first, last)


def _is_span(scene: Scene, i: int) -> bool:
    """Whether a length of time or a date begins at token i."""
    return any(scene.chart.at(i, "duration")) or any(scene.chart.at(i, "date"))
