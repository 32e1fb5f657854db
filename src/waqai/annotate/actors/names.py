"""People's names: how far a name goes from a token on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from waqai.annotate.actors.tables import PACKAGE
from waqai.lexicon.table import read_table

# Words that bind the next one into the name: عبد الله، أبو حمزة، بن علي، آل سعود.
_BINDERS = frozenset(
    ("عبد", "ابو", "ابي", "ابا", "بن", "ابن", "ال", "ولد", "ام", "بو", "بنت", "باي")
)
_PARTICLES = frozenset(
    ("دو", "دي", "دا", "فان", "فون", "لو", "دير", "ماك", "سان", "اوغلو", "كي", "اون", "ايل")
)
_SECOND = frozenset(("الله", "الدين", "الرحمن", "الحق", "الاسلام", "النصر", "الزمان", "الله"))
_MOST = 6


@cache
def names(cls: str) -> frozenset[str]:
    """The words of a class of the names table: given, weak or family."""
    rows = read_table(PACKAGE, "names.tsv", ("class", "keys"), ("keys",))
    return frozenset(key for row in rows if row.cells[0] == cls for key in row.variants(1))


@cache
def common() -> frozenset[str]:
    """Frequent words that are no names."""
    rows = read_table(PACKAGE, "common.tsv", ("keys",), ("keys",))
    return frozenset(key for row in rows for key in row.variants(0))


def name_end(keys: Sequence[str], i: int, last: int, led: bool) -> int | None:
    """Token after the name that begins at i (before `last`), None where none does.

    A name that is `led` by a title may be of unknown words; one without must be of known ones.
    """
    end = _first(keys, i, last, led)
    if end is None:
        return None
    count = 1
    while end < last and count < _MOST:
        after = _next(keys, end, last, led)
        if after is None:
            break
        end, count = after, count + 1
    return end if led or count > 1 else None


def _first(keys: Sequence[str], i: int, last: int, led: bool) -> int | None:
    """Token after the first part of a name."""
    if i >= last:
        return None
    key = keys[i]
    if key in names("given"):
        return i + 1
    if key == "ابو" and not led:
        return i + 2 if i + 1 < last and keys[i + 1] in names("given") else None
    if key == "عبد":
        return i + 2 if i + 1 < last and _plain(keys[i + 1]) else None
    if not led:  # a leaf says that the word, its clitics apart, is a given name
        return i + 1
    if key in _BINDERS and key not in ("ال", "ام", "بو", "باي"):
        return i + 2 if i + 1 < last and _plain(keys[i + 1]) else None
    if key in names("weak") or key in names("family") or _unknown(key):
        return i + 1
    return None


def _next(keys: Sequence[str], i: int, last: int, led: bool) -> int | None:
    """Token after one more part of a name that has begun."""
    key = keys[i]
    if key in _BINDERS:
        return i + 2 if i + 1 < last and _plain(keys[i + 1]) else None
    if key in names("family") or key in names("given") or key in names("weak"):
        return i + 1
    if key in _SECOND or key in _PARTICLES:
        return i + 1
    if _unknown(key) and (led or key[0] not in "يتن"):
        return i + 1
    return None


def _plain(key: str) -> bool:
    """Letters only."""
    return len(key) > 1 and key.isalpha()


def _unknown(key: str) -> bool:
    """A word that no frequent word is, clitics considered: it may be a name."""
    if len(key) < 3 or not key.isalpha() or key in common() or key.isascii():
        return False
    if key[0] == "و" or key.startswith("لل") or key.endswith(("هم", "هما")):
        return False
    bare = key[1:]
    return not (key[0] in "فبلكس" and (bare in common() or bare.startswith("ال")))
