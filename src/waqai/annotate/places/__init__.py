"""Places of a report: found by head nouns and the gazetteer, decided together.

Adds nodes of kind `place` (value PlaceValue, no overlaps) and, for each place that the text itself
puts inside another one (قرية في ريف حلب), a node `place.chain` whose parts are the two place nodes,
the inner first.
"""

from waqai.annotate.chart import Chart
from waqai.annotate.places.decide import decide
from waqai.annotate.places.words import source

__all__ = ["annotate", "source"]


def annotate(chart: Chart) -> None:
    """Add this dimension's nodes."""
    decide(chart)
