"""Batches: what is kept does not depend on how many inputs are looked up and inserted together."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.store.build import extract
from waqai.errors import InputError
from waqai.model.event import (
    Claim,
    Event,
    Record,
    Responsibility,
    Side,
    Speaker,
    Thing,
    When,
    Where,
    Whom,
)
from waqai.model.making import singly
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue, TargetValue, WeaponValue
from waqai.read import Received, receive
from waqai.store.database import open_database
from waqai.store.ingest import ingest
from waqai.store.verify import verify

STORY = "قتل ثلاثة مدنيين في دوما وقال مصدر طبي إن الجرحى نقلوا إلى حلب أمس"
# All of a version but when it came.
VERSION = (
    "id, report_id, number, current, title, body, published, outlet, url, author, language,"
    " extra, content, raw, sha256, media, encoding, source, line"
)
KEPT = (
    "SELECT * FROM report ORDER BY id",
    f"SELECT {VERSION} FROM version ORDER BY id",
    "SELECT id, version_id, json FROM record ORDER BY id",
    "SELECT * FROM event ORDER BY id",
    "SELECT * FROM claim ORDER BY id",
    "SELECT rowid, words FROM search ORDER BY rowid",
)


def told(chance: random.Random) -> str:
    """One of a few texts, some with a word changed."""
    story = random.Random(chance.randrange(9))
    words = [story.choice(STORY.split()) for _ in range(14)]
    if chance.random() < 0.3:
        words[chance.randrange(14)] = "تحديث"
    return " ".join(words)


def line(chance: random.Random) -> str:
    """A report that may share its id, its address or its text with others, or be broken."""
    fields = {"text": told(chance), "author": str(chance.randrange(2))}
    if chance.random() < 0.4:
        fields["id"] = chance.choice("abcdef")
    if chance.random() < 0.4:
        fields["url"] = f"https://x.example/{chance.randrange(5)}"
    if chance.random() < 0.1:
        del fields["text"]
    return json.dumps(fields, ensure_ascii=False)


def inputs(folder: Path, chance: random.Random) -> Iterator[Received | InputError]:
    """Lines of two files and whole files, of which some are edited and read again."""
    for run in range(4):
        many = folder / f"{run % 2}.jsonl"
        lines = [line(chance) for _ in range(chance.randrange(5, 60))]
        many.write_text("\n".join(lines), encoding="utf-8")
        yield from receive(str(many))
        for _ in range(6):
            one = folder / f"{chance.randrange(3)}.txt"
            one.write_text(told(chance), encoding="utf-8")
            yield from receive(str(one))


def kept(folder: Path, path: Path, seed: int) -> list[Any]:
    """All that a database holds once the inputs are read, and what became of each."""
    with open_database(str(path), write=True) as database:
        steps = ingest(database, inputs(folder, random.Random(seed)), singly(extract))
        found: list[Any] = [(step.outcome, step.where, str(step.error)) for step in steps]
        with database.read() as connection:
            assert not [fault for fault in verify(connection) if fault]
    with sqlite3.connect(path) as connection:
        return found + [row for query in KEPT for row in connection.execute(query)]


@pytest.mark.parametrize("seed", range(6))
def test_any_size_of_batch_keeps_the_same(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for size in (1, 7, 1000):
        monkeypatch.setattr("waqai.store.ingest.BATCH", size)
        found.append(kept(tmp_path, tmp_path / f"{size}.db", seed))
    outcomes = {step[0] for step in found[0]}
    assert {"new", "version", "unchanged", "refused"} <= outcomes
    assert found[1] == found[0]
    assert found[2] == found[0]


SPEAKER = Speaker(Span(1, 2), "s-words", "s-name", "medic")
FULL = Event(
    "e-key", "attack", "denied", "main", Span(3, 4), Span(5, 6),
    When(
        DateValue("2025-01-02", "2025-01-03", "day", "stated", "start"),
        Span(7, 8), "w-words", (), "published",
    ),
    (Where(
        PlaceValue("p-name", "SY", "p-admin1", 1.5, 2.5, "town", 2, 3), Span(9, 10), "p-words", ()
    ),),
    (Side("b-name", "b-id", "state", "IQ", Span(11, 12), "b-words", ()),),
    (Side("t-name", None, "civilians", None, Span(13, 14), "t-words", ()),),
    (Thing(TargetValue("g-name", "home"), Span(15, 16), "g-words", ()),),
    (Thing(WeaponValue("n-name", "rocket"), Span(17, 18), "n-words", ()),),
    (Claim(
        "killed", 19, 20, "at_least", Whom("civilian", "to", "child", "f"), "c-who",
        Span(21, 22), "c-words", SPEAKER, (), 0.25,
    ),),
    (Responsibility("r-name", "r-id", "claims", Span(23, 24), "r-words", None, ()),),
    (), 0.75,
)  # fmt: skip
ROWS = {
    "event": {
        "key": "e-key", "type": "attack", "status": "denied", "salience": "main", "position": 0,
        "first_day": "2025-01-02", "last_day": "2025-01-03", "grain": "day", "basis": "stated",
        "assumed": "published", "partial": "start", "start": 7, "end": 8, "words": "w-words",
        "trigger_start": 3, "trigger_end": 4, "evidence_start": 5, "evidence_end": 6,
        "confidence": 0.75,
    },
    "place": {
        "position": 0, "name": "p-name", "country": "SY", "admin1": "p-admin1", "lat": 1.5,
        "lon": 2.5, "kind": "town", "acled_precision": 2, "ucdp_precision": 3, "start": 9,
        "end": 10, "words": "p-words",
    },
    "side WHERE role = 'by'": {
        "position": 0, "name": "b-name", "actor": "b-id", "kind": "state", "country": "IQ",
        "start": 11, "end": 12, "words": "b-words",
    },
    "side WHERE role = 'to'": {
        "position": 0, "name": "t-name", "actor": None, "kind": "civilians", "country": None,
        "start": 13, "end": 14, "words": "t-words",
    },
    "thing WHERE role = 'target'": {
        "position": 0, "name": "g-name", "kind": "home", "start": 15, "end": 16,
        "words": "g-words",
    },
    "thing WHERE role = 'weapon'": {
        "position": 0, "name": "n-name", "kind": "rocket", "start": 17, "end": 18,
        "words": "n-words",
    },
    "claim WHERE slot = 'killed'": {
        "position": 0, "low": 19, "high": 20, "hedge": "at_least", "whom_class": "civilian",
        "whom_side": "to", "age": "child", "sex": "f", "who": "c-who", "stance": None,
        "actor_name": None, "actor": None, "start": 21, "end": 22, "words": "c-words",
        "speaker": "s-name", "speaker_kind": "medic", "speaker_words": "s-words",
        "speaker_start": 1, "speaker_end": 2, "confidence": 0.25,
    },
    "claim WHERE slot = 'responsibility'": {
        "position": 1, "low": None, "high": None, "hedge": None, "whom_class": None,
        "whom_side": None, "age": None, "sex": None, "who": None, "stance": "claims",
        "actor_name": "r-name", "actor": "r-id", "start": 23, "end": 24, "words": "r-words",
        "speaker": None, "speaker_kind": None, "speaker_words": None, "speaker_start": None,
        "speaker_end": None, "confidence": None,
    },
}  # fmt: skip


def test_every_value_stands_in_its_column(tmp_path: Path) -> None:
    file, path = tmp_path / "a.jsonl", tmp_path / "w.db"
    raw = {
        "id": "r", "title": "عنوان", "text": "نص", "published": "2025-01-01", "outlet": "o",
        "url": "u", "author": "a", "other": [1.5, None],
    }  # fmt: skip
    file.write_text(json.dumps(raw), encoding="utf-8")

    def full(report: Report) -> Record:
        return Record(report.id, report.published, "ar", "0", (FULL,))

    with open_database(str(path), write=True) as database:
        list(ingest(database, receive(str(file)), singly(full)))
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        for table, values in ROWS.items():
            rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            assert [{name: row[name] for name in values} for row in rows] == [values]
        kept_version = dict(connection.execute("SELECT * FROM version").fetchone())
    assert json.loads(kept_version["extra"]) == {"other": [1.5, None]}
    of_report = {"title": "عنوان", "body": "نص", "published": "2025-01-01", "outlet": "o",
                 "url": "u", "author": "a", "current": 1, "number": 1, "line": 1,
                 "media": "jsonl", "encoding": "utf-8", "source": str(file)}  # fmt: skip
    assert {name: kept_version[name] for name in of_report} == of_report
