"""Numbers of a report: `number` (a quantity with its bounds) and `ordinal` (a rank).

Kinds of nodes left in the chart:

- `number.word`: each word or run of digits of a number (tables.Atom);
- `number.plain`: each number composed of them, also in dates, names and codes (NumberValue);
- `number`: quantities, with hedges, spans and per cents; no years, codes and clock times;
- `ordinal`: ranks (OrdinalValue).

Nodes of one kind do not overlap.
"""

from __future__ import annotations

from waqai.annotate.chart import Chart, longest
from waqai.annotate.numbers.compose import PLAIN, compose
from waqai.annotate.numbers.ordinals import of_cardinal, of_digits, ordinals, with_hundreds
from waqai.annotate.numbers.quantities import quantities
from waqai.annotate.numbers.tables import NTH, WORD, NumberSource
from waqai.lexicon.vocabulary import Source

__all__ = ["PLAIN", "annotate", "source"]


def source() -> Source:
    """The words of numbers, digits among them."""
    return NumberSource()


def annotate(chart: Chart) -> None:
    """Add the nodes of kind `number.plain`, `number` and `ordinal`."""
    if not (chart.of(WORD) or chart.of(NTH)):
        return
    plain = compose(chart)
    for node in plain:
        chart.add(node)
    ranks = ordinals(chart)
    taken = {k for node in ranks for k in range(node.i, node.j)}
    free = [node for node in plain if taken.isdisjoint(range(node.i, node.j))]
    cardinal = {id(node): of_cardinal(chart, node) or of_digits(chart, node) for node in free}
    ranks += [rank for rank in cardinal.values() if rank is not None]
    ranks = longest(with_hundreds(chart, ranks, plain))
    for node in ranks + quantities(chart, [n for n in free if cardinal[id(n)] is None]):
        chart.add(node)
