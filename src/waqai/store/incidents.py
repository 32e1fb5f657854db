"""Incidents of the database: what a query asks for, the one of an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, func, select

from waqai.model.incident import Incident
from waqai.store import schema
from waqai.store.query import EVERYTHING, Query
from waqai.store.unlinking import chunks

_DECODER = msgspec.json.Decoder(Incident)
_i = schema.incident.c


def incidents(connection: Connection, query: Query = EVERYTHING) -> Iterator[Incident]:
    """The incidents that a query asks for, by date (the undated last), then by id."""
    if query != EVERYTHING:
        yield from _asked(connection, query)
        return
    wanted = select(_i.json).order_by(_i.first_day.is_(None), _i.first_day, _i.key)
    for (raw,) in connection.execute(wanted):
        yield _DECODER.decode(raw)


def _asked(connection: Connection, query: Query) -> Iterator[Incident]:
    from waqai.store.columns.selecting import selected
    from waqai.store.columns.sorting import Orders
    from waqai.store.columns.table import load
    from waqai.store.columns.texts import NONE, lines_with, renewed_reports

    table = load(connection)
    text = None
    if query.text is not None:
        reports = renewed_reports(connection, NONE, table.line)
        text = lines_with(connection, query.text, reports)
    rows = Orders(table).all(selected(table, query, text))
    yield from incidents_of(connection, table.line[rows].tolist())


def incidents_of(connection: Connection, lines: Iterable[int]) -> Iterator[Incident]:
    """The incidents of some lines, in their order; those that are gone are left out."""
    n = schema.line.c
    query = select(n.id, _i.json).join(schema.incident, _i.id == n.incident_id)
    for chunk in chunks(lines):
        found = dict(connection.execute(query.where(n.id.in_(chunk))).all())
        yield from (_DECODER.decode(found[line]) for line in chunk if line in found)


def incident_by_id(connection: Connection, key: str) -> Incident | None:
    """The incident of an id; None where there is none."""
    raw = connection.execute(select(_i.json).where(_i.key == key)).scalar()
    return None if raw is None else _DECODER.decode(raw)


def incident_of(connection: Connection, key: str) -> Incident | None:
    """The incident of an id, or that holds the event of an id; None where there is none.

    The id of an incident that was merged into another, or made anew, is known for ever.
    """
    by_id = incident_by_id(connection, key)
    return by_id or _holding(connection, event_of_former(connection, key) or key)


def event_of_former(connection: Connection, key: str) -> str | None:
    """The event to find an incident by that was known by an id; None where none ever was."""
    f = schema.former.c
    found = connection.execute(select(f.event).where(f.key == key)).scalar()
    return None if found is None else str(found)


def _holding(connection: Connection, event: str) -> Incident | None:
    """The incident that holds an event."""
    t, m = schema.telling.c, schema.member.c
    held = (
        select(_i.json)
        .join(schema.member, m.incident_id == _i.id)
        .join(schema.telling, t.id == m.event_id)
        .where(t.key == event)
    )
    raw = connection.execute(held).scalar()
    return None if raw is None else _DECODER.decode(raw)


def count(connection: Connection) -> int:
    """How many incidents there are."""
    return int(connection.execute(select(func.count(_i.id))).scalar_one())
