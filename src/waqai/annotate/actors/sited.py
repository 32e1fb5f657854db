"""Bodies and crowds of a place that is named behind them: شرطة لندن, سكان القريتين."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors import value as values
from waqai.annotate.actors.names import may_be
from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tails import definite
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node
from waqai.model.values import ActorValue, PlaceValue

_OF_PLACES: Final = frozenset(("organ", "crowd"))


def with_place(scope: Scope, leaf: Node, head: Head) -> bool:
    """Body + place: شرطة لندن, مديرية أمن الدقهلية, سكان القريتين."""
    if head.cls not in _OF_PLACES or head.suffix in ("people", "administration"):
        return False
    if any(n.value.form != "a" for n in scope.chart.at(leaf.j, "actor.nisba")):
        return False
    place = scope.place(leaf.j) or _as_place(scope, leaf)
    if place is None:
        return _unknown_town(scope, leaf, head)
    where = cast(PlaceValue, place.value)
    if where.kind == "country" and head.suffix == "security" and not head.bare:
        return False
    if where.kind == "country" and where.country and head.cls == "organ":
        value = values.of_country(head, where.country)
    else:
        value = ActorValue(values.of_town(head, where.name), None, head.kind, where.country)
    scope.offer(scope.node(leaf, place.j, value, "actor.place", (leaf, place)), None)
    return True


def _unknown_town(scope: Scope, leaf: Node, head: Head) -> bool:
    """Police of a town that no gazetteer has: شرطة سكرامنت."""
    keys = scope.chart.doc.keys
    if head.suffix != "police" or leaf.j - leaf.i > 1 or not keys[leaf.i].endswith("شرطه"):
        return False
    if not leaf.skip and leaf.i and keys[leaf.i - 1] not in words("before_force"):
        return False
    town = keys[leaf.j : leaf.j + 1]
    if not town or not may_be(town[0]) or town[0].startswith("ال") or town[0][0] in "يت":
        return False
    if scope.any_at(leaf.j) is not None or definite(scope.chart, leaf):
        return False
    scope.offer(scope.node(leaf, leaf.j + 1, values.bare(head), "actor.place", (leaf,)), None)
    return True


def _as_place(scope: Scope, leaf: Node) -> Node | None:
    """The place that the head itself is read as, with its name: مديرية أمن الدقهلية."""
    named = any(scope.chart.at(leaf.j, "place.name"))
    if not named or cast(Head, leaf.value).suffix in ("province", "security"):
        return None
    return next((node for node in scope.chart.at(leaf.i, "place") if node.j > leaf.j), None)
