"""Taking events out of linking, and having events linked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, delete, or_, select, update

from waqai.store import schema

# Values in one statement: below every SQLite's limit.
_CHUNK = 500
Id = TypeVar("Id", int, str)
_t = schema.telling.c
_tie = schema.tie.c
_m = schema.member.c


def chunks(ids: Iterable[Id]) -> Iterator[list[Id]]:
    """Ids, some at a time."""
    source = iter(ids)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk


def reopen(connection: Connection, ids: Iterable[int]) -> None:
    """Have events linked again, and all that are in an incident with them."""
    for chunk in chunks(ids):
        of = select(_m.incident_id).where(_m.event_id.in_(chunk))
        beside = select(_m.event_id).where(_m.incident_id.in_(of))
        again = or_(_t.id.in_(chunk), _t.id.in_(beside))
        connection.execute(update(schema.telling).where(again).values(open=True))


def unlink(connection: Connection, version: int) -> None:
    """Take the events of a version out, before it is retired or read anew; others link again."""
    e, r = schema.event.c, schema.record.c
    own = select(e.id).join(schema.record, r.id == e.record_id).where(r.version_id == version)
    gone = list(connection.execute(own).scalars())
    for chunk in chunks(gone):
        near = (
            select(_tie.b).where(_tie.a.in_(chunk)).union(select(_tie.a).where(_tie.b.in_(chunk)))
        )
        reopen(connection, [*chunk, *connection.execute(near).scalars()])
        held = select(_m.incident_id).where(_m.event_id.in_(chunk))
        connection.execute(delete(schema.incident).where(schema.incident.c.id.in_(held)))
        connection.execute(delete(schema.telling).where(_t.id.in_(chunk)))
