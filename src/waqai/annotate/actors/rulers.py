"""Who rules: the one whom guards guard, and the last name of a head of government."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import may_be, names
from waqai.annotate.actors.rows import Title
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.tails import joined_by
from waqai.annotate.chart import Node

# Offices of those whose guards are forces of their state.
_RULING: Final = frozenset(
    ("president", "pm", "king", "interior", "defence", "foreign", "minister")
)


def surname(scope: Scope, i: int) -> bool:
    """Whether the last name of a head of government stands at token i: (حكومة) قنديل."""
    keys = scope.chart.doc.keys
    if i >= len(keys) or scope.place(i) is not None:
        return False
    return keys[i] in names("family") or _may_be_surname(scope, i)


def _may_be_surname(scope: Scope, i: int) -> bool:
    """Whether a word that no table knows has the form of a last name: (حكومة) الروابدي."""
    key = scope.chart.doc.keys[i]
    if not (key.startswith("ال") and key.endswith("ي") and may_be(key)):
        return False
    told = (n for tag in ("actor.qualifier", "actor.nisba") for n in scope.chart.at(i, tag))
    return not any(told) and scope.any_at(i) is None and not any(scope.chart.at(i, "date"))


def ruler(scope: Scope, i: int) -> Node | None:
    """The head of a state or minister at token i whom guards guard: (الحرس الشخصي) للرئيس."""
    whom = scope.any_at(i)
    if whom is None or whom.value.kind != "person" or not joined_by(whom, "ل"):
        return None
    title = whom.parts[0].value if whom.parts else None
    return whom if isinstance(title, Title) and title.office in _RULING else None
