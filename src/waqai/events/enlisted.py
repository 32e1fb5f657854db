"""Enlisted: whether people are of men under arms, though their noun does not tell.

Those tried for having joined a group (سجن 12 امرأة بتهمة الانتماء إلى تنظيم), told to belong to one
(خبراء تابعين للميليشيا), activists of one or who fire (أطلق نشطاء صواريخ), members of what forces
have (عناصر استخبارات).
"""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.tails import detached
from waqai.annotate.actors.words import endings, words
from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.model.codes import ActorKind, EventType

# Words from people to that they joined, and from there to whom, at most.
_TO_DEED: Final = 9
_TO_GROUP: Final = 4
# Words from activists to what they fire at most.
_TO_FIRE: Final = 4
_ARMS: Final = frozenset(("armed_group", "state_forces"))
_CIVIL: Final = frozenset(("civilians", "unknown"))
_IN: Final = "في"
# Heads of fighters of no named group.
_FIGHTERS: Final = frozenset(("gunmen", "militants"))


def joined_by(chart: Chart, first: int, last: int, kind: ActorKind) -> ActorKind:
    """The kind of people of tokens [first, last) by the men under arms whom they are told of."""
    if kind == "armed_group" and _is_of_forces(chart, last):
        return "state_forces"
    if kind not in _CIVIL:
        return kind
    owner = _owner(chart, last)
    if owner is not None:
        return owner
    if _is_active(chart, first, last):
        return "armed_group"
    one = last == first + 1 and chart.doc.keys[first] in words("anyone")
    return "armed_group" if not one and enlisted(chart, last) else kind


def _is_of_forces(chart: Chart, last: int) -> bool:
    """Whether members of nothing but a bare body of forces are told of: عناصر (استخبارات)."""
    if chart.doc.keys[last - 1] not in words("members_of"):
        return False
    heads = (node for node in chart.at(last, "actor.head") if not node.skip)
    return any(cast(Head, n.value).kind == "state_forces" for n in heads)


def _owner(chart: Chart, last: int) -> ActorKind | None:
    """The kind of men under arms to whom people are told to belong: (خبراء) تابعين للميليشيا."""
    keys = chart.doc.keys
    at = last if keys[last - 1] in words("owned") else last + 1
    if at >= len(keys) or keys[at - 1] not in words("owned"):
        return None
    kinds = (a.value.kind for a in chart.at(detached(keys, at), "actor"))
    return next((kind for kind in kinds if kind in _ARMS), None)


def _is_active(chart: Chart, first: int, last: int) -> bool:
    """Whether activists are of an armed group or fire: ناشطين في الحركة، أطلق نشطاء صواريخ."""
    keys = chart.doc.keys
    if not any(key.endswith(endings("activists")) for key in keys[first:last]):
        return False
    at = last + (keys[last : last + 1] == [_IN])
    inside = (a for k in range(first + 1, at + 1) for a in chart.at(k, "actor"))
    if any(actor.value.kind == "armed_group" for actor in inside):
        return True
    told = {*keys[max(0, first - 2) : first], *keys[last : last + 2]}
    fired = keys[last : last + _TO_FIRE]
    return not words("fires").isdisjoint(told) and not words("fired").isdisjoint(fired)


def enlisted(chart: Chart, j: int) -> bool:
    """Whether those named right before token j are tried for having joined an armed group."""
    keys = chart.doc.keys
    sentence = chart.doc.sentences[chart.doc.sentence_index(j - 1)]
    deed = next((k for k in range(j, min(sentence.last, j + _TO_DEED)) if _joins(keys[k])), None)
    if deed is None or not _tries(chart, sentence.first, j, deed, sentence.last):
        return False
    near = range(deed + 1, min(len(keys), deed + _TO_GROUP))
    return any(a.value.kind == "armed_group" for k in near for a in chart.at(k, "actor"))


def _joins(key: str) -> bool:
    """Whether a word tells of joining: الانتماء، لانضمامهم."""
    bare = key[1:] if key[:1] in ("ب", "ل") else key
    return bare.removesuffix("هم").removesuffix("هن").removesuffix("ها") in words("joining")


def _tries(chart: Chart, first: int, j: int, deed: int, last: int) -> bool:
    """Whether a trial is told of before token j or behind the deed, not by the charge alone."""
    around = (*range(first, j), *range(deed + 1, last))
    told = (node for k in around for node in chart.at(k, "trigger"))
    return any(_type(node) == "trial" for node in told)


def _type(node: Node) -> EventType | None:
    """The type of what a trigger tells."""
    return cast(Sense, node.parts[0].value).type


def mixed(chart: Chart, node: Node) -> int:
    """Token after the civilians whom fighters are told of with: مسلح ومدني؛ node's end without."""
    head = node.parts[0].value if node.parts else None
    if node.cut or node.rule != "actor.head" or not isinstance(head, Head):
        return node.j
    if head.suffix not in _FIGHTERS:
        return node.j
    beside = (a for a in chart.at(node.j, "actor") if chart.doc.keys[a.i].startswith("و"))
    people = (a for a in beside if a.value.kind == "civilians" and a.j == node.j + 1)
    return next((a.j for a in people if a.rule == "actor.head"), node.j)


def backs_fighters(chart: Chart, node: Node) -> bool:
    """Whether supporters of a person clash with an armed group: قتال بين الميليشيا وأنصار فلان."""
    head = node.parts[0].value if node.parts else None
    if not isinstance(head, Head) or head.suffix != "supporters" or node.rule != "actor.grammar":
        return False
    sentence = chart.doc.sentences[chart.doc.sentence_index(node.i)]
    words_of = range(sentence.first, sentence.last)
    others = (a.value.kind for k in words_of for a in chart.at(k, "actor") if k != node.i)
    fights = any(_type(n) == "clash" for k in words_of for n in chart.at(k, "trigger"))
    return fights and "armed_group" in others
