"""Scorer: sums, bounds, reasons, and the table of weights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.errors import TableError
from waqai.events.scorer import (
    BIAS,
    Features,
    Group,
    Known,
    Numbered,
    Paired,
    Scorer,
    Worded,
    pair,
    probability,
    scorers,
    weighed,
)
from waqai.lexicon.table import Row

LOGITS = st.floats(-1e6, 1e6)
DECISIONS = {
    "by",
    "to",
    "where",
    "where_among",
    "when",
    "when_among",
    "figure",
    "same",
    "event",
    "main",
    "type",
    "by_among",
    "to_among",
    "whom",
}


@given(LOGITS, LOGITS)
def test_a_probability_is_bounded_and_grows(one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert 0.0 <= probability(low) <= probability(high) <= 1.0


@given(LOGITS)
def test_a_probability_and_its_contrary_are_one(logit: float) -> None:
    assert probability(logit) + probability(-logit) == pytest.approx(1.0, abs=2e-4)


def test_even_without_weights() -> None:
    assert Scorer({}).probability(Features([Group(("a",))], ["b"])) == 0.5


def test_the_sum_holds_bias_and_known_features_only() -> None:
    scorer = Scorer({BIAS: -1.0, "a": 2.0, "b": 0.5})
    assert scorer.logit(Features([])) == -1.0
    assert scorer.logit(Features([Group(("a", "unknown"))])) == 1.0
    assert scorer.logit(Features([Group(("a",)), Group(("b",))])) == 1.5
    assert scorer.logit(Features([Group(("a", "b")), Group(("a",))], ["a"])) == 5.5


def test_reasons_are_the_heaviest_first_and_known() -> None:
    scorer = Scorer({"a": 0.1, "b": -3.0, "c": 2.0, "d": 1.0})
    told = Features([Group(("a", "b")), Group(("d", "unknown"))], ["c"])
    assert scorer.reasons(told) == ("b", "c", "d")
    assert scorer.reasons(Features([Group(("d",)), Group(("c", "b"))], ["a"])) == scorer.reasons(
        told
    )
    assert scorer.reasons(Features([Group(("unknown",))])) == ()


def test_two_decisions_weighed_together_are_what_each_is_alone() -> None:
    one, two = Scorer({BIAS: -1.0, "a": 2.5, "b": -0.125}), Scorer({"b": 4.0, "c": -0.7})
    both = pair(one, two)
    for told in (Features([]), Features([Group(("a", "b"))], ["c"]), Features([Group(("c",))])):
        assert both.logits(told) == (one.logit(told), two.logit(told))
    assert pair(one, two) is both


def test_a_group_weighs_the_same_whoever_weighed_it_last() -> None:
    one, two = Scorer({"a": 2.5}), Scorer({"a": -1.0, "b": 4.0})
    told = Features([Group(("a", "b"))], ["a"], Known((Group(("b",)),), ("a",)))
    for _ in range(2):
        assert one.logit(told) == 7.5
        assert two.logit(told) == 5.0
        assert pair(one, two).logits(told) == (7.5, 5.0)


def test_numbered_groups_are_kept() -> None:
    held = Numbered()
    assert held.get(7) is None
    group = held.keep(7, ("a",))
    assert held.get(7) is group
    assert group.names == ("a",)


def test_groups_of_words_are_kept() -> None:
    held = Worded("bag=", ".before")
    group = held.of("غرب")
    assert group.names == ("bag=غرب.before",)
    assert held.of("غرب") is group
    assert held.of("شرق").names == ("bag=شرق.before",)


def test_groups_of_two_words_are_told_apart() -> None:
    held = Paired("typehead=")
    assert held.by("raid").of("بيت").names == ("typehead=raid.بيت",)
    assert held.by("mine").of("بيت").names == ("typehead=mine.بيت",)
    assert held.by("raid") is held.by("raid")


def test_the_table_has_every_decision_that_is_asked() -> None:
    assert set(scorers()) == DECISIONS


def test_a_weight_that_is_no_number_is_refused() -> None:
    row = Row(("by", "cost=1", "heavy"), "weights.tsv:7")
    with pytest.raises(TableError, match=r"'heavy'") as raised:
        weighed([row])
    assert raised.value.where == "weights.tsv:7"
