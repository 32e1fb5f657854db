"""Numbers and ordinals: cases and misses beside the rules, spelling there and back, invariance."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from num2words import num2words

from tests.annotate.spelling import Style, rank, spelled
from waqai.annotate import numbers
from waqai.annotate.numbers.tables import PACKAGE, Atom, read_digits
from waqai.annotate.pipeline import Annotator, mentions
from waqai.lexicon.table import Row, read_table
from waqai.model.mention import Mention
from waqai.model.values import NumberValue, OrdinalValue
from waqai.text.document import Document

CASES = read_table(PACKAGE, "cases.tsv", ("kind", "low", "high", "hedge", "text"))
MISSES = read_table(PACKAGE, "misses.tsv", ("kind", "text"))
ANNOTATOR = Annotator((numbers,))
STYLES = st.builds(
    Style,
    feminine=st.booleans(),
    oblique=st.booleans(),
    hundred=st.sampled_from(("مئة", "مائة", "مئه", "مائه", "مية")),
    hundred_apart=st.booleans(),
    and_=st.sampled_from((" و", " و ")),
)
LOOSE = {"ا": "اأإآ", "أ": "اأإ", "إ": "اأإ", "آ": "اآ", "ي": "يىی", "ة": "ةه", "ه": "هة"}
SLOW = settings(max_examples=300, deadline=None)


def found(text: str, kind: str) -> list[Mention]:
    chart = ANNOTATOR.chart(Document(text))
    return [mention for mention in mentions(chart) if mention.kind == kind]


def shown(mention: Mention) -> tuple[str, ...]:
    value = mention.value
    if isinstance(value, OrdinalValue):
        return (str(value.n), "", "")
    assert isinstance(value, NumberValue)
    bounds = ("" if bound is None else f"{bound:.14g}" for bound in (value.low, value.high))
    return (*bounds, value.hedge)


@pytest.mark.parametrize("row", CASES, ids=[row.where for row in CASES])
def test_case(row: Row) -> None:
    kind, *expected, text = row.cells
    marked = text[text.index("[") + 1 : text.index("]")]
    seen = {m.text: shown(m) for m in found(text.replace("[", "").replace("]", ""), kind)}
    assert seen.get(marked) == tuple(expected), seen


@pytest.mark.parametrize("row", MISSES, ids=[row.where for row in MISSES])
def test_miss(row: Row) -> None:
    kind, text = row.cells
    assert found(text, kind) == []


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 200
    assert len({row.cells[4] for row in CASES}) == len(CASES)


def values(text: str, kind: str = "number") -> list[object]:
    return [getattr(m.value, "n" if kind == "ordinal" else "low") for m in found(text, kind)]


@SLOW
@given(st.integers(0, 10**9), STYLES)
def test_spelled_integers_read_back(n: int, style: Style) -> None:
    text = spelled(n, style)
    assert values(text) == [n], text


@SLOW
@given(st.integers(1, 999), st.sampled_from((10**3, 10**6, 10**9)), STYLES)
def test_round_figures_read_back(n: int, size: int, style: Style) -> None:
    text = spelled(n * size, style)
    assert values(text) == [n * size], text


@SLOW
@given(st.integers(0, 10**9), STYLES, st.data())
def test_spelled_integers_read_back_in_any_hamza_form(
    n: int, style: Style, data: st.DataObject
) -> None:
    letters = (data.draw(st.sampled_from(LOOSE.get(x, x))) for x in spelled(n, style))
    text = "".join(letters)
    # "And one of" as folded is known by its hamza alone.
    if "واحد" not in spelled(n, style):
        assert values(text) == [n], text


@SLOW
@given(st.integers(0, 10**9))
def test_the_words_of_another_speller_read_back(n: int) -> None:
    text = num2words(n, lang="ar").replace(" و ", " و")
    # It spells 101 and 102 of a scale as no one does, and ends in forms that want a noun.
    odd = any(n // size > 100 and n // size % 100 in (1, 2) for size in (10**3, 10**6))
    if not odd and not text.endswith(("مئتا", "ألفا")):
        assert values(text) == [n], text


@pytest.mark.parametrize("n", range(1, 100))
@pytest.mark.parametrize("feminine", [False, True])
@pytest.mark.parametrize("oblique", [False, True])
def test_spelled_ranks_read_back(n: int, feminine: bool, oblique: bool) -> None:
    text = rank(n, feminine=feminine, oblique=oblique)
    assert values(text, "ordinal") == [n]
    assert values(text) == []


DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९")


@SLOW
@given(st.integers(0, 10**12), st.sampled_from(DIGITS), st.sampled_from(("", ",", "٬", ".", "،")))
def test_digits_of_every_set_read_back(n: int, digits: str, mark: str) -> None:
    text = f"{n:,}".replace(",", mark).translate(str.maketrans("0123456789", digits))
    years = 1900 <= n <= 2100 and not mark
    if years or (len(text) > 1 and text[0] == digits[0]):
        return
    if mark in (".", "٬", ",", "") or n < 10**6:
        assert values(f"بلغ العدد {text} شخصا") == [n], text


@SLOW
@given(st.integers(0, 10**6), st.integers(1, 99), st.sampled_from((".", "٫", ",")))
def test_decimals_read_back(n: int, part: int, mark: str) -> None:
    assert values(f"{n}{mark}{part:02} طن") == [pytest.approx(n + part / 100)]


MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640\u200f\u200d"


@st.composite
def respelled(draw: st.DrawFn) -> tuple[str, str]:
    """A case's text, and the same with marks, tatweel and letters of the same kind put in."""
    text = draw(st.sampled_from(CASES)).cells[4].replace("[", "").replace("]", "")
    letters = []
    for letter in text:
        letters.append(draw(st.sampled_from(LOOSE.get(letter, letter))))
        if letter.isalpha():
            letters.append(draw(st.text(MARKS, max_size=1)))
    return text, "".join(letters)


@SLOW
@given(respelled())
def test_marks_and_letter_variants_change_no_value(texts: tuple[str, str]) -> None:
    plain, other = texts
    # "And one of" is another word than "one", and is known by its hamza alone.
    assume("واحد" not in plain)
    for kind in ("number", "ordinal"):
        assert values(plain, kind) == values(other, kind)


@SLOW
@given(st.lists(st.sampled_from([row.cells[4] for row in CASES] + list("5و،.-%( ")), max_size=6))
def test_mentions_are_slices_that_do_not_overlap(pieces: list[str]) -> None:
    text = "".join(pieces).replace("[", "").replace("]", "")
    for kind in ("number", "ordinal"):
        end = 0
        for mention in found(text, kind):
            assert mention.text == text[mention.start : mention.end]
            assert mention.start >= end
            end = mention.end


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("7", 7), ("1,200", 1200), ("1.200", 1200), ("1.200.000", 1200000), ("12,5", 12.5),
        ("0.125", 0.125), ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("1,23,4", None),
        ("1234567890123456", None),
    ],
)  # fmt: skip
def test_digits(key: str, value: float | None) -> None:
    atom = read_digits(key)
    assert (atom.n if isinstance(atom, Atom) else None) == value


@pytest.mark.parametrize(
    "piece",
    ["5 ", "5،", "000 ", "و", "و ", "خمسة و", "مئة ", "ألف ", "ألف وثلاثة ", "بين 5 و", "عشرات ",
     "5-", "5 إلى ", "الخامس و", "أكثر من ", "مليون ونصف ", "فاصلة ", "3 فاصلة "],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    short, long = (seconds(Document(piece * repeats)) for repeats in (2_500, 10_000))
    # A square would be 16; garbage collection leaves some slack above 4.
    assert long < max(0.1, 10 * short)


def seconds(document: Document) -> float:
    """The least processor time of three runs."""
    taken = []
    for _ in range(3):
        started = time.process_time()
        ANNOTATOR.chart(document)
        taken.append(time.process_time() - started)
    return min(taken)
