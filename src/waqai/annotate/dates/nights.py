"""Nights that reach into the next day: ليلا of what is told by day, بعد منتصف ليل أمس."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates.alone import DAY_WORDS
from waqai.annotate.dates.announced import tells
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.spec import Named

OVERNIGHT: Final = "date.overnight"
# Tokens before ليلا among which what happened then stands, and behind it.
_LOOK: Final = 5
# The same before خلال الليل, which is seldom of any night.
_FAR: Final = 10
_BEHIND: Final = 2
# What may stand behind a night to tell its other end (ليل السبت - الأحد).
_ENDS: Final = ("-", "/", "و", "الي")


def overnight(cur: Cursor, i: int) -> bool:
    """Whether ليلا or خلال الليل at token i is of something that happened (قتلوا ليلا في غارة), not
    of any night (صعوبة التنقل ليلا), with no day behind it.
    """
    node = cur.word(i, "partly") or _through(cur, i)
    if node is None or node.value.name != "night" or cur.key(node.j) in beside("always"):
        return False
    if cur.key(i - 1) in beside("hour") or not cur.roles(node.j).keys().isdisjoint(DAY_WORDS):
        return False
    doc = cur.chart.doc
    sentence = doc.sentences[doc.sentence_index(i)]
    adverb = node.j == i + 1
    first = max(sentence.first, i - (_LOOK if adverb else _FAR))
    near = cur.keys[first : min(sentence.last, node.j + _BEHIND)]
    deeds = beside("befell") | beside("fought")
    telling = cur.keys[i - 1 : i] if adverb else near
    told = any(tells(key) and key not in beside("was") for key in telling)
    return told or any(is_among(deeds, key) for key in near)


def _through(cur: Cursor, i: int) -> Node | None:
    """خلال الليل, أثناء الليل at token i."""
    node = cur.roles(i).get("here")
    return node if node is not None and is_among(beside("through"), cur.key(i)) else None


def past_midnight(cur: Cursor, night: Named, j: int) -> Named:
    """The day on which it is after the midnight of a night that ends before token j (بعد منتصف ليل
    أمس: today); the night itself where another end follows, or where it is that of publication.
    """
    published = cur.chart.doc.published
    if published is None or cur.key(j) in _ENDS or "weekday" in cur.roles(j):
        return night
    if night == Named(offset=-1, unit="day", part="night"):
        return msgspec.structs.replace(night, offset=0)
    weekday = night.weekday or 0
    bare = night == Named(weekday=night.weekday, step=night.step, part="night")
    if not weekday or not bare or weekday == published.isoweekday():
        return night
    return msgspec.structs.replace(night, weekday=weekday % 7 + 1)
