"""Vetoes: what stands around a word that looks like a trigger says that it tells no event."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.setting import Setting, Veto, vetoes
from waqai.annotate.triggers.words import HEAD_TAG, WORD_TAG

_NEAR: Final = 4
_WIDE: Final = 10


def vetoed(setting: Setting, leaf: Node, j: int, end: int, sense: Sense) -> bool:
    """Whether a row of vetoes.tsv holds for a reading of [leaf.i, j), its phrase ending at `end`."""
    if sense.type is None:
        return False
    return any(
        _holds(setting, leaf, j, end, veto) and not _lifted(setting, leaf, veto)
        for veto in vetoes(sense.type, sense.lemma)
    )


def _lifted(setting: Setting, leaf: Node, veto: Veto) -> bool:
    """Whether a word of the sentence lifts the veto."""
    return bool(veto.unless) and setting.told(setting.near, veto.unless, *setting.bounds(leaf.i))


def _holds(setting: Setting, leaf: Node, j: int, end: int, veto: Veto) -> bool:
    """Whether what a row asks for is there."""
    if not veto.cls:
        return _formed(setting, leaf, j, veto.where)
    first, last = setting.bounds(leaf.i)
    if veto.where == "next":
        first, last = j, min(j + 1, last)
    elif veto.where == "prev":
        first, last = max(first, leaf.i - 1), leaf.i
    elif veto.where == "near":
        first, last = max(first, leaf.i - _NEAR), min(j + _NEAR, last)
    else:
        first, last = max(first, leaf.i - _WIDE), min(end + _WIDE, last)
    return setting.told(setting.near, veto.cls, first, last)


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
