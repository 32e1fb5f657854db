"""Lines: written with each incident, and made for those of a database that had none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, select

from waqai.model.canonical import dump
from waqai.model.codes import COUNT_SLOTS, CountSlot
from waqai.model.incident import Incident, Party
from waqai.model.line import Figure, Line, Named
from waqai.store import schema
from waqai.store.inserting import Row, insert_rows
from waqai.store.needs import needs
from waqai.store.unlinking import chunks

_INCIDENT = msgspec.json.Decoder(Incident)
_DECODER = msgspec.json.Decoder(Line)
_m, _e, _p = schema.member.c, schema.event.c, schema.place.c
_IDS: BindParameter[Iterable[int]] = bindparam("ids", expanding=True)
_EVENTS = (
    select(_m.incident_id, _e.salience, _e.confidence)
    .join(schema.event, _e.id == _m.event_id)
    .where(_m.incident_id.in_(_IDS))
    .order_by(_m.incident_id, _e.key)
)
_PLACES = (
    select(_m.incident_id, _p.name, _p.words)
    .join(schema.event, _e.id == _m.event_id)
    .join(schema.place, _p.event_id == _e.id)
    .where(_m.incident_id.in_(_IDS))
    .order_by(_m.incident_id, _e.key, _p.position)
)


class Read(NamedTuple):
    """What the rows of an incident's events add to it."""

    main: list[float]
    background: list[float]
    places: dict[str, str | None]


def decode_line(raw: bytes) -> Line:
    """A line as it is kept."""
    return _DECODER.decode(raw)


def write(connection: Connection, made: Mapping[int, Incident]) -> None:
    """Keep the lines of incidents that were just inserted, with their members, by their rows."""
    rows: list[Row] = []
    former: list[Row] = []
    for row, read in _read(connection, made).items():
        incident = made[row]
        rows.append((None, row, dump(line(incident, read))))
        former.append((incident.id, incident.members[0].event))
    insert_rows(connection, schema.line, rows)
    insert_rows(connection, schema.former, former, known=True)


def fill(connection: Connection) -> None:
    """Make the lines of incidents that have none."""
    i = schema.incident.c
    without = select(i.id).where(i.id.not_in(select(schema.line.c.incident_id))).order_by(i.id)
    for chunk in chunks(connection.execute(without).scalars().all()):
        found = connection.execute(select(i.id, i.json).where(i.id.in_(chunk)))
        write(connection, {row: _INCIDENT.decode(raw) for row, raw in found})


def _read(connection: Connection, ids: Iterable[int]) -> dict[int, Read]:
    """What the event rows say, by incident row."""
    found = {row: Read([], [], {}) for row in sorted(ids)}
    for chunk in chunks(found):
        for row, salience, confidence in connection.execute(_EVENTS, {"ids": chunk}):
            told = found[row].main if salience == "main" else found[row].background
            told.append(confidence)
        for row, name, words in connection.execute(_PLACES, {"ids": chunk}):
            found[row].places.setdefault(name, words)
    return found


def line(incident: Incident, read: Read) -> Line:
    """The line of an incident."""
    date = incident.dates[0] if incident.dates else None
    place = incident.places[0].value if incident.places else None
    figures = _figures(incident)
    confidence = _confidence(incident, read)
    killed = figures.get("killed")
    wanted = needs(incident, confidence, killed.best if killed else None)
    titles = (source.title for source in incident.sources)
    return Line(
        incident.id,
        incident.type,
        incident.status,
        incident.salience,
        date.start if date else None,
        date.end if date else None,
        date.grain if date else None,
        date.assumed if date else False,
        place.country if place else None,
        place.admin1 if place else None,
        place.name if place else None,
        read.places.get(place.name) if place else None,
        place.kind if place else None,
        place.lat if place else None,
        place.lon if place else None,
        figures,
        tuple(map(_named, incident.by)),
        tuple(map(_named, incident.to)),
        incident.targets,
        len(incident.sources),
        len({source.group for source in incident.sources}),
        incident.disputed,
        bool(incident.judgements),
        confidence,
        round(sum(need.points for need in wanted), 2),
        wanted,
        next(filter(None, titles), None),
    )


def _figures(incident: Incident) -> dict[CountSlot, Figure]:
    """The figure of each slot that has one, by the policy `best`, in the order of the slots."""
    best = {v.slot: v for v in incident.views if (v.policy, v.people) == ("best", "all")}
    views = {slot: best[slot] for slot in COUNT_SLOTS if slot in best}
    return {
        slot: Figure(view.low, view.best, view.high, view.open)
        for slot, view in views.items()
        if view.low is not None
    }


def _confidence(incident: Incident, read: Read) -> float:
    """Of the event: the mean of the reports mainly about it; no more than of any figure."""
    events = read.main or read.background or [1.0]
    figures = [a.confidence for a in incident.accounts if a.standing == "current"]
    return round(min(sum(events) / len(events), *figures, 1.0), 3)


def _named(party: Party) -> Named:
    return Named(party.name, party.words, party.kind, party.id)
