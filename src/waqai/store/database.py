"""Opening a database: made, checked, migrated; what goes wrong is told as one StoreError."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, PoolProxiedConnection

from waqai.errors import StoreError
from waqai.store.revisions import HEAD, upgrade

# Seconds to wait for another program that writes.
_PATIENCE = 5.0
# For who writes: indexes stay in memory while reports are read (KiB, below zero), and pages that
# change again and again go from the log into the database seldom (pages of 4 KiB).
_CACHE = -16_000
_LOG = 4000
_REASONS = (
    ("locked", "another program is writing to it", "wait until it is done, then run this again"),
    ("readonly", "it is read-only", "make the file and its folder writable, or copy it"),
    ("disk is full", "the disk is full", "free some space, then run this again: nothing is lost"),
    ("disk i/o", "the disk refuses to write", "check its space, then run this again"),
    ("file is not a database", "not a database", "give another path by --db"),
    ("malformed", "the database is damaged", "restore it from a copy"),
    ("unable to open", "cannot be opened", "check the folder and its permissions"),
)


class Database:
    """One SQLite database. Use as a context manager; `write()` and `read()` give connections."""

    def __init__(self, path: str, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._watch: PoolProxiedConnection | None = None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all that is done in it is kept, or nothing. Raises StoreError."""
        with told(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the database. Raises StoreError."""
        with told(self.path), self._engine.connect() as connection:
            yield connection

    def state(self) -> int:
        """A number that is another one after every change by whichever program.

        It is of one connection, which is kept for this alone; call it from one thread at a time.
        """
        with told(self.path):
            if self._watch is None:
                self._watch = self._engine.raw_connection()
            cursor = self._watch.cursor()
            cursor.execute("PRAGMA data_version")
            row = cursor.fetchone()
            cursor.close()
        return int(row[0]) if row else 0

    def close(self) -> None:
        """Give the file back."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self._engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_database(
    path: str, write: bool = False, pooled: bool = False, new: bool = True
) -> Database:
    """The database at `path`, at the newest revision; made there if `write`, `new` and absent.

    With `pooled` connections are kept for the next reader, of whichever thread. An older database
    is migrated in one transaction. Raises StoreError for what is no database of Waqai's, a newer
    one, or one that cannot be opened so.
    """
    file = Path(path)
    if not file.exists() and not (write and new):
        raise StoreError("no such database", path, "make one by `waqai read FILE... --db PATH`")
    with told(path):
        database = Database(path, _engine(file, write, pooled or write))
        with ExitStack() as unless_ready:
            unless_ready.callback(database.close)
            _prepare(database, write)
            unless_ready.pop_all()
    return database


def _engine(file: Path, write: bool, pooled: bool) -> Engine:
    """An engine whose transactions are SQLite's own, DDL included, and whose writers queue."""
    wal = file.with_name(file.name + "-wal")
    immutable = not write and not _writable(file) and not wal.exists()
    mode = "immutable=1" if immutable else "mode=rwc" if write else "mode=rw"
    url = f"sqlite:///file:{quote(str(file.absolute()))}?{mode}&uri=true"
    engine = create_engine(
        url, poolclass=None if pooled else NullPool, connect_args={"timeout": _PATIENCE}
    )

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        if write:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=NORMAL")
            cursor.execute(f"PRAGMA cache_size={_CACHE}")
            cursor.execute(f"PRAGMA wal_autocheckpoint={_LOG}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _writable(file: Path) -> bool:
    try:
        with file.open("r+b"):
            return True
    except OSError:
        return False


def _prepare(database: Database, write: bool) -> None:
    """Check what the file is and bring it to the newest revision."""
    with database._engine.connect() as connection:
        revision = _revision(connection, database.path)
    if revision == HEAD:
        return
    if not write and not _writable(Path(database.path)):
        raise StoreError(
            f"made by an older Waqai (revision {revision})", database.path, "make it writable once"
        )
    with database._engine.begin() as connection:
        upgrade(connection, database.path)


def _revision(connection: Connection, path: str) -> str | None:
    """The revision that the database is at, None for an empty file."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise StoreError("a database of some other program", path, "give another path by --db")
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn the driver's errors into StoreError: what is wrong, and what to do."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).lower()
        for sign, what, do in _REASONS:
            if sign in said:
                raise StoreError(what, path, do) from error
        raise StoreError(f"the database refuses: {error.orig}", path) from error
