"""A folder with every bad input: each is named with file and line, nothing is lost, all else done.

What each reader says of them alone is in tests/read; here they meet the real extractor, the
database and the exports.
"""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Command

TEXT = "قتل ثلاثة مدنيين بقصف مدفعي على مدينة دوما يوم السبت 17 مايو 2025، وفق مصدر طبي."
OTHERS = {
    "fa": "در حمله افراد مسلح به پاسگاه پلیس در شهر زاهدان سه مأمور کشته و پنج نفر زخمی شدند.",
    "ur": "پولیس چوکی پر نامعلوم مسلح افراد کے حملے میں تین اہلکار ہلاک اور پانچ زخمی ہو گئے۔",
    "ku": "لە هێرشێکی چەکداران بۆ سەر بنکەیەکی پۆلیس لە شارەکە سێ کەس کوژران و پێنج کەسیش "
    "بریندار بوون.",
    "en": "Gunmen attacked a police post in Douma on Sunday, killing three and wounding five.",
}


def line(key: str, **more: object) -> bytes:
    return json.dumps({"id": key, "text": TEXT, **more}, ensure_ascii=False).encode()


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(f"{name}.txt", raw)
    return out.getvalue()


FILES = {
    "01-empty.txt": b"",
    "02-empty.jsonl": b"",
    "03-binary.txt": bytes(range(256)) * 20,
    "04-windows-1256.txt": TEXT.encode("windows-1256"),
    "05-mixed.jsonl": line("utf8") + b"\n" + line("ansi").decode().encode("windows-1256"),
    "06-surrogate.jsonl": b'{"id":"half\\udfff","text":"\\ud800 ' + TEXT.encode() + b'"}',
    "07-bidi.txt": f"\u202e{TEXT[:30]}\u202c{TEXT[30:]}\u2067\u2069".encode(),
    "08-long.jsonl": b"\n".join((line("before"), line("x", more="ق" * (5 << 20)), line("after"))),
    "09-bomb.zip": packed(bomb=b" " * (100 << 20)),
    "10-no-text.html": b"<html><head><title>x</title></head><body><img src=a></body></html>",
    "11-scripts.html": b"<html><body><script>document.write('x')</script></body></html>",
    "12-broken.jsonl": line("first") + b'\n{"id": "cut", "te\n' + line("last"),
    "13-dates.jsonl": line("none", published=None) + b"\n" + line("never", published="2025-02-30"),
    **{f"14-{code}.txt": text.encode() for code, text in OTHERS.items()},
    "15-good.txt": f"خبر من دوما\n\n{TEXT}".encode(),
}  # fmt: skip
# What must be told, a pattern a bad input: file, line where it is one of many, and why.
TOLD = (
    r"01-empty\.txt: .*empty", r"02-empty\.jsonl: no report", r"03-binary\.txt: binary",
    r"08-long\.jsonl:2: a line of more than", r"09-bomb\.zip: archive that unpacks",
    r"10-no-text\.html: a page without", r"11-scripts\.html: a page without",
    r"12-broken\.jsonl:2: broken JSON", r"13-dates\.jsonl:2: impossible publication date",
)  # fmt: skip
ARABIC = 12
EXPORTS = ("jsonl", "csv", "acled", "geojson")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for name, raw in FILES.items():
        (folder / name).write_bytes(raw)
    return folder


def test_every_bad_input_at_once(waqai: Command, folder: Path) -> None:
    done = waqai("read", str(folder), "--json")
    assert done.status == 1
    told = done.err.splitlines()
    assert len(told) == len(TOLD)
    for said, pattern in zip(told, TOLD, strict=True):
        assert re.search(f"^waqai: {re.escape(str(folder))}/{pattern}", said), said
    summary = json.loads(done.out)
    assert summary["new"] == ARABIC + len(OTHERS)
    assert summary["not_arabic"] == dict.fromkeys(sorted(OTHERS), 1)
    assert (summary["refused"], summary["flawed"]) == (len(TOLD) - 1, 1)

    rows = [json.loads(row) for row in waqai("export").out.splitlines()]
    assert len(rows) == ARABIC + len(OTHERS)
    for row in rows:
        assert bool(row["events"]) == (row["language"] == "ar"), row
    assert waqai("verify").out == f"{ARABIC + len(OTHERS)} versions sound, 0 faults\n"
    for kind in EXPORTS:
        assert waqai("export", "--format", kind).status == 0


def test_reading_it_again_changes_nothing(waqai: Command, folder: Path) -> None:
    waqai("read", str(folder))
    before = contents()
    again = json.loads(waqai("read", str(folder), "--json").out)
    assert (again["new"], again["version"]) == (0, 0)
    assert again["unchanged"] == ARABIC + len(OTHERS)
    assert contents() == before


def contents() -> list[str]:
    """Every row of the database, the clocks too."""
    with sqlite3.connect("waqai.db") as connection:
        return list(connection.iterdump())


def test_a_card_of_bidi_text_cannot_turn_the_line(waqai: Command, folder: Path) -> None:
    waqai("read", str(folder / "07-bidi.txt"))
    event = json.loads(waqai("show", "--json").out.splitlines()[0])["event"]
    assert "\u202e" not in waqai("show", event).out


def test_a_database_in_use(waqai: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waqai("read", str(folder / "15-good.txt"))
    monkeypatch.setattr("waqai.store.database._PATIENCE", 0.1)
    other = sqlite3.connect("waqai.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    done = waqai("read", str(folder / "04-windows-1256.txt"))
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("waqai: waqai.db: another program is writing to it")
    other.execute("ROLLBACK")
    other.close()
    assert waqai("read", str(folder / "04-windows-1256.txt")).status == 0
