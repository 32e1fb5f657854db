"""Checking a whole database: against the bytes it keeps, and against itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select, text

from waqai.errors import InputError
from waqai.model.event import Record
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.read import again
from waqai.store import schema
from waqai.store.incidents import incidents
from waqai.store.lines import decode_line
from waqai.store.records import record_of
from waqai.store.search import count
from waqai.store.versions import content


class Fault(NamedTuple):
    """Something that is not as it must be: of which report and version (or ""), and what."""

    where: str
    what: str


def verify(connection: Connection) -> Iterator[Fault | None]:
    """Every fault found; None for each version that is sound, so that progress can be shown."""
    for check in (_pages, _keys, _currents, _index, _incidents, _lines):
        yield from check(connection)
    query = (
        select(schema.version, schema.report.c.key)
        .join(schema.report)
        .order_by(schema.version.c.id)
    )
    for row in connection.execution_options(yield_per=100).execute(query):
        faults = list(_version(connection, row))
        if faults:
            yield from faults
        else:
            yield None


def _pages(connection: Connection) -> Iterator[Fault]:
    """SQLite's own check of the file."""
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield Fault("", f"the file is damaged: {said}")


def _keys(connection: Connection) -> Iterator[Fault]:
    """Rows whose parent is gone."""
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault("", f"{table} row {row} refers to a {parent} that is not there")


def _currents(connection: Connection) -> Iterator[Fault]:
    """Each report has exactly one current version."""
    v, r = schema.version.c, schema.report.c
    current = func.count(v.id).filter(v.current)
    query = select(r.key, current).outerjoin(schema.version, v.report_id == r.id).group_by(r.id)
    for key, number in connection.execute(query.having(current != 1)):
        yield Fault(key, f"{number} current versions, not one")


def _index(connection: Connection) -> Iterator[Fault]:
    """The full-text index holds the current versions."""
    v = schema.version.c
    wanted = connection.execute(select(func.count(v.id)).where(v.current)).scalar_one()
    found = count(connection)
    if wanted != found:
        yield Fault("", f"the search index holds {found} reports, not {wanted}")


def _incidents(connection: Connection) -> Iterator[Fault]:
    """Each incident holds the events of current versions that its rows say, and each once."""
    held: dict[str, list[str]] = {}
    i, m, e = schema.incident.c, schema.member.c, schema.event.c
    rows = (
        select(i.key, e.key)
        .outerjoin(schema.member, m.incident_id == i.id)
        .outerjoin(schema.event, e.id == m.event_id)
    )
    for key, event in connection.execute(rows):
        held.setdefault(key, []).append(event or "")
    for incident in incidents(connection):
        if sorted(held[incident.id]) != sorted(member.event for member in incident.members):
            yield Fault(incident.id, "its events are not those of its rows; run `waqai link --all`")


def _lines(connection: Connection) -> Iterator[Fault]:
    """Each incident has its line, which bears its id."""
    i, n = schema.incident.c, schema.line.c
    query = select(i.key, n.json).outerjoin(schema.line, n.incident_id == i.id)
    for key, raw in connection.execute(query):
        if raw is None or decode_line(raw).id != key:
            yield Fault(key, "it has no line of its own; run `waqai link --all`")


def _version(connection: Connection, row: Row[Any]) -> Iterator[Fault]:
    """One version against its bytes, its fields and its record."""
    where = f"{row.key} version {row.number}"
    report = Report(
        row.key, row.body, row.title, row.published, row.outlet, row.url, row.author, row.language,
        row.extra,
    )  # fmt: skip
    if hashlib.sha256(row.raw).hexdigest() != row.sha256:
        yield Fault(where, "the raw bytes do not have their SHA-256")
    if content(report) != row.content:
        yield Fault(where, "the text or its source is not what was read")
    read = again(row.raw, row.media, row.source)
    if isinstance(read, InputError):
        yield Fault(where, f"the raw bytes cannot be read any more: {read.what}")
    elif read.report.text != report.text:
        yield Fault(where, "the raw bytes read as another text")
    record = record_of(connection, row.id)
    if record is None:
        yield Fault(where, "no record; run `waqai reread`")
    else:
        yield from (Fault(where, what) for what in _record(connection, row.id, report, record))


def _record(connection: Connection, version: int, report: Report, record: Record) -> Iterator[str]:
    """A record against the text that it was read in, and against its rows."""
    for span, words in _spans(record):
        if span.of(report.text) != words:
            yield f"the words at {span.start}-{span.end} are not {words!r}"
    e, r = schema.event.c, schema.record.c
    query = select(e.key).join(schema.record, r.id == e.record_id).where(r.version_id == version)
    rows = list(connection.execute(query.order_by(e.position)).scalars())
    if rows != [told.id for told in record.events]:
        yield "the event rows are not those of the record"


def _spans(record: Record) -> Iterator[tuple[Span, str]]:
    """Every span of a record with the words that it must cover."""
    for told in record.events:
        yield from ((where.span, where.text) for where in told.where)
        yield from ((side.span, side.text) for side in (*told.by, *told.to))
        yield from ((thing.span, thing.text) for thing in told.targets)
        yield from ((thing.span, thing.text) for thing in told.weapons)
        yield from ((claim.span, claim.text) for claim in told.claims)
        yield from ((stance.span, stance.text) for stance in told.responsibility)
        speakers = [claim.speaker for claim in told.claims]
        speakers += [stance.speaker for stance in told.responsibility]
        yield from ((speaker.span, speaker.text) for speaker in speakers if speaker)
        if told.when and told.when.span and told.when.text is not None:
            yield told.when.span, told.when.text
