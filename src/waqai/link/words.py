"""Words that tell texts apart, and a sketch that tells copies of one text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from waqai.annotate.places.gazetteer import PLAIN, gazetteer
from waqai.annotate.places.words import everyday
from waqai.lexicon.table import read_table
from waqai.model.codes import SPOTS
from waqai.text.fold import fold

WORD: Final = re.compile(r"\w+")
_ARABIC: Final = re.compile("[ء-ي]")
_PREFIX: Final = re.compile(r"\A(?:[وف]?(?:[بك]?ال|لل)|[وفبلك])(?=\w{3})")
_DEFINITE: Final = re.compile(r"\A[وف]?(?:[بك]?ال|لل)\w{3}")
# Words of a shingle, hashes kept of a text, words below which a text is no copy of anything.
_SHINGLE: Final = 5
_KEPT: Final = 32
_LEAST: Final = 25
# Letters of the shortest word that is compared.
_SHORTEST: Final = 3
# The rarity of a word that news seldom uses; bits of a hashed word that tell its rarity.
RAREST: Final = 4
_BITS: Final = 3
_DEGREE: Final = 7
# Importance of a place in the gazetteer from which its name may stand for all around it.
_CITY: Final = 7


def story_words(text: str) -> tuple[int, ...]:
    """The words of a passage that tell something, sorted: of each its hash, and its rarity
    (1 to 4) in the last `_BITS` bits.
    """
    found = set(map(_rated, WORD.findall(fold(text).text)))
    return tuple(sorted([rated for _, rated in found if rated]))


@lru_cache(maxsize=1 << 16)
def _rated(word: str) -> tuple[str, int]:
    """A folded word without proclitics, and its hash with its rarity; 0 where it tells nothing."""
    found = bare(word)
    degree = _frequent().get(found, RAREST) if found else 0
    return found, zlib.crc32(found.encode()) << _BITS | degree if degree else 0


@cache
def _frequent() -> dict[str, int]:
    """The rarity of each word that news uses often."""
    rows = read_table("waqai.link", "frequent.tsv", ("rarity", "words"))
    return {word: int(row.cells[0]) for row in rows for word in row.variants(1)}


def town_names(text: str) -> tuple[int, ...]:
    """Hashes of the words of a passage that name towns, and smaller places, sorted."""
    found = {_town(word) for word in WORD.findall(fold(text).text)}
    return tuple(sorted(zlib.crc32(name.encode()) for name in found if name))


@lru_cache(maxsize=1 << 16)
def _town(word: str) -> str:
    """The name of a town that a word is, without proclitics; "" for any other word."""
    bare = _PREFIX.sub("", word)
    for form in (word, f"ال{bare}", bare):
        name = gazetteer().name(form)
        if name is not None and name.flag == PLAIN:
            spot = gazetteer().spots(name)[0]
            is_town = spot.kind in SPOTS and spot.importance < _CITY
            return bare if is_town else ""
    return ""


def place_name(name: str) -> str:
    """A name to compare places by: one that no gazetteer has (قرية "بلشون") without its frame."""
    folded = fold(name).text
    if folded.isascii() or not _ARABIC.search(folded):
        return name
    return " ".join(filter(None, map(_bare, WORD.findall(folded)))) or folded


def _bare(word: str) -> str:
    """The word without proclitics; "" where it is common, short, or holds a digit."""
    found = bare(word)
    common = everyday()
    return "" if word in common or found in common else found


def bare(word: str) -> str:
    """A folded word without proclitics; "" where it is short or holds a digit."""
    found = _PREFIX.sub("", word)
    return found if len(found) >= _SHORTEST and found.isalpha() else ""


def is_known(text: str) -> bool:
    """Whether words tell something as known: the first bears the article."""
    return _DEFINITE.match(fold(text).text) is not None


def sketch(text: str) -> tuple[int, ...]:
    """The least hashes of the text's shingles; equal for equal texts, () for very short ones."""
    words = WORD.findall(fold(text).text)
    if len(words) < _LEAST:
        return ()
    return tuple(sorted({zlib.crc32(part) for part in _shingles(words)})[:_KEPT])


def _shingles(words: list[str]) -> Iterator[bytes]:
    for i in range(len(words) - _SHINGLE + 1):
        yield " ".join(words[i : i + _SHINGLE]).encode("utf-8", "surrogatepass")


def shared(a: frozenset[int], b: frozenset[int]) -> int:
    """How much the words tell that two stories have in common: the sum of their rarities."""
    return 0 if a.isdisjoint(b) else weight(a & b)


def weight(words: frozenset[int]) -> int:
    """How much words tell: the sum of their rarities."""
    told = 0
    for word in words:
        told += word & _DEGREE
    return told


def alike(a: frozenset[int], b: frozenset[int]) -> float:
    """Estimated share of shingles in common of two texts, in [0, 1] (bottom-k sketches)."""
    if a.isdisjoint(b):
        return 0.0
    both = a & b
    least = sorted(a | b)[:_KEPT]
    return sum(1 for value in least if value in both) / len(least)
