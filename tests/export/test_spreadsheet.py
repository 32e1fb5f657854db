"""CSV and XLSX: safe to open, nothing lost, words and offsets beside each value."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from tests.export.build import claim, event, side, stance, told, where
from waqai.export.cells import COLUMNS, rows
from waqai.export.jsonl import jsonl
from waqai.export.spreadsheet import events_csv, safe, write_xlsx
from waqai.export.told import Told

MADE = event(
    by=(side("Syrian army", "state_forces", "الجيش السوري", "sy-army", "SY"),),
    claims=(claim("killed", 3, 5, speaker="مصدر طبي", who="مدنيين"), claim("wounded", None, None)),
    responsibility=(stance("Group"),),
)


def parsed(item: Told, sheet: str) -> list[dict[str, str]]:
    lines = events_csv([item], "claims" if sheet == "claims" else "events")
    return list(csv.DictReader(io.StringIO(b"\r\n".join(lines).decode(), newline="")))


def test_event_row() -> None:
    (row,) = parsed(told(MADE), "events")
    assert tuple(row) == COLUMNS["events"]
    assert (row["killed_low"], row["killed_high"]) == ("3", "5")
    assert (row["wounded_low"], row["arrested_low"]) == ("", "")
    assert (row["by"], row["by_words"], row["by_at"]) == ("Syrian army", "الجيش السوري", "0-4")
    assert (row["place"], row["lat"], row["place_words"]) == ("Douma", "33.5721", "دوما")


def test_claim_rows() -> None:
    killed, wounded, claimed = parsed(told(MADE), "claims")
    assert tuple(killed) == COLUMNS["claims"]
    assert (killed["speaker_words"], killed["words"], killed["at"]) == ("مصدر طبي", "ثلاثة", "0-4")
    assert (wounded["low"], wounded["speaker_kind"]) == ("", "own_voice")
    assert (claimed["stance"], claimed["actor"]) == ("claims", "Group")


def test_columns_are_all_that_rows_hold() -> None:
    for sheet in ("events", "claims"):
        for row in rows([told(MADE)], "claims" if sheet == "claims" else "events"):
            assert set(row) <= set(COLUMNS["claims" if sheet == "claims" else "events"])


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\u200f=1", "\u202e=cmd", "＝1", "\n=1"],
)
def test_formula_is_escaped(text: str) -> None:
    assert safe(text) == f"'{text}"
    (row,) = parsed(told(MADE, title=text), "events")
    assert row["title"] == f"'{text}"


@pytest.mark.parametrize("cell", ["قصف = 3", "3-4", 5, -5, -1.5, None, ""])
def test_other_cells_stay(cell: object) -> None:
    assert safe(cell) == cell  # type: ignore[arg-type]


def test_text_with_everything_in_it_comes_back() -> None:
    text = 'قال: "نعم"؛ ثم،\nسطر ثان\u202eعكس'
    (row,) = parsed(told(MADE, title=text), "events")
    assert row["title"] == text


def test_xlsx() -> None:
    out = io.BytesIO()
    write_xlsx([told(MADE, title="=HYPERLINK(1)\x0b")], out)
    book = load_workbook(out)
    assert book.sheetnames == ["events", "claims"]
    page = book["events"]
    cells = dict(zip((c.value for c in page[1]), page[2], strict=True))
    assert cells["title"].value == "=HYPERLINK(1)\ufffd"
    assert cells["title"].data_type == "s"
    assert cells["killed_low"].value == 3
    assert book["claims"].max_row == 4


def test_jsonl_has_the_full_record() -> None:
    import msgspec

    (line,) = jsonl([told(MADE)])
    found = msgspec.json.decode(line)
    assert found["report"] == "r1"
    assert found["events"][0]["claims"][0]["span"] == {"start": 0, "end": 4}
    assert found["events"][0]["where"][0]["text"] == where().text
