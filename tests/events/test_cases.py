"""Our own short reports: the main event, what gives none, classes of people, responsibility."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.events.asked import TABLES, rows, wrong_of
from waqai.events.extract import Extractor

ACCURACY = Path(__file__).parents[2] / "docs" / "accuracy.md"
CAUSE = re.compile(r"^\| `(\w+)` \| (\d+) \|", re.MULTILINE)
HELD = [
    pytest.param(table, cells, id=f"{table}-{number}")
    for table in TABLES
    for number, cells in enumerate(rows(f"{table}.tsv"), 1)
]


@pytest.mark.parametrize(("table", "cells"), HELD)
def test_case(extractor: Extractor, table: str, cells: list[str]) -> None:
    assert wrong_of(extractor, table, cells) == []


def test_a_wrong_answer_is_seen(extractor: Extractor) -> None:
    """Every column of a case can fail."""
    body = "داهمت قوات الأمن العراقية أمس الاثنين وكرا لتنظيم داعش في الرمادي."
    asked = ["raid", "happened", "2024-03-19", "2024-03-18", "-", "الرمادي", "?", "?", "-", body]
    changed = {0: "aid", 1: "denied", 3: "2024-03-17", 4: "killed 9", 5: "حلب", 6: "حلب", 7: "حلب"}
    for column, value in changed.items():
        cells = [*asked[:column], value, *asked[column + 1 :]]
        assert wrong_of(extractor, "cases", cells), column


def test_open_rows_are_told_by_cause() -> None:
    """docs/accuracy.md counts the open rows of each cause as they are."""
    told = {cause: int(count) for cause, count in CAUSE.findall(ACCURACY.read_text("utf-8"))}
    assert told == Counter(row[0] for row in rows("open.tsv"))


def test_no_row_is_both_held_and_open() -> None:
    held = {(table, cells[-1]) for table in TABLES for cells in rows(f"{table}.tsv")}
    assert held.isdisjoint((row[1], row[-1]) for row in rows("open.tsv"))
