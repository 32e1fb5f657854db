"""The store: idempotent, versioned, searchable, checked; what cannot be used is said."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Engine, event
from sqlalchemy import text as sql

from tests.store.build import extract
from waqai.errors import StoreError
from waqai.model.event import Record
from waqai.model.making import singly
from waqai.model.report import Report
from waqai.read import receive
from waqai.store.custody import custody, report_of
from waqai.store.database import Database, open_database
from waqai.store.ingest import ingest, reread
from waqai.store.records import kept, record_of
from waqai.store.search import search
from waqai.store.verify import verify

DOUMA = "قتل ثلاثة مدنيين في دوما بنيران مسلحون مجهولون، وقال مصدر طبي إن الجرحى نقلوا."


def take(database: Database, *paths: Path) -> Counter[str]:
    items = (item for path in paths for item in receive(str(path)))
    return Counter(step.outcome for step in ingest(database, items, singly(extract)))


def jsonl(path: Path, *records: dict[str, object]) -> Path:
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def faults(database: Database) -> list[str]:
    with database.read() as connection:
        return [found.what for found in verify(connection) if found]


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "w.db")


def dump(path: str) -> list[str]:
    """The whole database but the clock."""
    with sqlite3.connect(path) as connection:
        tables = ("report", "version", "record", "event", "place", "side", "claim")
        return [str(row) for table in tables
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")]  # fmt: skip


def test_reading_twice_changes_nothing(tmp_path: Path, path: str) -> None:
    file = jsonl(tmp_path / "a.jsonl", *({"id": i, "text": f"{DOUMA} {i}"} for i in range(120)))
    with open_database(path, write=True) as database:
        assert take(database, file) == {"new": 120}
    before = dump(path)
    with open_database(path, write=True) as database:
        assert take(database, file, file) == {"unchanged": 240}
        assert faults(database) == []
    assert dump(path) == before


def test_changed_text_is_a_new_version_and_the_old_one_stays(tmp_path: Path, path: str) -> None:
    file = tmp_path / "a.jsonl"
    with open_database(path, write=True) as database:
        take(database, jsonl(file, {"id": "r", "text": DOUMA}))
        assert take(database, jsonl(file, {"id": "r", "text": f"{DOUMA} تحديث"})) == {"version": 1}
        assert take(database, jsonl(file, {"id": "r", "text": DOUMA})) == {"unchanged": 1}
        with database.read() as connection:
            versions = custody(connection, "r")
            texts = [item.report.body for item in kept(connection, current=False)]
            found = search(connection, "دوما", 9)
        assert [(v.number, v.current) for v in versions] == [(1, False), (2, True)]
        assert texts == [DOUMA, f"{DOUMA} تحديث"]
        assert [hit.body for hit in found] == [f"{DOUMA} تحديث"]
        assert faults(database) == []


def test_one_id_with_two_texts_in_one_file_is_read_once(tmp_path: Path, path: str) -> None:
    file = jsonl(tmp_path / "a.jsonl", {"id": "r", "text": DOUMA}, {"id": "r", "text": DOUMA[:40]})
    with open_database(path, write=True) as database:
        assert take(database, file) == {"new": 1, "version": 1}
        assert take(database, file) == {"unchanged": 2}


def test_edited_file_is_a_version_and_another_story_is_not(tmp_path: Path, path: str) -> None:
    file = tmp_path / "a.txt"
    with open_database(path, write=True) as database:
        for text, outcome in (
            (DOUMA, "new"),
            (DOUMA + " وأصيب آخرون", "version"),
            ("تظاهر المئات أمام مبنى المحافظة احتجاجا على الغلاء", "new"),
        ):
            file.write_text(text, encoding="utf-8")
            assert take(database, file) == {outcome: 1}


def test_same_address_is_the_same_report(tmp_path: Path, path: str) -> None:
    url = "https://x.example/1"
    first = jsonl(tmp_path / "a.jsonl", {"url": url, "text": DOUMA})
    second = jsonl(tmp_path / "b.jsonl", {"url": url, "text": "نص آخر تماما للخبر نفسه"})
    with open_database(path, write=True) as database:
        assert take(database, first, second) == {"new": 1, "version": 1}


def test_custody(tmp_path: Path, path: str) -> None:
    file = tmp_path / "a.txt"
    raw = DOUMA.encode("windows-1256")
    file.write_bytes(raw)
    with open_database(path, write=True) as database:
        take(database, file)
        with database.read() as connection:
            (report,) = (item.report for item in kept(connection))
            (version,) = custody(connection, report.id)
            record = record_of(connection, 1)
            assert record == extract(report)
            assert report_of(connection, record.events[0].id) == report.id
            assert report_of(connection, "nothing") is None
    assert version.sha256 == hashlib.sha256(raw).hexdigest()
    assert (version.size, version.media, version.encoding) == (len(raw), "text", "windows-1256")
    assert version.source == str(file)


def test_claims_are_rows(tmp_path: Path, path: str) -> None:
    with open_database(path, write=True) as database:
        take(database, jsonl(tmp_path / "a.jsonl", {"id": "r", "text": DOUMA}))
        with database.read() as connection:
            row = connection.execute(sql(
                "SELECT slot, low, claim.words, speaker_words, place.name, side.name FROM claim"
                " JOIN event ON event.id = claim.event_id JOIN place ON place.event_id = event.id"
                " JOIN side ON side.event_id = event.id WHERE place.country = 'SY'"
            )).one()  # fmt: skip
    assert tuple(row) == ("killed", 3, "ثلاثة", "مصدر طبي", "Douma", "unknown gunmen")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("مدينة", {"a", "b", "c"}),
        ("المدينة", {"a", "b", "c"}),
        ("مَدِينَة", {"a", "b", "c"}),
        ("وزير", {"c"}),
        ("مسؤول", {"b"}),
        ("ومسؤول", {"b"}),
        ("فالمدينة", {"a", "b", "c"}),
        ("مسئول", {"b"}),
        ('"حاجز المدينة"', {"a"}),
        ('"المدينة حاجز"', set()),
        ("المدينة مسؤول", {"b"}),
        ("12", {"c"}),
        ("١٢", {"c"}),
        ('") OR (', set()),
        ("*", set()),
    ],
)
def test_search(tmp_path: Path, path: str, query: str, found: set[str]) -> None:
    file = jsonl(
        tmp_path / "a.jsonl",
        {"id": "a", "text": "قتل شرطي عند حاجز المدينة الشرقي"},
        {"id": "b", "text": "وقال مسؤول إن الوضع بالمدينة هادئ"},
        {"id": "c", "title": "الوزير يزور مدينتنا", "text": "زار الوزير 12 حيا"},
    )
    with open_database(path, write=True) as database:
        take(database, file)
        with database.read() as connection:
            assert {hit.report for hit in search(connection, query, 9)} == found


def test_reread_remakes_what_another_waqai_made(tmp_path: Path, path: str) -> None:
    def empty(report: Report) -> Record:
        return Record(report.id, report.published, "ar", "0", ())

    with open_database(path, write=True) as database:
        take(database, jsonl(tmp_path / "a.jsonl", *({"id": i, "text": DOUMA} for i in range(70))))
        assert list(reread(database, singly(empty))) == []
        with database.write() as connection:
            connection.execute(sql("UPDATE record SET waqai = '0.0.1' WHERE version_id <= 60"))
        assert sum(reread(database, singly(empty))) == 60
        with database.read() as connection:
            assert connection.execute(sql("SELECT count(*) FROM event")).scalar_one() == 10
            assert connection.execute(sql("SELECT count(*) FROM claim")).scalar_one() == 10
        assert sum(reread(database, singly(extract), everything=True)) == 70
        assert faults(database) == []


DAMAGE = {
    "raw bytes": "UPDATE version SET raw = x'00' WHERE id = 2",
    "text": "UPDATE version SET body = body || ' زيادة' WHERE id = 2",
    "words": "UPDATE version SET body = 'x' || body WHERE id = 2",
    "event rows": "DELETE FROM event WHERE id = 2",
    "no record": "DELETE FROM record WHERE version_id = 2",
    "current": "UPDATE version SET current = 0 WHERE id = 2",
    "index": "DELETE FROM search WHERE rowid = 2",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=list(DAMAGE))
def test_verify_finds_damage(tmp_path: Path, path: str, damage: str) -> None:
    with open_database(path, write=True) as database:
        take(database, jsonl(tmp_path / "a.jsonl", *({"id": i, "text": DOUMA} for i in range(5))))
        assert faults(database) == []
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    with open_database(path) as database:
        assert faults(database)


def test_no_database(path: str) -> None:
    with pytest.raises(StoreError, match="no such database"):
        open_database(path)


@pytest.mark.parametrize("write", [True, False])
def test_not_a_database(path: str, write: bool) -> None:
    Path(path).write_text("هذا نص لا قاعدة بيانات " * 99, encoding="utf-8")
    with pytest.raises(StoreError, match="not a database"):
        open_database(path, write)
    assert Path(path).read_text(encoding="utf-8").startswith("هذا")


def test_database_of_another_program(path: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE people (name)")
    with pytest.raises(StoreError, match="some other program"):
        open_database(path, write=True)


def test_newer_database(path: str) -> None:
    open_database(path, write=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for write in (True, False):
        with pytest.raises(StoreError, match="newer version"):
            open_database(path, write)


def test_locked_database(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = jsonl(tmp_path / "a.jsonl", {"id": "r", "text": DOUMA})
    monkeypatch.setattr("waqai.store.database._PATIENCE", 0.1)
    with open_database(path, write=True) as database:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        for attempt in (lambda: take(database, file), lambda: open_database(path, write=True)):
            with pytest.raises(StoreError, match="another program"):
                attempt()
        with open_database(path) as reader:
            assert faults(reader) == []
        other.execute("ROLLBACK")
        other.close()
        assert take(database, file) == {"new": 1}


def test_full_disk(tmp_path: Path, path: str) -> None:
    """A bound on the file's pages is what a full disk is to SQLite; what was committed is there."""
    file = jsonl(tmp_path / "a.jsonl", *({"id": i, "text": DOUMA * 20} for i in range(400)))

    def bound(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1500")

    event.listen(Engine, "connect", bound)
    try:
        with open_database(path, write=True) as database, pytest.raises(StoreError, match="full"):
            take(database, file)
    finally:
        event.remove(Engine, "connect", bound)
    with open_database(path, write=True) as database:
        assert faults(database) == []
        with database.read() as connection:
            before = len(list(kept(connection)))
        assert 0 < before < 400
        assert take(database, file) == {"unchanged": before, "new": 400 - before}


# Runs in a process of its own: a user is not changed back. What needs root's files comes first.
READ_ONLY = """
import os, sys
from tests.store.test_store import StoreError, faults, open_database
open_database(sys.argv[2], write=True).close()
with open_database(sys.argv[2]) as warm:
    faults(warm)
if os.getuid() == 0:
    os.setuid(65534)
with open_database(sys.argv[1]) as database:
    print(faults(database))
try:
    open_database(sys.argv[1], write=True)
except StoreError as error:
    print(error)
"""


def test_read_only_database(tmp_path: Path, path: str) -> None:
    with open_database(path, write=True) as database:
        take(database, jsonl(tmp_path / "a.jsonl", {"id": "r", "text": DOUMA}))
    with TemporaryDirectory() as folder:
        copy = Path(folder, "w.db")
        copy.write_bytes(Path(path).read_bytes())
        copy.chmod(0o444)
        Path(folder).chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, copy, path],
            capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        Path(folder).chmod(0o755)
    first, second = done.stdout.splitlines() or [done.stderr] * 2
    assert first == "[]"
    assert "it is read-only" in second


def test_refused_record_costs_no_other(tmp_path: Path, path: str) -> None:
    file = jsonl(tmp_path / "a.jsonl", {"id": 1, "text": DOUMA}, {"id": 2}, {"id": 3, "text": "x"})
    with open_database(path, write=True) as database:
        assert take(database, file) == {"new": 2, "refused": 1}
