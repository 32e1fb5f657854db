"""Drafts: which tellings of a report tell one and the same event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from waqai.events.compose import merged_type
from waqai.events.scene import Scene
from waqai.events.telling import Draft, Telling, is_definite, sense

# The logit from which on a telling rather tells the same event than another.
LEAST = 0.0
Index = Callable[[Scene, Telling], set[Any]]
# A passage retells the report's first events or its latest; and after so many tellings of one event
# another adds nothing. Both bound what a report costs, however long it is.
_FIRST, _LATEST = 6, 12
_MOST_TELLINGS = 40


def draft(scene: Scene, tellings: Sequence[Telling]) -> list[Draft]:
    """Join each telling to the likeliest earlier event, or begin a new one."""
    drafts: list[Draft] = []
    same = scene.scorer("same").logit
    for telling in tellings:
        open_ = [*drafts[:_FIRST], *drafts[max(_FIRST, len(drafts) - _LATEST) :]]
        last = _last(open_, telling)
        logits = [same(features(scene, open_, k, telling, last)) for k in range(len(open_))]
        best = max(range(len(open_)), key=lambda k: (logits[k], -k), default=None)
        if best is None or logits[best] < LEAST:
            drafts.append(Draft([telling], telling.type, telling.status))
        elif len(open_[best].tellings) < _MOST_TELLINGS:
            join(open_[best], telling)
    return drafts


def join(draft: Draft, telling: Telling) -> None:
    """Add a telling to a draft; its type may be the more telling one."""
    kind = merged_type(draft.type, telling.type)
    if all(map(_weak, draft.tellings)) and not _weak(telling):
        draft.type = telling.type
    elif kind is not None and not (_weak(telling) and not _weak(draft.tellings[0])):
        draft.type = kind
    draft.tellings.append(telling)


def _weak(telling: Telling) -> bool:
    """Whether only results or weak words tell the event."""
    return sense(telling.head).strength != "strong"


def features(
    scene: Scene,
    drafts: Sequence[Draft],
    order: int,
    telling: Telling,
    latest: int | None = None,
) -> list[str]:
    """What tells whether a telling is another one of the draft at `order`.

    `latest`: what `_last` gives of the drafts, where the caller asks for many of them.
    """
    draft = drafts[order]
    latest = _last(drafts, telling) if latest is None else latest
    last, first = draft.tellings[-1], draft.tellings[0]
    kind = merged_type(draft.type, telling.type)
    relation = "same" if draft.type == telling.type else "part" if kind else "other"
    definite, opening = _form(scene, telling)
    titled = scene.is_title(first.sentence)
    gap = telling.sentence - last.sentence
    strength = f"{sense(first.head).strength}.{sense(telling.head).strength}"
    head = sense(telling.head)
    told = head.lemma in _together(scene, draft, _lemmas)
    dated = _agreed(scene, draft, telling, _dates)
    return [
        f"type={relation}",
        f"types={draft.type}.{telling.type}",
        f"typedef={relation}.{definite}",
        f"latest={order >= latest}.{relation}.{definite}",
        f"recall={definite}.{relation}.{min(gap, 2)}.{dated}",
        f"results={_results(telling)}.{min(gap, 3)}.{dated}",
        f"drafted={min(order, 2)}.{relation}",
        f"gap={min(gap, 4)}",
        f"typegap={relation}.{min(gap, 3)}",
        f"strength={strength}.{relation}",
        f"titled={titled}.{relation}",
        f"lead={titled and telling.sentence == scene.lead}.{relation}",
        f"lemma={told}",
        f"lemmadef={told}.{definite}",
        f"status={draft.status == telling.status}",
        *opening,
        *_clause(scene, last, telling, gap),
        f"place={_agreed(scene, draft, telling, _places)}",
        f"party={_agreed(scene, draft, telling, _parties)}",
        f"date={dated}",
        f"figure={_agreed(scene, draft, telling, _figures)}",
    ]


def _last(drafts: Sequence[Draft], telling: Telling) -> int:
    """Index of the last draft that is firmly told and of a type that goes with the telling's."""
    for order in range(len(drafts) - 1, -1, -1):
        draft = drafts[order]
        if merged_type(draft.type, telling.type) and not all(map(_weak, draft.tellings)):
            return order
    return -1


def _results(telling: Telling) -> bool:
    """Whether only words for what came of an event tell it."""
    return all(sense(trigger).strength == "result" for trigger in telling.triggers)


def _clause(scene: Scene, last: Telling, telling: Telling, gap: int) -> list[str]:
    """How the clause of a telling hangs on the one before, in the same sentence or a new one."""
    if gap:
        return []
    cost = scene.clauses.between(last.triggers[-1].i, telling.triggers[0].i)
    turns = scene.clauses.links(last.triggers[-1].j, telling.triggers[0].i + 1)
    return [f"cost={min(cost, 4)}", *(f"link={turn.link}" for turn in turns)]


def _form(scene: Scene, telling: Telling) -> tuple[bool, Sequence[str]]:
    """Whether the telling's head is definite, and how its sentence opens; worked out once."""
    found = telling.form
    if found is None:
        found = telling.form = is_definite(telling.head), _opening(scene, telling)
    return found


_TOLD = frozenset(("past", "aside", "contrast"))


def _opening(scene: Scene, telling: Telling) -> Sequence[str]:
    """How the sentence of a telling opens, and the turns before its first trigger."""
    first = scene.doc.sentences[telling.sentence].first
    turns = scene.clauses.links(first, telling.triggers[0].i + 1)
    opened = next((turn.link for turn in turns if turn.at <= first + 1), "-")
    told = "+".join(sorted({turn.link for turn in turns if turn.link in _TOLD}))
    return f"opens={opened}", f"turns={told}"


def _agreed(scene: Scene, draft: Draft, telling: Telling, index: Index) -> str:
    """How the values that the telling names stand to those of the draft."""
    own, held = _named(scene, telling, index), _together(scene, draft, index)
    if not own or not held:
        return "new" if own else "old" if held else "none"
    return "differ" if own.isdisjoint(held) else "shared"


def _named(scene: Scene, telling: Telling, index: Index) -> set[Any]:
    """The values of a kind in a telling's window, found once."""
    found = telling.values.get(index)
    if found is None:
        found = telling.values[index] = index(scene, telling)
    return found


def _together(scene: Scene, draft: Draft, index: Index) -> set[Any]:
    """The values of a kind that the tellings of a draft name, each telling added once."""
    count, found = draft.values.get(index) or (0, set())
    if count < len(draft.tellings):
        for telling in draft.tellings[count:]:
            found |= _named(scene, telling, index)
        draft.values[index] = (len(draft.tellings), found)
    return found


def _places(scene: Scene, telling: Telling) -> set[str]:
    return {n.value.name for n in scene.places_in.get(telling.sentence, ()) if telling.holds(n)}


def _parties(scene: Scene, telling: Telling) -> set[str]:
    return {
        p.key
        for p in scene.parties_in.get(telling.sentence, ())
        if p.sort == "actor" and telling.holds(p.node)
    }


def _dates(scene: Scene, telling: Telling) -> set[str]:
    return {
        str(n.value.start)[:10]
        for n in scene.dates_in.get(telling.sentence, ())
        if telling.holds(n)
    }


def _lemmas(_: Scene, telling: Telling) -> set[str]:
    return {sense(trigger).lemma for trigger in telling.triggers}


def _figures(scene: Scene, telling: Telling) -> set[int]:
    return {
        n.value.low
        for n in scene.counts_in.get(telling.sentence, ())
        if n.value.low and n.value.low > 1 and telling.holds(n)
    }
