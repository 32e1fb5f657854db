"""Words of a text as the index holds them, and as a search asks for them.

Every word is folded and loses the article with what is written before it (وبالمدينة is مدينه). A
single proclitic cannot be told from a first letter (وزير), so words keep it, and a search for a
word asks for it with each proclitic and pronoun that it may bear.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from waqai.text.clitics import readings
from waqai.text.fold import fold
from waqai.text.tokens import tokens

_ARTICLE = re.compile(r"\A[وف]?(?:[بك]?ال|لل)(?=\w{3})")
_BEFORE = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فس")
_AFTER = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ي", "كم")
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


class Wanted(NamedTuple):
    """One thing that a text must have: any of the index words, or all of them in a row."""

    words: tuple[str, ...]
    phrase: bool


def index_words(text: str) -> str:
    """The words of a text for the index, divided by spaces."""
    return " ".join(filter(None, map(_bare, tokens(text).keys)))


def wanted(query: str) -> list[Wanted]:
    """What a search asks for: words (all must be there) and "phrases" in quotation marks."""
    found = []
    for phrase, word in _PHRASE.findall(fold(query).text):
        asked = index_words(phrase or word).split()
        if phrase and len(asked) > 1:
            found.append(Wanted(tuple(asked), True))
        else:
            found.extend(Wanted(_forms(key), False) for key in asked)
    return found


def shorter(item: Wanted) -> Wanted:
    """The same word without the clitics that it may bear, for one that no text has (بدوما)."""
    if item.phrase:
        return item
    stems = [reading.stem for reading in readings(item.words[0]) if reading.stem != item.words[0]]
    return Wanted(tuple(dict.fromkeys(form for stem in stems for form in _forms(stem))), False)


@lru_cache(maxsize=1 << 16)
def _bare(key: str) -> str:
    """A folded word without the article and what is written before it; "" for a mark."""
    return _ARTICLE.sub("", key) if key[0].isalnum() else ""


def _forms(key: str) -> tuple[str, ...]:
    """A bare word with every proclitic and pronoun; ه of a feminine is ت before a pronoun."""
    if not key.isalpha() or len(key) < 2:
        return (key,)
    open_stem = key[:-1] + "ت" if key.endswith("ه") else key
    stems = [key + after if not after else open_stem + after for after in _AFTER]
    return tuple(dict.fromkeys(before + stem for before in _BEFORE for stem in stems))
