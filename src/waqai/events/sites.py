"""Sites: where an event takes place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.places.sites import is_origin
from waqai.annotate.places.values import is_seat, is_side
from waqai.events import site_features, site_rivals
from waqai.events.extents import may_hold, rank
from waqai.events.naming import Naming
from waqai.events.overview import FINE
from waqai.events.scene import Scene
from waqai.events.site_rivals import Candidate
from waqai.events.site_vetoes import abroad, is_around, its_own
from waqai.events.telling import Draft, Pick
from waqai.events.words import launched, preposition, stationed, ward
from waqai.model.codes import SPOTS

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
# What says that a body is at a place; how wide a place is that is no such one.
_IN: Final = ("ب", "في")
_BOUNDLESS: Final = FINE.index("country")
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
    wide = [pick for pick in draft.where if rank(pick.node.value) >= _BOUNDLESS]
    node = _of_bodies(scene, draft) if len(wide) == len(draft.where) else None
    if node is not None and all(may_hold(pick.node.value, node.value) for pick in wide):
        draft.where = [Pick(node, ALONE, ("site", "place in a body's name"))]


def _of_bodies(scene: Scene, draft: Draft) -> Node | None:
    """The finest place that the name of a body in a draft's sentences says it to be in (قوات
    الطوارئ بعسير), below a country: where nothing else is told, what befell it was there.
    """
    numbers = {t.sentence for t in draft.tellings}
    held = (
        node
        for number in sorted(numbers & scene.housed.keys())
        for node in scene.housed[number]
        if preposition(scene.keys, node.i, node.skip) in _IN and rank(node.value) < _BOUNDLESS
    )
    return min(held, key=lambda node: rank(node.value), default=None)


Scored = tuple[Candidate, Naming]


def _order(scored: Scored) -> tuple[float, bool, int]:
    """The likelier place first, then its likeliest naming, then text order."""
    one, naming = scored
    return -one.chance, naming is not one.top, naming.node.i


def standing(scene: Scene, draft: Draft) -> Iterator[Candidate]:
    """The places that are not hopeless, each held against the others."""
    among = scene.scorer("where_among")
    nodes = its_own(scene, draft, abroad(draft, [*candidates(scene, draft)]))
    every = site_rivals.candidates([site_features.naming(scene, draft, n) for n in nodes])
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
        if may_hold(value, other) and not (value.kind == "province" and is_side(other)):
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
            away = away or is_around(node, own)
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
