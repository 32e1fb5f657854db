"""Evidence: the shortest passage that first tells an event in full."""

from __future__ import annotations

from typing import Final

from waqai.events.scene import Scene
from waqai.events.telling import Draft, Telling
from waqai.model.span import Span

# Marks that a passage neither begins nor ends with.
_TRIM: Final = frozenset("،,؛;:.!؟?…-–\n")
# Turns at which a passage may begin (said that ...) and at which a long one may end.
_BEGIN: Final = frozenset(("complement", "stop", "contrast", "aside", "colon", "bracket"))
_END: Final = frozenset(("stop", "contrast", "aside"))
_LONG: Final = 45


def evidence(scene: Scene, draft: Draft) -> Span:
    """The clause of the first telling in the body (in the title where the body has none)."""
    telling = first_full(scene, draft)
    first, last = _clause(scene, telling)
    keys = scene.keys
    while first < last - 1 and keys[first] in _TRIM:
        first += 1
    while last > first + 1 and keys[last - 1] in _TRIM:
        last -= 1
    return Span(*scene.doc.span(first, last))


def first_full(scene: Scene, draft: Draft) -> Telling:
    """The first telling in the body, else the first."""
    body = [t for t in draft.tellings if not scene.is_title(t.sentence)]
    return (body or draft.tellings)[0]


def _clause(scene: Scene, telling: Telling) -> tuple[int, int]:
    """Tokens of the clause around a telling's triggers."""
    first, last = telling.first, telling.last
    for turn in scene.clauses.links(telling.first, telling.triggers[0].i + 1):
        if turn.link in _BEGIN:
            first = turn.at
    for turn in scene.clauses.links(telling.triggers[-1].j, telling.last):
        long = turn.at - first > _LONG
        if turn.link in _END or (long and turn.link in ("comma", "relative", "past")):
            last = turn.at
            break
    return first, last
