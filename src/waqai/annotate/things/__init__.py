"""Weapons and targets of a report."""

from waqai.annotate.chart import Chart, longest
from waqai.annotate.things.find import Things
from waqai.annotate.things.tables import entries
from waqai.lexicon.vocabulary import MapSource, Source


def source() -> Source:
    """The words of this dimension."""
    return MapSource(entries())


def annotate(chart: Chart) -> None:
    """Add nodes `weapon` and `target`, none overlapping another of its kind."""
    things = Things(chart)
    for node in (*longest(list(things.weapons())), *longest(list(things.targets()))):
        chart.add(node)
