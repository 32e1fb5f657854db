"""Causes: what was answered or set off by an event told beside it is an event of its own."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.events.telling import is_definite, reading, sense
from waqai.events.words import is_after, is_sparked
from waqai.model.codes import EventType

# What answers a death and in which nobody dies; what a death may set off.
_ANSWERS: Final[frozenset[EventType]] = frozenset(
    ("protest", "meeting", "agreement", "sanction", "relief", "aid", "power", "deployment")
)
_UNREST: Final[frozenset[EventType]] = frozenset(("protest", "riot", "crackdown"))
# Who protests: they may set off or set alight themselves (أشعل المتظاهرون النار).
_PEOPLE: Final = frozenset(("متظاهر", "محتج", "معتصم"))


def are_two(keys: list[str], group: list[Node], head: Node, trigger: Node) -> bool:
    """Whether a trigger tells another event than the group before it, whose head is given."""
    return _answered(keys, group, head, trigger) or _sparked(keys, group, head, trigger)


def _answered(keys: list[str], group: list[Node], head: Node, trigger: Node) -> bool:
    """Whether the one is the death that the other answers: احتجاجا على مقتل, اجتماع بعد مقتل."""
    if _harms(trigger):
        return head.value.type in _ANSWERS and is_after(keys, trigger.i)
    if trigger.value.type not in _ANSWERS or not all(map(_harms, group)):
        return False
    return is_after(keys, group[0].i)


def _sparked(keys: list[str], group: list[Node], head: Node, trigger: Node) -> bool:
    """Whether unrest is told as what the group set off: قتل سائق وهو ما فجر احتجاجات."""
    if trigger.value.type not in _UNREST or _harms(trigger) or sense(trigger).lemma in _PEOPLE:
        return False
    calm = _harms(head) or head.value.type not in _UNREST
    return calm and is_sparked(keys, group[-1].j, trigger.i)


def _harms(trigger: Node) -> bool:
    """Whether a trigger only tells that people were killed."""
    said = sense(trigger)
    return said.strength == "result" and said.slot == "killed"


def is_beside(last: Node, trigger: Node) -> bool:
    """Whether a noun stands beside another of its own (الهجوم على متحف ...، والهجوم على فندق)."""
    said, before = sense(trigger), sense(last)
    if said.pos != "noun" or said.lemma != before.lemma or said.strength != "strong":
        return False
    read = reading(trigger)
    return read is not None and "و" in read.conj and is_definite(trigger) and is_definite(last)
