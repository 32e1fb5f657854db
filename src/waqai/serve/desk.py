"""The desk behind the routes: the database, its lines in memory, who is logged in."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection

from waqai.serve.settings import Settings
from waqai.store.accounts import Account, accounts, sessions
from waqai.store.columns.codes import Ints
from waqai.store.columns.sorting import Orders
from waqai.store.columns.table import Table, load, renewed
from waqai.store.columns.texts import NONE, lines_with, renewed_reports
from waqai.store.database import open_database

# Searches whose lines are kept while nothing changes.
_SEARCHES = 64


class State(msgspec.Struct, frozen=True):
    """The database as of one moment: its lines, whether there are accounts, who is logged in."""

    lines: Table
    accounts: bool
    sessions: dict[str, tuple[Account, int]]
    found: dict[str, Ints]
    orders: Orders


class Desk:
    """Opens the database at `path`, which must be there. Raises StoreError where it cannot."""

    def __init__(self, path: str, settings: Settings) -> None:
        self.settings = settings
        self.csrf = secrets.token_hex(32)
        self.reader = open_database(path, pooled=True)
        self.writer = open_database(path, write=True, new=False)
        self._lock = threading.Lock()
        self._searching = threading.Lock()
        self._reports = NONE
        self._seen: int | None = None
        self._state: State | None = None

    def state(self) -> State:
        """The database as it is now, whoever changed it."""
        with self._lock:
            now = self.reader.state()
            if self._state is None or now != self._seen:
                with self.reader.read() as connection:
                    self._state = _state(connection, self._state)
                self._seen = now
            return self._state

    def lines_with(self, state: State, text: str) -> Ints:
        """The lines of a state that have some words; who asks the same meanwhile waits for it."""
        with self._searching:
            found = state.found.get(text)
            if found is None:
                with self.reader.read() as connection:
                    self._reports = renewed_reports(connection, self._reports, state.lines.line)
                    found = lines_with(connection, text, self._reports)
                if len(state.found) < _SEARCHES:
                    state.found[text] = found
        return found

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        with self.reader.read() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction."""
        with self.writer.write() as connection:
            yield connection

    def clock(self) -> int:
        """Seconds of the epoch."""
        return int(time.time())

    def now(self) -> str:
        """The second as ISO, UTC."""
        return datetime.now(UTC).isoformat(timespec="seconds")

    def close(self) -> None:
        """Give the file back."""
        self.reader.close()
        self.writer.close()


def _state(connection: Connection, before: State | None) -> State:
    lines = load(connection) if before is None else renewed(connection, before.lines)
    return State(lines, bool(accounts(connection)), sessions(connection), {}, Orders(lines))
