"""Parties: the kind of those who are struck or counted, by their own words."""

from __future__ import annotations

import pytest

from waqai.annotate.pipeline import Annotator
from waqai.events.party import parties
from waqai.lexicon.table import read_table
from waqai.text.document import Document

CASES = read_table("tests.events", "parties.tsv", ("kind", "party", "text"))
DAY = "2024-03-19"


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.where.rpartition(":")[2])
def test_kind(row: tuple[tuple[str, ...], str], annotator: Annotator) -> None:
    kind, words, text = row[0]
    chart = annotator.chart(Document(text, DAY))
    told = [(party.text(chart.doc), party.kind) for party in parties(chart)]
    assert (words, kind) in told, told
