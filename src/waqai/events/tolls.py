"""Tolls: figures told by themselves, of an event that their sentence does not tell.

عدد القتلى بلغ 132; an item of a list whose heading tells the event.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.numbered import NUMBERED
from waqai.events.items import heading
from waqai.events.scene import Scene
from waqai.events.telling import Draft

# What befell people whose number in all is told, the words before them, and tokens to the number.
_HARMED: Final = frozenset(("killed", "wounded"))
_NUMBER: Final = frozenset(("عدد", "اعداد", "حصيله", "مجموع", "اجمالي"))
_THEIRS: Final = frozenset(("عددهم", "عددهن", "عددهما"))
_TOTAL: Final = 16
# What stands behind منذ where a toll is of a war or a year.
_BEGAN: Final = frozenset(("بدايه", "بدء", "اندلاع", "انطلاق", "مطلع", "اول"))
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
    told = _is_numbered(scene, node) or whose_number(scene, node) is not None
    return told and not _is_since(scene, node)


def is_certain(scene: Scene, node: Node) -> bool:
    """Whether a figure is a toll, or told to be how many people there are: المحتجين وعددهم 300."""
    numbered = node.i > 0 and scene.keys[node.i - 1].removeprefix("و") in _THEIRS
    numbered = numbered or node.rule == NUMBERED
    slotted = node.value.slot is not None and node.value.low is not None
    return (numbered and slotted) or is_toll(scene, node)


def whose_number(scene: Scene, node: Node) -> Node | None:
    """The people whose number a figure is told to be: عدد القتلى من الجنود بلغ 40 قتيلا."""
    own = scene.counts_in[scene.sentence(node.i)]
    totals = (one for one in own if one.j <= node.i and node.i - one.j <= _TOTAL)
    same = (one for one in totals if one.value.slot == node.value.slot and one.value.low is None)
    return next((one for one in same if _is_numbered(scene, one)), None)


def _is_numbered(scene: Scene, node: Node) -> bool:
    """Whether the number of people with the article is told: عدد القتلى, عدد المصابين 90."""
    led = node.i > 0 and scene.keys[node.i - 1].removeprefix("و") in _NUMBER
    return led and bool(node.value.definite)


def _is_since(scene: Scene, node: Node) -> bool:
    """Whether the sentence tells of a toll since a war or a year began: منذ بداية الحرب."""
    own = scene.doc.sentences[scene.sentence(node.i)]
    pairs = pairwise(scene.keys[own.first : own.last])
    return any(one == "منذ" and two in _BEGAN for one, two in pairs)
