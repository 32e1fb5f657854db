"""Tolls: figures told by themselves, of an event that their sentence does not tell.

عدد القتلى بلغ 132; an item of a list whose heading tells the event.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.numbered import NUMBERED
from waqai.annotate.people.tables import particles
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
    numbered = numbered or node.rule == NUMBERED or _is_of_crowd(scene, node)
    slotted = node.value.slot is not None and (node.value.low, node.value.high) != (None, None)
    return (numbered and slotted) or is_toll(scene, node)


def _is_of_crowd(scene: Scene, node: Node) -> bool:
    """عدد المتظاهرين بألف، وقالت الشرطة إنهم 300: how many protesters there were."""
    if node.i == 0 or node.value.slot != "protesters":
        return False
    taken_up = scene.keys[node.i - 1] in particles("they") | particles("it")
    return _is_numbered(scene, node) or (node.rule == "bare" and taken_up)


def whose_number(scene: Scene, node: Node) -> Node | None:
    """The people whose number a figure is told to be: عدد القتلى من الجنود بلغ 40 قتيلا."""
    own = scene.counts_in[scene.sentence(node.i)]
    totals = (one for one in own if one.j <= node.i and node.i - one.j <= _TOTAL)
    same = (one for one in totals if one.value.slot == node.value.slot and one.value.low is None)
    return next((one for one in same if _is_numbered(scene, one)), None)


def _is_numbered(scene: Scene, node: Node) -> bool:
    """Whether the number of people with the article is told: عدد القتلى, عدد المصابين 90."""
    if node.i == 0 or not node.value.definite:
        return False
    return scene.keys[node.i - 1].removeprefix("و") in _NUMBER or _is_predicate(scene, node)


def _is_predicate(scene: Scene, node: Node) -> bool:
    """إن القتلى تسعة: so many they are; of القتلى التسعة more is told."""
    that = scene.keys[node.i - 1] in particles("opener")
    return that and node.rule == "noun+number" and not scene.keys[node.j - 1].startswith("ال")


def _is_since(scene: Scene, node: Node) -> bool:
    """Whether the sentence tells of a toll since a war or a year began: منذ بداية الحرب."""
    own = scene.doc.sentences[scene.sentence(node.i)]
    pairs = pairwise(scene.keys[own.first : own.last])
    return any(one == "منذ" and two in _BEGAN for one, two in pairs)
