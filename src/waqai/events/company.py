"""Company: how a draft stands among the others of its report, and whom its tellings name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from waqai.events.compose import merged_type
from waqai.events.scene import Scene
from waqai.events.scorer import Group, Names, Worded, grouped
from waqai.events.telling import Draft, Telling
from waqai.model.codes import EventType

# Numbers of body sentences, and of drafts, that are told apart.
_LENGTHS: Final = (1, 2, 4, 8, 16, 32)
# Drafts that a draft is held against at the most: it bounds what a long report costs.
_MOST: Final = 40
_HAS: Final = Worded("has=")
_HURT: Final = Worded("hurt=")


def among(scene: Scene, drafts: Sequence[Draft], order: int, telling: Telling, where: str) -> Group:
    """How the draft at `order` stands among the others; `telling` is its first full one."""
    draft = drafts[order]
    titled = scene.is_title(telling.sentence)
    others = [one for k, one in enumerate(drafts[:_MOST]) if k != order]
    body = [one for one in others if not scene.is_title(one.tellings[-1].sentence)]
    related = any(merged_type(draft.type, one.type) for one in body)
    beside = sum(one.tellings[0].sentence == telling.sentence for one in others)
    length = bisect_left(_LENGTHS, len(scene.doc.sentences) - scene.lead)
    many = bisect_left(_LENGTHS, len(drafts))
    only = f"{titled}.{related}.{min(1, len(body))}"
    return _placed(where, length, many, only, min(2, beside), _in_title(scene, draft))


@grouped
def _placed(where: str, length: int, drafts: int, only: str, beside: int, named: str) -> Names:
    """Where a report of what length tells a draft, with how many others."""
    return (
        f"lengthwhere={length}.{where}",
        f"drafts={drafts}.{where}",
        f"only={only}",
        f"beside={beside}.{where}",
        f"named={named}.{where}",
    )


def _in_title(scene: Scene, draft: Draft) -> str:
    """Whether the title tells something, of the draft's type, of a type that goes with it."""
    types = scene.overview.headlines
    if not types:
        return "none"
    if draft.type in types:
        return "same"
    return "part" if any(merged_type(draft.type, one) for one in types) else "other"


def company(scene: Scene, draft: Draft) -> list[Group]:
    """Kinds of parties and of figures that the draft's tellings name."""
    kinds, slots = set(), set()
    for telling in draft.tellings:
        own = scene.parties_in.get(telling.sentence, ())
        kinds |= {party.kind for party in own if telling.holds(party.node)}
        counts = scene.counts_in.get(telling.sentence, ())
        slots |= {str(node.value.slot) for node in counts if telling.holds(node)}
    return [_HAS.of(kind) for kind in sorted(kinds)] + [_HURT.of(slot) for slot in sorted(slots)]


def armed(scene: Scene, draft: Draft) -> Group:
    """How many armed groups and bodies of states the whole report names."""
    peers = scene.overview.peers
    states = peers.get("state", 0) + peers.get("state_forces", 0)
    return _armed(draft.type, min(3, peers.get("armed_group", 0)), min(3, states))


@grouped
def _armed(event: EventType, groups: int, states: int) -> Names:
    """An event of a type beside so many armed groups and bodies of states."""
    return f"armed={groups}.{event}", f"states={states}"
