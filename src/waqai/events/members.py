"""Members: one of a body is a person (عضو الحزب), several are of its kind (قادتها).

The body may be told of before: أفراد المجموعة, عناصرها.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.model.codes import ActorKind
from waqai.model.span import Span
from waqai.model.values import ActorValue

# Words of men of a band told of before, at most, and whose men they are.
_OF_BAND: Final = 2
# Words back to the band at most.
_FAR: Final = 300
# What is also a verb, before its subject: حملة قادتها فرنسا.
_LED: Final = "قادت"
_THEIRS: Final = ("هم", "ها", "ه")
# Kinds of bodies whose members are people, not states: عضو حلف الناتو.
_OF_PEOPLE: Final = frozenset(("political", "state", "armed_group", "state_forces"))


def of_group(chart: Chart, first: int, last: int, kind: ActorKind) -> ActorKind:
    """The kind of people who are men of a group told of before: قادتها, أفراد المجموعة."""
    if kind != "unknown" or last > first + _OF_BAND:
        return kind
    keys = chart.doc.keys
    key = keys[first].removeprefix("ل")
    bare = next((key.removesuffix(end) for end in _THEIRS if key.endswith(end)), "")
    own = last == first + 1 and bare in words("own_men")
    if own and bare == _LED and any(chart.at(last, "actor")):
        return kind
    band = last > first + 1 and keys[last - 1] in words("known_band")
    if not own and not (band and key in words("men_of_band")):
        return kind
    told = [node.value.kind for node in _before(chart, first, band=band)]
    if "armed_group" in told:
        return "armed_group"
    return "political" if own and "political" in told else kind


def _before(chart: Chart, i: int, *, band: bool) -> list[Node]:
    """The actors told of before token i: in the last two sentences, a band farther."""
    at = chart.doc.sentence_index(i)
    start = max(0, i - _FAR) if band else chart.doc.sentences[max(0, at - 1)].first
    actors = [node for k in range(start, i) for node in chart.at(k, "actor")]
    if not band:
        return actors
    keys = chart.doc.keys
    return [node for node in actors if keys[node.i][node.skip :] in words("a_band")]


def one_member(chart: Chart, node: Node, value: ActorValue) -> ActorValue:
    """What an actor is: one of whom no more is told than the body that he is a member of."""
    noun = chart.doc.keys[node.i][node.skip :].removeprefix("ال")
    if value.kind not in _OF_PEOPLE or noun not in words("member"):
        return value
    name = Span(*chart.doc.span(node.i, node.j, node.skip, node.cut)).of(chart.doc.text)
    return ActorValue(name, None, "person", value.country)
