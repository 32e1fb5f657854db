"""ACLED's table of the examples, read and exported as a person would."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.export.test_acled import CLASSES, DISORDER
from tests.golden.regenerate import LOSSES, examples
from waqai.export.acled import COLUMNS

WHOLE = ("year", "time_precision", "inter1", "interaction", "iso", "geo_precision", "timestamp")


def test_the_examples(waqai: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert waqai("read", *map(str, examples())).status == 0
    done = waqai("export", "--format", "acled")
    assert done.status == 0
    assert done.err == LOSSES.read_text(encoding="utf-8"), "read the difference, then `make golden`"
    table = csv.DictReader(io.StringIO(done.out, newline=""))
    rows = list(table)
    assert tuple(table.fieldnames or ()) == COLUMNS
    assert done.err.startswith(f"ACLED export: {len(rows)} rows\n")
    assert len({row["event_id_cnty"] for row in rows}) == len(rows) > 5
    for row in rows:
        check(row)


def check(row: dict[str, str]) -> None:
    """One row against the columns' types and ACLED's lists."""
    assert None not in row.values()
    assert date.fromisoformat(row["event_date"]).year == int(row["year"])
    assert row["sub_event_type"] in CLASSES[row["event_type"]]
    assert row["disorder_type"] in DISORDER
    for name in WHOLE:
        assert row[name].isdigit(), (name, row)
    assert {row["time_precision"], row["geo_precision"]} <= set("123")
    assert row["inter1"] in set("12345678")
    assert row["inter2"] in {"", *"12345678"}
    assert row["actor1"]
    assert bool(row["actor2"]) == bool(row["inter2"])
    assert row["fatalities"] == "" or row["fatalities"].isdigit()
    assert -90 <= float(row["latitude"]) <= 90
    assert -180 <= float(row["longitude"]) <= 180
    assert row["country"]
    assert row["region"]
    assert row["notes"].endswith(".")


def test_linked_reports_are_rows_by_incident(
    waqai: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first, *rest = [path for path in examples() if path.name == "telafar-market.jsonl"]
    assert not rest
    waqai("read", str(first))
    apart = exported(waqai)
    waqai("link")
    linked = exported(waqai)
    assert 0 < len(linked) < len(apart)
    assert {row["event_id_cnty"] for row in linked} <= {row["event_id_cnty"] for row in apart}
    assert any("; " in row["source"] for row in linked)
    waqai("read", *(str(path) for path in examples() if path != first))
    assert len(exported(waqai)) > len(linked)


def exported(waqai: Command) -> list[dict[str, str]]:
    rows = list(csv.DictReader(io.StringIO(waqai("export", "--format", "acled").out, newline="")))
    for row in rows:
        check(row)
    return rows
