"""Bodies told by a place: شرطة لندن, السلطات في ولاية تكساس, الأجهزة الأمنية بالأقصر."""

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

_RULED: Final = ("country", "province", "town")
_CAPITAL: Final = "العاصمه"
_OF_PLACES: Final = frozenset(("organ", "crowd"))


def authorities(scope: Scope, leaf: Node, head: Head, end: int) -> None:
    """The authorities or a court of a place, told behind في: السلطات في ولاية تكساس."""
    court = head.suffix == "court" and leaf.j == end and not definite(scope.chart, leaf)
    ruling = head.suffix == "authorities" or court
    if not ruling or scope.chart.doc.keys[end : end + 1] != ["في"]:
        return
    place = scope.place(_after_capital(scope, end + 1))
    where = cast(PlaceValue, place.value) if place is not None else None
    if place is not None and where is not None and where.country and where.kind in _RULED:
        value = values.of_country(head, where.country)
        scope.offer(scope.node(leaf, place.j, value, "actor.place", (leaf, place)), None)


def _after_capital(scope: Scope, i: int) -> int:
    """Token i, or the one behind the words for a capital there: العاصمة الكينية (نيروبي)."""
    if scope.chart.doc.keys[i : i + 1] != [_CAPITAL]:
        return i
    return i + 1 + any(scope.chart.at(i + 1, "actor.nisba"))


def local(scope: Scope, leaf: Node, head: Head, end: int) -> None:
    """The security forces of a place, told right behind ب: الأجهزة الأمنية بالأقصر.

    Behind a building (مبنى الأمن الوطني بالقاهرة) the place tells where that stands.
    """
    chart = scope.chart
    if head.cls != "organ" or head.kind != "state_forces" or leaf.j - leaf.i == 1:
        return
    seats = (node.value.suffix == "seat" for node in chart.until(leaf.i, "actor.head"))
    if any(seats) or any(chart.until(leaf.i, "things.target")):
        return
    for place in chart.at(end, "place"):
        where = cast(PlaceValue, place.value)
        if place.skip and where.kind in _RULED and chart.doc.keys[end].startswith("ب"):
            value = values.of_country(head, where.country) if where.country else values.bare(head)
            scope.offer(scope.node(leaf, place.j, value, "actor.place", (leaf, place)), None)


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
