"""Tellings kept beside the events that they are made from: what linking compares, ready to load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select

from waqai.link.candidates import is_linkable
from waqai.link.telling import Telling, tellings
from waqai.model.report import Report
from waqai.store import schema
from waqai.store.records import decode_record
from waqai.store.unlinking import chunks

# Records whose tellings are made in one transaction.
BATCH = 500
_DECODER = msgspec.json.Decoder(Telling)
_ENCODER = msgspec.json.Encoder()
_t = schema.telling.c


def make(connection: Connection, most: int = BATCH) -> int:
    """Make the tellings of the next records that have none yet; how many records were done.

    Event ids grow and versions never become current again, so what comes after the last telling
    is all that is new.
    """
    e, r, v, p = schema.event.c, schema.record.c, schema.version.c, schema.report.c
    last = select(func.coalesce(func.max(_t.id), 0)).scalar_subquery()
    new = select(e.record_id).where(e.id > last).distinct().order_by(e.record_id)
    wanted = (
        select(r.id, r.json, p.key, v.body, v.title, v.published, v.outlet, v.url)
        .join(schema.version, v.id == r.version_id)
        .join(schema.report, p.id == v.report_id)
        .where(r.id.in_(new), v.current)
        .order_by(r.id)
        .limit(most)
    )
    found = connection.execute(wanted).all()
    numbers = _events(connection, [row[0] for row in found])
    rows = [row for record, raw, *told in found for row in _rows(numbers[record], raw, told)]
    if rows:
        connection.execute(insert(schema.telling), rows)
    return len(found) if rows else 0


def _events(connection: Connection, records: list[int]) -> dict[int, list[int]]:
    """The rows of the events of some records, in their order."""
    e = schema.event.c
    query = select(e.record_id, e.id).where(e.record_id.in_(records))
    found: dict[int, list[int]] = {}
    for record, event in connection.execute(query.order_by(e.record_id, e.position)):
        found.setdefault(record, []).append(event)
    return found


def _rows(numbers: list[int], raw: bytes, told: Sequence[Any]) -> Iterator[dict[str, object]]:
    """The rows of one record's events."""
    report = Report(*told[:6])
    for telling in tellings(report, decode_record(raw)):
        when = telling.when if is_linkable(telling) else None
        yield {
            "id": numbers[telling.order],
            "key": telling.key,
            "report": telling.report,
            "first": when.first if when else None,
            "last": when.last if when else None,
            "open": True,
            "json": _ENCODER.encode(telling),
        }


def decode(raw: bytes) -> Telling:
    """A telling as it is kept."""
    return _DECODER.decode(raw)


def load(connection: Connection, ids: Iterable[int]) -> dict[int, Telling]:
    """Tellings by the row of their event."""
    query = select(_t.id, _t.json).where(_t.id.in_(bindparam("ids", expanding=True)))
    found: dict[int, Telling] = {}
    for chunk in chunks(ids):
        found.update((row, decode(raw)) for row, raw in connection.execute(query, {"ids": chunk}))
    return found
