"""Hostile repetition costs time in proportion to its length, never to its square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from waqai.model.report import Report

Run = Callable[[str], object]
# How often a piece stands in the longer text; the shorter one has a quarter of it.
REPETITIONS = 10_000
SENTENCES = 1_200
# A square would be 16; garbage collection and caches leave some slack above 4.
MOST = 9.0
# Other work on the machine only ever adds time: a square stays one however often it is timed.
TRIES = 4
PIECES = [
    "5", "5 ", "1,", "1.", "و", "و ", "وو ", "(", ")", "(( ", "«", "» ", "[", '"', "، ", ". ", "..",
    "...", "-", "- ", "/", "\n", "ـ", "\u064e", "\u200f", "*", "ق*", "ق.", "ثلاثة و", "مئة ",
    "ألف ",
    "من ", "في ", "في حلب ", "حلب، ", "قتل ", "قتل ثلاثة ", "قصف الجيش ", "اليوم ", "يوم ", "2024 ",
    "5/", "قال ", "قال إن ", "أبو ", "محمد ", "ال", "الجيش ", "لل", "بين ", "قوات ", "أحد ",
    "مقر قيادة ", "وزارة ", "مدير مكتب رئيس ", "بن ", "شمال ", "تشرين ", "واحد وعشرون ",
]  # fmt: skip
TELLING = [
    "قصف الجيش حلب. ", "قتل جندي\n", "قتل 5 جنود وأصيب 3. ", "انفجار في دمشق، ",
    "قال الجيش إنه قصف حلب\n", "اعتقل الأمن وقصف الجيش ", "تبنى التنظيم الهجوم. ",
    "قتل قتل. اعتقال في حلب. ", "قصف الجيش حلب. وصل إلى العاصمة. ", "اعتقال الزهراوي. ",
    "قصف الجيش حلب. نزح أهالي شمال البلاد. ", "نائب قائد ",
]  # fmt: skip


def _named(k: int) -> str:
    """An invented name, another for each number."""
    return "".join("بتجدرسفقلم"[k // 10**place % 10] for place in range(4))


# Reports of many events, each with a day and a place of its own, and texts of many lines.
MANY: dict[str, Callable[[int], str]] = {
    "days": lambda k: f"قصف الجيش قرية {_named(k)} يوم {k % 28 + 1} مارس {1900 + k // 28}. ",
    "places": lambda k: f"قتل {k % 9 + 3} جنود في قرية {_named(k)} قرب حلب.\n",
    "parties": lambda k: f"هاجمت كتيبة {_named(k)} حاجزا للواء {_named(k + 5)} وقتلت جنديا. ",
    "lines": lambda k: f"{_named(k)}\n",
}


def seconds(run: Run, text: str) -> float:
    """The least processor time of two runs."""
    taken = []
    for _ in range(2):
        started = time.process_time()
        run(text)
        taken.append(time.process_time() - started)
    return min(taken)


@pytest.fixture(scope="module")
def extract() -> Run:
    from waqai.events.extract import Extractor

    extractor = Extractor()
    return lambda text: extractor.record(Report("r", body=text, published="2024-05-07"))


def hold(run: Run, text: Callable[[int], str], repetitions: int) -> None:
    """Four times the text takes about four times the time, and no more than seconds."""
    run(text(300))
    short = long = float("inf")
    for _ in range(TRIES):
        short = min(short, seconds(run, text(repetitions // 4)))
        long = min(long, seconds(run, text(repetitions)))
        if long < max(0.05, MOST * short):
            break
    else:
        pytest.fail(f"{short:.3f} s -> {long:.3f} s")
    assert long < 10


@pytest.mark.parametrize("piece", PIECES)
def test_repeated_pieces(extract: Run, piece: str) -> None:
    hold(extract, piece.__mul__, REPETITIONS)


@pytest.mark.parametrize("piece", TELLING)
def test_repeated_sentences(extract: Run, piece: str) -> None:
    hold(extract, piece.__mul__, SENTENCES)


@pytest.mark.parametrize("kind", MANY)
def test_many_of_a_kind(extract: Run, kind: str) -> None:
    hold(extract, lambda count: "".join(map(MANY[kind], range(count))), SENTENCES)


@pytest.mark.parametrize(
    "text",
    ["نائب قائد " * 2000, "مقتل 5 " + '"' * 5000, "قصف على بعد 20 ² كم شمال حلب",
     "9" * 5000 + " كم شمال حلب", "على بيت"],
)  # fmt: skip
def test_hostile_text_is_read(extract: Run, text: str) -> None:
    extract(text)
