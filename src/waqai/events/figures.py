"""Figures: which counted people an event's words claim, and what befell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from waqai.annotate.chart import Node
from waqai.events.relation import Relation, relation
from waqai.events.scene import Scene
from waqai.events.telling import Draft, Figure, Pick, sense
from waqai.events.words import joins, preposition, word_after, word_before, words_before
from waqai.model.codes import CountSlot, WhomSide

THRESHOLD = 0.4
_ASIDE = frozenset(("past", "aside", "contrast"))


class Option(NamedTuple):
    """One way to read a count: the slot, what says so, the draft and how the count stands to it."""

    slot: CountSlot
    source: str
    draft: Draft
    relation: Relation
    rivals: str


def choose(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give each count of the report to the draft and the slot that it most likely belongs to."""
    told = by_sentence(drafts)
    for node in scene.counts:
        scored = [(option, features(scene, node, option)) for option in options(scene, told, node)]
        if not scored:
            continue
        chances = [scene.scorer("figure").probability(found) for _, found in scored]
        best = max(range(len(scored)), key=lambda k: (chances[k], -k))
        if chances[best] >= THRESHOLD:
            option, found = scored[best]
            rules = ("figure", *scene.scorer("figure").reasons(found), node.rule)
            option.draft.figures.append(_figure(scene, node, option, chances[best], rules))
            shared = _shared(scene, node, option)
            if shared is not None:
                rules = ("figure.shared", *rules[1:])
                option.draft.figures.append(_figure(scene, node, shared, chances[best], rules))


def by_sentence(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The drafts that each sentence tells, in their order."""
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        for number in sorted({telling.sentence for telling in draft.tellings}):
            told.setdefault(number, []).append(draft)
    return told


def options(scene: Scene, told: Mapping[int, list[Draft]], node: Node) -> Iterator[Option]:
    """All ways to read a count in its sentence, or in the draft told right before it."""
    number = scene.sentence(node.i)
    said = node.value.slot or node.value.context or _whole(scene, node)
    own = told.get(number) or told.get(number - 1, [])[-1:]
    relations = [relation(scene, draft, node.i, node.j) for draft in own]
    order = sorted(range(len(own)), key=lambda k: (_dear(relations[k]), k))
    for k, draft in enumerate(own):
        found = relations[k]
        inside = any(t.holds(node) for t in draft.tellings)
        rivals = f"{min(2, order.index(k))}.{min(3, len(own))}.{inside}"
        if said is not None:
            yield Option(said, "noun" if node.value.slot else "context", draft, found, rivals)
        seen = {said}
        for telling in draft.tellings:
            if telling.sentence != number:
                continue
            for trigger in telling.triggers:
                slot = sense(trigger).slot
                if slot is not None and slot not in seen:
                    seen.add(slot)
                    near = _nearest(scene, draft, node, slot)
                    yield Option(slot, "trigger", draft, near, rivals)


def _dear(found: Relation) -> int:
    """How far the nearest trigger stands, turns weighing as eight tokens."""
    return found.gap + 8 * found.cost + 4 * found.others if found.trigger else 99


def _whole(scene: Scene, node: Node) -> CountSlot | None:
    """The slot of the count that this one is a part of (ثلاثة قتلى بينهم طفل), None if untold."""
    if not node.value.subset:
        return None
    own = scene.counts_in.get(scene.sentence(node.i), ())
    wholes = [other for other in own if other.i < node.i and not other.value.subset]
    return wholes[-1].value.slot or wholes[-1].value.context if wholes else None


def _nearest(scene: Scene, draft: Draft, node: Node, slot: CountSlot) -> Relation:
    """How a count stands to the nearest trigger of the draft that gives this slot."""
    number = scene.sentence(node.i)
    only = [
        Draft(
            [
                type(t)(t.sentence, t.first, t.last, [n], n, t.type)
                for t in draft.tellings
                if t.sentence == number
                for n in t.triggers
                if sense(n).slot == slot
            ],
            draft.type,
        )
    ]
    return relation(scene, only[0], node.i, node.j)


def features(scene: Scene, node: Node, option: Option) -> list[str]:
    """What tells whether a count is a claim of this slot."""
    value, found = node.value, option.relation
    open_ = "open" if value.low is None else "one" if value.high == 1 else "figure"
    prep = preposition(scene.keys, node.i, node.skip)
    before = word_before(scene.keys, node.i)
    sentence = scene.doc.sentences[scene.sentence(node.i)]
    shape = f"{open_}.{'def' if value.definite else 'indef'}.{value.licensed}"
    told = [
        *found.features(),
        f"source={option.source}.{option.slot}",
        f"shape={shape}.{option.source}",
        f"open={open_}.{sentence.kind}",
        f"noun={value.noun}",
        f"cls={value.cls}.{option.slot}",
        f"word={before}",
        f"prep={prep}",
        f"rule={node.rule.partition(':')[0]}.{option.source}",
        f"subset={value.subset}",
        f"others={value.others}",
        f"context={value.context == option.slot}",
        f"type={option.draft.type}.{option.slot}",
        f"rivals={option.rivals}",
        f"words={words_before(scene.keys, node.i)}",
        f"next={word_after(scene.keys, node.j)}",
        f"size={len(str(value.low or 0))}.{value.hedge}.{option.source}",
        f"retold={scene.figures_told[value.low] > 1}.{option.source}.{sentence.kind}",
        f"turns={'+'.join(sorted({turn.link for turn in scene.clauses.links(sentence.first, node.i)} & _ASIDE))}",
        f"head={scene.keys[value.who[0]][value.who_skip:].removeprefix('ال') if value.who else ''}.{option.slot}",
        f"rivalsource={option.rivals}.{option.source}",
        f"speaks={node.i in scene.speaking}",
        f"firmopen={open_}.{value.definite}.{found.side}.{min(3, found.gap)}",
    ]
    told += [f"joined={_joined(scene, node)}.{option.source}"]
    told += _guessed(scene, node, option)
    if found.trigger is not None:
        said = sense(found.trigger)
        gives = f"{said.slot == option.slot}.{said.pos}.{said.voice}"
        told.append(f"gives={gives}.{found.side}.{min(2, found.gap)}")
        told.append(f"lemma={said.lemma}.{found.side}")
        told.append(f"given={option.source}.{found.side}.{_between(scene, found, node)}")
    return told


def _guessed(scene: Scene, node: Node, option: Option) -> list[str]:
    """What syntax makes of the counted people beside the triggers that give this slot."""
    first = node.value.who[0] if node.value.who else node.i
    told = []
    for party, held in scene.guesses_in(scene.sentence(node.i)).items():
        if party.first != first or party.sort == "target":
            continue
        for guess in held:
            gives = sense(guess.trigger).slot
            if gives is not None:
                told.append(f"guess={gives == option.slot}.{guess.role}.{guess.how}")
    return told or [f"noguess={option.source}"]


def _joined(scene: Scene, node: Node) -> str:
    """The context of the count right before, which و ties this one to; "-" where there is none."""
    if not joins(scene.keys, node.i, node.skip):
        return "-"
    own = scene.counts_in.get(scene.sentence(node.i), ())
    before = [other for other in own if 0 <= node.i - other.j <= 1]
    if not before:
        return "other"
    value = before[-1].value
    return str(value.slot or value.context or "count")


def _between(scene: Scene, found: Relation, node: Node) -> int:
    """Counts between the trigger and this one."""
    assert found.trigger is not None
    first, last = (found.trigger.j, node.i) if found.side == "after" else (node.j, found.trigger.i)
    own = scene.counts_in.get(scene.sentence(node.i), ())
    return min(2, sum(first <= other.i < last for other in own))


def _shared(scene: Scene, node: Node, option: Option) -> Option | None:
    """The other slot of people without a figure whom two joined words befall (مقتل وإصابة عدد)."""
    trigger = option.relation.trigger
    if node.value.low is not None or trigger is None or option.relation.gap > 1:
        return None
    for other in scene.triggers_in.get(scene.sentence(node.i), ()):
        slot = sense(other).slot
        if (
            other.j == trigger.i
            and slot not in (None, option.slot)
            and joins(scene.keys, trigger.i, trigger.skip)
        ):
            assert slot is not None
            return option._replace(slot=slot)
    return None


def _figure(
    scene: Scene, node: Node, option: Option, chance: float, rules: tuple[str, ...]
) -> Figure:
    """The figure that a count is under an option."""
    value = node.value
    first, last, skip = node.i, node.j, node.skip
    trigger = option.relation.trigger
    near = trigger is not None and sense(trigger).slot == option.slot and option.relation.gap <= 6
    if near and trigger is not None and option.relation.cost == 0:
        skip = trigger.skip if trigger.i < first else skip
        first, last = min(first, trigger.i), max(last, trigger.j)
    return Figure(
        option.slot, value.low, value.high, value.hedge, value.cls, node, (first, last), chance,
        rules, skip, scene.voices.at(node.i), scene.is_title(scene.sentence(node.i)),
    )  # fmt: skip


def side_of(draft: Draft, figure: Figure) -> WhomSide:
    """The side that the counted people belong to: the actor that names them, else their class."""
    actor = figure.node.value.actor
    sides: tuple[tuple[WhomSide, list[Pick]], ...] = (("by", draft.by), ("to", draft.to))
    for side, picks in sides:
        for pick in picks:
            party = pick.party
            if party is None:
                continue
            same = actor is not None and actor.value.id is not None and actor.value.id == party.id
            if same or (figure.node.i < party.last and party.first < figure.node.j):
                return side
    return "unknown"
