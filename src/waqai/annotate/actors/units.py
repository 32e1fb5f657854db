"""Units with a number: اللواء 35 مدرع، الفرقة المدرعة التاسعة، اللواء 12 في الحشد الشعبي."""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.rows import Body, Nisba
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tails import adjectives, relation
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node
from waqai.model.values import ActorValue

_ARMS: Final = frozenset(("state_forces", "armed_group", "international"))
_WITHIN: Final = frozenset(("في", "من", "ضمن"))


def unit(scope: Scope, leaf: Node, row: Body) -> None:
    """Offer a unit with its number, its arm and whose it is."""
    chart = scope.chart
    keys = chart.doc.keys
    i = leaf.j
    if i >= len(keys):
        return
    number = _number(scope, i)
    if number is None and keys[i].removeprefix("ال") in words("arm") and i + 1 < len(keys):
        i += 1
        number = _number(scope, i)
    if number is None:
        return
    end = i + 1
    while end < len(keys) and keys[end] in words("arm"):
        end += 1
    end, nisba = adjectives(chart, end, True)
    country = cast(Nisba, nisba.value).country if nisba is not None else None
    within = _within(scope, end)
    if within is not None and within.value.kind == "state_forces":
        end, country = within.j, within.value.country
        within = None
    end, owner = (within.j, within) if within is not None else relation(scope, end)
    country = owner.value.country if owner is not None else country
    kind = owner.value.kind if owner is not None and owner.value.kind in _ARMS else row.kind
    value = ActorValue(f"{row.english.capitalize()} {number}", None, kind, country)
    scope.offer(scope.node(leaf, end, value, "actor.unit", (leaf,)), None)


def _within(scope: Scope, i: int) -> Node | None:
    """The forces or known group that the unit before token i is in: في الجيش، بالحشد."""
    keys = scope.chart.doc.keys
    if i + 1 >= len(keys):
        return None
    inner = scope.inner(i + 1) if keys[i] in _WITHIN else scope.any_at(i)
    if inner is None or (inner.i == i and keys[i][: inner.skip] != "ب"):
        return None
    group = inner.value.kind == "armed_group" and inner.value.id is not None
    forces = inner.value.kind == "state_forces" and inner.i > i
    return inner if group or forces else None


def _number(scope: Scope, i: int) -> int | None:
    """The number at token i, in digits or as an ordinal."""
    key = scope.chart.doc.keys[i]
    if key.isdigit() and len(key) < 5:
        return int(key)
    return next((int(node.value) for node in scope.chart.at(i, "actor.nth")), None)
