"""The database commands, as a person runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.store.build import extract
from waqai.cli import read, reread
from waqai.cli.extraction import Extraction

DOUMA = "قتل ثلاثة مدنيين في دوما بنيران مسلحون مجهولون، وقال مصدر طبي إن الجرحى نقلوا."
PERSIAN = "در حمله افراد مسلح به پاسگاه پلیس در شهر زاهدان سه مأمور کشته و پنج نفر زخمی شدند."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, and an extractor that needs no tables."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(read, "Extraction", lambda *_: Extraction(1, extract))
    monkeypatch.setattr(reread, "Extraction", lambda *_: Extraction(1, extract))
    return tmp_path


def write(path: Path, *records: dict[str, object]) -> str:
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_read_sums_up(waqai: Command, folder: Path) -> None:
    file = write(
        folder / "a.jsonl",
        {"id": "r", "title": "خبر", "text": DOUMA},
        {"id": "e"},
        {"id": "p", "text": PERSIAN},
        {"id": "d", "published": "2025-02-30", "text": DOUMA},
    )
    done = waqai("read", file)
    assert done.status == 1
    assert [line.split(maxsplit=1) for line in done.out.splitlines()] == [
        ["3", "read"], ["1", "read with a field left out"], ["1", "refused"],
        ["1", "not Arabic (fa): kept, no events"],
    ]  # fmt: skip
    assert f"{file}:2: no body or text" in done.err
    assert f"{file}:4: impossible publication date" in done.err
    again = waqai("read", file, "--json")
    assert json.loads(again.out)["unchanged"] == 3
    assert waqai("show").out.count("\n") == 3


def test_read_standard_input(waqai: Command) -> None:
    assert waqai("read", "-", "--published", "2025-05-17", text=DOUMA).status == 0
    (line,) = waqai("export").out.splitlines()
    assert json.loads(line)["published"] == "2025-05-17"


def test_show_prints_custody_and_card(waqai: Command, folder: Path) -> None:
    waqai("read", write(folder / "a.jsonl", {"id": "r", "text": DOUMA}))
    waqai("read", write(folder / "a.jsonl", {"id": "r", "text": f"{DOUMA} تحديث"}))
    out = waqai("show", "r").out
    assert out.count("    sha256    ") == 2
    assert f"source    {folder / 'a.jsonl'}:1" in out
    assert "version 2 (current)" in out
    assert "Attack by unknown gunmen in Douma, Rif Dimashq, Syria on 17 May 2025" in out
    assert "هجوم من جانب مسلحون مجهولون في دوما (سوريا) في 17 مايو 2025؛ مقتل 3 مدنيين." in out
    assert "killed 3 civilian · medic: مصدر طبي · r" in out
    event = json.loads(waqai("show", "--json").out)["event"]
    card = json.loads(waqai("show", event, "--json").out)
    assert [shown["event"] for shown in card["cards"]] == [event]
    assert waqai("show", "nothing").status == 2


def test_search(waqai: Command, folder: Path) -> None:
    waqai("read", write(folder / "a.jsonl", {"id": "r", "title": "خبر من دوما", "text": DOUMA}))
    assert waqai("search", "بدوما").out.endswith("  خبر من دوما\n")
    assert json.loads(waqai("search", "المدنيين", "--json").out)["report"] == "r"
    assert waqai("search", "حلب").out == "no report has all these words\n"


def test_verify_and_reread(waqai: Command, folder: Path) -> None:
    waqai("read", write(folder / "a.jsonl", {"id": "r", "text": DOUMA}))
    assert waqai("verify").out == "1 versions sound, 0 faults\n"
    assert waqai("reread").out == "0 records remade\n"
    assert waqai("reread", "--all").out == "1 records remade\n"
    import sqlite3

    with sqlite3.connect("waqai.db") as connection:
        connection.execute("UPDATE version SET raw = x'00'")
    done = waqai("verify")
    assert done.status == 1
    assert "r version 1: the raw bytes do not have their SHA-256" in done.out


@pytest.mark.parametrize("command", ["show", "export", "verify", "search x", "reread"])
def test_no_database(waqai: Command, folder: Path, command: str) -> None:
    if command == "reread":
        (folder / "no.db").write_text("x" * 5000, encoding="utf-8")
    done = waqai(*command.split(), "--db", "no.db")
    assert done.status == 1
    assert done.err.startswith("waqai: no.db: ")
    assert done.out == ""


def test_exports(waqai: Command, folder: Path) -> None:
    waqai("read", write(folder / "a.jsonl", {"id": "r", "text": DOUMA}))
    out = waqai("export", "--format", "csv", "--bom").out
    assert out.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    assert (row["type"], row["killed_low"]) == ("attack", "3")
    acled = waqai("export", "--format", "acled")
    assert acled.out.count("\r\n") == 2
    assert acled.err.startswith("ACLED export: 1 rows")
    assert waqai("export", "--format", "xlsx", "--output", "x.xlsx").status == 0
    assert (folder / "x.xlsx").read_bytes().startswith(b"PK")
    assert not (folder / "x.xlsx.part").exists()
    assert waqai("export", "--output", "none/x.jsonl").status == 1


def test_names_are_withheld_unless_asked_for(waqai: Command, folder: Path) -> None:
    title = "مقتل المواطن أحمد خالد السالم"
    waqai("read", write(folder / "a.jsonl", {"id": "r", "title": title, "text": DOUMA}))
    for command in (("export",), ("export", "--format", "csv"), ("show",), ("show", "r"),
                    ("search", "دوما")):  # fmt: skip
        assert "السالم" not in waqai(*command).out, command
        assert "السالم" in waqai(*command, "--names").out, command


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "jsonl", "--sheet", "claims"),
        ("--format", "acled", "--sheet", "incidents"),
        ("--format", "geojson", "--sheet", "claims"),
        ("--format", "jsonl", "--bom"),
        ("--format", "xlsx", "--bom", "--output", "x.xlsx"),
    ],
    ids=" ".join,
)
def test_options_without_effect_are_refused(
    waqai: Command, folder: Path, options: tuple[str, ...]
) -> None:
    waqai("read", write(folder / "a.jsonl", {"id": "r", "text": DOUMA}))
    done = waqai("export", *options)
    assert (done.status, done.out) == (2, "")
    assert not (folder / "x.xlsx").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("link",), ("reread",), ("show",), ("judge", "list"), ("read", "missing.txt"),
        ("judge", "accept", "x", "--who", "me", "--why", "seen"),
        ("account", "change", "me", "--shut"), ("read", "empty"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_only_what_is_read_makes_a_database(
    waqai: Command, folder: Path, command: tuple[str, ...]
) -> None:
    (folder / "empty").mkdir()
    done = waqai(*command, "--db", "mistyped.db")
    assert done.status == 1
    assert done.err.startswith("waqai: ")
    assert not list(folder.glob("mistyped.db*"))


def test_a_bad_input_before_the_first_report_is_told_once(waqai: Command, folder: Path) -> None:
    file = write(folder / "a.jsonl", {"id": "e"}, {"id": "r", "text": DOUMA})
    done = waqai("read", "missing.txt", file, "--db", "new.db", "--json")
    assert done.err.count("\n") == 2
    assert (json.loads(done.out)["refused"], json.loads(done.out)["new"]) == (2, 1)


def test_search_says_that_there_is_more(waqai: Command, folder: Path) -> None:
    records = ({"id": f"r{n}", "text": f"{DOUMA} {n}"} for n in range(3))
    waqai("read", write(folder / "a.jsonl", *records))
    less = waqai("search", "دوما", "--limit", "2")
    assert less.out.count("\n") == 2
    assert "the first 2 alone" in less.err
    assert waqai("search", "دوما", "--limit", "3").err == ""
