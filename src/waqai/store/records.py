"""Records: kept with the version of Waqai that made them, remade when it is another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, select

from waqai import __version__
from waqai.model.event import Record
from waqai.model.report import Report
from waqai.store import schema
from waqai.store.unlinking import unlink

_DECODER = msgspec.json.Decoder(Record)


class Kept(NamedTuple):
    """A stored version of a report."""

    version: int
    number: int
    current: bool
    report: Report


def forget(connection: Connection, version: int) -> None:
    """Remove the record of a version, that another may be kept."""
    unlink(connection, version)
    connection.execute(delete(schema.record).where(schema.record.c.version_id == version))


def record_of(connection: Connection, version: int) -> Record | None:
    """The record of a version, None where there is none yet."""
    found = select(schema.record.c.json).where(schema.record.c.version_id == version)
    raw = connection.execute(found).scalar()
    return None if raw is None else decode_record(raw)


def decode_record(raw: bytes) -> Record:
    """A record from its canonical JSON."""
    return _DECODER.decode(raw)


def kept(connection: Connection, current: bool = True, key: str | None = None) -> Iterator[Kept]:
    """Stored versions in the order in which their reports came; one report's with `key`."""
    v, r = schema.version.c, schema.report.c
    wanted = select(
        v.id, v.number, v.current, r.key, v.body, v.title, v.published, v.outlet, v.url, v.author,
        v.language, v.extra,
    ).join(schema.report, r.id == v.report_id)  # fmt: skip
    if current:
        wanted = wanted.where(v.current)
    if key is not None:
        wanted = wanted.where(r.key == key)
    for row in connection.execute(wanted.order_by(r.id, v.number)):
        yield Kept(row[0], row[1], row[2], Report(*row[3:]))


def outdated(connection: Connection, everything: bool = False) -> list[int]:
    """Version rows whose record another Waqai made, or that have none; all with `everything`."""
    v, r = schema.version.c, schema.record.c
    wanted = select(v.id).outerjoin(schema.record, r.version_id == v.id).order_by(v.id)
    if not everything:
        wanted = wanted.where(r.id.is_(None) | (r.waqai != __version__))
    return list(connection.execute(wanted).scalars())


def kept_version(connection: Connection, version: int) -> Kept:
    """One stored version."""
    v = schema.version.c
    key = connection.execute(
        select(schema.report.c.key)
        .join(schema.version, v.report_id == schema.report.c.id)
        .where(v.id == version)
    ).scalar_one()
    return next(item for item in kept(connection, False, key) if item.version == version)
