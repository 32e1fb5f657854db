"""Tellings kept beside the events that they are made from: what linking compares, ready to load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, select

from waqai.link.candidates import is_linkable
from waqai.link.telling import Telling
from waqai.link.tellings import tellings
from waqai.model.report import Report
from waqai.store import schema
from waqai.store.inserting import Row, insert_rows
from waqai.store.records import decode_record
from waqai.store.unlinking import chunks

# Records whose tellings are made in one transaction.
BATCH = 2000
_DECODER = msgspec.json.Decoder(Telling)
_ENCODER = msgspec.json.Encoder()
_t = schema.telling.c


def make(connection: Connection, most: int = BATCH) -> int:
    """Make the tellings of the next records that have none yet; how many records were done.

    Event ids grow and versions never become current again, so what comes after the last telling
    is all that is new; it is looked for from there on, by the first event of each record.
    """
    e, r, v, p = schema.event.c, schema.record.c, schema.version.c, schema.report.c
    last = select(func.coalesce(func.max(_t.id), 0)).scalar_subquery()
    wanted = (
        select(r.id, r.json, p.key, v.body, v.title, v.published, v.outlet, v.url)
        .select_from(schema.event)
        .join(schema.record, r.id == e.record_id)
        .join(schema.version, v.id == r.version_id)
        .join(schema.report, p.id == v.report_id)
        .where(e.id > last, e.position == 0, v.current)
        .order_by(e.id)
        .limit(most)
    )
    found = connection.execute(wanted).all()
    numbers = _events(connection, [row[0] for row in found])
    rows = [row for record, raw, *told in found for row in _rows(numbers[record], raw, told)]
    insert_rows(connection, schema.telling, rows)
    return len(found) if rows else 0


def _events(connection: Connection, records: list[int]) -> dict[int, list[int]]:
    """The rows of the events of some records, in their order."""
    e = schema.event.c
    query = select(e.record_id, e.id).where(e.record_id.in_(records))
    found: dict[int, list[int]] = {}
    for record, event in connection.execute(query.order_by(e.record_id, e.position)):
        found.setdefault(record, []).append(event)
    return found


def _rows(numbers: list[int], raw: bytes, told: Sequence[Any]) -> Iterator[Row]:
    """The rows of one record's events."""
    report = Report(*told[:6])
    for telling in tellings(report, decode_record(raw)):
        when = telling.when if is_linkable(telling) else None
        window = (when.first, when.last) if when else (None, None)
        kept = _ENCODER.encode(telling)
        yield (numbers[telling.order], telling.key, telling.report, *window, True, kept)


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
