"""Figures: which counted people an event's words claim, and what befell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.speakers.scope import Attribution
from waqai.events.items import heading
from waqai.events.relation import Relation, nearest, relation
from waqai.events.scene import Scene
from waqai.events.scope import scope
from waqai.events.scorer import Features, Known, Names, Worded, grouped
from waqai.events.sums import (
    HELD,
    NOBODY,
    has_own,
    is_no_figure,
    is_none_of,
    is_one_of_none,
    is_unharmed,
    met_other,
)
from waqai.events.telling import Draft, Figure, Pick, sense
from waqai.events.tolls import headed, is_certain, reckoned
from waqai.events.words import (
    joins,
    preposition,
    word_after,
    word_before,
    words_before,
)
from waqai.model.codes import CountSlot, EventType, Hedge, WhomClass, WhomSide
from waqai.model.event import SCOPE

THRESHOLD: Final = 0.4
# Farther than any trigger of the own sentence.
_AWAY: Final = 1000
# What befell the whole befell its parts, whatever else their sentence tells.
_HARM: Final = frozenset(("killed", "wounded"))
# What does not befall who does it.
_HARMED: Final = frozenset(("killed", "wounded", "arrested", "abducted"))
_ASIDE: Final = frozenset(("past", "aside", "contrast"))
_WORD: Final = Worded("word=")
_NEXT: Final = Worded("next=")
_TURNS: Final = Worded("turns=")


class Option(NamedTuple):
    """One way to read a count: the slot, what says so, the draft and how the count stands to it.

    `rivals`: how many drafts of the sentence stand nearer, of how many, and whether a window of
    this one holds the count.
    """

    slot: CountSlot
    source: str
    draft: Draft
    relation: Relation
    rivals: str


def choose(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give each count of the report to the draft and the slot that it most likely belongs to."""
    told = by_sentence(drafts)
    for order, node in enumerate(scene.counts):
        if is_no_figure(scene, order):
            continue
        open_to = (
            o for o in options(scene, told, node) if not is_none_of(scene, node, o.slot, o.draft)
        )
        unhurt = is_unharmed(scene, node)
        open_to = (o for o in open_to if not (unhurt and o.slot in _HARMED))
        scored = [(option, features(scene, node, option)) for option in open_to]
        if not scored:
            continue
        chances = [scene.scorer("figure").probability(found) for _, found in scored]
        best = max(range(len(scored)), key=lambda k: (chances[k], -k))
        option, found = scored[best]
        listed = heading(scene, node) is not None or is_certain(scene, node)
        listed = listed or is_one_of_none(scene, order)
        if chances[best] >= THRESHOLD or (listed and option.source == "noun"):
            rules = ("figure", *scene.scorer("figure").reasons(found), node.rule)
            option.draft.figures.append(figure(scene, node, option, chances[best], rules))
            shared = _shared(scene, node, option)
            if shared is not None:
                rules = ("figure.shared", *rules[1:])
                option.draft.figures.append(figure(scene, node, shared, chances[best], rules))


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
    own_fate = node.value.slot or node.value.context
    said = own_fate or _whole(scene, node)
    alone = own_fate is None and said in _HARM
    own = told.get(number) or told.get(number - 1, [])[-1:] or headed(scene, told, node)
    own = own or reckoned(scene, told, node)
    relations = [relation(scene, draft, node.i, node.j) for draft in own]
    order = sorted(range(len(own)), key=lambda k: (_dear(relations[k]), k))
    for k, draft in enumerate(own):
        rivals = f"{min(2, order.index(k))}.{min(3, len(own))}.{draft.holds(node)}"
        if said is not None and not (said in HELD and _frees(draft, number)):
            source = "noun" if node.value.slot else "context"
            yield Option(said, source, draft, relations[k], rivals)
            if alone or node.rule == NOBODY:
                continue
        seen = {said}
        for telling in draft.tellings:
            if telling.sentence != number:
                continue
            for trigger in telling.triggers:
                slot = sense(trigger).slot
                if slot is not None and slot not in seen and not met_other(node, slot):
                    seen.add(slot)
                    found = _nearest(scene, draft, node, slot)
                    yield Option(slot, "trigger", draft, found, rivals)


def _frees(draft: Draft, number: int) -> bool:
    """Whether a trigger of the draft in a sentence tells of people set free."""
    own = (t for telling in draft.tellings if telling.sentence == number for t in telling.triggers)
    return any(sense(trigger).slot == "released" for trigger in own)


def _dear(found: Relation) -> int:
    """How far the nearest trigger stands, turns weighing as eight tokens."""
    return found.gap + 8 * found.cost + 4 * found.others if found.trigger else _AWAY


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
    all_ = draft.told()[number]
    told = [(telling, trigger) for telling, trigger in all_ if sense(trigger).slot == slot]
    found = nearest(scene, told, node.i, node.j)
    assert found is not None
    return found


def features(scene: Scene, node: Node, option: Option) -> Features:
    """What tells whether a count is a claim of this slot."""
    value, found = node.value, option.relation
    joined, gap, open_ = _joined(scene, node), found.gap, _open(value)
    own, _ = _own(scene, node)
    groups = [
        found.features(),
        _sourced(option.source, _shape(value), node.rule.partition(":")[0], joined),
        _slotted(option.slot, option.source, value.cls, value.context, option.draft.type),
        _firm(open_, value.definite, found.side, min(3, gap)),
        _rivalled(option.rivals, option.source),
        _sized(len(str(value.low or 0)), value.hedge, _retold(scene, node), option.source),
        _alone(_others(scene, node, option.slot), open_),
    ]
    loose = [f"head={head(scene, node)}.{option.slot}", *_guessed(scene, node, option)]
    if found.trigger is not None:
        said = sense(found.trigger)
        between = _between(scene, found, node)
        gives = said.slot == option.slot
        groups.append(
            _given(option.source, found.side, between, gives, said.pos, said.voice, min(2, gap))
        )
        loose.append(f"lemma={said.lemma}.{found.side}")
    return Features(groups, loose, own)


def _open(value: Counted) -> str:
    """How much a count says of the number: none, one, a figure."""
    return "open" if value.low is None else "one" if value.high == 1 else "figure"


def _shape(value: Counted) -> str:
    """The form of a count."""
    return f"{_open(value)}.{'def' if value.definite else 'indef'}.{value.licensed}"


def _own(scene: Scene, node: Node) -> tuple[Known, str]:
    """What a count, the words about it and what governs it say, whatever it claims; held."""
    held = scene.own_features.get(node)
    if held is None:
        value, speaks = node.value, node.i in scene.speaking
        kind = scene.doc.sentences[scene.sentence(node.i)].kind
        prep = preposition(scene.keys, node.i, node.skip)
        group = _called(_open(value), kind, value.noun, prep, value.subset, value.others, speaks)
        words = (
            _WORD.of(word_before(scene.keys, node.i)),
            _NEXT.of(word_after(scene.keys, node.j)),
            _TURNS.of(_turned(scene, node)),
        )
        loose = (f"words={words_before(scene.keys, node.i)}",)
        held = scene.own_features[node] = Known((group, *words), loose), prep
    return held


def _turned(scene: Scene, node: Node) -> str:
    """The turns to other times and matters before a count in its sentence."""
    first = scene.doc.sentences[scene.sentence(node.i)].first
    return "+".join(sorted({turn.link for turn in scene.clauses.links(first, node.i)} & _ASIDE))


def head(scene: Scene, node: Node) -> str:
    """The word for the people counted, bare of the article; "" where none stands."""
    who, skip = node.value.who, node.value.who_skip
    return scene.keys[who[0]][skip:].removeprefix("ال") if who else ""


def _retold(scene: Scene, node: Node) -> str:
    """Whether the report tells the figure again, and in what kind of sentence this one stands."""
    kind = scene.doc.sentences[scene.sentence(node.i)].kind
    return f"{scene.overview.figures.get(node.value.low, 0) > 1}.{kind}"


@grouped
def _rivalled(rivals: str, source: str) -> Names:
    """How an event stands to a count among the others of the sentence."""
    return f"rivals={rivals}", f"rivalsource={rivals}.{source}"


@grouped
def _sized(digits: int, hedge: Hedge, retold: str, source: str) -> Names:
    """How large a figure is, and whether it is told again."""
    return f"size={digits}.{hedge}.{source}", f"retold={retold}.{source}"


@grouped
def _alone(others: int, open_: str) -> Names:
    """How many other figures of the slot the report tells."""
    return (f"alone={others}.{open_}",)


def _others(scene: Scene, node: Node, slot: CountSlot) -> int:
    """Other figures of a slot in the report, 2 at the most."""
    value = node.value
    own = bool(value.low) and not value.subset and (value.slot or value.context) == slot
    return min(2, scene.overview.slots.get(slot, 0) - own)


@grouped
def _called(
    open_: str, kind: str, noun: str, prep: str, subset: bool, others: bool, speaks: bool
) -> Names:
    """How a count is put, and where."""
    return (
        f"open={open_}.{kind}",
        f"noun={noun}",
        f"prep={prep}",
        f"subset={subset}",
        f"others={others}",
        f"speaks={speaks}",
    )


@grouped
def _firm(open_: str, definite: bool, side: str, gap: int) -> Names:
    """How near a count stands to a trigger."""
    return (f"firmopen={open_}.{definite}.{side}.{gap}",)


@grouped
def _sourced(source: str, shape: str, rule: str, joined: str) -> Names:
    """How a count is put, beside what gives it a slot."""
    return f"shape={shape}.{source}", f"rule={rule}.{source}", f"joined={joined}.{source}"


@grouped
def _slotted(
    slot: CountSlot, source: str, cls: WhomClass, context: CountSlot | None, event: EventType
) -> Names:
    """What may befall which people in which event."""
    return (
        f"source={source}.{slot}",
        f"cls={cls}.{slot}",
        f"context={context == slot}",
        f"type={event}.{slot}",
    )


@grouped
def _given(
    source: str, side: str, between: int, gives: bool, pos: str, voice: str, gap: int
) -> Names:
    """The place of a count beside a trigger, which gives the slot or another one."""
    return f"gives={gives}.{pos}.{voice}.{side}.{gap}", f"given={source}.{side}.{between}"


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
        if slot in (None, option.slot) or not _are_joined(scene, other, trigger):
            continue
        if not has_own(scene, other, node):
            assert slot is not None
            return option._replace(slot=slot)
    return None


def _are_joined(scene: Scene, one: Node, other: Node) -> bool:
    """Whether two triggers stand side by side, the later joined to the earlier."""
    first, last = (one, other) if one.i < other.i else (other, one)
    return first.j == last.i and joins(scene.keys, last.i, last.skip)


def figure(
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
    told = tuple(f"{SCOPE}{code}" for code in scope(scene, node))
    return Figure(
        option.slot, value.low, value.high, value.hedge, value.cls, node, (first, last), chance,
        (*rules, *told), skip, _voice(scene, node), scene.is_title(scene.sentence(node.i)),
    )  # fmt: skip


def _voice(scene: Scene, node: Node) -> Attribution | None:
    """Who says a figure: of others, whoever says the figure before them in the sentence."""
    held = scene.voices.at(node.i)
    if held is not None or not node.value.others:
        return held
    own = [other for other in scene.counts_in[scene.sentence(node.i)] if other.i < node.i]
    return scene.voices.at(own[-1].i) if own else None


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
