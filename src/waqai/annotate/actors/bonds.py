"""Bonds: how forces that the text gives to another actor belong to it, where not to a state.

القوات الموالية للرئيس السابق, قوات يقودها التحالف, مسلحون مدعومون من الدولة.
"""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors import value as values
from waqai.annotate.actors.offices import holder
from waqai.annotate.actors.rows import Head, Title
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Node

# How the ids of countries end, whose own forces nobody calls loyal to them.
_A_COUNTRY: Final = "-state"
# Offices of those whose forces are a state's.
_RULING: Final = ("president", "king", "emir", "leader", "pm")


def bond(scope: Scope, i: int, head: Head, owner: Node | None) -> values.Bond:
    """How forces belong to an owner where it makes them none of a state."""
    keys = scope.chart.doc.keys
    if owner is None or owner.value.kind == "state_forces":
        return ""
    if owner.value.kind not in ("state", "person"):
        return _stand(keys[i : i + 2])
    if owner.value.kind == "person":
        once = any(k.replace("لل", "ال", 1) in words("once") for k in keys[owner.i : owner.j])
        if once and keys[i] in words("belonging"):
            return "former"
        return "allied" if keys[i] in words("loyal") and not _rules(scope, owner) else ""
    if keys[i] in words("backed"):
        return "backed"
    if keys[i] in words("loyal") and (owner.value.id or "").endswith(_A_COUNTRY):
        return "allied"
    verb = next((key for key in keys[i : i + 2] if key in words("led")), "")
    if not verb and head.suffix not in values.GUARDS:
        return _stand(keys[i : i + 1])
    return "led" if verb in words("heading") else "backed" if verb else ""


def _rules(scope: Scope, person: Node) -> bool:
    """Whether a person is told to rule a state, or does: قوات موالية للرئيس."""
    title = person.parts[0].value if person.parts else None
    if isinstance(title, Title) and title.office in _RULING:
        return True
    value, day = person.value, scope.chart.doc.published
    if value.id is None or value.country is None:
        return False
    holders = (holder(value.country, office, day) for office in _RULING)
    return any(row is not None and row.id == value.id for row in holders)


def _stand(keys: list[str]) -> values.Bond:
    """How the words before an actor set others beside it who are no part of it."""
    uses: tuple[tuple[str, values.Bond], ...] = (
        ("siding", "allied"),
        ("opposing", "opposed"),
        ("backed", "backed"),
        ("heading", "led"),
        ("led", "backed"),
    )
    return next((bond for use, bond in uses if not words(use).isdisjoint(keys)), "")
