"""Riders: of which kind a vehicle, or a gathering, is that is told to be of those who were harmed.

قتل جنديان بانفجار لغم لدى مرور عربتهما، أصيب عنصران من الفصيل بسيارة كانت تقلهما.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.people.tables import particles
from waqai.model.codes import ActorKind, CountSlot, WhomClass

# Pronouns of those told before.
_THEIRS: Final = ("هم", "هما")
_OF_THEM: Final = frozenset(("لهم", "لهما"))
_HARMED: Final[frozenset[CountSlot | None]] = frozenset(("killed", "wounded", "missing"))
_MEN: Final[dict[WhomClass, ActorKind]] = {"security": "state_forces", "militant": "armed_group"}

_TOLD: Final = frozenset(("armed_group", "state_forces", "civilians"))


def of_harmed(chart: Chart, node: Node) -> ActorKind | None:
    """The kind of men under arms who are harmed before a vehicle that a pronoun makes theirs."""
    if not _is_theirs(chart, node):
        return None
    sentence = chart.doc.sentences[chart.doc.sentence_index(node.i)]
    told = (n.value for k in range(sentence.first, node.i) for n in chart.at(k, "count"))
    harmed = [n for n in told if n.slot in _HARMED or n.context in _HARMED or n.licensed]
    # The first of them is who the sentence is about.
    return _MEN.get(harmed[0].cls) if harmed else _told_last(chart, sentence.first, node.i)


def _told_last(chart: Chart, first: int, end: int) -> ActorKind | None:
    """The kind of those told last from token `first` to `end`, where they are men under arms."""
    named = (n.value.kind for k in range(first, end) for n in chart.at(k, "actor") if n.j <= end)
    told = [kind for kind in named if kind in _TOLD]
    return told[-1] if told and told[-1] != "civilians" else None


def _is_theirs(chart: Chart, node: Node) -> bool:
    """Whether a vehicle bears a pronoun of those told before, or is told to carry them."""
    keys = chart.doc.keys
    if node.cut:
        return keys[node.j - 1].endswith(_THEIRS)
    if keys[node.j : node.j + 1] != [] and keys[node.j] in _OF_THEM:
        return True
    at = node.j + (keys[node.j : node.j + 1] != [] and keys[node.j] in particles("was"))
    return at < len(keys) and keys[at] in particles("holding_them")
