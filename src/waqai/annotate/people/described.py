"""How far the words go on that tell which people are meant: رجلان يرتديان زيا عسكريا.

Only verbs and participles of a state or a role do; what people are told to have done is an event.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from waqai.annotate.chart import Chart
from waqai.annotate.people.tables import particles

_PREPOSITIONS = frozenset(("في", "من", "عن", "علي", "الي", "ضد", "مع", "لدي", "داخل", "نحو", "ضمن"))
# Nouns and adjectives of the complement at most.
_MOST = 3
# Letters of conjunctions and prepositions, and of verbs of the present, that begin no genitive.
_JOINED = ("و", "ف", "ب", "ل", "ك", "ي", "ت")
_SHORT = 3


def described(chart: Chart, i: int, j: int) -> int:
    """Token after the description of the people named by tokens [i, j); j where there is none.

    It is as definite as they are: behind الجرحى, موجودين is what is said of them.
    """
    known = _known(chart.doc.keys, i, j)
    keys = chart.doc.keys
    if j + 1 >= len(keys):
        return j
    if keys[j] == "من":
        told = keys[j + 1] in particles("origin")
        return (
            _noun(chart, j + 1) if told or (not known and keys[j + 1] in particles("home")) else j
        )
    if (end := attributed(chart, i, j)) > j:
        return end
    if keys[j - 1] in particles("armed") and keys[j].startswith("ب"):
        return max((weapon.j for weapon in chart.at(j, "weapon")), default=j)
    if any(_accused(word) for word in keys[i:j]):
        return _charge(chart, j, single=keys[j - 1].endswith(tuple(particles("charged_one"))))
    if not known and keys[j] in particles("state"):
        at = j + 1 + (keys[j + 1] in _PREPOSITIONS)
        end = _noun(chart, at)
        return end if end > at else j
    return j


def attributed(chart: Chart, i: int, j: int) -> int:
    """Token after a participle with its complement behind the tokens [i, j), as definite as they.

    الوحدات المكلفة بالحراسة, المليشيا الداعمة لها; j where there is none.
    """
    keys = chart.doc.keys
    if j + 1 >= len(keys):
        return j
    key = keys[j].removeprefix("ال")
    if key not in particles("role") or _known(keys, i, j) != (key != keys[j]):
        return j
    if key.endswith("ه") and keys[j - 1].endswith(("ين", "ون")):
        return j
    at = j + 1
    if keys[at] in particles("pronoun"):
        return at + 1
    joined = keys[at].startswith(("ب", "ل")) and len(keys[at]) > _SHORT
    if keys[at] not in _PREPOSITIONS and not joined:
        return j
    end = _whole(chart, at) if keys[at].startswith("ب") else _noun(chart, at + (not joined))
    return end if end > at + (not joined) else j


def _genitive(chart: Chart, i: int) -> int:
    """Token after the genitive of a noun that ends before token i: (بتأمين) مقر الحزب."""
    keys = chart.doc.keys
    place = any(chart.at(i - 1, "place")) or any(chart.at(i - 1, "actor"))
    plain = (
        i < len(keys) and not keys[i].startswith(_JOINED) and keys[i] not in particles("no_more")
    )
    return _noun(chart, i) if plain and not place else i


def holding(chart: Chart, i: int, j: int) -> int:
    """Token after what an indefinite thing of tokens [i, j) is told to hold: مدرسة تؤوي نازحين."""
    keys = chart.doc.keys
    if j + 1 >= len(keys) or keys[j] not in particles("holding") or _known(keys, i, j):
        return j
    end = _noun(chart, j + 1)
    return end if end > j + 1 else j


def _known(keys: Sequence[str], i: int, j: int) -> bool:
    """Whether the tokens [i, j) bear an article."""
    return any("ال" in key[:3] for key in keys[i:j])


def _accused(key: str) -> bool:
    """Whether a word, what is written on its front apart, is one for who is accused."""
    if not key.endswith(_ends()):
        return False
    return any(
        key.endswith(word) and len(key) - len(word) <= _SHORT for word in particles("accused")
    )


@cache
def _ends() -> tuple[str, ...]:
    """The words for who is accused."""
    return tuple(sorted(particles("accused")))


def _charge(chart: Chart, j: int, *, single: bool) -> int:
    """Token after what somebody is accused of: (المتهمين) في الأحداث، (متهما) بقتل الشاب.

    Behind a singular, which a figure counts, في tells of the case: (حبس 12 متهما) في الأحداث.
    """
    key = chart.doc.keys[j]
    if key == "في" and not single:
        end = _whole(chart, j + 1)
        return end if end > j + 1 else j
    joined = key.startswith("ب") and len(key) > _SHORT and not any(chart.at(j, "place"))
    return _whole(chart, j) if joined and key not in particles("no_charge") else j


def _whole(chart: Chart, i: int) -> int:
    """Token after a noun with its genitive, be that indefinite itself: (في) تفجير مسجد البلدة."""
    end = _noun(chart, i)
    word = chart.doc.keys[i] if end == i + 1 else "ال"
    return end if "ال" in word[:_SHORT] else _genitive(chart, end)


def _noun(chart: Chart, i: int) -> int:
    """Token after a noun with its adjectives and genitives, or a place; i where there is none."""
    keys = chart.doc.keys
    if i >= len(keys):
        return i
    place = max((node.j for node in chart.at(i, "place")), default=i)
    body = max((node.j for node in chart.at(i, "actor")), default=i)
    if max(place, body) > i:
        return max(place, body)
    if not _is_word(keys[i]):
        return i
    end = i + 1
    while end < min(len(keys), i + _MOST) and _goes_on(chart, keys, end):
        end += 1
    return end


def _is_word(key: str) -> bool:
    noun = key.isalpha() and len(key) > 1 and key not in _PREPOSITIONS
    return (noun and key not in particles("that")) or key.isdigit()


def _goes_on(chart: Chart, keys: Sequence[str], i: int) -> bool:
    """Whether token i is an adjective or a genitive of the noun before it."""
    if any(chart.at(i, "place")) or any(chart.at(i, "date")) or not keys[i].isalpha():
        return False
    if keys[i] in _PREPOSITIONS:
        return False
    if keys[i].startswith("ال"):
        return len(keys[i]) > _SHORT and keys[i] not in particles("no_more")
    return keys[i].endswith(("ه", "ي", "يا", "يين", "ين")) and not keys[i].startswith(
        ("و", "ي", "ت")
    )
