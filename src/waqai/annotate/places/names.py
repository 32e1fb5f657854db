"""The name behind a head noun: one of the table, in any spelling, or one that no table holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.places.gazetteer import PLAIN, Gazetteer, Name
from waqai.annotate.places.words import Head, everyday, givens, nouns, openers, stops
from waqai.text.clitics import readings

_LONGEST_NAME: Final = 4
# Words inside a name that bind the next one into it (جهاد أبو طبل).
_BINDERS: Final = frozenset(("ابو", "ابي", "ابا", "ام", "بن"))
# Words of which the second is no name's end of its own.
_BOUND: Final = frozenset((("الامم", "المتحده"), ("ايه", "الله"), ("عبد", "الله")))
# Letters of a verb with a pronoun.
_LONG_VERB: Final = 6
# A name in quotation marks of this many words or more needs no table.
_FEW: Final = 2
# Endings of people, of whom a camp is but does not bear the name (معسكر الحوثيين).
_OF_PEOPLE: Final = ("ين", "ون", "يه", "ات")
# Endings of people alone, who hold a front and do not name it (جبهة الانقلابيين).
_PEOPLE: Final = ("ين", "ون")
# Endings of verbs and of words with a pronoun.
_NO_NAME_ENDS_SO: Final = ("وا", "هم", "هما", "تها", "ته", "كم")
# Pronouns of more than one letter, which are no end of a name.
_PRONOUNS: Final = frozenset(("هما", "هم", "هن", "ها", "كم", "نا"))
# Definite words after a street or a square that point back and name nothing.
_NEVER: Final = frozenset((
    "الذي", "التي", "الذين", "المدينه", "البلده", "القريه", "العاصمه", "المنطقه", "الحي",
    "الرءيسي", "الرءيسيه", "العام", "العامه", "المجاور", "المجاوره", "المذكور", "القريب",
    "القريبه", "الواقع", "الواقعه", "المحيط", "المحيطه", "المتاخم", "المتاخمه", "المحاذي",
    "المحاذيه", "المطل", "المطله", "التابع", "التابعه", "الكاءن", "الكاءنه",
))  # fmt: skip


def known(
    keys: list[str], k: int, table: Gazetteer, word: str | None = None
) -> tuple[int, Name] | None:
    """The longest name of the table at token k (its form read as `word`), with or without ال."""
    if k >= len(keys):
        return None
    first = keys[k] if word is None else word
    if first in stops():
        return None
    exact = table.longest(keys, k, first)
    if exact:
        return exact
    other = first[2:] if first.startswith("ال") else "ال" + first
    loose = table.longest(keys, k, other) if len(other) > 2 and other not in nouns() else None
    parted = None if loose else table.parted(first)
    return (k + 1, parted) if parted else loose


def unknown(keys: list[str], k: int, head: Head) -> int | None:
    """Where a name that no table holds ends, if tokens from k on look like one."""
    first = keys[k]
    if not _nameable(first, head):
        return k + 2 if _named_for(keys, k, head) else None
    j = k + 1
    while j < min(len(keys), k + _LONGEST_NAME) and _goes_on(keys, j):
        j += 1
    return None if keys[j - 1] in openers() else j


def _named_for(keys: list[str], k: int, head: Head) -> bool:
    """Whether two everyday words tell whose a mosque or a school is (مسجد قوات الطوارئ): the second
    definite.
    """
    words = keys[k : k + 2]
    if "e" not in head.traits or "x" in head.traits or len(words) < _FEW:
        return False
    bound = any(reading.skip for reading in readings(words[0]) if reading.stem in everyday())
    plain = all(word.isalpha() and word not in stops() for word in words)
    plain = plain and not _is_sought(words[0])
    return plain and not bound and words[1].startswith("ال") and not words[0].startswith("ال")


def unfinished(keys: list[str], found: tuple[int, Name]) -> bool:
    """Whether a name of the table is but the beginning of another (تل, كمال, السلام); a first name
    that ends a name of several words ends it (عين عيسى).
    """
    end, name = found
    given = keys[end - 1] in givens() and " " not in name.key
    return name.flag != PLAIN or keys[end - 1] in openers() or given


def new_member(word: str) -> bool:
    """Whether a list of places may go on with the unheard-of name `word`: no past verb in ـت or
    ـوا, nothing with a pronoun, no everyday word behind letters of its own (ليرتفع, ولائهم).
    """
    if len(word) <= 3 or not word.isalpha() or ends_as_verb(word) or word in stops():
        return False
    if word in everyday():
        return False
    bound = (r for r in readings(word) if r.skip or len(r.suffix) > 1)
    return not any(reading.stem in everyday() for reading in bound)


def ends_as_verb(word: str) -> bool:
    """Whether a word ends like a past verb or one with a pronoun (نشرت, دخلوا, قتلتهم)."""
    past = len(word) > 3 and word.endswith("ت") and word[-2] not in "اي"
    return past or word.endswith(_NO_NAME_ENDS_SO)


def new_quoted(words: Sequence[str], head: Head) -> bool:
    """Whether several words in quotation marks are a name: letters only, and some of them rare
    where the place is not named for something.
    """
    if len(words) < _FEW or not all(word.isalpha() for word in words):
        return False
    rare = "e" in head.traits or words[0] in openers()
    rare = rare or not all(word in everyday() for word in words)
    return rare and not any(word in stops() for word in words)


def _nameable(word: str, head: Head) -> bool:
    """Whether a word can be a name: letters, no function word, no everyday word, no verb with a
    pronoun (منطقة تسكنها).

    What is named for something may bear any definite word (ميدان الشهداء).
    """
    if word in openers() or (word in givens() and "e" in head.traits):
        return True
    if len(word) < 3 or not word.isalpha() or word in _NEVER:
        return False
    if (word[0] in "تي" and word.endswith(("ها", "هم"))) or _is_sought(word):
        return False
    if head.kind == "area" and word.startswith("ال") and word.endswith(_PEOPLE):
        return False
    if "e" in head.traits and "x" not in head.traits and word.startswith("ال"):
        return True
    if "d" in head.traits and word.startswith("ال") and not word.endswith(_OF_PEOPLE):
        return word not in stops()
    plain = word[:-1] if word.endswith("ا") else word
    return word not in everyday() and stops().isdisjoint((word, plain)) and not _is_bound(word)


def _is_sought(word: str) -> bool:
    """Whether a word is a verb of the tenth form with a pronoun (فندق يستخدمه)."""
    return word.startswith(("يست", "تست")) and word.endswith("ه") and len(word) > _LONG_VERB


def _is_joined(word: str) -> bool:
    """Whether a definite word is joined by و or ب to what stands before it: والدوران, بالقرب."""
    return word.startswith(("وال", "بال")) and _is_bound(word)


def _is_bound(word: str) -> bool:
    """Whether an everyday word stands between letters of its own: ولائهم, لمستلزمات, بالملابس,
    عودتهما. A name may well begin with a ب or ك, or end with a single letter.
    """
    return any(
        reading.stem in everyday()
        for reading in readings(word)
        if reading.conj
        or reading.prep == "ل"
        or (reading.prep and reading.article)
        or reading.suffix in _PRONOUNS
    )


def _goes_on(keys: list[str], j: int) -> bool:
    """Whether the name takes in token j: after تل, ابو, عبد, a first name, or a bare noun + ال."""
    before, word = keys[j - 1], keys[j]
    if before in givens() and word.isalpha() and (word in givens() or word == "علي"):
        return True
    if (before, word) in _BOUND:
        return True
    if before == "الله" and (word.startswith("ال") or word in givens()):
        return not _is_joined(word)
    if not word.isalpha() or word in stops():
        return False
    if word in _BINDERS and j + 1 < len(keys) and keys[j + 1].isalpha():
        return True
    if before in openers() or before in givens():
        return not _is_joined(word)
    if word in everyday():
        return False
    return word.startswith("ال") and not before.startswith("ال") and not before.endswith("يه")
