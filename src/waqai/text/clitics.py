"""Proclitics and pronoun suffixes of a folded word, as alternatives.

Arabic writes و and ف (and), ب ل ك (in, to, like), س (will), the article ال and object pronouns on
the word. Which of them a word bears is decided by what the tables know, so all readings are given.
"""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

_CONJUNCTIONS: Final = ("", "و", "ف")
_SUFFIXES: Final = ("هما", "هم", "هن", "ها", "كم", "نا", "ه", "ي", "ك")
# The last letters of those.
_ENDS: Final = ("ا", "م", "ن", "ه", "ي", "ك")
# The shortest stem left when letters are stripped: shorter ones match nothing but noise.
_SHORTEST: Final = 2


@mypyc_attr(acyclic=True)
class Reading:
    """One way to read a word: conj + prep + (article) + stem + suffix.

    `stem` is bare of the article where `article` is true. `skip` and `cut` are the folded
    characters before and after the stem; the article counts as part of the surface, so `skip`
    covers conj and prep only (للجيش: prep ل, article, stem جيش, skip 1).
    """

    __slots__ = ("article", "conj", "cut", "prep", "skip", "stem", "suffix")

    def __init__(
        self, conj: str, prep: str, article: bool, stem: str, suffix: str, skip: int, cut: int
    ) -> None:
        self.conj = conj
        self.prep = prep
        self.article = article
        self.stem = stem
        self.suffix = suffix
        self.skip = skip
        self.cut = cut

    def bare(self, stem: str, suffix: str) -> Reading:
        """The reading with a pronoun suffix cut from its stem."""
        return Reading(self.conj, self.prep, self.article, stem, suffix, self.skip, len(suffix))


def readings(key: str) -> tuple[Reading, ...]:
    """All readings of a folded word, the whole form first, then fewest letters stripped."""
    found = [
        reading
        for conj in _CONJUNCTIONS
        if key.startswith(conj)
        for reading in _after_conjunction(key[len(conj) :], conj)
    ]
    with_suffix = [short for reading in found for short in _without_suffix(reading)]
    # A stem without suffix stands before one as long with a suffix.
    return tuple(sorted(found + with_suffix, key=lambda r: bool(r.suffix) - 2 * len(r.stem)))


def _after_conjunction(rest: str, conj: str) -> list[Reading]:
    """Readings of what follows the conjunction: bare, with the article, with a preposition."""
    if len(rest) < _SHORTEST:
        return []
    skip = len(conj)
    found = [Reading(conj, "", False, rest, "", skip, 0)]
    if rest.startswith("ال") and len(rest) > 3:
        found.append(Reading(conj, "", True, rest[2:], "", skip, 0))
    for prep in ("ب", "ل", "ك", "س"):
        inner = rest[1:]
        if not rest.startswith(prep) or len(inner) < _SHORTEST:
            continue
        found.append(Reading(conj, prep, False, inner, "", skip + 1, 0))
        if inner.startswith("ال") and len(inner) > 3:
            found.append(Reading(conj, prep, True, inner[2:], "", skip + 1, 0))
        if prep == "ل" and inner.startswith("ل") and len(inner) > 2:
            found.append(Reading(conj, prep, True, inner[1:], "", skip + 1, 0))
    return found


def _without_suffix(reading: Reading) -> list[Reading]:
    """The reading without a pronoun suffix; ta marbuta comes back (قريته is قريه)."""
    if reading.article or not reading.stem.endswith(_ENDS):
        return []
    found: list[Reading] = []
    for suffix in _SUFFIXES:
        if not reading.stem.endswith(suffix) or len(reading.stem) - len(suffix) < 3:
            continue
        stem = reading.stem[: -len(suffix)]
        found.append(reading.bare(stem, suffix))
        if stem.endswith("ت"):
            found.append(reading.bare(stem[:-1] + "ه", suffix))
        if stem.endswith("ا"):
            found.append(reading.bare(stem[:-1] + "ي", suffix))
    return found
