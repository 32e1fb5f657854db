"""Weapons and targets: the cases and misses beside the rules, and what holds for any text."""

from __future__ import annotations

import itertools
from functools import cache
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.annotate.pipeline import Annotator, mentions
from waqai.annotate.things.tables import PACKAGE, entries
from waqai.lexicon.table import Row, read_table
from waqai.model.codes import TargetKind
from waqai.model.mention import Mention
from waqai.model.values import TargetValue, WeaponValue
from waqai.text.document import Document

CASES = read_table(PACKAGE, "cases.tsv", ("mention", "kind", "words", "text"))
MISSES = read_table(PACKAGE, "misses.tsv", ("word", "text"))
_COLUMNS = ("kind", "english", "sound", "need", "singular", "plurals")


@cache
def annotator() -> Annotator:
    return Annotator()


def found(text: str) -> list[Mention]:
    chart = annotator().chart(Document(text, "2018-05-01"))
    return [m for m in mentions(chart) if m.kind in ("weapon", "target")]


def line(row: Row) -> str:
    return row.where.rpartition(":")[2]


@pytest.mark.parametrize("row", CASES, ids=line)
def test_case(row: Row) -> None:
    mention, kind, words, text = row.cells
    got = [
        (m.kind, m.value.kind, m.text)
        for m in found(text)
        if isinstance(m.value, WeaponValue | TargetValue)
    ]
    assert any(one[:2] == (mention, kind) and one[2].startswith(words) for one in got), got


@pytest.mark.parametrize("row", MISSES, ids=line)
def test_miss(row: Row) -> None:
    word, text = row.cells
    assert not [m.text for m in found(text) if word in m.text]


def test_enough_cases_of_every_target_kind() -> None:
    assert len(CASES) >= 60
    told = {row.cells[0] for row in read_table(PACKAGE, "targets.tsv", _COLUMNS)}
    assert told == set(get_args(TargetKind))


def test_prepositions_stay_outside() -> None:
    assert [m.text for m in found("هاجمه بسكين")] == ["سكين"]
    assert [m.text for m in found("رشقوا الدورية بالحجارة")][-1] == "الحجارة"


def test_regular_forms_are_made() -> None:
    keys = {key for key, entry in entries() if entry.row == "weapon:عبوه ناسفه"}
    assert {"عبوه ناسفه", "عبوتين ناسفتين", "عبوات ناسفه", "عبوه الناسفه"} <= keys


@given(st.text(alphabet='صاروخقذيفةعبنلمسدمتفجر هاونمنزل\n،."', max_size=80))
def test_any_text_gives_mentions_apart(text: str) -> None:
    for kind in ("weapon", "target"):
        spans = [(m.start, m.end) for m in found(text) if m.kind == kind]
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
