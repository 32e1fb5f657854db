"""Which lines have some words: from the full-text index, by way of the reports of each incident."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np
from sqlalchemy import Connection, Select, select

from waqai.store import schema
from waqai.store.columns.codes import Ints
from waqai.store.search import versions_with
from waqai.store.unlinking import chunks

# Lines above which reading all pairs costs less than asking for some.
_MANY = 5000


class Reports(msgspec.Struct, frozen=True):
    """The versions of reports that each line rests on: pairs, in no order."""

    version: Ints
    line: Ints


NONE = Reports(np.zeros(0, np.int64), np.zeros(0, np.int64))


def renewed_reports(connection: Connection, reports: Reports, lines: Ints) -> Reports:
    """The pairs of all `lines` (ids), of which `reports` has some, and some that are gone."""
    stay = np.isin(reports.line, lines)
    fresh = np.setdiff1d(lines, reports.line)
    if stay.all() and not len(fresh):
        return reports
    pairs = np.array(list(_pairs(connection, fresh)), np.int64).reshape(-1, 2)
    return Reports(
        np.concatenate((reports.version[stay], pairs[:, 0])),
        np.concatenate((reports.line[stay], pairs[:, 1])),
    )


def lines_with(connection: Connection, text: str, reports: Reports) -> Ints:
    """The lines, sorted, one of whose reports has the words."""
    versions = np.array(versions_with(connection, text), np.int64)
    return np.unique(reports.line[np.isin(reports.version, versions)])


def _pairs(connection: Connection, lines: Ints) -> Iterator[tuple[int, int]]:
    query = _query()
    if len(lines) > _MANY:
        wanted = set(lines.tolist())
        found = connection.execute(query)
        yield from ((version, line) for version, line in found if line in wanted)
        return
    for chunk in chunks(lines.tolist()):
        found = connection.execute(query.where(schema.line.c.id.in_(chunk)))
        yield from ((version, line) for version, line in found)


def _query() -> Select[int, int]:
    m, e, r, n = schema.member.c, schema.event.c, schema.record.c, schema.line.c
    return (
        select(r.version_id, n.id)
        .join_from(schema.line, schema.member, m.incident_id == n.incident_id)
        .join(schema.event, e.id == m.event_id)
        .join(schema.record, r.id == e.record_id)
    )
