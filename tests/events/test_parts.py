"""Parts: the kind of a side by the part it takes in an event."""

from __future__ import annotations

import pytest

from waqai.events.extract import Extractor
from waqai.events.parts import parts
from waqai.lexicon.table import read_table
from waqai.model.report import Report

CASES = read_table("tests.events", "parts.tsv", ("type", "role", "kind", "side", "text"))
EXTRACTOR = Extractor()


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.where.rpartition(":")[2])
def test_side(row: tuple[tuple[str, ...], str]) -> None:
    event, role, kind, words, text = row[0]
    events = EXTRACTOR.record(Report("r", text, None, "2024-03-19")).events
    sides = [(e.type, s.text, s.kind) for e in events for s in (e.by if role == "by" else e.to)]
    assert (event, words, kind) in sides, sides


def test_rows_give_way_to_another_kind() -> None:
    assert all(part.kind not in part.kinds for part in parts())
