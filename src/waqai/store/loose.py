"""Events that no linking has seen: in no incident, and not taken out of one by an analyst."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, bindparam, func, or_, select

from waqai.store import schema


def loose(connection: Connection) -> Iterator[tuple[str, frozenset[str]]]:
    """Reports in the order in which they came, with the ids of their events that are not linked."""
    e, r, v, p = schema.event.c, schema.record.c, schema.version.c, schema.report.c
    t, m = schema.telling.c, schema.member.c
    query = (
        select(p.key, e.key)
        .join(schema.version, v.report_id == p.id)
        .join(schema.record, r.version_id == v.id)
        .join(schema.event, e.record_id == r.id)
        .outerjoin(schema.member, m.event_id == e.id)
        .outerjoin(schema.telling, t.id == e.id)
        .where(v.current, m.id.is_(None), or_(t.id.is_(None), t.open))
        .order_by(p.id, e.position)
    )
    for report, rows in groupby(connection.execute(query), itemgetter(0)):
        yield report, frozenset(key for _, key in rows)


def made(connection: Connection, reports: Iterable[str]) -> str | None:
    """When the newest record of some reports was made."""
    r, v, p = schema.record.c, schema.version.c, schema.report.c
    query = (
        select(func.max(r.made))
        .join(schema.version, v.id == r.version_id)
        .join(schema.report, p.id == v.report_id)
        .where(v.current, p.key.in_(bindparam("keys", expanding=True)))
    )
    return connection.execute(query, {"keys": list(reports)}).scalar()
