"""The export is the filter on the screen, row for row."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from tests.serve.asking import all_items

ASKED: list[dict[str, Any]] = [{}, {"type": ["raid", "arrest"]}, {"killed": 20, "disputed": "no"},
                               {"text": "douma"}, {"killed": 999}]  # fmt: skip


def ids_of(kind: str, content: bytes) -> list[str]:
    if kind == "csv":
        return [row["incident"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]
    if kind == "jsonl":
        return [json.loads(line)["id"] for line in content.splitlines()]
    if kind == "geojson":
        return [feature["id"] for feature in json.loads(content)["features"]]
    rows = load_workbook(io.BytesIO(content), read_only=True)["incidents"].iter_rows(
        values_only=True
    )
    return [str(row[0]) for row in list(rows)[1:]]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "jsonl", "geojson"])
@pytest.mark.parametrize("asked", ASKED)
def test_export_is_the_screen(steady: TestClient, kind: str, asked: dict[str, Any]) -> None:
    for sort in ("date", "-killed"):
        listed = all_items(steady, "/api/incidents", sort=sort, limit=200, **asked)
        answer = steady.get("/api/export", params={**asked, "format": kind, "sort": sort})
        assert answer.status_code == 200
        assert f'filename="waqai-incidents.{kind}"' in answer.headers["content-disposition"]
        assert ids_of(kind, answer.content) == [item["id"] for item in listed]


def test_figures_are_those_of_the_list(steady: TestClient) -> None:
    lines = {i["id"]: i for i in all_items(steady, "/api/incidents", limit=200)}
    text = steady.get("/api/export", params={"bom": "yes"}).content
    assert text.startswith("\ufeff".encode())
    for row in csv.DictReader(io.StringIO(text.decode("utf-8-sig"))):
        figure = lines[row["incident"]]["figures"].get("killed")
        assert row["killed_best"] == (str(figure["best"]) if figure else "")
        assert row["killed_high"] == (str(figure["high"]) if figure else "")
