"""Killed at random moments while reading and linking: the database is sound, the rest is done."""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from bench.kill import cut_short
from tests.link.build import extract, line
from waqai.export.cells import rows
from waqai.export.jsonl import jsonl
from waqai.export.told import told
from waqai.model.canonical import dump
from waqai.model.making import singly
from waqai.read import receive
from waqai.store.database import open_database
from waqai.store.incidents import incidents
from waqai.store.ingest import ingest
from waqai.store.linking import link
from waqai.store.verify import verify

KILLS = 6
REPORTS = 250
PROGRAM = Path(__file__).parent / "killed.py"


def reports(path: Path) -> Path:
    """Reports, every tenth an id again with another text."""
    with path.open("w", encoding="utf-8") as stream:
        for i in range(REPORTS):
            key = i - 1 if i % 10 == 9 else i
            day = f"2025-05-{1 + i % 28:02d}"
            place = ("douma", "homs", "idlib", "-")[i % 4]
            events = [line("raid", place, day, killed=i % 9), line("mine", "homs", day)]
            body = "\n".join(events[: 1 + i % 2])
            record = {"id": f"r{key}", "published": day, "body": body}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def exported(path: Path) -> list[bytes]:
    """The exports, the clock aside (these have none)."""
    with open_database(str(path)) as database, database.read() as connection:
        lines = list(jsonl(told(connection)))
        lines += map(dump, incidents(connection))
        return lines + [dump(row) for sheet in ("events", "claims")
                        for row in rows(told(connection), sheet)]  # fmt: skip


def finish(file: Path, path: Path) -> None:
    with open_database(str(path), write=True) as database:
        list(ingest(database, receive(str(file)), singly(extract)))
        list(link(database))


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
