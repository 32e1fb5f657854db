"""Scope: what the words around a figure say of whom, of when and of how much it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple, cast

from waqai.annotate.chart import Node
from waqai.events.scene import Scene
from waqai.lexicon.table import read_table
from waqai.model.codes import SCOPES, Scope

# Tokens before a figure, and behind it, among which such words stand; and right beside it.
_BEFORE: Final = 16
_BEHIND: Final = 12
_BESIDE: Final = 3
# Turns to another matter.
_TURNS: Final = frozenset(("contrast", "aside"))


class Phrase(NamedTuple):
    """The words of a phrase after the first, what it says, and on which side of the figure."""

    rest: tuple[str, ...]
    scope: Scope
    where: str


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """First word (و or ف may be joined) -> what it can open."""
    found: dict[str, list[Phrase]] = {}
    for row in read_table("waqai.events", "scope.tsv", ("scope", "where", "key"), ("key",)):
        for words in row.variants(2):
            first, *rest = words.split(" ")
            phrase = Phrase(tuple(rest), cast(Scope, row.cells[0]), row.cells[1])
            for joined in (first, "و" + first, "ف" + first):
                found.setdefault(joined, []).append(phrase)
    return {key: tuple(ways) for key, ways in found.items()}


def scope(scene: Scene, node: Node) -> tuple[Scope, ...]:
    """What is said of a count, in the order of the codes."""
    found = set(_told(scene, node))
    if node.value.subset:
        found.add("part")
    if node.value.others:
        found.add("others")
    first = scene.doc.sentences[scene.sentence(node.i)].first
    if any(turn.link in _TURNS for turn in scene.clauses.links(first, node.i)):
        found.add("beside")
    return tuple(code for code in SCOPES if code in found)


def _told(scene: Scene, node: Node) -> Iterator[Scope]:
    """What the phrases around a count say, in its sentence."""
    keys, table = scene.doc.keys, phrases()
    sentence = scene.doc.sentences[scene.sentence(node.i)]
    first = max(sentence.first, node.i - _BEFORE)
    for k in range(first, min(sentence.last, node.j + _BEHIND)):
        for phrase in table.get(keys[k], ()):
            told = tuple(keys[k + 1 : k + 1 + len(phrase.rest)]) == phrase.rest
            if told and _reaches(phrase.where, k, node):
                yield phrase.scope


def _reaches(where: str, k: int, node: Node) -> bool:
    """Whether a phrase at token k stands where it says something of a count."""
    if k < node.i:
        return where in ("before", "around") or (where == "near" and k >= node.i - _BESIDE)
    return where == "around" or (where == "behind" and k < node.j + _BESIDE)
