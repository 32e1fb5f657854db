"""Nouns joined by و that one owner follows: ضباط وأفراد الشرطة، مواقع وآليات للميليشيا."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.people.phrases import SHORT, is_known, whole
from waqai.annotate.people.tables import particles

# Nouns that one owner has at most.
_MOST: Final = 3
# Endings of the first noun behind which nobody stands as genitive.
_CLOSED: Final = ("ين", "ون", "ان", "ا", "هم", "هن")
_OWNERS: Final = ("actor", "place")


def shared(chart: Chart, i: int, j: int) -> tuple[int, Node | None]:
    """Token after the nouns joined to the bare one of tokens [i, j) and their owner, and a body
    that owns them; j where there is none.
    """
    keys = chart.doc.keys
    if j - i != 1 or j + 1 >= len(keys) or is_known(keys, i, j) or not _shares(keys[i]):
        return j, None
    if _joined(keys[j]):
        other = next((n for n in chart.at(j, "actor") if n.j > j + 1), None)
        if other is not None:
            return other.j, other
    at = j
    while at < min(len(keys), j + _MOST) and _joined(keys[at]):
        at += 1
    if at == j or at >= len(keys):
        return j, None
    owner = _owner(chart, at)
    if owner is not None and (owner.skip or not keys[i].endswith(_CLOSED)):
        return owner.j, owner if owner.kind == "actor" else None
    noun = keys[at].startswith("ال") and len(keys[at]) > SHORT
    noun = noun and keys[at] not in particles("no_more") and not keys[i].endswith(_CLOSED)
    return (whole(chart, at), None) if noun and owner is None else (j, None)


def _shares(key: str) -> bool:
    """Whether a noun, what is attached to its front apart, is one whose owner another may share."""
    sharing = particles("sharing")
    return any(key[k:].removesuffix("ا") in sharing for k in range(SHORT))


def _joined(key: str) -> bool:
    """Whether a word is a noun joined by و that shares the owner of the one before it."""
    return key.startswith("و") and key[1:] in particles("sharing")


def _owner(chart: Chart, i: int) -> Node | None:
    """The body or place that begins at token i with nothing or ل on its front, or behind تابعة."""
    keys = chart.doc.keys
    i += keys[i] in particles("owned_by") and i + 1 < len(keys)
    found = (node for kind in _OWNERS for node in chart.at(i, kind))
    fits = (n for n in found if not n.skip or keys[i][: n.skip] in ("ل", "لل"))
    return next(fits, None)
