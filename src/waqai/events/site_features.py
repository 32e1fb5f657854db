"""Site features: what tells whether an event took place where a report names a place."""

from __future__ import annotations

from waqai.annotate.chart import Node
from waqai.events.extents import rank
from waqai.events.naming import Naming
from waqai.events.relation import Relation, marked, relation, told_in, windowed
from waqai.events.scene import Scene
from waqai.events.scorer import Features, Known, Names, grouped
from waqai.events.telling import Draft, sense
from waqai.events.words import preposition, word_before
from waqai.model.codes import EventType, PlaceKind, Salience


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

    What stands before the first item of a list governs all of it; where an event has another
    item at its head, nothing is held.
    """
    usual = head is scene.overview.lists.get(node.i, node)
    held = scene.own_features.get(node) if usual else None
    if held is None:
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
        held = Known((group,), words), prep
        if usual:
            scene.own_features[node] = held
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
    own_rank = rank(node.value)
    finer = [other for other in own if rank(other.value) < own_rank]
    if not finer:
        return "none"
    return "beside" if any(abs(other.i - node.i) <= 4 for other in finer) else "yes"


def _finer_told(scene: Scene, draft: Draft, node: Node) -> bool:
    """Whether any sentence of the draft names a more specific place of the same country."""
    own = rank(node.value)
    return any(
        rank(other.value) < own and other.value.country == node.value.country
        for telling in draft.tellings
        for other in scene.places_in.get(telling.sentence, ())
    )


def _in_speech(scene: Scene, node: Node) -> bool:
    """Whether the place stands in the words that name a speaker."""
    return node.i in scene.speaking


def _first(scene: Scene, node: Node) -> bool:
    """Whether no place of the sentence stands before this one."""
    return scene.places_in[scene.sentence(node.i)][0] is node
