"""Attackers: one who attacks by a verb and what stands apart from it.

أطلق سائق النار, قام طالب بطعن زميله, منفذ الهجوم فتى, قتل شاب أربعة أشخاص, سائق السيارة التي دهست.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.events.nearby import told_behind
from waqai.model.codes import ActorKind

# Words from one to what completes the verb before him, and to what he is told to be.
_BEHIND: Final = 10
_NEAR: Final = 4
_ENDS: Final = frozenset((".", "\n", "؛", ":", "ان", "فيما", "بينما"))
_RELATIVES: Final = frozenset(("الذي", "التي"))
_IS: Final = frozenset(("هو", "هي"))


def attacks_apart(chart: Chart, i: int, j: int) -> bool:
    """Whether one named by the tokens [i, j) is told to attack by words that stand apart."""
    keys = chart.doc.keys
    before = keys[i - 1] if i else ""
    if before in words("shoots") and told_behind(keys, j - 1, _BEHIND, words("shot"), _ENDS):
        return True
    if before in words("sets_about") and told_behind(keys, j, _BEHIND, words("by_deed"), _ENDS):
        return True
    if before in words("kills_many") and any(chart.at(j, "number")):
        return True
    if i > 1 and before in words("the_deed") and keys[i - 2] in words("author"):
        return True
    driven = _is_told(keys, j, _RELATIVES, words("rams"))
    return driven or _is_told(keys, j, _IS, words("author"))


def of_bomber(chart: Chart, node: Node, first: int, last: int, kind: ActorKind) -> ActorKind:
    """The kind of terrorists of no named group: unknown where they blow themselves up."""
    if kind != "armed_group" or node.value.id is not None or node.rule != "actor.head":
        return kind
    keys = chart.doc.keys
    noun = keys[first][node.skip :].removeprefix("ال")
    if noun not in words("terrorist"):
        return kind
    for key in keys[first + 1 : last + _NEAR]:
        if key in _ENDS:
            break
        if key.removeprefix("ال") in words("suicide"):
            return "unknown"
    led = keys[first - 1] if first else ""
    before = (key.removeprefix("ال") for key in keys[max(0, first - _NEAR) : first])
    attack = led in words("done_by") and any(key in words("suicide") for key in before)
    return "unknown" if attack else kind


def _is_told(keys: list[str], j: int, opening: frozenset[str], those: frozenset[str]) -> bool:
    """Whether a word that opens soon behind token j is followed by one of some words: (شابا) هو
    منفذ الهجوم, (سائق) السيارة التي صدمت.
    """
    ways = range(j, min(j + _NEAR, len(keys) - 1))
    at = next((k for k in ways if keys[k] in opening), None)
    return at is not None and keys[at + 1] in those
