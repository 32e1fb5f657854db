"""Institutes and societies by a name of their own: مركز النيل للدراسات، جمعية نبض الحي."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import common, is_particle, names
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node

# Tokens of an institute's name before its field at most.
_NAME: Final = 4
# Letters of a society's own name, at least.
_LONG: Final = 3
# Letters that begin verbs and what is joined, and endings of adjectives and verbs.
_BEGINS: Final = tuple("يتولبفك")
_ENDS: Final = ("ت", "وا", "ون", "ين", "ا")
_SONS: Final = frozenset(("ابن", "ابو", "بن"))
_TAKEN: Final = ("place", "date", "number", "people.noun", "trigger")


def studied(scope: Scope, leaf: Node) -> int | None:
    """Token after the field of an institute: (مركز) النيل للدراسات، (المعهد) الملكي لحقوق الإنسان.

    None where no field follows within a few words.
    """
    keys = scope.chart.doc.keys
    for at in range(leaf.j, min(len(keys), leaf.j + _NAME + 1)):
        key = keys[at]
        if key.startswith("ل") and key.removeprefix("لل").removeprefix("ل") in words("study"):
            return _field_end(keys, at) if at > leaf.j else None
        telling = key.startswith("ال") or is_particle(key) or key in _SONS
        if not key.isalpha() or (key in common() and not telling):
            return None
    return None


def _field_end(keys: list[str], at: int) -> int:
    """Token after the field at token `at`: للدراسات، لحقوق الإنسان، لتأهيل ضحايا العنف."""
    if keys[at].startswith("لل") or at + 1 >= len(keys):
        return at + 1
    told = keys[at + 1].startswith("ال") or not keys[at + 2 : at + 3]
    return at + 2 + (not told and keys[at + 2].startswith("ال"))


def plainly_named(scope: Scope, i: int) -> bool:
    """Whether a name of one word that means nothing else, no adjective, stands at token i.

    (جمعية) نبض الحي، (رابطة) وثاق اليمنية.
    """
    keys = scope.chart.doc.keys
    if i + 1 >= len(keys) or not keys[i].isalpha() or len(keys[i]) < _LONG:
        return False
    name, feminine = keys[i], keys[i - 1].endswith("ه")
    if name in common() or name.startswith(_BEGINS) or name.endswith(_ENDS):
        return False
    if name.endswith("ه" if feminine else "ي"):
        return False
    if name in names("given") or scope.any_at(i) is not None:
        return False
    return not any(any(scope.chart.at(i, kind)) for kind in _TAKEN)
