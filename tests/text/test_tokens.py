"""Tokens: what is one, and that offsets are never lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.text.fold import fold
from waqai.text.tokens import _TOKEN, Tokens

MIXED = st.text("ابجدهوزأىةسش\u064e\u0640\u200f .,،:«»()-/0123٤٥۶abX\n*_…", max_size=60)

CASES = [
    ("5قتلى", ["5", "قتلي"]),
    ("1,200 جندي", ["1,200", "جندي"]),
    ("10.5 كم", ["10.5", "كم"]),
    ("«داعش».", ['"', "داعش", '"', "."]),
    ("(رويترز)-", ["(", "رويترز", ")", "-"]),
    ("2024/5/17", ["2024", "/", "5", "/", "17"]),
    ('بـ"حلب"', ["ب", '"', "حلب", '"']),
    ("إف16", ["اف", "16"]),
    ("سطر\nسطر", ["سطر", "\n", "سطر"]),
    ("12.", ["12", "."]),
    ('قالت "الشرطة', ["قالت", '"', "الشرطه"]),
    ("(بلدة 12 ²", ["(", "بلده", "12", "²"]),
    ("\nجرحى.\n\nقتيل", ["\n", "جرحي", ".", "\n", "\n", "قتيل"]),
    ("3,4,", ["3,4", ","]),
    ("", []),
]


@pytest.mark.parametrize(("text", "keys"), CASES)
def test_tokens(text: str, keys: list[str]) -> None:
    assert Tokens(fold(text)).keys == keys


@given(MIXED)
def test_every_token_is_the_fold_of_its_slice(text: str) -> None:
    tokens = Tokens(fold(text))
    for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert "".join(fold(text[start:end]).text.split(" ")) == key


@given(MIXED)
def test_tokens_stand_in_order_without_overlap(text: str) -> None:
    tokens = Tokens(fold(text))
    for before, after in zip(tokens.ends, tokens.starts[1:], strict=False):
        assert before <= after


@given(MIXED)
def test_what_is_cut_quickly_is_cut_as_by_the_rule(text: str) -> None:
    folded = fold(text)
    found = list(_TOKEN.finditer(folded.text))
    tokens = Tokens(folded)
    assert tokens.keys == [one.group() for one in found]
    assert tokens.folded_starts == [one.start() for one in found]


@given(MIXED)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    folded = fold(text)
    kept = "".join(Tokens(folded).keys)
    assert kept.replace("\n", "") == "".join(folded.text.split())


@pytest.mark.parametrize(
    ("text", "skip", "cut", "surface"),
    [
        ("وبالقوات", 2, 0, "القوات"),
        ("وَبِالقواتِ", 2, 0, "القواتِ"),
        ("قريته", 0, 1, "قريت"),
        ("لِلجيش", 1, 0, "لجيش"),
        ("بـحلب", 1, 0, "حلب"),
    ],
)
def test_clitics_are_cut_from_the_surface(text: str, skip: int, cut: int, surface: str) -> None:
    tokens = Tokens(fold(text))
    assert text[tokens.inside(0, skip) : tokens.before(0, cut)] == surface
