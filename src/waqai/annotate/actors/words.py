"""Words of the actor grammar by their use."""

from __future__ import annotations

from functools import cache

from waqai.annotate.actors.tables import PACKAGE
from waqai.lexicon.table import read_table


@cache
def words(use: str) -> frozenset[str]:
    """The folded words of a use, as words.tsv defines them."""
    rows = read_table(PACKAGE, "words.tsv", ("use", "keys"), ("keys",))
    return frozenset(key for row in rows if row.cells[0] == use for key in row.variants(1))


@cache
def endings(use: str) -> tuple[str, ...]:
    """The words of a use, as endings of others."""
    return tuple(sorted(words(use)))
