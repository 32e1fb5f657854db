"""Words beside a word of dates that decide whether it is one."""

from __future__ import annotations

from functools import cache

from waqai.lexicon.table import read_table

PACKAGE = "waqai.annotate.dates"


@cache
def beside(role: str) -> frozenset[str]:
    """The folded tokens of a role of beside.tsv."""
    rows = read_table(PACKAGE, "beside.tsv", ("role", "forms"), ("forms",))
    return frozenset(form for row in rows if row.cells[0] == role for form in row.variants(1))
