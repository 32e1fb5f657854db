"""Names of the Gregorian months in every Arabic system, for all that must read a date."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from waqai.lexicon.table import read_table


@cache
def month_numbers() -> Mapping[str, int]:
    """Folded month name (one word or two) to 1..12."""
    rows = read_table("waqai.lexicon", "months.tsv", ("month", "system", "names"), ("names",))
    return MappingProxyType({name: int(row.cells[0]) for row in rows for name in row.variants(2)})
