"""Tolls: figures told by themselves, of an event that their sentence does not tell.

عدد القتلى بلغ 132; an item of a list whose heading tells the event.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from waqai.annotate.chart import Node
from waqai.events.items import heading
from waqai.events.scene import Scene
from waqai.events.telling import Draft

# What befell people whose number in all is told, the words before them, and tokens to the number.
_HARMED: Final = frozenset(("killed", "wounded"))
_NUMBER: Final = frozenset(("عدد", "اعداد", "حصيله", "مجموع", "اجمالي"))
_TOTAL: Final = 16
# Sentences back in which the event of a toll is told.
_BACK: Final = 5


def headed(scene: Scene, told: Mapping[int, list[Draft]], node: Node) -> list[Draft]:
    """The draft told in the heading of the list of which a count is an item, or right before it."""
    head = heading(scene, node)
    return [] if head is None else told.get(head, [])[-1:] or told.get(head - 1, [])[-1:]


def reckoned(scene: Scene, told: Mapping[int, list[Draft]], node: Node) -> list[Draft]:
    """The draft told last before a toll (عدد القتلى بلغ 40), a few sentences back."""
    number = scene.sentence(node.i)
    if not is_toll(scene, node):
        return []
    before = (told[k] for k in range(number - 1, max(number - _BACK, -1), -1) if k in told)
    return next(before, [])[-1:]


def is_toll(scene: Scene, node: Node) -> bool:
    """Whether a figure is told to be how many were hurt in all: عدد القتلى بلغ 132, الجرحى 40."""
    value = node.value
    if value.low is None or value.slot not in _HARMED or value.subset:
        return False
    own = scene.counts_in[scene.sentence(node.i)]
    totals = (one for one in own if one.j <= node.i and node.i - one.j <= _TOTAL)
    return any(
        one.value.slot == value.slot
        and one.value.low is None
        and one.value.definite
        and scene.keys[one.i - 1].removeprefix("و") in _NUMBER
        for one in totals
        if one.i
    )
