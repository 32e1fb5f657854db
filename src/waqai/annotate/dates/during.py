"""A length in which something has happened or will: مقتل عشرة خلال 24 ساعة, the last of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.foretold import foretells
from waqai.annotate.dates.lasted import is_battle
from waqai.annotate.dates.lengths import length
from waqai.annotate.dates.spec import Ago, Named, Range, Recent, Spec
from waqai.model.codes import Unit

# Tokens before the length that are looked at.
_LOOK: Final = 16
# A month's name makes no length of the word before it.
_NAMES: Final = frozenset(("gregorian", "hijri"))
# Before days of fighting (في خمسة أيام من القتال).
_OF_BATTLE: Final = ("في", "وفي")
# Before some days in which something is to happen once.
_IN: Final = ("خلال", "غضون")
# The shortest and longest lengths that are told of the latest news.
_LATELY: Final[dict[Unit, range]] = {
    "hour": range(12, 97),
    "day": range(2, 32),
    "week": range(1, 5),
    "month": range(1, 2),
}


def during(cur: Cursor, i: int) -> Found | None:
    """The last so many units, a length behind خلال and near it a word of what befell people; the
    next so many where the words are of what is to come.
    """
    within = cur.key(i - 1) in beside("during")
    if not within and cur.key(i - 1) not in _OF_BATTLE:
        return None
    found = length(cur, i)
    if found is None or found.skip or found.unit not in _LATELY:
        return None
    after = found.j + (cur.key(found.j) in beside("only"))
    battle = cur.key(after) in beside("from") and is_battle(cur, after + 1)
    if not within and not battle:
        return None
    if (
        cur.key(after) in beside("from")
        and not battle
        and cur.key(after + 1) not in beside("lasting")
    ):
        return None
    if found.unit == "month" and not _NAMES.isdisjoint(cur.roles(found.j)):
        return None
    doc = cur.chart.doc
    sentence = doc.sentences[doc.sentence_index(i)]
    near = cur.keys[max(sentence.first, i - _LOOK) : min(sentence.last, found.j + _LOOK)]
    if found.n is None and not cur.key(i - 1).endswith(_IN):
        # What is to go on for days is told by no day.
        return None
    bidden = _is_bidden(cur.keys[max(sentence.first, i - _LOOK) : i])
    coming = found.unit != "month" and (foretells(near) or _is_feared(near) or bidden)
    if coming and (found.unit != "hour" or found.n is None or found.n in _LATELY["hour"]):
        return Found(i, found.j, _next(found.n, found.unit), "date.within")
    if found.n is None or found.n not in _LATELY[found.unit]:
        return None
    if not any(_befell(key) for key in near):
        return None
    return Found(i, found.j, _last(int(found.n), found.unit), "date.recent")


def _next(n: float | None, unit: Unit) -> Spec:
    """The next so many hours, days or weeks from that of publication on."""
    if n is None:
        return Ago(None, unit, 1)
    days = math.ceil(n / 24) if unit == "hour" else int(n) * (7 if unit == "week" else 1)
    return Range(Named(offset=0, unit="day"), Named(offset=days, unit="day"))


def _last(n: int, unit: Unit) -> Spec:
    """The last so many hours, or days up to and with that of publication."""
    if unit == "hour":
        return Recent(n, unit, -1)
    if unit == "month":
        return Recent(n, unit, -1)
    days = n * (7 if unit == "week" else 1)
    return Range(Named(offset=1 - days, unit="day"), Named(offset=0, unit="day"))


def _is_feared(near: Sequence[str]) -> bool:
    """Whether words near a length tell what may happen (تحذير من غارات خلال 72 ساعة)."""
    return any(is_among(beside("feared"), key) for key in near)


def _is_bidden(before: Sequence[str]) -> bool:
    """Whether something is to be done in a length (أمهل السكان لإخلائها خلال يومين), nothing that
    befell people being told behind that.
    """
    last = next((k for k in range(len(before) - 1, -1, -1) if _bids(before[k])), None)
    return last is not None and not any(_befell(key) for key in before[last + 1 :])


def _bids(key: str) -> bool:
    """Whether a word tells that something is to be done."""
    return is_among(beside("bidden"), key)


def _befell(key: str) -> bool:
    """Whether a word tells what has befallen people."""
    return is_among(beside("befell"), key)
