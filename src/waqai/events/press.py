"""Press: named journalists who are attacked for what they are: اغتيل الصحفي سامي رفعت.

Who is tried, held or speaks is a person as any other.
"""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.model.codes import ActorKind, EventType

_BLOWS: Final[frozenset[EventType | None]] = frozenset(
    ("assassination", "attack", "air_strike", "shelling", "bombing", "crackdown")
)
# Words from a verb to whom it befalls at most, and what parts them.
_BEFORE: Final = 7
_PAUSES: Final = frozenset(("،", ",", ".", ":", "\n", "ان", "قال"))


def of_press(chart: Chart, node: Node, kind: ActorKind) -> ActorKind:
    """The kind of a person whose title is one of the press: media where a blow befalls him."""
    if kind != "person" or node.rule != "actor.person":
        return kind
    title = chart.doc.keys[node.i][node.skip :].removeprefix("ال")
    if title not in words("press_title"):
        return kind
    return "media" if _is_hit(chart, node) else kind


def _is_hit(chart: Chart, node: Node) -> bool:
    """Whether a person is told to be killed, hurt or attacked, and not by a court."""
    keys = chart.doc.keys
    sentence = chart.doc.sentences[chart.doc.sentence_index(node.i)]
    if any("execution" in _types(chart, k) for k in range(sentence.first, sentence.last)):
        return False
    if not words("harmed").isdisjoint(keys[node.j : node.j + 1]):
        return True
    if keys[node.j : node.j + 1] and keys[node.j] in words("struck_by"):
        return True
    at = node.i - 1
    while at > sentence.first and keys[at] in words("press_before"):
        at -= 1
    if at >= sentence.first and (keys[at] in words("harmed") or _types(chart, at) & _BLOWS):
        return True
    return _is_object(chart, max(sentence.first, node.i - _BEFORE), node.i)


def _is_object(chart: Chart, first: int, i: int) -> bool:
    """Whether a verb of a blow stands from token `first` on, and who strikes between it and
    token i: اغتال مسلحون الصحفي.
    """
    keys = chart.doc.keys
    verb = next((k for k in range(i - 1, first - 1, -1) if _types(chart, k) & _BLOWS), None)
    if verb is None or not _PAUSES.isdisjoint(keys[verb:i]):
        return False
    between = range(verb + 1, i)
    return any(chart.at(k, kind) for k in between for kind in ("actor", "count"))


def _types(chart: Chart, i: int) -> set[EventType | None]:
    """The types of event that triggers at token i tell."""
    return {cast(Sense, n.parts[0].value).type for n in chart.at(i, "trigger")}
