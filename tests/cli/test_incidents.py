"""Incidents at the command line: linked, shown, judged, exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.link.build import extract, line
from waqai.cli import incidents, read
from waqai.cli.extraction import Extraction


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(read, "Extraction", lambda *_: Extraction(1, extract))
    monkeypatch.setattr(incidents, "Extraction", lambda *_: Extraction(1, extract))
    return tmp_path


def written(folder: Path) -> str:
    rows = (
        ("a", "2025-05-17T10:00:00", line(killed="3@security_source", by="SY-army")),
        ("b", "2025-05-17T18:00:00", line(killed="9@medic", wounded=4)),
        ("c", "2025-05-17T18:00:00", line(killed="6@official")),
        ("d", "2025-05-18", line(place="homs", killed=2)),
    )
    path = folder / "reports.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for key, published, text in rows:
            stream.write(json.dumps({"id": key, "published": published, "text": text}) + "\n")
    return str(path)


def test_incidents_of_files(waqai: Command, folder: Path) -> None:
    file = written(folder)
    table = waqai("incidents", file).out.splitlines()
    assert sorted(row.split("\t")[1:7] for row in table[1:]) == [
        ["2025-05-17", "shelling", "1", "2", "", ""],
        ["2025-05-17", "shelling", "3", "6-9 (6)", "4", "yes"],
    ]
    rows = map(json.loads, waqai("incidents", file, "--format", "airwars").out.splitlines())
    both = {tuple(row["reports"]): row for row in rows}
    assert both["a", "b", "c"]["killed"] == {"low": 6, "high": 9}
    assert both["a", "b", "c"]["wounded"] == {"low": 4, "high": 4}
    assert both["d",]["wounded"] == {"low": None, "high": None}
    assert both["d",]["date"] == "2025-05-17"
    full = map(json.loads, waqai("incidents", file, "--format", "json").out.splitlines())
    kinds = [relation["kind"] for one in full for relation in one["relations"]]
    assert sorted(kinds) == ["contradiction", "update"]


def test_card_shows_updates_and_contradictions(waqai: Command, folder: Path) -> None:
    waqai("read", written(folder))
    assert waqai("link").out == "2 incidents\n"
    (key,) = [
        row.split("\t")[0] for row in waqai("show", "--where", "disputed=yes").out.splitlines()[1:]
    ]
    card = waqai("show", key).out
    assert "lowest 6, best 6-9 (6), latest_official 6, range 3-9" in card
    assert "update of killed: 3 a; 9 b (another speaker, later and higher: 3, then 9)" in card
    assert "contradiction of killed: 9 b; 6 c (9 against 6, told at the same time)" in card
    assert "killed 3 civilian · security_source: security_source · replaced" in card
    assert json.loads(waqai("show", key, "--json").out)["id"] == key
    assert waqai("show", "--where", "killed=7").out.count("\n") == 1
    assert (
        waqai("show", "--where", "country=SY", "--where", "since=2025-05-18").out.count("\n") == 1
    )
    assert waqai("show", "--where", "actor=SY-army", "--json").out.count("\n") == 1
    assert waqai("show", "--where", "box=34,36,35,37", "--json").out.count("\n") == 1
    assert waqai("show", "--where", "colour=red").status == 2
    assert waqai("show", "--where", "killed=many").status == 2


def test_judgements(waqai: Command, folder: Path) -> None:
    waqai("read", written(folder))
    waqai("link")
    rows = waqai("show", "--incidents", "--json").out.splitlines()
    found = {row["sources"][0]["report"]: row["id"] for row in map(json.loads, rows)}
    me = ("--who", "me", "--why", "seen")
    made = waqai("judge", "correct", found["a"], "--slot", "killed", "--low", "8", *me)
    assert made.status == 0
    assert (
        "all: lowest 8, best 8, latest_official 8, range 3-9 (judged)"
        in waqai("show", found["a"]).out
    )
    assert waqai("judge", "merge", found["a"], found["d"], *me).status == 0
    assert waqai("show", "--incidents", "--json").out.count("\n") == 1
    listed = waqai("judge", "list").out
    assert listed.count("in force") == 2
    undone = waqai("judge", "undo", made.out.strip(), *me)
    assert undone.status == 0
    assert "undone" in waqai("judge", "list").out
    assert waqai("judge", "undo", made.out.strip(), *me).status == 2
    for wrong in (
        ("merge", found["a"], *me),
        ("correct", found["a"], "--slot", "killed", *me),
        ("correct", found["a"], "--slot", "date", "--value", "soon", *me),
        ("correct", found["a"], "--slot", "colour", "--value", "red", *me),
        ("accept", "nothing", *me),
        ("split", found["a"], found["a"], *me),
        ("undo", "nothing", *me),
    ):
        assert waqai("judge", *wrong).status == 2, wrong


def test_exports_by_incident(waqai: Command, folder: Path) -> None:
    waqai("read", written(folder))
    waqai("link")
    table = waqai("export", "--sheet", "incidents", "--format", "csv").out
    assert "killed_low,killed_best,killed_high,killed_words" in table
    assert table.count("\r\n") == 3
    found = json.loads(waqai("export", "--format", "geojson").out)
    points = sorted(feature["geometry"]["coordinates"] for feature in found["features"])
    assert points == [[36.4022, 33.5721], [36.72, 34.73]]
    lines = waqai("export", "--sheet", "incidents").out.splitlines()
    assert {json.loads(row)["type"] for row in lines} == {"shelling"}
