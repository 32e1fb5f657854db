"""Killed at random moments while reading: the database opens, is sound, and the rest is read."""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from bench.kill import cut_short
from tests.store.build import extract
from waqai.export.cells import rows
from waqai.export.jsonl import jsonl
from waqai.export.told import told
from waqai.model.canonical import dump
from waqai.read import receive
from waqai.store.database import open_database
from waqai.store.ingest import ingest
from waqai.store.verify import verify

KILLS = 6
REPORTS = 500
PROGRAM = Path(__file__).parent / "killed.py"


def reports(path: Path) -> Path:
    """Reports, every tenth an id again with another text."""
    with path.open("w", encoding="utf-8") as stream:
        for i in range(REPORTS):
            key = i - 1 if i % 10 == 9 else i
            body = f"قتل ثلاثة مدنيين في دوما بنيران مسلحون مجهولون، وقال مصدر طبي {i}."
            record = {"id": f"r{key}", "published": "2025-05-17", "body": body * (1 + i % 5)}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def exported(path: Path) -> list[bytes]:
    """The exports, the clock aside (these have none)."""
    with open_database(str(path)) as database, database.read() as connection:
        lines = list(jsonl(told(connection)))
        return lines + [dump(row) for sheet in ("events", "claims")
                        for row in rows(told(connection), sheet)]  # fmt: skip


def finish(file: Path, path: Path) -> None:
    with open_database(str(path), write=True) as database:
        list(ingest(database, receive(str(file)), extract))


def killed(file: Path, path: Path, seconds: float) -> bool:
    """Start reading, kill it after some time; whether it was still running."""
    return cut_short((sys.executable, str(PROGRAM), str(file), str(path)), seconds)


def test_killed_at_random_moments(tmp_path: Path) -> None:
    file = reports(tmp_path / "reports.jsonl")
    whole = tmp_path / "whole.db"
    begun = time.monotonic()
    assert not killed(file, whole, 300)
    length = time.monotonic() - begun
    expected = exported(whole)
    path = tmp_path / "cut.db"
    chance = random.Random(20250517)
    cut = 0
    for _ in range(KILLS):
        cut += killed(file, path, chance.uniform(0.1, length))
        if path.exists():
            with open_database(str(path)) as database, database.read() as connection:
                assert [fault for fault in verify(connection) if fault] == []
    assert cut
    finish(file, path)
    assert exported(path) == expected
