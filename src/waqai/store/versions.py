"""Versions of reports: which report an input is, and whether it says anything new.

A report is known by its id. One that came without an id is a version of another without an id if
it has the same address, or comes from the same file and shares most of its words.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from sqlalchemy import Connection, bindparam, func, or_, select, update

from waqai.model.canonical import dump
from waqai.model.report import Report
from waqai.read.received import Received
from waqai.store.schema import report as reports
from waqai.store.schema import version as versions
from waqai.store.search import take_out
from waqai.store.unlinking import chunks, unlink

Outcome = Literal["new", "unchanged", "version"]
# Words in common (of all words of both) above which two texts of one file are versions.
_ALIKE = 0.5
_KNOWN = select(reports.c.key, reports.c.id, versions.c.content).join(
    versions, versions.c.report_id == reports.c.id
)
# Built once: the rest of a statement's cost is in building it.
_BY_KEYS = _KNOWN.where(reports.c.key.in_(bindparam("keys", expanding=True)))
_BY_ROW = _KNOWN.where(reports.c.id == bindparam("row"))
_KIN = (
    select(reports.c.id, versions.c.url, versions.c.body)
    .join(versions, versions.c.report_id == reports.c.id)
    .where(~reports.c.given, versions.c.current)
    .order_by(reports.c.id)
)


class Known(NamedTuple):
    """A report of the database: its id, its row, and what each version of it says (`content`)."""

    key: str
    row: int
    contents: frozenset[str]


class Placed(NamedTuple):
    """Where an input belongs: its report, under the id that it has in the database; `same` there.

    `content` is that of this text.
    """

    outcome: Outcome
    report: Report
    content: str
    same: Known | None

    def known(self, row: int) -> Known:
        """The report once this text of it is kept in the row."""
        before = self.same.contents if self.same else frozenset()
        return Known(self.report.id, row, before | {self.content})


def known(connection: Connection, keys: Iterable[str]) -> dict[str, Known]:
    """The reports of these ids that the database has, by id."""
    found: dict[str, Known] = {}
    for chunk in chunks(keys):
        found.update(_known(connection.execute(_BY_KEYS, {"keys": chunk})))
    return found


def place(connection: Connection, item: Received, same: Known | None) -> Placed:
    """Find the report of an input and whether the database has this text of it already.

    `same` is the report of its very id, if there is one.
    """
    if same is None and not item.given:
        same = _kin(connection, item)
    if same is None:
        return Placed("new", item.report, content(item.report), None)
    report = item.report if same.key == item.report.id else _renamed(item.report, same.key)
    said = content(report)
    return Placed("unchanged" if said in same.contents else "version", report, said, same)


def retire(connection: Connection, row: int) -> int:
    """Make the report's current version an old one; its number, the highest so far."""
    old = select(versions.c.id).where(versions.c.report_id == row, versions.c.current)
    for version in connection.execute(old).scalars().all():
        take_out(connection, version)
        unlink(connection, version)
    of_report = versions.c.report_id == row
    connection.execute(update(versions).where(of_report).values(current=False))
    highest = select(func.max(versions.c.number)).where(of_report)
    return int(connection.execute(highest).scalar_one())


def content(report: Report) -> str:
    """SHA-256 of what a report says: title, body, date, outlet, address, author, other fields."""
    said = (report.title, report.body, report.published, report.outlet, report.url, report.author)
    return hashlib.sha256(dump((*said, report.extra))).hexdigest()


def origin(source: str) -> str:
    """Where an input came from: the absolute path, or `-`."""
    return source if source == "-" else os.path.abspath(source)


def _known(rows: Iterable[tuple[str, int, str]]) -> Iterator[tuple[str, Known]]:
    """Reports of rows of an id, a row and the content of one version."""
    contents: dict[tuple[str, int], list[str]] = {}
    for key, row, said in rows:
        contents.setdefault((key, row), []).append(said)
    for (key, row), all_said in contents.items():
        yield key, Known(key, row, frozenset(all_said))


def _renamed(report: Report, key: str) -> Report:
    import msgspec

    return msgspec.structs.replace(report, id=key)


def _kin(connection: Connection, item: Received) -> Known | None:
    """The report without an id of the same address, or of the same file with the same words."""
    for row, body in _candidates(connection, item):
        if body is None or _is_alike(item.report.body, body):
            return next(found for _, found in _known(connection.execute(_BY_ROW, {"row": row})))
    return None


def _candidates(connection: Connection, item: Received) -> Iterator[tuple[int, str | None]]:
    """Reports without an id of the same address, or of the same file (with their text)."""
    if item.report.url:
        for row, _, _ in connection.execute(_KIN.where(versions.c.url == item.report.url)):
            yield row, None
    if item.line is None and item.source != "-":
        same = versions.c.source == origin(item.source)
        no_url = or_(versions.c.url.is_(None), versions.c.url == item.report.url)
        for row, _, body in connection.execute(_KIN.where(same, no_url)):
            yield row, body


def _is_alike(ours: str, theirs: str) -> bool:
    """Whether two texts share most of their words."""
    mine, other = set(ours.split()), set(theirs.split())
    return len(mine & other) >= _ALIKE * len(mine | other)
