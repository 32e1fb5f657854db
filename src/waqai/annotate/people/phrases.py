"""How far a noun goes with its adjectives and genitives, as what tells of people and things."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.people.tables import particles

PREPOSITIONS: Final = frozenset(
    ("في", "من", "عن", "علي", "الي", "ضد", "مع", "لدي", "داخل", "نحو", "ضمن")
)
# Nouns and adjectives of the complement at most.
_MOST: Final = 3
# Letters of conjunctions and prepositions, and of verbs of the present, that begin no genitive.
_JOINED: Final = ("و", "ف", "ب", "ل", "ك", "ي", "ت")
_JOINED_ARTICLE: Final = ("بال", "لل", "كال", "فال")
SHORT: Final = 3


def is_known(keys: list[str], i: int, j: int) -> bool:
    """Whether the tokens [i, j) bear an article."""
    return any("ال" in key[:3] for key in keys[i:j])


def _genitive(chart: Chart, i: int) -> int:
    """Token after the genitive of a noun that ends before token i: (بتأمين) مقر الحزب."""
    keys = chart.doc.keys
    place = any(chart.at(i - 1, "place")) or any(chart.at(i - 1, "actor"))
    plain = (
        i < len(keys) and not keys[i].startswith(_JOINED) and keys[i] not in particles("no_more")
    )
    return noun(chart, i) if plain and not place else i


def whole(chart: Chart, i: int) -> int:
    """Token after a noun with its genitive, be that indefinite itself: (في) تفجير مسجد البلدة."""
    end = noun(chart, i)
    word = chart.doc.keys[i] if end == i + 1 else "ال"
    return end if "ال" in word[:SHORT] else _genitive(chart, end)


def noun(chart: Chart, i: int) -> int:
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
    told = key.isalpha() and len(key) > 1 and key not in PREPOSITIONS
    return (told and key not in particles("that")) or key.isdigit()


def _goes_on(chart: Chart, keys: list[str], i: int) -> bool:
    """Whether token i is an adjective or a genitive of the noun before it."""
    if any(chart.at(i, "place")) or any(chart.at(i, "date")) or not keys[i].isalpha():
        return False
    if keys[i] in PREPOSITIONS:
        return False
    if keys[i].startswith("ال"):
        return len(keys[i]) > SHORT and keys[i] not in particles("no_more")
    if keys[i - 1].startswith("ال") or keys[i].startswith(_JOINED_ARTICLE):
        return False
    return keys[i].endswith(("ه", "ي", "يا", "يين", "ين")) and not keys[i].startswith(
        ("و", "ي", "ت")
    )
