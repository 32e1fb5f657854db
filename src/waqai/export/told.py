"""What every export is made from: a report's current version with its record."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select

from waqai.export.known import NOBODY, Known
from waqai.export.links import link
from waqai.export.privacy import known_of, masked, masker
from waqai.model.event import Record
from waqai.model.report import Report
from waqai.store import schema
from waqai.store.records import decode_record, kept


class Told(msgspec.Struct, frozen=True):
    """A report, its record (names withheld unless asked for), and where both are from."""

    report: Report
    record: Record
    title: str | None
    version: int
    sha256: str
    waqai: str
    made: str


def told(connection: Connection, names: bool = False, key: str | None = None) -> Iterator[Told]:
    """Current versions in the order in which their reports came; one report's with `key`."""
    v, r = schema.version.c, schema.record.c
    custody = select(v.sha256, r.waqai, r.made, r.json).join(schema.record, r.version_id == v.id)
    for item in kept(connection, key=key):
        row = connection.execute(custody.where(v.id == item.version)).first()
        if row is None:
            continue
        sha256, waqai, made, json = row
        record = decode_record(json)
        text = item.report.text
        who = NOBODY if names else known_of(record, text)
        title = masker(names, who)(item.report.title) if item.report.title else None
        shown = masked(record, names, text)
        report = item.report if names else linked(item.report, who)
        yield Told(report, shown, title, item.number, sha256, waqai, made)


def linked(report: Report, who: Known) -> Report:
    """The report with an address that names no private person."""
    return msgspec.structs.replace(report, url=link(report.url, who) if report.url else None)
