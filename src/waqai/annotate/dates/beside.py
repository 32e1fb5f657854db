"""Words beside a word of dates that decide whether it is one."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from waqai.lexicon.table import Lazy, by_first, read_table

PACKAGE: Final = "waqai.annotate.dates"
_PROCLITICS: Final = frozenset("وفبل")
# Words that bar a day, يوم before it or not.
_EVERY: Final = ("كل", "باستثناء", "عدا", "سوق")


def beside(role: str) -> frozenset[str]:
    """The folded tokens of a role of beside.tsv. Raises KeyError for no role."""
    return _BESIDE[role]


def _read() -> dict[str, frozenset[str]]:
    return by_first(read_table(PACKAGE, "beside.tsv", ("role", "forms"), ("forms",)))


_BESIDE: Final = Lazy(_read)


def is_among(words: Set[str], key: str) -> bool:
    """Whether a token, و or ف or a preposition on it set aside, is one of the words."""
    return key in words or (key[:1] in _PROCLITICS and key[1:] in words)


def stands_before(role: str, key: str) -> bool:
    """Whether a token, its proclitic set aside, is of a role."""
    return is_among(beside(role), key)


def is_held(before: str, key: str) -> bool:
    """Whether a day that begins with the token `key` is part of a name by the noun before it (قصر
    الخميس); يوم sets it apart from that (قرب القصر يوم الخميس).
    """
    apart = key == "يوم" and before not in _EVERY
    return not apart and stands_before("holder", before)
