"""Rows to be: held until the end of a batch, then inserted table by table."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select

from waqai.model.canonical import dump
from waqai.model.event import Record
from waqai.store import schema
from waqai.store.inserting import Row, insert_rows
from waqai.store.search import put_in_all
from waqai.store.values import event_row, rows_below

# Parents before children.
_TABLES = (
    schema.report, schema.version, schema.record, schema.event,
    schema.place, schema.side, schema.thing, schema.claim,
)  # fmt: skip
# Tables whose ids their children need at once.
_NUMBERED = _TABLES[:4]


class Rows:
    """Rows inserted together: the ids are given out here, not by the database.

    Sound only inside a transaction that writes: nobody else can take an id meanwhile.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[Table, list[Row]] = {table: [] for table in _TABLES}
        self._last = {table: _highest(connection, table) for table in _NUMBERED}
        self._words: list[tuple[int, str]] = []

    def report(self, key: str, given: bool) -> int:
        """Add a report; its row."""
        return self._add(schema.report, key, given)

    def version(self, words: str, *values: object) -> int:
        """Add a version: its values from `report_id` on, its words for the index; its row."""
        row = self._add(schema.version, *values)
        self._words.append((row, words))
        return row

    def record(self, version: int, waqai: str, made: str, record: Record) -> None:
        """Add a record and the rows of every event of it."""
        own = self._add(schema.record, version, waqai, made, dump(record))
        events, last = self._rows[schema.event], self._last[schema.event]
        for position, told in enumerate(record.events):
            last += 1
            events.append(event_row(told, last, own, position))
            for table, found in rows_below(told, last):
                self._rows[table] += found
        self._last[schema.event] = last

    def flush(self) -> None:
        """Insert what was added."""
        for table, rows in self._rows.items():
            if rows:
                insert_rows(self._connection, table, rows)
                rows.clear()
        if self._words:
            put_in_all(self._connection, self._words)
            self._words.clear()

    def _add(self, table: Table, *values: object) -> int:
        self._last[table] = row = self._last[table] + 1
        self._rows[table].append((row, *values))
        return row


def _highest(connection: Connection, table: Table) -> int:
    """The highest id of a table, 0 where it is empty."""
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0)
