"""Triggers of a report: the words that tell events, their senses, and cues of status."""

from itertools import chain

from waqai.annotate.chart import Chart, Node, longest
from waqai.annotate.triggers import setting as settings
from waqai.annotate.triggers import words
from waqai.annotate.triggers.choose import SENSE_KIND, best, candidates, support
from waqai.annotate.triggers.setting import CUE_TAG, Setting
from waqai.annotate.triggers.status import status_of
from waqai.lexicon.vocabulary import MapSource, Source
from waqai.model.values import TriggerValue

__all__ = ["SENSE_KIND", "annotate", "source"]


def source() -> Source:
    """The words of this dimension."""
    return MapSource(chain(words.entries(), settings.entries()))


def annotate(chart: Chart) -> None:
    """Add nodes `trigger`, `trigger.light` (support verbs, value Sense) and `cue` (value status).

    A trigger's value is a TriggerValue; its first part is a node SENSE_KIND whose value is the
    Sense; a second part, where there is one, is the rest of a phrase that stands apart from its
    verb. Triggers do not overlap each other.
    """
    setting = Setting(chart)
    for node in best(chart, list(candidates(chart, setting))):
        chart.add(_trigger(chart, setting, node))
    for node in support(chart):
        node.kind = "trigger.light"
        chart.add(node)
    for cue in longest(chart.of(CUE_TAG)):
        status = cue.value.status
        chart.add(Node("cue", cue.i, cue.j, status, cue.rule, (cue,), cue.skip, cue.cut))


def _trigger(chart: Chart, setting: Setting, node: Node) -> Node:
    """The mention of a chosen sense."""
    sense = node.value
    value = TriggerValue(sense.type, sense.lemma, status_of(chart, setting, node, sense))
    if value.status == "foiled":
        # What did not succeed harmed nobody: whom its name counts is who was aimed at.
        node.value = sense.copy()
        node.value.slot = None
    parts = (node, *node.parts)
    return Node("trigger", node.i, node.j, value, node.rule, parts, node.skip, node.cut)
