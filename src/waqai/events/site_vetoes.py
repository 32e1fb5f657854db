"""Site vetoes: places that are surely not where an event took place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.places.values import is_side
from waqai.events.said import opens
from waqai.events.scene import Scene
from waqai.events.telling import Draft, sense
from waqai.events.words import is_cause, is_talk, preposition

# Words between a place and the part of a country around it (ذات الغالبية الكردية جنوب شرق تركيا).
_BETWEEN: Final = 4
_WIDE: Final = ("country", "region")
# Tokens before a place among which the cause of an event is opened.
_FAR: Final = 40
# States whose aircraft strike no place on their own soil.
_STRIKE_ABROAD: Final = frozenset(("IL", "US", "RU", "FR", "GB"))

# Tokens before a place among which the meeting is named that took place there.
_MET: Final = 7
_AT: Final = ("في", "ب")
# What takes place where people meet.
_TALKS: Final = frozenset(("meeting", "agreement", "power", "sanction", "aid"))


def is_around(node: Node, own: Sequence[Node]) -> bool:
    """Whether a place is but the part of its country in which the one told before it lies."""
    value = node.value
    if not is_side(value) or node.skip:
        return False
    near = (one.value for one in own if one.j <= node.i <= one.j + _BETWEEN)
    return any(
        one.country == value.country and one.kind not in _WIDE and not is_side(one) for one in near
    )


def its_own(scene: Scene, draft: Draft, nodes: Sequence[Node]) -> Sequence[Node]:
    """The places but those of the act for which the event is told to have come about (تظاهروا في X
    احتجاجا على مقتل شاب في Y), where its sentences name others, or another state.
    """
    caused = [node for node in nodes if _is_of_cause(scene, draft, node)]
    if not caused:
        return nodes
    kept = [node for node in nodes if node not in caused]
    told, states = {one.sentence for one in draft.tellings}, {n.value.country for n in caused}
    own = (n.value for n in kept if scene.sentence(n.i) in told)
    named = any(value.kind not in _WIDE or value.country not in states for value in own)
    return kept if named else nodes


def _is_of_cause(scene: Scene, draft: Draft, node: Node) -> bool:
    """Whether a place stands behind the words that open a cause and an act, in a sentence that
    tells the event before them and no more behind.
    """
    cause = _cause(scene, node)
    if cause is None:
        return False
    number = scene.sentence(node.i)
    told = [t for one in draft.tellings if one.sentence == number for t in one.triggers]
    behind = any(t.i > cause and sense(t).type == draft.type for t in told)
    if behind or not any(t.i < cause for t in told):
        return False
    return any(cause < other.i < node.i for other in scene.triggers_in.get(number, ()))


def is_of_talk(scene: Scene, draft: Draft, node: Node) -> bool:
    """Whether a place is but where people met or spoke: who tells of the event behind it (قال في
    مؤتمر صحفي في X إن), or those of another act, told of behind it (اعتقلوا بعد اجتماع في X).
    """
    if draft.type in _TALKS or preposition(scene.keys, node.i, node.skip) not in _AT:
        return False
    talk = _talk(scene, node)
    if talk is None:
        return False
    number = scene.sentence(node.i)
    own = [t.i for one in draft.tellings if one.sentence == number for t in one.triggers]
    before = max((i for i in own if i < node.i), default=None)
    if before is not None:
        return any(before < t.i < talk and t.i not in own for t in scene.triggers_in[number])
    return bool(own) and opens(scene.keys, node.j, min(own))


def _talk(scene: Scene, node: Node) -> int | None:
    """The token in a place's sentence, little before it, that tells of a meeting, or None."""
    first = max(scene.doc.sentences[scene.sentence(node.i)].first, node.i - _MET)
    return next((k for k in range(node.i - 1, first - 1, -1) if is_talk(scene.keys[k])), None)


def _cause(scene: Scene, node: Node) -> int | None:
    """The token in a place's sentence that opens a cause before it, the nearest, or None."""
    number = scene.sentence(node.i)
    for at in range(node.i - 1, max(-1, node.i - _FAR), -1):
        if scene.sentence(at) != number:
            return None
        if is_cause(scene.keys[at]):
            return at
    return None


def abroad(draft: Draft, nodes: Sequence[Node]) -> Sequence[Node]:
    """The places on which the aircraft of a state that strikes abroad may have fallen: none of its
    own, where the report names others (ردت الفصائل بصواريخ على جنوب إسرائيل).
    """
    if draft.type != "air_strike":
        return nodes
    states = {pick.node.value.country for pick in draft.by if pick.node.kind == "actor"} - {None}
    if len(states) != 1 or not states <= _STRIKE_ABROAD:
        return nodes
    return [node for node in nodes if node.value.country not in states] or nodes
