"""The inputs of one transaction: looked up together, and inserted together at its end."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from waqai import __version__
from waqai.model.event import Record
from waqai.read.received import Received
from waqai.store.rows import Rows
from waqai.store.versions import Placed, known, origin, place, retire
from waqai.store.words import index_words


class Taken(NamedTuple):
    """An input that is new, with all that is kept of it; `words` are for the index."""

    item: Received
    placed: Placed
    record: Record
    words: str
    moment: str


class Batch:
    """What was taken in and is not inserted yet: `flush` at the end of the transaction."""

    def __init__(self, connection: Connection, items: Iterable[Received]) -> None:
        self._connection = connection
        self._rows = Rows(connection)
        self._known = known(connection, (item.report.id for item in items))
        self._taken: list[Taken] = []
        # Ids, addresses and files of what was placed: an input that has one of these, or belongs
        # to one of these reports, has to find its rows.
        self._marks: set[str] = set()

    def place(self, item: Received) -> Placed | None:
        """Where an input belongs; None where that hangs on what was placed and is not inserted."""
        marks = {item.report.id} if item.given else {item.report.id, *_signs(item)}
        if not self._marks.isdisjoint(marks):
            return None
        placed = place(self._connection, item, self._known.get(item.report.id))
        if placed.same is not None and placed.same.key in self._marks:
            return None
        if placed.outcome != "unchanged":
            self._marks.add(placed.report.id)
            self._marks |= _signs(item)
        return placed

    def keep(self, item: Received, placed: Placed, record: Record, moment: str) -> None:
        """Have an input become the current version of its report."""
        words = index_words(placed.report.text)
        self._taken.append(Taken(item, placed, record, words, moment))

    def flush(self) -> None:
        """Insert what was taken."""
        for taken in self._taken:
            self._insert(taken)
        self._rows.flush()
        self._taken.clear()
        self._marks.clear()

    def _insert(self, taken: Taken) -> None:
        """Have the rows made; the version before becomes an old one."""
        item, placed = taken.item, taken.placed
        if placed.same is None:
            row, number = self._rows.report(placed.report.id, item.given), 1
        else:
            row, number = placed.same.row, retire(self._connection, placed.same.row) + 1
        self._known[placed.report.id] = placed.known(row)
        version = self._rows.version(taken.words, row, number, True, *_values(taken))
        self._rows.record(version, __version__, taken.moment, taken.record)


def _signs(item: Received) -> set[str]:
    """What inputs of one report may have in common where they have no id."""
    signs = {item.report.url} if item.report.url else set()
    if item.line is None and item.source != "-":
        signs.add(origin(item.source))
    return signs


def _values(taken: Taken) -> tuple[object, ...]:
    """The values of a version from `title` on, in the order of the columns."""
    item, report = taken.item, taken.placed.report
    return (
        report.title,
        report.body,
        report.published,
        report.outlet,
        report.url,
        report.author,
        report.language,
        json.dumps(report.extra),
        taken.placed.content,
        item.raw,
        item.sha256,
        item.media,
        item.encoding,
        origin(item.source),
        item.line,
        taken.moment,
    )
