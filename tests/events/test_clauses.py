"""Clauses: turns, what it costs to cross them, and that the sums agree with the turns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.errors import TableError
from waqai.events.clauses import COST, Clauses
from waqai.lexicon.table import read_table
from waqai.text.document import Document

TURNS = [
    ("قتل جندي فيما أصيب آخر", "contrast", "فيما"),
    ("قتل جندي وبينما أصيب آخر", "contrast", "وبينما"),
    ("قتل جندي، أصيب آخر", "comma", "أصيب"),
    ("قتل جندي؛ أصيب آخر", "stop", "أصيب"),
    ("قتل جندي من جهة أخرى أصيب آخر", "aside", "من"),
    ("قتل جندي وفي سياق متصل أصيب آخر", "aside", "وفي"),
    ("قتل جندي (أصيب آخر", "bracket", "أصيب"),
]


@pytest.mark.parametrize(("text", "link", "word"), TURNS)
def test_a_turn_and_its_place(text: str, link: str, word: str) -> None:
    doc = Document(text)
    found = [(turn.link, doc.text[doc.starts[turn.at] : doc.ends[turn.at]]) for turn in
             Clauses(doc).turns]  # fmt: skip
    assert (link, word) in found


def test_a_phrase_cut_short_opens_nothing() -> None:
    assert Clauses(Document("قتل جندي في مدينة أخرى من جهة")).turns == []


def test_crossing_costs_what_the_turns_between_cost() -> None:
    doc = Document("قتل جندي، فيما أصيب آخر")
    clauses = Clauses(doc)
    first, comma, after, last = 0, 2, 3, len(doc.keys) - 1
    assert clauses.between(first, comma) == 0
    # The comma's turn and that of فيما stand at one token: the dearer one counts.
    assert clauses.between(first, after) == COST["contrast"]
    assert clauses.between(first, last) == COST["contrast"]


def test_links_are_those_inside() -> None:
    clauses = Clauses(Document("قتل جندي، ثم أصيب آخر؛ وفر ثالث"))
    first, second = clauses.turns
    assert clauses.links(first.at, second.at) == [first]
    assert clauses.links(first.at + 1, second.at + 1) == [second]


def test_every_link_of_the_table_has_a_cost() -> None:
    rows = read_table("waqai.events", "connectives.tsv", ("link", "key"), ("key",))
    assert rows
    assert {row.cells[0] for row in rows} <= set(COST)


def test_a_table_of_other_columns_is_refused() -> None:
    with pytest.raises(TableError):
        read_table("waqai.events", "connectives.tsv", ("link", "key", "more"), ("key",))


@given(
    st.lists(st.sampled_from(["قتل", "جندي", "،", "فيما", "؛", ":", "بعد"]), max_size=25), st.data()
)
def test_costs_are_symmetric_and_add_up(words: list[str], data: st.DataObject) -> None:
    doc = Document(" ".join(words))
    clauses = Clauses(doc)
    if not doc.keys:
        assert clauses.turns == []
        return
    a, b, c = (data.draw(st.integers(0, len(doc.keys) - 1)) for _ in range(3))
    assert clauses.between(a, b) == clauses.between(b, a) >= 0
    low, middle, high = sorted((a, b, c))
    assert clauses.between(low, high) == clauses.between(low, middle) + clauses.between(
        middle, high
    )
    assert [turn.at for turn in clauses.turns] == sorted(turn.at for turn in clauses.turns)
