"""Versions of reports: which report an input is, whether it says anything new, and how it is kept.

A report is known by its id. One that came without an id is a version of another without an id if
it has the same address, or comes from the same file and shares most of its words.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from typing import Literal, NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from waqai.model.canonical import dump
from waqai.model.report import Report
from waqai.read.received import Received
from waqai.store.schema import report as reports
from waqai.store.schema import version as versions
from waqai.store.search import put_in, take_out
from waqai.store.unlinking import unlink

Outcome = Literal["new", "unchanged", "version"]
# Built once: the rest of a statement's cost is in building it.
_BY_KEY = select(reports.c.id).where(reports.c.key == bindparam("key"))
_ADD_REPORT = insert(reports)
_ADD_VERSION = insert(versions)
# Words in common (of all words of both) above which two texts of one file are versions.
_ALIKE = 0.5


class Placed(NamedTuple):
    """Where an input belongs: its report under the id that it has in the database."""

    outcome: Outcome
    report: Report
    row: int | None


def place(connection: Connection, item: Received) -> Placed:
    """Find the report of an input and whether the database has this text of it already."""
    row = _row(connection, item)
    if row is None:
        return Placed("new", item.report, None)
    key = connection.execute(select(reports.c.key).where(reports.c.id == row)).scalar_one()
    report = item.report if key == item.report.id else _renamed(item.report, key)
    same = select(versions.c.id).where(
        versions.c.report_id == row, versions.c.content == content(report)
    )
    known = connection.execute(same.limit(1)).first() is not None
    return Placed("unchanged" if known else "version", report, row)


def keep(connection: Connection, item: Received, placed: Placed, now: str) -> int:
    """Insert the input as the current version of its report; the id of the version row."""
    row, number = placed.row, 1
    if row is None:
        values = {"key": placed.report.id, "given": item.given}
        row = _inserted(connection.execute(_ADD_REPORT, values).inserted_primary_key)
    else:
        number = _retire(connection, row) + 1
    kept = connection.execute(_ADD_VERSION, _values(item, placed.report, row, number, now))
    version = _inserted(kept.inserted_primary_key)
    put_in(connection, version, placed.report.text)
    return version


def content(report: Report) -> str:
    """SHA-256 of what a report says: title, body, date, outlet, address, author, other fields."""
    said = (report.title, report.body, report.published, report.outlet, report.url, report.author)
    return hashlib.sha256(dump((*said, report.extra))).hexdigest()


def origin(source: str) -> str:
    """Where an input came from: the absolute path, or `-`."""
    return source if source == "-" else os.path.abspath(source)


def _renamed(report: Report, key: str) -> Report:
    import msgspec

    return msgspec.structs.replace(report, id=key)


def _inserted(key: tuple[int, ...] | None) -> int:
    assert key is not None
    return key[0]


def _row(connection: Connection, item: Received) -> int | None:
    """The report row that an input belongs to."""
    found = connection.execute(_BY_KEY, {"key": item.report.id}).scalar()
    if found is not None or item.given:
        return found
    return next((row for row, text in _kin(connection, item) if _is_kin(item, text)), None)


def _kin(connection: Connection, item: Received) -> Iterator[tuple[int, str | None]]:
    """Reports without an id of the same address, or of the same file (with their text)."""
    base = (
        select(reports.c.id, versions.c.url, versions.c.body)
        .join(versions, versions.c.report_id == reports.c.id)
        .where(~reports.c.given, versions.c.current)
        .order_by(reports.c.id)
    )
    if item.report.url:
        for row, _, _ in connection.execute(base.where(versions.c.url == item.report.url)):
            yield row, None
    if item.line is None and item.source != "-":
        same = versions.c.source == origin(item.source)
        no_url = or_(versions.c.url.is_(None), versions.c.url == item.report.url)
        for row, _, body in connection.execute(base.where(same, no_url)):
            yield row, body


def _is_kin(item: Received, body: str | None) -> bool:
    """Whether the texts share most of their words; a shared address (None) needs no more."""
    if body is None:
        return True
    ours, theirs = set(item.report.body.split()), set(body.split())
    return len(ours & theirs) >= _ALIKE * len(ours | theirs)


def _retire(connection: Connection, row: int) -> int:
    """Make the report's current version an old one; its number, the highest so far."""
    old = select(versions.c.id).where(versions.c.report_id == row, versions.c.current)
    for version in connection.execute(old).scalars().all():
        take_out(connection, version)
        unlink(connection, version)
    of_report = versions.c.report_id == row
    connection.execute(update(versions).where(of_report).values(current=False))
    highest = select(func.max(versions.c.number)).where(of_report)
    return int(connection.execute(highest).scalar_one())


def _values(item: Received, report: Report, row: int, number: int, now: str) -> dict[str, object]:
    return {
        "report_id": row,
        "number": number,
        "current": True,
        "title": report.title,
        "body": report.body,
        "published": report.published,
        "outlet": report.outlet,
        "url": report.url,
        "author": report.author,
        "language": report.language,
        "extra": report.extra,
        "content": content(report),
        "raw": item.raw,
        "sha256": item.sha256,
        "media": item.media,
        "encoding": item.encoding,
        "source": origin(item.source),
        "line": item.line,
        "received": now,
    }
