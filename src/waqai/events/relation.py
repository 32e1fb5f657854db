"""Relation: how a stretch of tokens stands to the triggers of an event, as features."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.annotate.chart import Node
from waqai.annotate.triggers.frames import frames
from waqai.events.scene import Scene
from waqai.events.scorer import Group, Names, grouped
from waqai.events.telling import Draft, Telling, sense

# Upper bounds of distances in tokens that are told apart.
_STEPS: Final = (0, 1, 2, 4, 8, 15)
_TELLINGS: Final = 4


@mypyc_attr(acyclic=True)
class Relation:
    """The nearest telling and trigger, where the tokens stand to it, and what lies between."""

    __slots__ = ("cost", "far", "gap", "others", "side", "telling", "trigger")

    def __init__(
        self,
        telling: Telling | None,
        trigger: Node | None,
        side: str,
        gap: int,
        cost: int,
        others: int,
        far: str,
    ) -> None:
        self.telling = telling
        self.trigger = trigger
        self.side = side
        self.gap = gap
        self.cost = cost
        self.others = others
        self.far = far

    def features(self) -> Group:
        """The relation alone, as features."""
        if self.trigger is None:
            return _away(self.far)
        said = sense(self.trigger)
        others, cost = min(2, self.others), min(3, self.cost)
        return _near(said.pos, said.voice, self.side, step(self.gap), others, cost)


@grouped
def _away(far: str) -> Names:
    """A sentence that tells nothing of the draft."""
    return (f"far={far}",)


@grouped
def _near(pos: str, voice: str, side: str, gap: int, others: int, cost: int) -> Names:
    """How near a trigger stands, on which side and in what form; `gap` is a rank of steps."""
    form = f"{pos}.{voice}" if pos == "verb" else pos
    return (
        f"form={form}.{side}",
        f"gap={side}.{gap}",
        f"cost={cost}",
        f"others={side}.{others}",
        f"near={form}.{side}.{min(gap, 3)}.{others}.{min(cost, 2)}",
    )


def windowed(draft: Draft, node: Node, found: Relation) -> Group:
    """Whether a node stands in the window of a telling of the draft."""
    return _windowed(draft.holds(node), found.side, min(1, found.others))


@grouped
def _windowed(inside: bool, side: str, others: int) -> Names:
    return (f"inside={inside}.{side}.{others}",)


def told_in(draft: Draft, found: Relation) -> tuple[int, int]:
    """The how maniest telling of a draft is the nearest one, and how many it has; few are told
    apart.
    """
    first = next(k for k, one in enumerate(draft.tellings) if one is found.telling)
    return min(_TELLINGS, first), min(_TELLINGS + 1, len(draft.tellings))


def step(gap: int) -> int:
    """The rank of a distance among the steps."""
    return bisect_right(_STEPS, gap)


def relation(scene: Scene, draft: Draft, i: int, j: int) -> Relation:
    """How tokens [i, j) stand to the nearest telling of a draft."""
    number = scene.sentence(i)
    told = draft.told().get(number)
    found = nearest(scene, told, i, j) if told else None
    return found or Relation(None, None, "", 0, 0, 0, _far(scene, draft, number))


def nearest(scene: Scene, told: Sequence[tuple[Telling, Node]], i: int, j: int) -> Relation | None:
    """How tokens [i, j) stand to the nearest trigger of their sentence; None where `told` none."""
    found: Relation | None = None
    dearest = at = 0
    clauses = scene.clauses
    for telling, trigger in told:
        if i >= trigger.i:
            side, first, last = "after", trigger.j, i
        else:
            side, first, last = "before", j, trigger.i
        gap, others = scene.gap(first, last), scene.firm_between(first, last)
        cost = clauses.between(trigger.i, i)
        # Nearer ones first, turns weighing as eight tokens.
        dear = gap + 8 * cost + 4 * others
        if found is None or dear < dearest or (dear == dearest and trigger.i < at):
            dearest, at = dear, trigger.i
            found = Relation(telling, trigger, side, gap, cost, others, "")
    return found


def _far(scene: Scene, draft: Draft, number: int) -> str:
    """Where a sentence without a telling of the draft stands to those that have one."""
    kind = scene.doc.sentences[number].kind
    if kind != "body":
        return kind
    away = min((abs(number - t.sentence), number < t.sentence) for t in draft.tellings)
    if away[0] == 1:
        return "before" if away[1] else "after"
    return "lead" if number == scene.lead else "other"


def marked(frame: str, prep: str) -> str:
    """The role that a frame gives what stands behind a preposition; "" where it says nothing."""
    return frames()[frame].marked(prep) if prep else ""
