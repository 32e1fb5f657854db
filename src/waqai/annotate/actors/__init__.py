"""Actors of a report: who acts and who is acted on, each resolved to one canonical name."""

from waqai.annotate.actors.choose import select
from waqai.annotate.actors.phrase import phrases
from waqai.annotate.actors.tables import entries
from waqai.annotate.chart import Chart
from waqai.lexicon.vocabulary import MapSource, Source


def source() -> Source:
    """The words of this dimension."""
    return MapSource(entries())


def annotate(chart: Chart) -> None:
    """Add this dimension's nodes: kind `actor`, none overlapping another."""
    for node in select(phrases(chart)):
        chart.add(node)
