"""What makes a name public: an office or rank joined to it, before or behind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final

from waqai.lexicon.table import read_table

# Tokens before a name among which the office or rank that it belongs to begins.
_REACH: Final = 9
# Marks, and words of who somebody is, between a name and the office behind it.
_MARKS: Final = frozenset(('"', "”", "“", "«", "»", "(", ")", "'", ",", "،", "#"))
_COMMAS: Final = frozenset(("،", ","))
_WHO: Final = frozenset(("هو", "وهو", "وهي", "هي", "كان", "وكان", "الملقب"))
_GAP: Final = 3
# Rows of titles.tsv of what a person is, not of an office; ranks stand before names alone.
_PERSONS: Final = frozenset(("person", "journalist"))
_RANKS: Final = frozenset(("officer",))
_PROCLITICS: Final = frozenset("وفبلك")
_PRONOUNS: Final = ("ها", "هم")
_LONG: Final = 5

Phrases = dict[str, list[tuple[str, ...]]]


def joined_before(keys: Sequence[str], i: int) -> bool:
    """Whether the words right before token i are an office or a rank and what it is over."""
    at = i
    while at and i - at < _GAP and keys[at - 1] in _MARKS:
        at -= 1
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if _cancels(keys, k):
            return False
        if length(_offices(), keys, k):
            return True
        if not _is_joint(keys, k):
            return False
    return False


def joined_behind(keys: Sequence[str], end: int) -> bool:
    """Whether an office stands right behind the name that ends before token `end`."""
    at = end
    while at < len(keys) and at - end < _GAP and (keys[at] in _MARKS or keys[at] in _WHO):
        at += 1
    return at < len(keys) and not _cancels(keys, at) and length(_behind(), keys, at) > 0


def ends_in_office(keys: Sequence[str], end: int) -> bool:
    """Whether the last word before token `end` begins an office of several: الأمين العام."""
    return end > 0 and length(_behind(), keys, end - 1) > 1


def opens_office(keys: Sequence[str]) -> bool:
    """Whether words begin with an office or a rank, honours apart: الدكتور وزير الصحة."""
    at = next((k for k, key in enumerate(keys) if key not in words("honorific")), len(keys))
    return at < len(keys) and not _cancels(keys, at) and length(_offices(), keys, at) > 0


def is_led(keys: Sequence[str], k: int) -> bool:
    """Whether token k says who the person behind it is to the story."""
    return keys[k] in words("private") or keys[k] in words("surely")


@cache
def words(kind: str) -> frozenset[str]:
    """Words and phrases of a kind, as roles.tsv defines them."""
    rows = read_table("waqai.export", "roles.tsv", ("kind", "keys"), ("keys",))
    return frozenset(key for row in rows if row.cells[0] == kind for key in row.variants(1))


def is_told(key: str) -> bool:
    """Whether a word only tells what a person is: a role, a descriptor, an office."""
    found = (words("private"), words("surely"), words("honorific"), _single())
    return any(form in known for form in (key, *forms(key)) for known in found)


def phrases(keys: Collection[str]) -> Phrases:
    """Phrases by their first words."""
    found: Phrases = {}
    for key in keys:
        parts = tuple(key.split())
        found.setdefault(parts[0], []).append(parts)
    return found


def length(known: Phrases, keys: Sequence[str], k: int) -> int:
    """Tokens of the longest phrase that begins at token k, 0 where none does."""
    found = 0
    for form in (keys[k], *forms(keys[k])):
        for parts in known.get(form, ()):
            if tuple(keys[k + 1 : k + len(parts)]) == parts[1:]:
                found = max(found, len(parts))
    return found


def forms(key: str) -> Iterator[str]:
    """A word without what may be attached to it: و, بـ, لـ, the article, a pronoun."""
    bare = "ال" + key[2:] if key.startswith("لل") else key
    if bare == key and key[0] in _PROCLITICS and len(key) > _LONG - 1:
        bare = key[1:]
    yield bare
    if bare.startswith("ال"):
        yield bare[2:]
    if bare.endswith(_PRONOUNS) and len(bare) > _LONG:
        yield bare[:-2]


def _cancels(keys: Sequence[str], k: int) -> bool:
    """Whether token k says that the name behind it is that of a victim, a suspect, a relative."""
    if length(_offices(), keys, k) > 1:
        return length(_cancelling(), keys, k) > 1
    told = keys[k] in words("private") or keys[k] in words("surely")
    return told or length(_cancelling(), keys, k) > 0 or _conjoined(keys[k])


def _conjoined(key: str) -> bool:
    """Whether a word is و with such a word."""
    return key[0] == "و" and (key[1:] in words("private") or key[1:] in words("surely"))


def _is_joint(keys: Sequence[str], k: int) -> bool:
    """Whether token k goes on with the office before it: its country, what it is over."""
    key = keys[k]
    if key.startswith(("ال", "لل", "وال", "بال")) or key in words("honorific"):
        return True
    if _opens(key) or (key == "." and keys[k - 1 : k] == ["د"]):
        return True
    if key[0] == "ب" and k and keys[k - 1].startswith(("ال", "لل")):
        return True  # (قائد) الشرطة بتعز
    if key in _COMMAS:
        return keys[k + 1] in words("honorific")
    return bool(k and key.isalpha() and _opens(keys[k - 1]))


def _opens(key: str) -> bool:
    """Whether a word, without the article, is over the next: وزارة, حزب, محافظ."""
    bare = key[1:] if key[0] in _PROCLITICS else key
    return not words("joint").isdisjoint((key, bare)) or key in _single() or bare in _single()


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    """What the holder of each title is called, and its key."""
    columns = ("english", "office", "alone", "keys")
    rows = read_table("waqai.annotate.actors", "titles.tsv", columns)
    return tuple((row.cells[0], key) for row in rows for key in row.variants(3))


@cache
def _single() -> frozenset[str]:
    """Titles of one word."""
    return frozenset(key for _, key in _rows() if " " not in key)


@cache
def _offices() -> Phrases:
    """Offices and ranks."""
    keys = {key for english, key in _rows() if english not in _PERSONS}
    return phrases((keys | words("office")) - words("private") - words("soldier"))


@cache
def _behind() -> Phrases:
    """Offices that may stand behind a name."""
    no = _PERSONS | _RANKS
    keys = {key for english, key in _rows() if english not in no}
    return phrases((keys | words("office")) - words("private"))


@cache
def _cancelling() -> Phrases:
    """Words of victims and suspects, and what a person is without an office."""
    offices = {key for english, key in _rows() if english not in _PERSONS} | words("office")
    persons = {key for english, key in _rows() if english in _PERSONS}
    plain = {key for key in persons if f"ال{key}" not in offices | words("honorific")}
    return phrases(words("cancel") | (plain - offices - words("honorific")))
