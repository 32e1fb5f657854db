"""Crowds that protest: people of any sort (students, residents) where their words say so.

تظاهر العشرات من طلاب الجامعة، وقفة احتجاجية للصحفيين، أهالي القرية يعتصمون.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.model.values import ActorValue

# Words between the protest and its people at most: المئات من أهالي.
_BEFORE = 4
_AFTER = 3
_RULES = frozenset(("actor.head", "actor.place", "actor.nationals", "actor.country"))


def protesting(chart: Chart, nodes: Sequence[Node]) -> None:
    """Make protesters of the crowds among `nodes` that protest."""
    for node in nodes:
        value: ActorValue = node.value
        crowd = value.kind in ("civilians", "media") and node.rule in _RULES
        if crowd and (_before(chart, node) or _after(chart, node)):
            node.value = ActorValue(value.name, value.id, "protesters", value.country)


def _before(chart: Chart, node: Node) -> bool:
    """Whether a verb or noun of protest governs the crowd: only quantities stand between."""
    keys = chart.doc.keys
    prep = chart.doc.keys[node.i][: node.skip]
    for at in range(node.i - 1, max(-1, node.i - 1 - _BEFORE), -1):
        if keys[at] in words("protests"):
            return not prep
        if keys[at] in words("protest_of"):
            return prep == "ل" or (not prep and at == node.i - 1)
        if not (keys[at].isdigit() or keys[at] in words("protest_between")):
            return False
    return False


def _after(chart: Chart, node: Node) -> bool:
    """Whether the crowd is the subject of a verb of many right behind it."""
    keys = chart.doc.keys
    at = node.j
    while at < min(len(keys), node.j + _AFTER) and _stands_between(keys[at]):
        at += 1
    return at < len(keys) and keys[at] in words("protest_many")


def _stands_between(key: str) -> bool:
    """Whether a word tells whose people the crowd is, or how many: أهالي القرية، عشرات."""
    return key.startswith("ال") or key.isdigit() or key in words("protest_between")
