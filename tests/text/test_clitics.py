"""Clitics: which readings a word has, the likeliest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.text.clitics import readings

# word -> conjunction, preposition, article, stem, suffix that must be among its readings
HAS = [
    ("وبالقوات", ("و", "ب", True, "قوات", "")),
    ("للجيش", ("", "ل", True, "جيش", "")),
    ("فقتلهم", ("ف", "", False, "قتل", "هم")),
    ("سيقتل", ("", "س", False, "يقتل", "")),
    ("وسيقصف", ("و", "س", False, "يقصف", "")),
    ("قريته", ("", "", False, "قريه", "ه")),
    ("منازلها", ("", "", False, "منازل", "ها")),
    ("وزاره", ("", "", False, "وزاره", "")),
    ("كالجيش", ("", "ك", True, "جيش", "")),
    ("بحلب", ("", "ب", False, "حلب", "")),
]


@pytest.mark.parametrize(("word", "reading"), HAS)
def test_has_the_reading(word: str, reading: tuple[str, str, bool, str, str]) -> None:
    assert reading in [(r.conj, r.prep, r.article, r.stem, r.suffix) for r in readings(word)]


@pytest.mark.parametrize("word", [word for word, _ in HAS])
def test_the_whole_word_comes_first(word: str) -> None:
    first = readings(word)[0]
    assert (first.stem, first.skip, first.cut) == (word, 0, 0)


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويء", min_size=2, max_size=10))
def test_pieces_make_up_the_word(word: str) -> None:
    for reading in readings(word):
        assert reading.skip == len(reading.conj) + len(reading.prep)
        assert reading.cut == len(reading.suffix)
        assert reading.stem
        surface = word[reading.skip : len(word) - reading.cut]
        assert surface
        if not reading.article and not reading.suffix:
            assert surface == reading.stem


@given(st.text("وفبلكاهمن", min_size=2, max_size=8))
def test_fewest_letters_stripped_first(word: str) -> None:
    stripped = [len(word) - len(reading.stem) for reading in readings(word)]
    assert stripped == sorted(stripped)


def test_one_letter_has_no_readings() -> None:
    assert readings("و") == ()
