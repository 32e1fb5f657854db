"""Incidents at the command line: linked, shown, judged, exported."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.link.build import extract, line
from waqai.cli import incidents, read
from waqai.cli.extraction import Extraction
from waqai.export.card import days
from waqai.export.explanation import stance_line
from waqai.model.codes import Grain, Stance
from waqai.model.event import Responsibility, Speaker
from waqai.model.span import Span


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
    assert waqai("show", key, "--where", "country=SY").status == 2


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
        ("accept", found["a"], "--who", " ", "--why", "seen"),
        ("accept", found["a"], "--who", "me", "--why", ""),
        ("reject", found["a"], "--slot", "killed", "--low", "77", *me),
        ("reject", found["d"], "--slot", "arrested", *me),
    ):
        assert waqai("judge", *wrong).status == 2, wrong


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("country=SY", 2), ("country=sy", 2), ("country=syr", 2), ("country=syria", 2),
        ("country=سوريا", 2), ("country=سورية", 2), ("country=العراق", 0), ("country=Iraq", 0),
        ("admin1=somewhere", 2), ("admin1=aleppo", 0), ("admin1=ريف دمشق", 0),
        ("actor=sy-ARMY", 1), ("actor=حماس", 0), ("actor=HOUTHIS", 0),
    ],
)  # fmt: skip
def test_names_as_people_write_them(
    waqai: Command, folder: Path, condition: str, count: int
) -> None:
    waqai("read", written(folder))
    waqai("link")
    done = waqai("show", "--where", condition, "--json")
    assert (done.status, done.out.count("\n")) == (0, count)


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("country=Saudi", "nearest: SA (saudi arabia)"),
        ("country=سوريه الكبرى", "no country"),
        ("admin1=Somwhere", "nearest: Somewhere"),
        ("actor=Houthi", "nearest: houthis"),
        ("actor=sy-amry", "nearest: SY-army"),
        ("since=2024", "a day such as 2025-05-17"),
        ("killed=many", "a number"),
        ("main=maybe", "yes or no"),
        ("box=1,2", "south,west,north,east"),
    ],
)
def test_what_nothing_bears_is_refused_with_what_is_near(
    waqai: Command, folder: Path, condition: str, told: str
) -> None:
    waqai("read", written(folder))
    waqai("link")
    done = waqai("show", "--where", condition)
    assert (done.status, done.out) == (2, "")
    assert told in done.err


def test_ids_of_incidents_are_known_for_ever(waqai: Command, folder: Path) -> None:
    waqai("read", written(folder))
    waqai("link")
    rows = waqai("show", "--incidents", "--json").out.splitlines()
    found = {row["sources"][0]["report"]: row["id"] for row in map(json.loads, rows)}
    me = ("--who", "me", "--why", "seen")
    waqai("judge", "merge", found["a"], found["d"], *me)
    shown = {key: waqai("show", key) for key in found.values()}
    assert {done.status for done in shown.values()} == {0}
    assert len({done.out for done in shown.values()}) == 1
    assert sum(" is now " in done.err for done in shown.values()) == 1
    (now,) = waqai("show", "--incidents", "--json").out.splitlines()
    waqai("judge", "reject", json.loads(now)["id"], *me)
    done = waqai("show", found["d"])
    assert done.status == 0
    assert "none any more" in done.err
    assert "\nevent " in done.out


@pytest.mark.parametrize(
    ("grain", "end", "told"),
    [
        ("day", "2017-08-01", "2017-08-01"),
        ("month", "2017-08-31", "2017-08"),
        ("year", "2017-12-31", "2017"),
        ("month", "2017-09-30", "2017-08/2017-09"),
        ("span", "2017-08-05", "2017-08-01/2017-08-05"),
        ("week", "2017-08-07", "2017-08-01/2017-08-07"),
    ],
)
def test_dates_are_shown_as_exact_as_told(grain: Grain, end: str, told: str) -> None:
    start = "2017-01-01" if grain == "year" else "2017-08-01"
    assert days(start, end, grain) == told


def test_tables_fit_a_terminal(
    waqai: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waqai("read", written(folder))
    waqai("link")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", waqai("show", "--incidents").out).splitlines()
    assert plain[0].startswith("incident          date        type      reports")
    assert all(re.match("[0-9a-f]{16}  2025-05-17  shelling", line) for line in plain[2::2])
    assert plain[3].startswith("    ")
    assert len(plain) == 6


@pytest.mark.parametrize(
    ("stance", "speaker", "told"),
    [
        ("accuses", "سكان", "accused: Syrian army, by سكان"),
        ("accuses", None, "accused: Syrian army"),
        ("claims", "بيان", "claims: Syrian army"),
        ("denies", "بيان", "denies: Syrian army"),
    ],
)
def test_who_is_accused_is_no_accuser(stance: Stance, speaker: str | None, told: str) -> None:
    at = Span(0, 1)
    said = Speaker(at, speaker, speaker, "witness") if speaker else None
    blame = Responsibility("Syrian army", "SY-army", stance, at, "x", said, ())
    assert stance_line(blame) == told


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
