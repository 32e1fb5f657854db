"""Words of the actor grammar by their use."""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.annotate.actors.tables import PACKAGE
from waqai.lexicon.table import Lazy, by_first, read_table


def words(use: str) -> frozenset[str]:
    """The folded words of a use, as words.tsv defines them. Raises KeyError for no use."""
    return _WORDS[use]


def _read() -> dict[str, frozenset[str]]:
    return by_first(read_table(PACKAGE, "words.tsv", ("use", "keys"), ("keys",)))


_WORDS: Final = Lazy(_read)


@cache
def endings(use: str) -> tuple[str, ...]:
    """The words of a use, as endings of others."""
    return tuple(sorted(words(use)))
