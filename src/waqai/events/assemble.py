"""Assemble: drafts to events of the record, every value with its words."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.chart import Node
from waqai.annotate.speakers.kinds import of_actor
from waqai.annotate.speakers.scope import Attribution
from waqai.events.evidence import evidence
from waqai.events.figures import side_of
from waqai.events.owners import valued
from waqai.events.parts import kind_in
from waqai.events.party import Party
from waqai.events.protected import protected
from waqai.events.scene import Scene
from waqai.events.telling import Draft, Figure, Pick
from waqai.model.canonical import digest
from waqai.model.codes import CountSlot
from waqai.model.event import (
    Claim,
    Event,
    Responsibility,
    Side,
    Speaker,
    Thing,
    When,
    Where,
    Whom,
)
from waqai.model.span import Span
from waqai.model.values import ActorValue, TargetValue, WeaponValue


def event(scene: Scene, report: str, draft: Draft) -> Event:
    """The event that a draft has become."""
    told = evidence(scene, draft)
    head = draft.tellings[0].head
    return Event(
        id=digest(report, draft.type, told.start, told.end),
        type=draft.type,
        status=draft.status,
        salience=draft.salience,
        trigger=_span(scene, head),
        evidence=told,
        when=_when(scene, draft.when),
        where=tuple(_where(scene, pick) for pick in draft.where),
        by=tuple(_side(scene, draft, "by", pick) for pick in draft.by),
        to=tuple(_side(scene, draft, "to", pick) for pick in draft.to),
        targets=_targets(scene, draft),
        weapons=_weapons(scene, draft.weapons),
        claims=tuple(_claim(scene, draft, figure) for figure in draft.figures),
        responsibility=tuple(_stance(scene, draft)),
        rules=(head.rule, *draft.rules),
        confidence=draft.kept,
    )


def _span(scene: Scene, node: Node) -> Span:
    """The surface of a node."""
    return Span(*scene.doc.span(node.i, node.j, node.skip, node.cut))


def _text(scene: Scene, node: Node) -> str:
    return _span(scene, node).of(scene.doc.text)


def _when(scene: Scene, pick: Pick | None) -> When | None:
    """The time with its words; None where the report gives none."""
    if pick is None:
        return None
    words = _text(scene, pick.node)
    rules = (*pick.rules, pick.node.rule)
    span = _span(scene, pick.node)
    return When(pick.node.value, span, words, rules, None, pick.probability)


def _where(scene: Scene, pick: Pick) -> Where:
    node = pick.node
    rules = (*pick.rules, node.rule)
    return Where(node.value, _span(scene, node), _text(scene, node), rules, pick.probability)


def _side(scene: Scene, draft: Draft, role: str, pick: Pick) -> Side:
    """A side with its fullest naming, of the kind that its part in the event makes it."""
    party = pick.party
    assert party is not None
    span = party.span(scene.doc)
    return Side(
        party.name, party.id, kind_in(draft.type, role, party), party.country, span,
        span.of(scene.doc.text),
        (*pick.rules, party.node.rule), pick.probability,
    )  # fmt: skip


def _weapons(scene: Scene, nodes: Sequence[Node]) -> tuple[Thing[WeaponValue], ...]:
    return tuple(
        Thing(node.value, _span(scene, node), _text(scene, node), (node.rule,)) for node in nodes
    )


def _targets(scene: Scene, draft: Draft) -> tuple[Thing[TargetValue], ...]:
    """What was struck, and the people whom documenters ask for by what they are."""
    struck = (
        Thing(valued(scene, node), _span(scene, node), _text(scene, node), (node.rule,))
        for node in draft.targets
    )
    return (*struck, *protected(scene, draft))


def _claim(scene: Scene, draft: Draft, figure: Figure) -> Claim:
    """A figure as a claim of its speaker."""
    first, last = figure.words
    inner = figure.node
    skip = inner.skip if first == inner.i else figure.skip
    cut = inner.cut if last == inner.j else 0
    span = Span(*scene.doc.span(first, last, skip, cut))
    value = inner.value
    who = None
    if value.who is not None:
        end_cut = inner.cut if value.who[1] == inner.j else 0
        start, end = value.who
        who = Span(*scene.doc.span(start, end, value.who_skip, end_cut)).of(scene.doc.text)
    whom = Whom(figure.cls, side_of(draft, figure), value.age, value.sex)
    return Claim(
        _befell(draft, figure), figure.low, figure.high, figure.hedge, whom, who, span,
        span.of(scene.doc.text), speaker(scene, figure.held), figure.rules, figure.probability,
    )  # fmt: skip


def _befell(draft: Draft, figure: Figure) -> CountSlot:
    """What befell the counted: whom kidnappers hold is no prisoner, who is caught for it is."""
    taken = draft.type == "abduction" and figure.slot == "arrested"
    return "abducted" if taken and figure.cls in ("civilian", "security") else figure.slot


def speaker(scene: Scene, held: Attribution | None) -> Speaker | None:
    """Who says it; None for the report's own voice."""
    if held is None:
        return None
    node = held.speaker
    chain = tuple(_text(scene, one) for one in held.chain if one is not node)
    span = _span(scene, node)
    return Speaker(span, span.of(scene.doc.text), node.value.name, node.value.kind, chain)


def _stance(scene: Scene, draft: Draft) -> list[Responsibility]:
    """Claims of responsibility, denials and accusations."""
    found = []
    for said in draft.stances:
        party = said.party
        first, last = min(said.at, party.first), max(said.end, party.last)
        span = Span(*scene.doc.span(first, last, party.skip if first == party.first else 0, 0))
        held = _accuser(scene, said.accuser) or speaker(scene, scene.voices.at(said.at))
        found.append(
            Responsibility(
                party.name, party.id, said.stance, span, span.of(scene.doc.text), held,
                ("responsibility", said.rule),
            )
        )  # fmt: skip
    return found


def _accuser(scene: Scene, party: Party | None) -> Speaker | None:
    """Who accuses, as one who speaks."""
    if party is None:
        return None
    span = party.span(scene.doc)
    kind = of_actor(party.node.value) if isinstance(party.node.value, ActorValue) else "unnamed"
    return Speaker(span, span.of(scene.doc.text), party.name, kind)
