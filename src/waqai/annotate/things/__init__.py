"""Weapons and targets of a report."""

from waqai.annotate.chart import Chart, Node, longest
from waqai.annotate.things.find import Things
from waqai.annotate.things.tables import entries
from waqai.lexicon.vocabulary import MapSource, Source


def source() -> Source:
    """The words of this dimension."""
    return MapSource(entries())


def annotate(chart: Chart) -> None:
    """Add nodes `weapon` and `target`, none overlapping another of its kind."""
    things = Things(chart)
    for found in (things.weapons(), things.targets()):
        # Of two that end alike the one whose table row says more of it comes first.
        for node in longest(sorted(found, key=_shortness)):
            chart.add(node)


def _shortness(node: Node) -> int:
    """Minus the length of the table row's words."""
    return node.parts[0].i - node.parts[0].j
