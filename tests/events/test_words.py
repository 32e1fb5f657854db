"""Words: what stands before a naming."""

from __future__ import annotations

import pytest

from waqai.events.words import joins, preposition, word_before


@pytest.mark.parametrize(
    ("keys", "i", "skip", "prep"),
    [
        (["هجوم", "علي", "الجيش"], 2, 0, "علي"),
        (["استهداف", "للجيش"], 1, 1, "ل"),
        (["هجوم", "بسياره"], 1, 1, "ب"),
        (["هجوم", "وبسياره"], 1, 2, "ب"),
        (["هجوم", "والجيش"], 1, 1, ""),
        (["قتال", "وبين", "الجيش"], 2, 0, "بين"),
        (["قصف", "الجيش"], 1, 0, ""),
        (["الجيش"], 0, 0, ""),
    ],
)
def test_preposition(keys: list[str], i: int, skip: int, prep: str) -> None:
    assert preposition(keys, i, skip) == prep


@pytest.mark.parametrize(
    ("keys", "i", "skip", "joined"),
    [
        (["الجيش", "والشرطه"], 1, 1, True),
        (["الجيش", "و", "الشرطه"], 2, 0, True),
        (["الجيش", "الشرطه"], 1, 0, False),
        (["قرب", "واشنطن"], 1, 0, False),
        (["بالجيش"], 0, 1, False),
    ],
)
def test_joins(keys: list[str], i: int, skip: int, joined: bool) -> None:
    assert joins(keys, i, skip) is joined


def test_word_before() -> None:
    assert word_before(["قال", "الجيش"], 1) == "قال"
    assert word_before(["قال"], 0) == ""
    assert word_before(["\n", "قال"], 1) == ""
