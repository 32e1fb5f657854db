"""Custody: for every version of a report, its bytes' SHA-256, where they came from and when."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from waqai.store.schema import record, report, version


class Custody(msgspec.Struct, frozen=True):
    """The provenance of one version; `waqai` made its record at `made` (None: none yet)."""

    report: str
    number: int
    current: bool
    sha256: str
    size: int
    media: str
    encoding: str
    source: str
    line: int | None
    received: str
    waqai: str | None
    made: str | None


def custody(connection: Connection, key: str) -> list[Custody]:
    """The versions of a report, oldest first; [] where there is no such report."""
    v = version.c
    query = (
        select(report.c.key, version, record.c.waqai, record.c.made)
        .join(version, v.report_id == report.c.id)
        .outerjoin(record, record.c.version_id == v.id)
        .where(report.c.key == key)
        .order_by(v.number)
    )
    return [_custody(row) for row in connection.execute(query)]


def _custody(row: Row[Any]) -> Custody:
    return Custody(
        report=row.key,
        number=row.number,
        current=row.current,
        sha256=row.sha256,
        size=len(row.raw),
        media=row.media,
        encoding=row.encoding,
        source=row.source,
        line=row.line,
        received=row.received,
        waqai=row.waqai,
        made=row.made,
    )


def report_of(connection: Connection, key: str) -> str | None:
    """The report that has the id `key`, or that tells the event of that id; None for neither."""
    from waqai.store.schema import event

    known = connection.execute(select(report.c.key).where(report.c.key == key)).scalar()
    if known is not None:
        return str(known)
    query = (
        select(report.c.key)
        .join(version, version.c.report_id == report.c.id)
        .join(record, record.c.version_id == version.c.id)
        .join(event, event.c.record_id == record.c.id)
        .where(event.c.key == key, version.c.current)
    )
    found = connection.execute(query).scalars().first()
    return None if found is None else str(found)
