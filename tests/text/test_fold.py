"""Folding: one spelling for all, and the way back to the words as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.text.fold import fold, fold_key

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآىةئؤ"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
DROPPED = MARKS + "\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2069\ufeff"
words = st.text(LETTERS, min_size=1, max_size=12)
arabic = st.text(LETTERS + DROPPED + " .,،؛:«»()-/0123456789٠١٢٣۴۵abZ\n", max_size=60)

SAME = [
    ("أحمد", "احمد"),
    ("إدلب", "ادلب"),
    ("آذار", "اذار"),
    ("مسؤول", "مسئول"),
    ("مئة", "مءه"),
    ("غزة", "غزه"),
    ("على", "علي"),
    ("مُحَمَّدٌ", "محمد"),
    ("الـــجيش", "الجيش"),
    ("٢٠٢٤", "2024"),
    ("۱۲", "12"),
    ("١٬٢٠٠", "1,200"),
    ("٣٫٥", "3.5"),
    ("کربلا", "كربلا"),
    ("یمن", "يمن"),
    ("ﻗﺼﻒ", "قصف"),
    ("ﻻجئ", "لاجئ"),
    ("داع..ش", "داعش"),
    ("قـ ـصـ ـف", "قصف"),
    ("ق*ص*ف", "قصف"),
    ("قـ.صف المـ.دفـ.عية", "قصف المدفعيه"),
    ("مقـ.ـتـ.ل", "مقتل"),
    ("ق_ص_ف", "قصف"),
    ("داع_ش", "داعش"),
    ("#حركة_الشباب", "#حركه الشباب"),
    ("#مجلس_الأمن_الدولي", "#مجلس الامن الدولي"),
    ("قتل_و_جرح", "قتل و جرح"),
    ("ق.ص.ف", "قصف"),
    ("د\u200bمشق", "دمشق"),
    ("\u202bحلب\u202c", "حلب"),
    ("CNN", "cnn"),
    ("ئ", "ي\u0654"),
]

# What must not be joined: a sentence's end, a list, a title, an ellipsis before a word.
APART = ["قال.. وأضاف", "د. أحمد", "قتل.ثم", "أ. ب", "واحد - اثنان", "انتهى.. ثم بدأ"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_variants_fold_alike(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize("text", APART)
def test_pieces_that_are_no_broken_word_stay_apart(text: str) -> None:
    folded = fold(text).text
    assert sum(not mark.isspace() for mark in folded) == sum(not m.isspace() for m in text)


@given(words, st.lists(st.tuples(st.integers(0, 12), st.sampled_from(MARKS)), max_size=8))
def test_marks_change_nothing(word: str, marks: list[tuple[int, str]]) -> None:
    marked = word
    for at, mark in marks:
        # A hamza or madda would make another letter; vowel marks never do.
        marked = marked[:at] + mark + marked[at:]
    assert fold(marked).text.strip() == fold(word).text


@given(st.one_of(st.text(LETTERS + DROPPED + " ،؛:«»()", max_size=60), st.text(LETTERS + " .*_-")))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(max_size=80))
def test_any_text_folds_with_a_way_back(text: str) -> None:
    folded = fold(text)
    begins = [folded.begin(index) for index in range(len(folded.text) + 1)]
    assert begins == sorted(begins)
    assert not begins or begins[-1] == len(text)
    for index in range(1, len(folded.text) + 1):
        assert folded.begin(index - 1) < folded.stop(index) <= len(text)


@given(arabic)
def test_each_folded_letter_is_the_fold_of_its_own_words(text: str) -> None:
    folded = fold(text)
    for index, letter in enumerate(folded.text):
        surface = text[folded.begin(index) : folded.stop(index + 1)]
        assert letter in fold(surface).text
