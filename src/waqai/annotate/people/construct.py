"""What a bare noun for people or a thing takes: a genitive, an adjective like it, what it is for.

عمال شركة، سائق الحافلة، مدرسة للفتيات، عناصر مندسة، المقاتلين المتحالفين، مشاركين في المسيرة.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.people.phrases import SHORT, is_known, noun, whole
from waqai.annotate.people.tables import particles

_PLURALS: Final = ("ين", "ون")
# Endings of nouns that take no genitive: plurals, duals, the accusative, what a pronoun owns.
_CLOSED: Final = ("ين", "ون", "ان", "ا", "هم", "هن", "يه", "ءه")
_SOME: Final = (["عدد", "من"], ["عشرات", "من"])
# Tokens of a name in quotes at most.
_QUOTED: Final = 6
_NAMING: Final = ("actor", "count", "place", "date")


def genitive(chart: Chart, i: int, j: int) -> int:
    """Token after the genitive of a bare noun of tokens [i, j): طلاب معهد، مقر قيادة، سائق الشاحنة.

    j where there is none; a noun that is not one of an office or a body must bear the article.
    """
    keys = chart.doc.keys
    if j - i != 1 or j >= len(keys) or is_known(keys, i, j) or keys[i].endswith(_CLOSED):
        return j
    key = keys[j]
    if key in particles("of") or keys[i] in particles("doers"):
        return whole(chart, j)
    told = key.startswith("ال") and len(key) > SHORT and key not in particles("no_more")
    if not told or _names(chart, j) or (key.startswith("الم") and key.endswith(_PLURALS)):
        return j
    return noun(chart, j) if keys[i] not in particles("indefinite") else j


def agreeing(chart: Chart, i: int, j: int) -> int:
    """Token after an adjective with the ending of the people before it: متطرفين محتملين.

    Participles stand behind broken plurals too: المقاتلين المتحالفين، عناصر مندسة.
    """
    keys = chart.doc.keys
    if j >= len(keys) or _names(chart, j):
        return j
    key, last = keys[j], keys[j - 1]
    known = is_known(keys, i, j)
    bare = key.removeprefix("ال")
    if (bare != key) != known or not bare.startswith("م") or len(bare) <= SHORT:
        return j
    if last.endswith(_PLURALS):
        return j + 1 if bare.endswith(last[-2:]) else j
    return j + 1 if bare.endswith("ه") and _is(keys[i], "elements") else j


def whose(chart: Chart, j: int) -> int:
    """Token after some of whom a thing that ends before token j is, or how many floors it has.

    (منازل) عدد من المواطنين، (منزل) من ثلاثة طوابق; j where neither is told.
    """
    keys = chart.doc.keys
    if keys[j : j + 2] in _SOME:
        return noun(chart, j + 2)
    if keys[j : j + 1] != ["من"] or keys[j + 2 : j + 3] == []:
        return j
    return j + 3 if keys[j + 2] in particles("floors") else j


def taking_part(chart: Chart, j: int) -> int:
    """Token after what those who end before token j take part in: مشاركين في المسيرة."""
    keys = chart.doc.keys
    if j >= len(keys) or not _is(keys[j - 1], "partaking"):
        return j
    if keys[j] == "في":
        end = whole(chart, j + 1)
        return end if end > j + 1 else j
    joined = keys[j].startswith("ب") and len(keys[j]) > SHORT and not any(chart.at(j, "place"))
    return whole(chart, j) if joined and keys[j] not in particles("no_charge") else j


def made_up(chart: Chart, i: int, j: int) -> int:
    """Token after whom a family or a cell of tokens [i, j) is made up of: عائلة من خمسة أفراد."""
    keys = chart.doc.keys
    if keys[j : j + 1] != ["من"] or not _is(keys[i], "made_up"):
        return j
    counted = max((n.j for n in chart.at(j + 1, "count")), default=j)
    figure = max((n.j + 1 for n in chart.at(j + 1, "number")), default=j)
    return min(max(counted, figure), len(keys))


def serving(chart: Chart, i: int, j: int) -> int:
    """Token after what a thing of tokens [i, j) is for, or its name in quotes: سوقا للخضار.

    j where there is none.
    """
    keys = chart.doc.keys
    if j + 1 >= len(keys):
        return j
    if keys[j] == '"':
        closing = (k for k in range(j + 2, min(len(keys), j + _QUOTED)) if keys[k] == '"')
        end = next(closing, j - 1)
        return end + 1 if all(key.isalnum() for key in keys[j + 1 : end]) else j
    if j - i != 1 or is_known(keys, i, j) or keys[j] in particles("no_for"):
        return j
    return whole(chart, j) if keys[j].startswith("ل") and len(keys[j]) > SHORT else j


def _names(chart: Chart, i: int) -> bool:
    """Whether a party, a place or a date begins at token i."""
    return any(any(chart.at(i, kind)) for kind in _NAMING)


def _is(key: str, use: str) -> bool:
    """Whether a word, what is written on its front apart, is one of a use."""
    told = particles(use)
    return any(key[k:] in told for k in range(SHORT + 1))
