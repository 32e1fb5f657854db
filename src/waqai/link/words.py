"""Words that tell texts apart, and a sketch that tells copies of one text."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from waqai.annotate.places.gazetteer import PLAIN, gazetteer
from waqai.annotate.places.words import everyday
from waqai.model.codes import SPOTS
from waqai.text.fold import fold

_WORD: Final = re.compile(r"\w+")
_ARABIC: Final = re.compile("[ء-ي]")
_PREFIX: Final = re.compile(r"\A(?:[وف]?(?:[بك]?ال|لل)|[وفبلك])(?=\w{3})")
# Words of a shingle, hashes kept of a text, words below which a text is no copy of anything.
_SHINGLE: Final = 5
_KEPT: Final = 32
_LEAST: Final = 25
_MOST_RARE: Final = 16
# Importance of a place in the gazetteer from which its name may stand for all around it.
_CITY: Final = 7


def rare_words(text: str, known: str = "") -> tuple[int, ...]:
    """Hashes of the words of a passage that news seldom uses (names, as a rule), at most 16.

    Words of `known` (its places and actors) are left out.
    """
    found = set(map(_bare, _WORD.findall(fold(text).text)))
    found -= {_bare(word) for word in _WORD.findall(fold(known).text)}
    return tuple(sorted(zlib.crc32(word.encode()) for word in found if word)[:_MOST_RARE])


def lead_words(text: str) -> tuple[int, ...]:
    """Hashes of the words of a title and lead but for everyday ones, sorted."""
    found = set(map(_bare, _WORD.findall(fold(text).text))) - {""}
    return tuple(sorted(zlib.crc32(word.encode()) for word in found))


def town_names(text: str) -> tuple[int, ...]:
    """Hashes of the words of a passage that name towns, and smaller places, sorted."""
    found = {_town(word) for word in _WORD.findall(fold(text).text)}
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
    return " ".join(filter(None, map(_bare, _WORD.findall(folded)))) or folded


def _bare(word: str) -> str:
    """The word without proclitics; "" where it is common, short, or holds a digit."""
    bare = _PREFIX.sub("", word)
    common = everyday()
    if len(bare) < 3 or not bare.isalpha() or word in common or bare in common:
        return ""
    return bare


def sketch(text: str) -> tuple[int, ...]:
    """The least hashes of the text's shingles; equal for equal texts, () for very short ones."""
    words = _WORD.findall(fold(text).text)
    if len(words) < _LEAST:
        return ()
    return tuple(sorted({zlib.crc32(part) for part in _shingles(words)})[:_KEPT])


def _shingles(words: list[str]) -> Iterator[bytes]:
    for i in range(len(words) - _SHINGLE + 1):
        yield " ".join(words[i : i + _SHINGLE]).encode("utf-8", "surrogatepass")


def overlap(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Words in common of two leads, as a share of the mean of their lengths; in [0, 1]."""
    shared = len(set(a).intersection(b))
    return shared / math.sqrt(len(a) * len(b)) if shared else 0.0


def alike(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Estimated share of shingles in common of two texts, in [0, 1] (bottom-k sketches)."""
    if not a or not b:
        return 0.0
    both = set(a) & set(b)
    least = sorted(set(a) | set(b))[:_KEPT]
    return sum(1 for value in least if value in both) / len(least)
