"""Each migration on a filled database: what was in it is in it afterwards."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from tests.store.build import extract
from waqai.errors import StoreError
from waqai.model.making import singly
from waqai.read import receive
from waqai.store import revisions, schema
from waqai.store.database import open_database
from waqai.store.ingest import ingest
from waqai.store.linking import link
from waqai.store.search import search
from waqai.store.verify import verify

TEXT = "قتل ثلاثة مدنيين في دوما"


def scripts() -> ScriptDirectory:
    config = Config()
    folder = Path(revisions.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    return ScriptDirectory.from_config(config)


def filled(path: Path, count: int = 30) -> None:
    """A database at the newest revision, with reports, versions and events."""
    for suffix in ("", " وأصيب آخر"):
        lines = (json.dumps({"id": i, "text": f"{TEXT} {i}{suffix}"}) for i in range(count))
        (path.parent / "f.jsonl").write_text("\n".join(lines), encoding="utf-8")
        with open_database(str(path), write=True) as database:
            list(ingest(database, receive(str(path.parent / "f.jsonl")), singly(extract)))


# What each revision added, the newest first: taken out again, a database is an older one.
ADDED = {
    "0004": ("line", "former", "session", "account", "audit"),
    "0003": ("member", "incident", "tie", "telling", "judgement"),
    "0002": ("search",),
}


def older(path: Path, revision: str) -> None:
    """Make a database at the newest revision one of an older revision."""
    with sqlite3.connect(path) as connection:
        for added, tables in ADDED.items():
            if added > revision:
                for table in tables:
                    connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        return {
            table.name: connection.execute(f"SELECT * FROM {table.name} ORDER BY rowid").fetchall()
            for table in schema.metadata.sorted_tables
        }


def dump(path: Path) -> list[str]:
    """Everything in the file, as statements."""
    with sqlite3.connect(path) as connection:
        return [line for line in connection.iterdump() if "search" not in line]


def test_head_is_the_newest_script() -> None:
    assert scripts().get_heads() == [revisions.HEAD]


def test_migrations_make_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    open_database(str(path), write=True).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or "search" not in name}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


@pytest.mark.parametrize("write", [True, False])
def test_0002_search_on_a_filled_database(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "w.db"
    filled(path)
    before = rows(path)
    older(path, "0001")
    with open_database(str(path), write=write) as database, database.read() as connection:
        assert len(search(connection, "دوما", 99)) == 30
        assert [fault for fault in verify(connection) if fault] == []
    assert rows(path) == before


@pytest.mark.parametrize("write", [True, False])
def test_0003_incidents_on_a_filled_database(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "w.db"
    filled(path)
    before = rows(path)
    older(path, "0002")
    with open_database(str(path), write=write) as database, database.read() as connection:
        assert [fault for fault in verify(connection) if fault] == []
    assert rows(path) == before
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO judgement (key, verdict, who, why, at, json)"
            " VALUES ('k', 'accept', 'me', 'so', 'now', x'7b7d')"
        )
        for deed in ("UPDATE judgement SET why = 'not'", "DELETE FROM judgement"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever appended"):
                connection.execute(deed)


@pytest.mark.parametrize("write", [True, False])
def test_0004_lines_on_a_filled_database(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "w.db"
    filled(path)
    with open_database(str(path), write=True) as database:
        list(link(database))
    before = rows(path)
    assert len(before["line"]) == len(before["incident"]) > 0
    older(path, "0003")
    with open_database(str(path), write=write) as database, database.read() as connection:
        assert [fault for fault in verify(connection) if fault] == []
    assert rows(path) == before | {"telling": [], "tie": []}
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO audit (at, action, detail) VALUES ('now', 'a', '{}')")
        for deed in ("UPDATE audit SET who = 'not'", "DELETE FROM audit"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever appended"):
                connection.execute(deed)


@pytest.mark.parametrize("revision", ["0004", "0005"])
def test_what_is_compared_is_made_anew(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "w.db"
    filled(path)
    with open_database(str(path), write=True) as database:
        list(link(database))
    before = rows(path)
    older(path, revision)
    with open_database(str(path), write=True) as database:
        assert rows(path) == before | {"telling": [], "tie": []}
        list(link(database))
        with database.read() as connection:
            assert [fault for fault in verify(connection) if fault] == []
    after = rows(path)
    assert after["telling"] == before["telling"]
    assert [row[1:] for row in after["incident"]] == [row[1:] for row in before["incident"]]
    assert [row[-1] for row in after["line"]] == [row[-1] for row in before["line"]]


def test_0001_is_what_0002_starts_from(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'w.db'}")
    with engine.begin() as connection:
        revisions.upgrade(connection, "w.db", "0001")
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    engine.dispose()
    assert version == "0001"
    assert "claim" in tables
    assert "search" not in tables


def test_migration_that_fails_leaves_the_old_database(
    tmp_path: Path,
) -> None:
    path = tmp_path / "w.db"
    filled(path)
    older(path, "0001")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE search (words)")
    before = dump(path)
    with pytest.raises(StoreError):
        open_database(str(path), write=True)
    assert dump(path) == before
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [("0001",)]
