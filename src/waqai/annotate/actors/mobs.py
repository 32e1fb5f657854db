"""Crowds whose words tell of a protest only as a whole: what it was for, whom they clashed with.

اقتحم أهالي القرية المستودع احتجاجا على، مواجهات بين الجيش وشبان، احتكاكات المؤيدين والمعارضين.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.stance import proclitics
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node

# How far behind a crowd its protest may be named as what it acts for.
_REACH: Final = 22
# Words between a clash and those who clash, and between بين and the last of them.
_CLASH: Final = 6
_SIDES: Final = 10
# How far behind a crowd the other side may stand.
_BESIDE: Final = 4
# Words between a crowd and بين before the one it is joined to, and between a deed and its crowd.
_APART: Final = 4
_COUNT: Final = 6
# How words of crowds, melees and terror begin; letters of such a word at least, and how many
# words of crowds one of terror outweighs.
_CROWD: Final = ("متظاهر", "محتج", "تظاهر", "مظاهر", "معتصم", "مثيري")
_MELEE: Final = ("اشتباك", "شغب", "مولوتوف", "تجمهر", "متجمهر", "حجار", "رشق", "احداث")
_TERROR: Final = (
    "ارهاب",
    "خليه",
    "تفجير",
    "متفجر",
    "تنظيم",
    "جهاد",
    "تكفير",
    "مجزره",
    "مذبحه",
    "استاد",
)
_WORD: Final = 4
_MUCH: Final = 4
# Words of a protest that make a report one of it.
_MARCHES: Final = 2
# Words of a melee that tell of a mob at least, and what mobs alone do and throw.
_SOME: Final = 2
_OF_MOB: Final = ("شغب", "مولوتوف", "تجمهر")
# Words that are held at the most.
_WORDS: Final = 1 << 12
# Backers and opponents, who clash with each other.
_FACTIONS: Final = ("مءيدين", "معارضين")
# Those who live there, who clash as neighbours.
_NEIGHBOURS: Final = ("اهالي", "سكان", "باعه", "مستوطنين", "مستوطنون")
_ENDS: Final = frozenset(
    (".", ":", "\n", "؟", "!", "؛", "ان", "فيما", "بينما", "لكن", "حيث", "الذي", "التي")
)


def for_protest(chart: Chart, i: int, j: int, skip: int) -> bool:
    """Whether the crowd of the tokens [i, j) acts in protest: قطع الأهالي الطريق احتجاجا على."""
    keys = chart.doc.keys
    at = i - 1
    while at >= 0 and (keys[at] in words("protest_between") or keys[at].isdigit()):
        at -= 1
    before = keys[at] if at >= 0 else "\n"
    if keys[i][:skip].strip("و") or before in words("no_subject") or before in words("harmed"):
        return False
    protest = words("in_protest")
    for key in keys[j : j + _REACH]:
        if key in _ENDS:
            return False
        if key in protest:
            return True
    return False


def clashes(chart: Chart, i: int, j: int) -> bool:
    """Whether the crowd of the tokens [i, j) clashes with forces: مواجهات بين الشرطة وشبان."""
    keys = chart.doc.keys
    if any(key.endswith(_NEIGHBOURS) for key in keys[i:j]):
        return False
    start = max(0, i - _SIDES)
    between = next((k for k in range(i - 1, start - 1, -1) if keys[k] == "بين"), None)
    if between is None or any(key in _ENDS for key in keys[between:i]):
        return False
    told = keys[max(0, between - _CLASH) : between]
    if not any(key.removeprefix("و").removeprefix("ال") in words("melee") for key in told):
        return False
    if all(any(key.endswith(end) for key in keys[between : j + _BESIDE]) for end in _FACTIONS):
        return True
    sides = (*range(between + 1, i), *range(j, j + _BESIDE))
    return any(_of_state(leaf) for k in sides for leaf in chart.at(k, "actor.head"))


def joined(keys: list[str], i: int, skip: int) -> bool:
    """Whether a crowd is told beside protesters: مئات المتظاهرين وأهالي الموقوفين.

    Those between whom something happens are two sides: اشتباكات بين متظاهرين وأهالي الحي.
    """
    if keys[i][:skip] != "و" or not i or "بين" in keys[max(0, i - _APART) : i]:
        return False
    before = keys[i - 1][proclitics(keys[i - 1]) :].removeprefix("ال")
    return before in words("protesting")


def in_masses(keys: list[str], i: int, j: int, skip: int) -> bool:
    """Whether dozens or more are told to do what only a crowd does: تدفق آلاف من السكان."""
    at, many = i - 1, False
    while at > max(0, i - _COUNT) and (keys[at] in words("protest_between") or keys[at].isdigit()):
        many = many or keys[at] in words("dozens")
        at -= 1
    if not many or at < 0 or skip:
        return False
    storms = not words("storm").isdisjoint(keys[j : j + _COUNT])
    return keys[at] in words("masses") or (storms and keys[at].removeprefix("و") in words("does"))


def driven_off(keys: list[str], i: int, skip: int) -> bool:
    """Whether a crowd is dispersed or fired at with gas: قنابل الغاز على عشرات من الشبان."""
    if keys[i][:skip] not in ("", "ل"):
        return False
    at = i - 1
    while at > 0 and (
        keys[at] == "من" or keys[at] in words("dozens") or keys[at] in words("one_of")
    ):
        at -= 1
    if at < 0:
        return False
    if keys[at] in words("disperses"):
        return True
    return at > 0 and keys[at] in words("at") and keys[at - 1] in words("gas")


def _of_state(leaf: Node) -> bool:
    """Whether a noun is one of a state's forces."""
    return isinstance(leaf.value, Head) and leaf.value.kind == "state_forces"


def riotous(keys: list[str]) -> bool:
    """Whether a report tells of a crowd's deeds, of no terror and not of those who killed some."""
    return _is_riotous(tuple(keys))


@lru_cache(maxsize=1)
def _is_riotous(keys: tuple[str, ...]) -> bool:
    """The same of the words of a report, kept for the next one who asks of it."""
    text = " ".join(keys)
    if not any(word in text for word in _MELEE):
        return False
    if not any(word in text for word in _CROWD):
        return of_mob(keys)
    told = {"crowd": 0, "melee": 0, "terror": 0}
    for k, key in enumerate(keys):
        deed = _tells(key) if len(key) >= _WORD else ""
        if deed and not (deed == "crowd" and _is_slain(keys, k)):
            told[deed] += 1
    crowd, melee = told["crowd"], told["melee"]
    return crowd > 0 and melee > 0 and crowd + melee > max(1, _MUCH * told["terror"])


def marching(keys: list[str]) -> bool:
    """Whether a report tells more than once of those who protest, at a border once."""
    return _is_marching(tuple(keys))


@lru_cache(maxsize=1)
def _is_marching(keys: tuple[str, ...]) -> bool:
    """The same of the words of a report, kept for the next one who asks of it."""
    told = sum(_of_march(key) for key in keys)
    return told >= _MARCHES or (told > 0 and any(key in words("fence") for key in keys))


@lru_cache(_WORDS)
def _of_march(key: str) -> bool:
    """Whether a word is of those who protest or of what they do, whatever stands before it."""
    stem = key[proclitics(key) :].removeprefix("ال")
    return stem.startswith((*_CROWD, "احتجاج")) or stem in words("protest_noun")


def of_mob(keys: Sequence[str]) -> bool:
    """Whether a report without a word of a crowd, and of no terror, charges with what mobs do."""
    deeds = [_tells(key) for key in keys if len(key) >= _WORD]
    if "terror" in deeds or deeds.count("melee") < _SOME:
        return False
    if not words("murder").isdisjoint(keys):
        return False
    return any(_is_mobs(key) for key in keys)


def _is_slain(keys: Sequence[str], k: int) -> bool:
    """Whether the crowd at token k is told to be killed."""
    return k > 0 and keys[k - 1].removeprefix("ب") in words("slain")


def _is_mobs(key: str) -> bool:
    """Whether a word is of what mobs alone do or throw."""
    return key[proclitics(key) :].removeprefix("ال").startswith(_OF_MOB)


@lru_cache(_WORDS)
def _tells(key: str) -> str:
    """What a word is of, whatever stands before it."""
    stem = key[proclitics(key) :].removeprefix("ال")
    if stem.startswith(_CROWD):
        return "crowd"
    return "melee" if stem.startswith(_MELEE) else "terror" if stem.startswith(_TERROR) else ""
