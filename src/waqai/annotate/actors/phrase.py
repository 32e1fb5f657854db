"""Phrases that name an actor, built from their heads: قوات + الأمن + السورية.

Words are taken from the last to the first, so that what stands inside a phrase (حركة الشباب) is
known when the phrase around it (مقاتلي حركة الشباب) is read.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final, cast

from waqai.annotate.actors import value as values
from waqai.annotate.actors.bodies import body
from waqai.annotate.actors.deeds import FORCES, doer
from waqai.annotate.actors.fullnames import full_name
from waqai.annotate.actors.heads import headed
from waqai.annotate.actors.introduced import aged, called, identified, national
from waqai.annotate.actors.persons import person
from waqai.annotate.actors.rows import Named, Nisba
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.stance import describes, proclitics
from waqai.annotate.actors.tails import adjectives, apposition, definite, relation
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.model.values import ActorValue

TAGS: Final = (
    "actor.name", "actor.head", "actor.title", "actor.nisba", "actor.given", "actor.first",
    "actor.body", "actor.called", "actor.is", "actor.age",
)  # fmt: skip
# Rows that الاحتلال alone names.
_OCCUPIERS: Final = frozenset(("IL-forces", "IL-army"))


def phrases(chart: Chart) -> Scope:
    """All actor phrases: the longest at each token, and those good only inside others."""
    scope = Scope(chart)
    leaves = [leaf for tag in TAGS for leaf in chart.of(tag)]
    for leaf in sorted(leaves, key=attrgetter("i", "j"), reverse=True):
        if scope.blocked(leaf.i, leaf.j) or (leaf.kind != "actor.name" and scope.district(leaf)):
            continue
        if leaf.kind == "actor.name":
            _name(scope, leaf)
        elif leaf.kind == "actor.head":
            headed(scope, leaf)
        elif leaf.kind == "actor.title":
            person(scope, leaf)
        elif leaf.kind in ("actor.given", "actor.first"):
            full_name(scope, leaf)
        elif leaf.kind == "actor.body":
            body(scope, leaf)
        elif leaf.kind == "actor.called":
            called(scope, leaf)
        elif leaf.kind == "actor.is":
            identified(scope, leaf)
        elif leaf.kind == "actor.age":
            aged(scope, leaf)
        elif not (doer(scope, leaf) or national(scope, leaf)):
            _nationals(scope, leaf)
    return scope


def _name(scope: Scope, leaf: Node) -> None:
    """A table row with the adjectives and the apposition that belong to it."""
    row = cast(Named, leaf.value)
    value = values.of_row(row)
    if row.kind == "person" or row.use in ("state", "weak"):
        scope.offer(scope.node(leaf, leaf.j, value, "actor.row", (leaf,)), row)
        return
    one = not scope.chart.doc.keys[leaf.j - 1].endswith(("ين", "ون"))
    end, nisba = adjectives(scope.chart, leaf.j, True, single=one)
    if nisba is not None and _of_another(row, cast(Nisba, nisba.value)):
        value = values.of_nisba(FORCES, cast(Nisba, nisba.value))
    end, _ = apposition(scope, end, value)
    end, _ = relation(scope, end)
    scope.offer(scope.node(leaf, end, value, "actor.row", (leaf,)), row)


def _of_another(row: Named, nisba: Nisba) -> bool:
    """Whether an adjective gives an occupation to another country: الاحتلال الإنجليزي."""
    return row.id in _OCCUPIERS and nisba.country is not None and nisba.country != row.country


def _nationals(scope: Scope, leaf: Node) -> None:
    """People of a country alone: الفلسطينيين, and after a figure 30 فلسطينيا."""
    nisba = cast(Nisba, leaf.value)
    chart = scope.chart
    before = chart.doc.keys[leaf.i - 1] if leaf.i else ""
    counted = before.isdigit() or any(chart.until(leaf.i, "number"))
    alone = nisba.form == "m" and before in words("before_one") and not definite(chart, leaf)
    # مالي is Mali, not one of Mali.
    alone = alone and not any(name.value.use == "state" for name in chart.at(leaf.i, "actor.name"))
    if nisba.form != "p" and not (counted or alone or nisba.form == "d"):
        return
    if leaf.i and scope.adjective_before(leaf):
        return
    row = scope.row(nisba.actor)
    if row is not None and row.kind == "international" and row.id != "european-union":
        return
    if row is not None and row.kind != "international":
        value = values.of_row(row)
    else:
        value = ActorValue(f"{nisba.english} people", None, "civilians", nisba.country)
    end, _ = adjectives(chart, leaf.j, bool(leaf.reading and leaf.reading.article))
    node = scope.node(leaf, end, value, "actor.nationals", (leaf,))
    named = any(chart.until(leaf.i, "actor.name"))
    if leaf.i and row is None and not named and describes(chart, leaf):
        node.i, node.skip = leaf.i - 1, proclitics(before)
    scope.offer(node, None)
