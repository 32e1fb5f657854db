"""Things of a report."""

from waqai.annotate.chart import Chart
from waqai.lexicon.vocabulary import MapSource, Source


def source() -> Source:
    """The words of this dimension."""
    return MapSource(())


def annotate(chart: Chart) -> None:
    """Add this dimension's nodes."""
