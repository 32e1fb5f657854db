"""How far the words go on that tell which people are meant: رجلان يرتديان زيا عسكريا.

Only verbs and participles of a state or a role do; what people are told to have done is an event.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from waqai.annotate.chart import Chart
from waqai.annotate.people.tables import particles

_PREPOSITIONS = frozenset(("في", "من", "عن", "علي", "الي", "ضد", "مع", "لدي", "داخل"))
# Nouns and adjectives of the complement at most.
_MOST = 3
_SHORT = 3


def described(chart: Chart, i: int, j: int) -> int:
    """Token after the description of the people named by tokens [i, j); j where there is none.

    It is as definite as they are: behind الجرحى, موجودين is what is said of them.
    """
    known = any("ال" in key[:3] for key in chart.doc.keys[i:j])
    keys = chart.doc.keys
    if j + 1 >= len(keys):
        return j
    key = keys[j].removeprefix("ال")
    if keys[j] == "من":
        return _noun(chart, j + 1) if keys[j + 1] in particles("origin") else j
    if key in particles("role") and known == (key != keys[j]):
        at = j + 1
        joined = keys[at].startswith(("ب", "ل")) and len(keys[at]) > _SHORT
        if keys[at] not in _PREPOSITIONS and not joined:
            return j
        end = _noun(chart, at + (not joined))
        return end if end > at + (not joined) else j
    if any(_accused(word) for word in keys[i:j]):
        return _charge(chart, j)
    if not known and keys[j] in particles("state"):
        at = j + 1 + (keys[j + 1] in _PREPOSITIONS)
        end = _noun(chart, at)
        return end if end > at else j
    return j


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


def _charge(chart: Chart, j: int) -> int:
    """Token after what somebody is accused of: (المتهمين) في الأحداث، (متهما) بقتل الشاب."""
    key = chart.doc.keys[j]
    if key == "في":
        end = _noun(chart, j + 1)
        return end if end > j + 1 else j
    joined = key.startswith("ب") and len(key) > _SHORT and not any(chart.at(j, "place"))
    return _noun(chart, j) if joined else j


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
    return (key.isalpha() and len(key) > 2 and key not in _PREPOSITIONS) or key.isdigit()


def _goes_on(chart: Chart, keys: Sequence[str], i: int) -> bool:
    """Whether token i is an adjective or a genitive of the noun before it."""
    if any(chart.at(i, "place")) or any(chart.at(i, "date")) or not keys[i].isalpha():
        return False
    if keys[i].startswith("ال"):
        return len(keys[i]) > _SHORT and keys[i] not in particles("no_more")
    return keys[i].endswith(("ه", "ي", "يا", "يين", "ين")) and not keys[i].startswith(
        ("و", "ي", "ت")
    )
