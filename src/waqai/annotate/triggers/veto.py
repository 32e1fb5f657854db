"""Vetoes: what stands around a word that looks like a trigger says that it tells no event."""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

from waqai.annotate.chart import Node
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.setting import Setting, Veto, vetoes
from waqai.annotate.triggers.words import HEAD_TAG, WORD_TAG

# Words within which a class is looked for; the last for words that lift a veto.
_NEAR: Final = 4
_WIDE: Final = 10
_LIFTED: Final = 30


@mypyc_attr(acyclic=True)
class Place:
    """Where a reading stands: its leaf, the token after it, the end of its phrase."""

    __slots__ = ("end", "j", "leaf", "verb")

    def __init__(self, leaf: Node, j: int, end: int, verb: bool) -> None:
        self.leaf = leaf
        self.j = j
        self.end = end
        self.verb = verb


def vetoed(setting: Setting, leaf: Node, j: int, end: int, sense: Sense) -> bool:
    """Whether a row of vetoes.tsv holds for a word on [leaf.i, j), its phrase ending at `end`."""
    if sense.type is None:
        return False
    rows = vetoes(sense.type, sense.lemma)
    place = Place(leaf, j, end, sense.pos == "verb")
    return any(_holds(setting, place, veto) and not _lifted(setting, leaf, veto) for veto in rows)


def _lifted(setting: Setting, leaf: Node, veto: Veto) -> bool:
    """Whether a word of the sentence, not too far off, lifts the veto."""
    if not veto.unless or veto.unless not in setting.near:
        return False
    first, last = setting.bounds(leaf.i)
    left, right = max(first, leaf.i - _LIFTED), min(leaf.j + _LIFTED, last)
    return setting.told(setting.near, veto.unless, left, right)


def _holds(setting: Setting, place: Place, veto: Veto) -> bool:
    """Whether what a row asks for is there."""
    if not veto.cls:
        return _formed(setting, place.leaf, place.j, veto.where)
    if veto.cls not in setting.near:
        return False
    first, last = setting.bounds(place.leaf.i)
    left, right = _window(place, veto.where)
    return setting.told(setting.near, veto.cls, max(first, left), min(right, last))


def _window(place: Place, where: str) -> tuple[int, int]:
    """The tokens in which a row looks for a word of its class."""
    i = place.leaf.i
    if where == "next":
        return place.j, place.j + 1
    if where in ("prev", "of"):
        return (i, i) if where == "of" and place.verb else (i - 1, i)
    if where == "near":
        return i - _NEAR, place.j + _NEAR
    return i - _WIDE, place.end + _WIDE


def _formed(setting: Setting, leaf: Node, j: int, where: str) -> bool:
    """Whether the trigger bears the clitic, or stands as the row asks."""
    reading = leaf.reading
    if where == "opens":
        return any(node.kind in (WORD_TAG, HEAD_TAG) for node in setting.chart.begins(j))
    if where == "alone":
        return not setting.violent(leaf.i)
    if reading is None:
        return False
    if where == "article":
        return reading.article
    return bool(reading.suffix) if where == "suffix" else reading.prep == "ب"
