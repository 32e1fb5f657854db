"""Triggers to tellings: which triggers of a sentence tell one event, and over which words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, get_args

from waqai.annotate.chart import Node
from waqai.events.causes import are_two, is_beside
from waqai.events.clauses import Clauses
from waqai.events.scene import Scene
from waqai.events.telling import Telling, is_one_more, sense
from waqai.lexicon.table import Lazy, by_first, read_table
from waqai.model.codes import EventType

# Turns whose costs sum to this much between two triggers part two tellings of one sentence.
APART: Final = 3
# Tokens between a verb and what it governs.
_NEAR: Final = 3
# What befalls people by a blow, and what nobody dies of.
_HARM: Final = frozenset(("killed", "wounded"))
_PEACEFUL: Final[frozenset[EventType]] = frozenset(("agreement", "meeting", "relief"))
# Tellings of one sentence at the most.
_MOST: Final = 10


def _read() -> dict[str, frozenset[str]]:
    """Type -> the types that are its parts when both are told of one event."""
    nothing: dict[str, frozenset[str]] = dict.fromkeys(get_args(EventType), frozenset())
    return nothing | by_first(read_table("waqai.events", "compat.tsv", ("type", "absorbs")))


_ABSORBED: Final = Lazy(_read)


def merged_type(one: EventType, two: EventType) -> EventType | None:
    """The type of an event told as both, None where they are two events."""
    if one == two or two in _ABSORBED[one]:
        return one
    return two if one in _ABSORBED[two] else None


def tellings(scene: Scene) -> list[Telling]:
    """The tellings of a report, in text order."""
    return [
        telling
        for number, triggers in sorted(scene.triggers_in.items())
        for telling in _of_sentence(scene, number, triggers)
    ]


def _of_sentence(scene: Scene, number: int, triggers: Sequence[Node]) -> list[Telling]:
    """Group the triggers of one sentence and give each group its window."""
    clauses = scene.clauses
    groups: list[list[Node]] = []
    for trigger in triggers:
        if groups and (len(groups) == _MOST or _joins(scene, groups[-1], trigger)):
            groups[-1].append(trigger)
        else:
            groups.append([trigger])
    sentence = scene.doc.sentences[number]
    starts = [sentence.first]
    for before, after in pairwise(groups):
        starts.append(_border(clauses, before[-1], after[0]))
    ends = [*starts[1:], sentence.last]
    parted = _parted(scene, groups)
    return [
        _telling(number, first, last, group, at in parted)
        for at, (group, first, last) in enumerate(zip(groups, starts, ends, strict=True))
    ]


def _parted(scene: Scene, groups: list[list[Node]]) -> set[int]:
    """Which groups would be one but for what they answer or set off."""
    found: set[int] = set()
    for at, (before, after) in enumerate(pairwise(groups)):
        near = scene.clauses.between(before[-1].i, after[0].i) < APART
        if near and are_two(scene.keys, before, _head(before), after[0]):
            found.update((at, at + 1))
    return found


def _joins(scene: Scene, group: list[Node], trigger: Node) -> bool:
    """Whether a trigger tells the event of the group before it."""
    last = group[-1]
    if scene.clauses.between(last.i, trigger.i) >= APART:
        return False
    if is_one_more(scene.keys, trigger) and not _governs(last, trigger):
        return False
    head = _head(group)
    if are_two(scene.keys, group, head, trigger) or _is_second(scene, group, trigger):
        return False
    if sense(trigger).strength == "result" or all(sense(t).strength == "result" for t in group):
        return not _is_harmless(head, trigger)
    return merged_type(head.value.type, trigger.value.type) is not None


def _is_harmless(head: Node, trigger: Node) -> bool:
    """Whether one of two tells of dead or wounded and the other what kills nobody: رغم الهدنة."""
    pair = ((head, trigger), (trigger, head))
    return any(sense(harm).slot in _HARM and deed.value.type in _PEACEFUL for harm, deed in pair)


def _is_second(scene: Scene, group: list[Node], trigger: Node) -> bool:
    """Whether a trigger stands apart beside its like: الهجوم على متحف، والهجوم على فندق."""
    return any(
        is_beside(other, trigger) and scene.clauses.between(other.i, trigger.i) > 0
        for other in group
    )


def _governs(verb: Node, trigger: Node) -> bool:
    """Whether a trigger is of the verb right before it: استهدفت غارات أخرى, قصف بغارات أخرى."""
    return sense(verb).pos == "verb" and trigger.i - verb.j <= _NEAR


def _border(clauses: Clauses, before: Node, after: Node) -> int:
    """Token at which the window of the later group begins: the last dearest turn between."""
    turns = clauses.links(before.j, after.i + 1)
    return turns[-1].at if turns else after.i


def _head(group: Sequence[Node]) -> Node:
    """The trigger that names the event: the first strong one, its type absorbing the others."""
    strong = [t for t in group if sense(t).strength != "result"] or list(group)
    head = strong[0]
    for trigger in strong[1:]:
        kind = merged_type(head.value.type, trigger.value.type)
        if kind is not None and kind != head.value.type:
            head = trigger
    return head


def _telling(number: int, first: int, last: int, group: list[Node], parted: bool) -> Telling:
    """A telling with its head and type."""
    head = _head(group)
    return Telling(number, first, last, group, head, head.value.type, head.value.status, parted)
