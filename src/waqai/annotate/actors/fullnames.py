"""Persons named in full, with no title before them or behind one."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import called_father, is_ali, is_known, name_end, names
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tables import aliases
from waqai.annotate.actors.tails import definite
from waqai.annotate.actors.value import of_row
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node
from waqai.model.values import ActorValue

COMMAS: Final = frozenset(("،", ",", ":", "-"))
# Words of a town that ends so.
_TOWN: Final = 2
_ALI: Final = "علي"
# An office that is a body of the state too: المستشار فلان النائب العام.
_PROSECUTOR: Final = "prosecutor"
# An office told behind a name belongs to the naming up to this many tokens.
_SHORT: Final = 3


def full_name(scope: Scope, leaf: Node) -> None:
    """Offer a person named in full without a title."""
    if leaf.kind == "actor.first" and not _surely(scope, leaf):
        return
    end = name_end(scope.chart.doc, leaf.i, False) or called_father(scope.chart.doc, leaf.i)
    if end is None or _known_before(scope, leaf, end):
        return
    start, stop = scope.chart.doc.span(leaf.i, end, leaf.skip)
    name = scope.chart.doc.text[start:stop]
    row = _row(scope, leaf.i, end)
    value = row.value if row is not None else of_table(scope, leaf.i, end, leaf.skip)
    if value is None and _is_place(scope, leaf, end):
        return
    value = value or ActorValue(name, None, "person", None)
    parts = (leaf,) if row is None else (leaf, row)
    scope.offer(scope.node(leaf, with_office(scope, end), value, "actor.name", parts), None)


def _is_place(scope: Scope, leaf: Node, end: int) -> bool:
    """Whether the words of a name are a place's, or end as towns do: صلاح الدين، جعفر آباد."""
    places = scope.chart.at(leaf.i, "place")
    ends = end - leaf.i == _TOWN and scope.chart.doc.keys[end - 1] in words("town_end")
    return ends or any(p.j == end and p.skip == leaf.skip for p in places)


def _surely(scope: Scope, leaf: Node) -> bool:
    """Whether a word that is also a common one is a name: what follows begins one."""
    keys = scope.chart.doc.keys
    after = keys[leaf.j : leaf.j + 1]
    if keys[leaf.i][leaf.skip :] == _ALI:
        told = scope.tells_ali and bool(after)
        return told and is_ali(scope.chart.doc, leaf.i, after[0])
    if not after or (after[0] not in names("given") and after[0] != "عبد"):
        return False
    listed = leaf.i > 0 and keys[leaf.i - 1] in COMMAS and keys[leaf.i][: leaf.skip] == "و"
    if leaf.skip and not listed:
        return False
    other = scope.inner(leaf.j)
    return other is None or other.value.id is None


def _known_before(scope: Scope, leaf: Node, end: int) -> bool:
    """Whether a table's person of fewer words begins here and what follows is no known name."""
    row = scope.best.get(leaf.i)
    if row is None or row.value.id is None or row.value.kind != "person" or row.j >= end:
        return False
    return not all(is_known(key) for key in scope.chart.doc.keys[row.j : end])


def with_office(scope: Scope, i: int) -> int:
    """Token after the office that is told behind a name: خيرت الشاطر نائب المرشد العام للجماعة."""
    after = scope.inner(i)
    for leaf in scope.chart.at(i, "actor.title"):
        if leaf.value.office == _PROSECUTOR and not leaf.skip and definite(scope.chart, leaf):
            return leaf.j
    told = after is not None and after.rule == "actor.office" and after.j - after.i <= _SHORT
    return after.j if after is not None and told else i


def of_table(scope: Scope, i: int, j: int, skip: int = 0) -> ActorValue | None:
    """The table's person whose full name is tokens i to j, with the mark of a tag or without."""
    first, *rest = (key for key in scope.chart.doc.keys[i:j] if key != "#")
    row = aliases().get(" ".join((first[skip:], *rest))) if rest else None
    sure = row is not None and row.kind == "person" and not row.use
    return of_row(row) if row is not None and sure else None


def _row(scope: Scope, i: int, j: int) -> Node | None:
    """The table's person whose whole name stands on tokens [i, j)."""
    row = scope.best.get(i)
    if row is None or row.j != j or row.rule != "actor.row":
        return None
    return row if row.value.kind == "person" else None
