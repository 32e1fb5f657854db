"""An incident from its events: everything in it is computed from them and from the judgements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from waqai.link.accounts import accounts
from waqai.link.face import Faces
from waqai.link.judged import judged
from waqai.link.linker import Tie
from waqai.link.options import dates, kinds, parties, places, responsibility
from waqai.link.piece import Piece, in_time, source_groups
from waqai.link.relations import Found, relate
from waqai.link.rulings import Rulings
from waqai.link.tallies import Tallied
from waqai.link.views import views
from waqai.model.canonical import digest
from waqai.model.codes import EVENT_TYPES
from waqai.model.incident import Account, Incident, Member, Source

T = TypeVar("T", bound=str)


def assemble(
    pieces: Iterable[Piece],
    closest: Mapping[str, Tie] | None = None,
    rulings: Rulings | None = None,
    faces: Faces | None = None,
) -> Incident:
    """The incident that the pieces (one or more) are; `closest` has the tie of each event, `faces`
    those of these events and perhaps others, where there are some.
    """
    rules = rulings or Rulings()
    ordered = in_time(pieces)
    sources = source_groups(ordered)
    told = accounts(ordered, rules.rejected_claims)
    tallied = Tallied(told)
    own = faces or Faces({p.event.id: p.telling for p in ordered})
    found = relate(told, own, tallied)
    main = [piece for piece in ordered if piece.event.salience == "main"] or ordered
    made = Incident(
        id=digest("incident", ordered[0].event.id),
        type=_usual(((p.event.type, p) for p in main), sources, EVENT_TYPES),
        status=_usual(((p.event.status, p) for p in main), sources),
        salience=main[0].event.salience,
        dates=dates(main, sources),
        places=places(main, sources, _firsts(ordered)),
        by=parties(ordered, "by", sources),
        to=parties(ordered, "to", sources),
        targets=kinds(t.value.kind for p in ordered for t in p.event.targets),
        weapons=kinds(w.value.name for p in ordered for w in p.event.weapons),
        sources=tuple(_sources(ordered, sources)),
        members=tuple(_member(p, (closest or {}).get(p.event.id)) for p in ordered),
        accounts=tuple(_standing(told, found)),
        relations=found.relations,
        views=tuple(views(told, found, sources, tallied)),
        responsibility=responsibility(ordered),
        disputed=any(r.kind == "contradiction" for r in found.relations),
    )
    return judged(made, rules.of(p.event.id for p in ordered))


def _firsts(pieces: Iterable[Piece]) -> dict[str, int]:
    """The place of each event's first account among those of the incident."""
    found, number = {}, 0
    for piece in pieces:
        found[piece.event.id] = number
        number += len(piece.event.claims)
    return found


def _usual(
    told: Iterable[tuple[T, Piece]], sources: Mapping[str, int], order: Sequence[T] = ()
) -> T:
    """What most independent sources say; of equals the first in the order of the codes."""
    said = {(value, sources[piece.report.id]) for value, piece in told}
    votes = Counter(value for value, _ in said)
    rank = {value: n for n, value in enumerate(order)}
    return min(votes, key=lambda value: (-votes[value], rank.get(value, 0), value))


def _sources(pieces: Iterable[Piece], groups: Mapping[str, int]) -> Iterable[Source]:
    reports = {piece.report.id: piece.report for piece in pieces}
    for key, report in reports.items():
        yield Source(key, report.published, report.outlet, report.url, report.title, groups[key])


def _member(piece: Piece, tie: Tie | None) -> Member:
    event = piece.event
    return Member(
        event.id,
        piece.report.id,
        event.type,
        event.status,
        event.salience,
        tie.score if tie else None,
        tie.why if tie else "",
    )


def _standing(told: Sequence[Account], found: Found) -> Iterable[Account]:
    """The accounts, each with how it stands among the others."""
    seen: set[tuple[object, ...]] = set()
    for n, account in enumerate(told):
        key = (account.slot, account.low, account.high, account.whom, account.speaker)
        standing = account.standing
        if standing == "current":
            if n in found.superseded:
                standing = "superseded"
            elif n in found.parts:
                standing = "part"
            elif key in seen:
                standing = "repeat"
            seen.add(key)
        yield msgspec.structs.replace(account, standing=standing)
