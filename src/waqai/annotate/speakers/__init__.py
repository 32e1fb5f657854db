"""Speakers of a report: who says something, and over how much of the text."""

from waqai.annotate.chart import Chart, Node, longest
from waqai.annotate.speakers.scope import (
    SCOPE_KIND,
    Attribution,
    Voices,
    attributions,
    speaker_of,
    spoken,
    voices,
)
from waqai.annotate.speakers.tables import entries
from waqai.lexicon.vocabulary import MapSource, Source

__all__ = [
    "SCOPE_KIND",
    "Attribution",
    "Voices",
    "annotate",
    "attributions",
    "source",
    "speaker_of",
    "voices",
]


def source() -> Source:
    """The words of this dimension."""
    return MapSource(entries())


def annotate(chart: Chart) -> None:
    """Add nodes `speaker`, none overlapping another, and a node SCOPE_KIND for each attribution."""
    found = spoken(chart)
    for node in longest(found.speakers):
        chart.add(node)
    for one in found.attributions:
        chart.add(Node(SCOPE_KIND, one.first, one.last, one, one.how, (one.speaker,)))
