"""Sites: where an event takes place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.places.sites import is_origin
from waqai.annotate.places.values import is_seat
from waqai.events import site_rivals
from waqai.events.extents import SPOTS, may_hold, rank
from waqai.events.overview import FINE
from waqai.events.relation import Relation, marked, relation, told_in, windowed
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Known, Names, grouped
from waqai.events.site_rivals import Candidate, Naming
from waqai.events.telling import Draft, Pick, sense
from waqai.events.words import launched, preposition, stationed, ward, word_before
from waqai.model.codes import EventType, PlaceKind, Salience

# Chances from which on a place is a site; of the one place of an event that else has none; and of
# the spot of a sentence that counts people.
THRESHOLD: Final = 0.5
ALONE: Final = 0.3
BESIDE: Final = 0.5
# The logit from which on a spot of those hurt is one by its own sentence alone; the logit that the
# likeliest naming must have for its place to be held against the others.
SURE: Final = 0.4
FAINT: Final = -2.0
# Passages that tell an event, from which on a place behind them is of another one.
_PASSAGES: Final = 3
_MOST: Final = 12
# Tokens within which places are of one list.
_LIST: Final = 4
_HARM: Final = ("killed", "wounded")
_FIRED: Final = frozenset(("air_strike", "shelling"))


def choose(scene: Scene, draft: Draft) -> None:
    """Set the places of a draft: likely ones, the likelier first, each place once.

    What another sentence names counts only where the draft's own name nothing likely, and where
    that names nothing either, one less likely of its own; so does the spot of a sentence that
    tells people hurt of which nothing is likely. A place that only holds a finer one already chosen
    is left out.
    """
    scored = [(one, naming) for one in standing(scene, draft) for naming in one.namings]
    scored.sort(key=_order)
    near = [one for one in scored if one[1].own]
    likely = _likely(near, THRESHOLD) or _likely(scored, THRESHOLD)[:1] or _likely(near, ALONE)[:1]
    for one, naming in (*likely, *_of_hurt(scene, near, likely)):
        if len(draft.where) < _MOST and not _told(scene, draft, naming.node):
            first = scene.scorer("where").reasons(naming.features)
            reasons = (*first, *scene.scorer("where_among").reasons(one.beside)[:1])
            draft.where.append(Pick(naming.node, one.chance, ("site", *reasons)))


Scored = tuple[Candidate, Naming]


def _order(scored: Scored) -> tuple[float, bool, int]:
    """The likelier place first, then its likeliest naming, then text order."""
    one, naming = scored
    return -one.chance, naming is not one.top, naming.node.i


def standing(scene: Scene, draft: Draft) -> Iterator[Candidate]:
    """The places that are not hopeless, each held against the others."""
    among = scene.scorer("where_among")
    every = site_rivals.candidates([naming(scene, draft, n) for n in candidates(scene, draft)])
    for one in every:
        if one.best >= FAINT:
            leaning = _leaning(scene, draft, one.top.node)
            one.beside = site_rivals.features(scene, draft, one, every, leaning)
            one.chance = among.probability(one.beside)
            yield one


def _likely(scored: Sequence[Scored], least: float) -> Sequence[Scored]:
    """Those that are at least so likely."""
    return [one for one in scored if one[0].chance >= least]


def _leaning(scene: Scene, draft: Draft, node: Node) -> str:
    """What the build of news says of a place of a main event: title and lead name it ("headed");
    what later passages name is of other events, where one as fine was named before ("late").
    """
    if draft.salience != "main":
        return ""
    if node.value.name in scene.overview.early:
        return "headed" if _is_told(scene, draft, node) else ""
    number, finest = scene.sentence(node.i), scene.overview.finest_in
    if number in scene.heads:
        return ""
    before = {t.sentence for t in draft.tellings if t.sentence < number}
    body = [k for k in sorted(before) if not scene.is_title(k)]
    named = any(FINE.index(finest[k]) <= rank(node.value) for k in body if k in finest)
    return "late" if named and len(body) >= _PASSAGES else ""


def _is_told(scene: Scene, draft: Draft, node: Node) -> bool:
    """Whether a place is no province's seat, and the body names it where it tells the draft."""
    name = node.value.name
    told = {t.sentence for t in draft.tellings}
    body = [k for k in told | {scene.sentence(node.i)} if not scene.is_title(k)]
    named = any(n.value.name == name for k in body for n in scene.places_in.get(k, ()))
    return named and not is_seat(node.value)


def _of_hurt(scene: Scene, near: Sequence[Scored], likely: Sequence[Scored]) -> Iterator[Scored]:
    """Of each of a draft's sentences that counts people and has no likely place, the spot that is
    not too unlikely, or where people are hurt likely by what its sentence alone says, however late
    it is named.
    """
    told = {naming.sentence for _, naming in likely}
    for one, naming in near:
        number, value = naming.sentence, naming.node.value
        counted = any(n.value.low for n in scene.counts_in.get(number, ()))
        spot = value.kind in SPOTS and value.lat is not None
        late = naming.logit >= SURE and _hurts(scene, number)
        chance = one.chance >= BESIDE or late
        if likely and counted and spot and chance and number not in told:
            told.add(number)
            yield one, naming


def _hurts(scene: Scene, number: int) -> bool:
    """Whether a sentence counts people hurt and names no day of its own."""
    own = (n.value for n in scene.counts_in.get(number, ()))
    hurt = any(value.low and (value.slot or value.context) in _HARM for value in own)
    return hurt and number not in scene.dates_in


def _told(scene: Scene, draft: Draft, node: Node) -> bool:
    """Whether a place is chosen already, in the same words too, or a finer one close to it."""
    value, words = node.value, _words(scene, node)
    for pick in draft.where:
        other = pick.node.value
        if (other.name, other.country) == (value.name, value.country):
            return True
        if words == _words(scene, pick.node):
            return True
        if may_hold(value, other):
            return not _is_beside(scene, node, pick.node)
    return False


def _is_beside(scene: Scene, node: Node, other: Node) -> bool:
    """Whether two spots are of one list, so that neither holds the other (قرية X ومخيم Y)."""
    lists = scene.overview.lists
    spots = node.value.kind in SPOTS and other.value.kind in SPOTS
    return spots and lists.get(node.i, node) is lists.get(other.i, other)


def _words(scene: Scene, node: Node) -> list[str]:
    """The folded words of a place, bare of what is attached."""
    return [scene.keys[node.i][node.skip :], *scene.keys[node.i + 1 : node.j]]


def candidates(scene: Scene, draft: Draft) -> Iterator[Node]:
    """Places in the draft's sentences and beside them, in the title, the dateline and the lead.

    Where a strike comes from, the hospital of the hurt and where somebody was born are no places of
    the event.
    """
    numbers = {t.sentence + away for t in draft.tellings for away in (-1, 0, 1)}
    fired = draft.type in _FIRED
    for number in sorted(numbers | scene.heads):
        own = scene.places_in.get(number, ())
        for node in own:
            away = ward(scene.keys, node.i, node.skip) or is_origin(scene.keys, node.i)
            if not away and not (fired and _is_from(scene, node, own)):
                yield node


def _is_from(scene: Scene, node: Node, own: Sequence[Node]) -> bool:
    """Whether a strike comes from a place; where forces only stand there, of sentences that name
    another spot.
    """
    head = scene.overview.lists.get(node.i, node)
    if launched(scene.keys, head.i):
        return True
    held = stationed(scene.keys, head.i, head.skip)
    return held == "from" or (held == "stand" and any(_is_other(node, one) for one in own))


def _is_other(node: Node, other: Node) -> bool:
    """Whether another place is no wider than an area, and no part of the same list: far from it, or
    told right behind it with nothing that joins them.
    """
    near = FINE.index(other.value.kind) <= FINE.index("area")
    behind = other.i == node.j and not other.skip
    return near and (behind or abs(other.i - node.i) > _LIST)


def naming(scene: Scene, draft: Draft, node: Node) -> Naming:
    """A place that a report names, with what tells whether the event took place there."""
    head = scene.overview.lists.get(node.i, node)
    found = relation(scene, draft, head.i, head.j)
    if head is not node and found.side == "before":
        head, found = node, relation(scene, draft, node.i, node.j)
    told, number = _features(scene, draft, node, head, found), scene.sentence(node.i)
    own = found.trigger is not None
    return Naming(node, told, scene.scorer("where").logit(told), number, own, found.far)


def _features(scene: Scene, draft: Draft, node: Node, head: Node, found: Relation) -> Features:
    """What tells whether the event took place at a node; `head` is the first item of its list."""
    kind, far = node.value.kind, found.far
    own, prep = _own(scene, node, head)
    finer = _finer_told(scene, draft, node)
    loose: list[str] = []
    groups = [
        found.features(),
        _apart(draft.type, kind, far, _here(scene, draft), finer),
        _spoken_of(kind, far, *_wide(scene, node)),
        windowed(draft, node, found),
        _main(draft.salience, kind, far),
    ]
    if found.trigger is not None:
        said, word = sense(found.trigger), word_before(scene.keys, head.i)
        loose += (
            f"wordframe={word}.{found.side}.{said.frame}",
            f"wordlemma={word}.{said.lemma}",
            f"wordtype={word}.{draft.type}",
        )
        order, tellings = told_in(draft, found)
        groups += (
            _typed(draft.type, kind, found.side, prep, min(found.gap, 2)),
            _away(kind, found.side, min(9, found.gap), order, tellings),
        )
        frame, rank = said.frame, _rank(scene, found.trigger, node)
        gap, others = min(found.gap, 3), min(found.others, 1)
        first = found.telling is draft.tellings[0]
        groups.append(_placed(frame, found.side, prep, gap, others, rank, first))
    return Features(groups, loose, own)


@grouped
def _main(salience: Salience, kind: PlaceKind, far: str) -> Names:
    """How fine the places of a report's matter are, and of its background."""
    return (f"salience={salience}.{kind}.{far}",)


@grouped
def _typed(event: EventType, kind: PlaceKind, side: str, prep: str, gap: int) -> Names:
    """A place of a kind at an event of a type."""
    return (f"typeprep={event}.{kind}.{side}.{prep}.{gap}",)


@grouped
def _away(kind: PlaceKind, side: str, gap: int, order: int, tellings: int) -> Names:
    """How far a place stands from a trigger, and of the how maniest telling that one is."""
    return f"away={gap}.{side}.{kind}", f"order={order}.{tellings}.{kind}"


def _wide(scene: Scene, node: Node) -> tuple[int, bool, bool, int]:
    """How the report as a whole names a place: how often, in the title, before, beside how many."""
    wide, name = scene.overview, node.value.name
    return min(3, wide.places[name]), name in wide.titled, wide.met[name] is not node, wide.fines


@grouped
def _spoken_of(
    kind: PlaceKind, far: str, named: int, titled: bool, again: bool, fines: int
) -> Names:
    """How the report as a whole names a place."""
    return (
        f"named={named}.{far}",
        f"titled={titled}.{far}",
        f"again={again}.{far}",
        f"fines={fines}.{kind}.{far}",
    )


def _own(scene: Scene, node: Node, head: Node) -> tuple[Known, str]:
    """What a place, the words before it and what governs it say, whatever the event; held.

    What stands before the first item of a list governs all of it.
    """
    held = scene.own_features.get(node)
    if held is None or head is not scene.overview.lists.get(node.i, node):
        prep = preposition(scene.keys, head.i, head.skip)
        rule, resolved = node.rule.partition(":")[0], node.value.lat is not None
        finer, first = _finer(scene, node), _first(scene, node)
        group = _called(
            node.value.kind, rule, prep, finer, _in_speech(scene, node), first, resolved
        )
        finest = scene.overview.finest_in[scene.sentence(node.i)]
        words = (
            f"word={word_before(scene.keys, head.i)}",
            f"listed={head is not node}",
            f"chain={_chained(scene, node)}",
            f"fine={node.value.kind}.{finest}.{scene.overview.finest}",
        )
        held = scene.own_features[node] = Known((group,), words), prep
    return held


@grouped
def _called(
    kind: PlaceKind, rule: str, prep: str, finer: str, speech: bool, first: bool, resolved: bool
) -> Names:
    """How a place is named, and what stands beside it."""
    return (
        f"kind={kind}",
        f"rule={rule}",
        f"prep={prep}",
        f"finer={finer}",
        f"speech={speech}",
        f"first={first}",
        f"resolved={resolved}",
    )


@grouped
def _apart(event: EventType, kind: PlaceKind, far: str, here: bool, finer: bool) -> Names:
    """How a place stands to what the draft's sentences name."""
    return (
        f"types={event}.{kind}",
        f"kindfar={kind}.{far}",
        f"here={here}.{far}",
        f"farhere={far}.{here}.{kind}",
        f"finerdraft={finer}.{far}",
    )


@grouped
def _placed(
    frame: str, side: str, prep: str, gap: int, others: int, rank: int, first: bool
) -> Names:
    """The place beside a trigger of a frame; `first`: in the draft's first telling."""
    return (
        f"prepside={prep}.{side}.{gap}",
        f"frame={frame}.{side}.{prep}.{min(gap, 2)}",
        f"mark={marked(frame, prep)}.{side}.{others}",
        f"rank={side}.{rank}",
        f"telling={first}",
    )


def _chained(scene: Scene, node: Node) -> str:
    """How a place hangs on the one named right before it (X بريف Y); "" where it does not."""
    own = scene.places_in[scene.sentence(node.i)]
    at = own.index(node)
    if not at or node.i - own[at - 1].j > 1 or node.i in scene.overview.lists:
        return ""
    between = " ".join(scene.keys[own[at - 1].j : node.i]).strip()
    return f"{between}.{preposition(scene.keys, node.i, node.skip)}.{own[at - 1].value.kind}"


def _rank(scene: Scene, trigger: Node, node: Node) -> int:
    """Places between a trigger and this one."""
    first, last = (trigger.j, node.i) if node.i >= trigger.j else (node.j, trigger.i)
    own = scene.places_in.get(scene.sentence(node.i), ())
    return min(3, sum(1 for other in own if first <= other.i < last))


def _here(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence of the draft names any place."""
    return any(t.sentence in scene.places_in for t in draft.tellings)


def _finer(scene: Scene, node: Node) -> str:
    """Whether the sentence names a more specific place beside this one, before or after it."""
    own = scene.places_in.get(scene.sentence(node.i), ())
    rank = FINE.index(node.value.kind)
    finer = [other for other in own if FINE.index(other.value.kind) < rank]
    if not finer:
        return "none"
    return "beside" if any(abs(other.i - node.i) <= 4 for other in finer) else "yes"


def _finer_told(scene: Scene, draft: Draft, node: Node) -> bool:
    """Whether any sentence of the draft names a more specific place of the same country."""
    rank = FINE.index(node.value.kind)
    return any(
        FINE.index(other.value.kind) < rank and other.value.country == node.value.country
        for telling in draft.tellings
        for other in scene.places_in.get(telling.sentence, ())
    )


def _in_speech(scene: Scene, node: Node) -> bool:
    """Whether the place stands in the words that name a speaker."""
    return node.i in scene.speaking


def _first(scene: Scene, node: Node) -> bool:
    """Whether no place of the sentence stands before this one."""
    return scene.places_in[scene.sentence(node.i)][0] is node
