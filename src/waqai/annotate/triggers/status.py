"""Status of a trigger: foiled, planned or denied by a word near it."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.setting import Setting, keys_of
from waqai.model.codes import Status

# How far a cue reaches, in words, with no mark of punctuation between.
_REACH: Final = 4
# Talks that fail have been held.
_NEVER_FOILED: Final = frozenset(("meeting", "agreement", "trial", "aid", "protest", "power"))
_MARKS: Final = frozenset('،,؛;:.!?؟\n()[]-"')


def status_of(chart: Chart, setting: Setting, node: Node, sense: Sense) -> Status:
    """The status of the event that a trigger tells, as far as the words beside it say."""
    if sense.status != "happened":
        return sense.status
    before = chart.doc.keys[node.i - 1] if node.i else ""
    if node.reading is not None and node.reading.prep == "س" and sense.pos == "verb":
        return "planned"
    if before in keys_of("soon"):
        return "planned"
    return _cued(chart, setting, node)


def _cued(chart: Chart, setting: Setting, node: Node) -> Status:
    """The status that the nearest cue gives."""
    keys = chart.doc.keys
    for cue in _around(setting, node):
        first, last = (cue.j, node.i) if cue.j <= node.i else (node.j, cue.i)
        between = keys[first:last]
        if cue.value.negation and not keys_of("occurrence").issuperset(between):
            continue
        if cue.value.status == "foiled" and node.value.type in _NEVER_FOILED:
            continue
        if len(between) <= _REACH and _MARKS.isdisjoint(between):
            return cast(Status, cue.value.status)
    return "happened"


def _around(setting: Setting, node: Node) -> list[Node]:
    """Cues before the trigger that look ahead and after it that look back, nearest first."""
    if not setting.cue_at:
        return []
    found = [
        (abs(cue.i - node.i), cue)
        for k in range(node.i - _REACH - 2, node.j + _REACH + 1)
        for cue in setting.cue_at.get(k, ())
        if (cue.j <= node.i and cue.value.side == "after")
        or (cue.i >= node.j and cue.value.side == "before")
    ]
    return [cue for _, cue in sorted(found, key=lambda pair: pair[0])]
