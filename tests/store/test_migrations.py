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
from waqai.read import receive
from waqai.store import revisions, schema
from waqai.store.database import open_database
from waqai.store.ingest import ingest
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
            list(ingest(database, receive(str(path.parent / "f.jsonl")), extract))


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        return {
            table.name: connection.execute(f"SELECT * FROM {table.name} ORDER BY id").fetchall()
            for table in schema.metadata.sorted_tables
        }


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
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE search")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    before = rows(path)
    with open_database(str(path), write=write) as database, database.read() as connection:
        assert len(search(connection, "دوما", 99)) == 30
        assert [fault for fault in verify(connection) if fault] == []
    assert rows(path) == before


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
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE search")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.execute("CREATE TABLE search (words)")
    before = rows(path)
    with pytest.raises(StoreError):
        open_database(str(path), write=True)
    assert rows(path) == before
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [("0001",)]
