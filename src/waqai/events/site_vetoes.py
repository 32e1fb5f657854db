"""Site vetoes: places that are surely not where an event took place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.places.values import is_side
from waqai.events.scene import Scene
from waqai.events.telling import Draft, sense
from waqai.events.words import cause_before, preposition

# Words between a place and the part of a country around it (ذات الغالبية الكردية جنوب شرق تركيا).
_BETWEEN: Final = 4
_WIDE: Final = ("country", "region")
# Tokens before a place among which the cause of an event is opened.
_FAR: Final = 40
# Tokens behind that within which the act stands for which something is done.
_ACT: Final = 2
_AT: Final = ("في", "ب")
# States whose aircraft strike no place on their own soil.
_STRIKE_ABROAD: Final = frozenset(("IL", "US", "RU", "FR", "GB"))


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
    احتجاجا على مقتل شاب في Y), where its sentences name others; none of its namings where they
    put the event in another state (قصف في سوريا ردا على هجوم X).
    """
    caused = [node for node in nodes if _is_of_cause(scene, draft, node)]
    if not caused:
        return nodes
    told, states = {one.sentence for one in draft.tellings}, {n.value.country for n in caused}
    names = {node.value.name for node in caused}
    others = [node for node in nodes if node.value.name not in names]
    if any(_is_abroad(scene, n, states) for n in others if scene.sentence(n.i) in told):
        return others
    kept = [node for node in nodes if node not in caused]
    named = any(n.value.kind not in _WIDE and scene.sentence(n.i) in told for n in kept)
    return kept if named else nodes


def _is_abroad(scene: Scene, node: Node, states: set[str]) -> bool:
    """Whether words put something at a place that lies in none of some states."""
    away = node.value.country not in states
    return away and preposition(scene.keys, node.i, node.skip) in _AT


def _is_of_cause(scene: Scene, draft: Draft, node: Node) -> bool:
    """Whether a place stands behind the words that open a cause and an act, in a sentence that
    tells the event before them and no more behind.
    """
    cause = _cause(scene, node)
    if cause is None:
        return False
    number = scene.sentence(node.i)
    told = [t for one in draft.tellings if one.sentence == number for t in one.triggers]
    behind = any(t.i > cause + _ACT and sense(t).type == draft.type for t in told)
    if behind or not any(t.i < cause for t in told):
        return False
    return any(cause < other.i < node.i for other in scene.triggers_in.get(number, ()))


def _cause(scene: Scene, node: Node) -> int | None:
    """The token in a place's sentence that opens a cause before it, the nearest, or None."""
    sentence = scene.doc.sentences[scene.sentence(node.i)]
    return cause_before(scene.keys, max(0, sentence.first, node.i - _FAR + 1), node.i)


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
