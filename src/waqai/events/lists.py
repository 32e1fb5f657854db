"""Lists: places named one after the other, which share what stands before the first of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from waqai.annotate.chart import Node
from waqai.events.words import joins
from waqai.text.document import Document

_AND: Final = "و"
_COMMAS: Final = frozenset(("،", ",", "؛", "-"))


def list_heads(doc: Document, places: Sequence[Node]) -> Mapping[int, Node]:
    """First token of each later item of a list -> the list's first item, of places in text order.

    Items are joined by و (قرى X وY وZ), or by a comma where they are of one kind (X، Y، Z).
    """
    found: dict[int, Node] = {}
    for before, after in pairwise(places):
        if _listed(doc.keys, before, after):
            found[after.i] = found.get(before.i, before)
    return found


def _listed(keys: list[str], before: Node, after: Node) -> bool:
    """Whether nothing but و or a comma stands between two places."""
    between = keys[before.j : after.i]
    if not between:
        return joins(keys, after.i, after.skip) and after.i >= before.j
    if between == [_AND] or (len(between) == 1 and between[0] in _COMMAS):
        return (
            between == [_AND]
            or before.value.kind == after.value.kind
            or joins(keys, after.i, after.skip)
        )
    return False
