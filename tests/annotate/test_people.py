"""Counted people: cases and misses beside the rules, forms, classes, and what must always hold."""

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from waqai.annotate import actors, dates, numbers, people, places
from waqai.annotate.chart import Chart, Node
from waqai.annotate.people.classes import class_of
from waqai.annotate.people.forms import people_forms
from waqai.annotate.people.tables import PACKAGE, entries
from waqai.annotate.pipeline import Annotator
from waqai.lexicon.table import Row, read_table
from waqai.text.document import Document

CASES = read_table(PACKAGE, "cases.tsv", ("low", "high", "class", "slot", "text"))
MISSES = read_table(PACKAGE, "misses.tsv", ("text",))
BEFALLEN = read_table(PACKAGE, "cases_befallen.tsv", ("told", "text"))


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator((numbers, dates, places, actors, people))


def chart_of(annotator: Annotator, text: str) -> Chart:
    return annotator.chart(Document(text, "2025-05-17"))


def surface(chart: Chart, node: Node) -> str:
    start, end = chart.doc.span(node.i, node.j, node.skip, node.cut)
    return chart.doc.text[start:end]


def shown(chart: Chart) -> dict[str, tuple[str, str, str, str]]:
    return {
        surface(chart, node): (
            str("" if node.value.low is None else node.value.low),
            str("" if node.value.high is None else node.value.high),
            node.value.cls,
            node.value.slot or "",
        )
        for node in chart.of("count")
    }


@pytest.mark.parametrize("row", CASES, ids=[row.where for row in CASES])
def test_case(annotator: Annotator, row: Row) -> None:
    text = row.cells[4]
    marked = text[text.index("[") + 1 : text.index("]")]
    found = shown(chart_of(annotator, text.replace("[", "").replace("]", "")))
    assert found.get(marked) == row.cells[:4], found


@pytest.mark.parametrize("row", MISSES, ids=[row.where for row in MISSES])
def test_miss(annotator: Annotator, row: Row) -> None:
    assert shown(chart_of(annotator, row.cells[0])) == {}


@pytest.mark.parametrize("row", BEFALLEN, ids=[row.where for row in BEFALLEN])
def test_what_befell_them(annotator: Annotator, row: Row) -> None:
    assert (
        "; ".join(fate(node) for node in chart_of(annotator, row.cells[1]).of("count"))
        == (row.cells[0])
    )


def fate(node: Node) -> str:
    value = node.value
    told = "part" if value.subset else value.slot or value.context or "-"
    return f"{'~' if value.low is None else value.low} {told}"


def test_counts_do_not_overlap_and_lie_in_the_text(annotator: Annotator) -> None:
    text = " ".join(row.cells[4].replace("[", "").replace("]", "") + "." for row in CASES)
    nodes = sorted(chart_of(annotator, text).of("count"), key=lambda node: node.i)
    assert len(nodes) > len(CASES)
    assert all(one.j <= two.i for one, two in pairwise(nodes))


def test_who_is_the_people_without_the_figure(annotator: Annotator) -> None:
    chart = chart_of(annotator, "إصابة أربعة مدنيين ومقتل عنصر من قوات الأمن")
    first, last = (node.value for node in chart.of("count"))
    assert chart.doc.text[slice(*chart.doc.span(*first.who))] == "مدنيين"
    assert chart.doc.text[slice(*chart.doc.span(*last.who))] == "عنصر من قوات الأمن"
    assert last.cls == "security"
    assert last.actor is not None


def test_subset_and_its_joined_counts(annotator: Annotator) -> None:
    chart = chart_of(annotator, "مقتل 9 أشخاص بينهم 3 أطفال وامرأتان وإصابة 5 آخرين")
    assert [node.value.subset for node in chart.of("count")] == [False, True, True, False]


def test_a_pronoun_taking_up_a_count_is_no_second_one(annotator: Annotator) -> None:
    rules = [n.rule for n in chart_of(annotator, "10 أشخاص ألقي القبض عليهم").of("count")]
    assert rules == ["number+noun"]
    rules = [n.rule for n in chart_of(annotator, "أعلنت العائلة اعتقاله فجرا").of("count")]
    assert rules == ["plural", "pronoun"]


def test_age_and_sex(annotator: Annotator) -> None:
    values = [n.value for n in chart_of(annotator, "مقتل طفلة وإصابة سيدة وجندي").of("count")]
    assert [(v.age, v.sex) for v in values] == [("child", "f"), (None, "f"), (None, None)]


def test_dual_and_plural_written_alike_stay_open(annotator: Annotator) -> None:
    (node,) = chart_of(annotator, "اعتقال مسلحين في الريف").of("count")
    assert (node.value.low, node.value.hedge) == (None, "indefinite")


def test_forms() -> None:
    forms = {form.key: form.number for form in people_forms(["قتيل"], ["قتلي"], "f")}
    assert forms["قتيلان"] == forms["قتيلين"] == "du"
    assert forms["قتيلا"] == "sg"
    assert forms["قتلي"] == "pl"
    assert forms["قتيلتين"] == "du"
    assert {f.number for f in people_forms(["مسلح"], [], "m") if f.key == "مسلحين"} == {"dp"}


def test_class_of_members_comes_from_the_body() -> None:
    member = next(e.value for key, e in entries() if key == "عنصر")
    soldier = next(e.value for key, e in entries() if key == "جندي")
    fighter = next(e.value for key, e in entries() if key == "مقاتل")
    assert class_of(member, (), None) == "unknown"
    assert class_of(member, (), "armed_group") == "militant"
    assert class_of(member, (), "state_forces") == "security"
    assert class_of(soldier, ("civilian",), None) == "security"
    assert class_of(fighter, (), "state_forces") == "security"


def test_many_counts_in_a_row_stay_linear(annotator: Annotator) -> None:
    assert len(chart_of(annotator, "قتيل " * 3000).of("count")) > 0


MARKS = ("", "\u064e", "\u0651", "\u0640")
TEXTS = sorted(row.cells[4].replace("[", "").replace("]", "") for row in CASES)


@cache
def shared_annotator() -> Annotator:
    return Annotator((numbers, dates, places, actors, people))


def figures(text: str) -> list[tuple[object, ...]]:
    nodes = sorted(chart_of(shared_annotator(), text).of("count"), key=lambda node: node.i)
    return [(n.value.low, n.value.high, n.value.hedge, n.value.slot, n.rule) for n in nodes]


@given(st.sampled_from(TEXTS), st.lists(st.sampled_from(MARKS), min_size=1, max_size=7))
def test_marks_and_tatweel_change_no_figure(text: str, marks: list[str]) -> None:
    pieces = []
    for k, letter in enumerate(text):
        inside = k + 1 < len(text) and letter.isalpha() and text[k + 1].isalpha()
        pieces.append(letter + (marks[k % len(marks)] if inside else ""))
    assert figures("".join(pieces)) == figures(text)


@given(st.sampled_from(TEXTS), st.sampled_from("اأإ"))
def test_alef_variants_change_no_figure(text: str, alef: str) -> None:
    # "And one of" is another word than "one", and is known by its hamza alone.
    assume("واحد" not in text)
    assert figures(re.sub("[اأإآ]", alef, text)) == figures(text)


@given(st.lists(st.sampled_from([*TEXTS, *"5و،.-( "]), max_size=5))
def test_counts_are_slices_that_do_not_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    chart = chart_of(shared_annotator(), text)
    end = 0
    for node in sorted(chart.of("count"), key=lambda node: node.i):
        first, last = chart.doc.span(node.i, node.j, node.skip, node.cut)
        assert end <= first < last <= len(text)
        assert text[first:last] == text[first:last].strip()
        end = last


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("قال المسعفون إن 5 مدنيين، بينهم طفلة، أصيبوا بقصف على البلدة", "wounded"),
        ("قال المسعفون إن 5 مدنيين بينهم طفلان وامرأة قتلوا في القصف", "killed"),
        ("قال المسعفون إن 5 مدنيين، من بينهم طفلان، لقوا حتفهم في الغارة", "killed"),
        ("قال الحزب إن 27 شخصا بينهم 3 نساء اعتقلوا في المداهمات", "arrested"),
        ("قال المسعفون إن 5 مدنيين، بينهم امرأة، أصيب منزلهم في القصف", None),
        ("قال المسعفون إن 5 مدنيين، بينهم امرأة، لقوا ترحيبا في المدينة", None),
        ("وصل 5 مدنيين. بينهم امرأة قتلوا جارها", None),
    ],
)
def test_the_verb_behind_some_of_the_people_is_of_them_all(
    annotator: Annotator, text: str, slot: str | None
) -> None:
    counts = chart_of(annotator, text).of("count")
    assert [node.value.context for node in counts if node.value.low in (5, 27)] == [slot]
    assert slot is None or all(node.value.context == slot for node in counts if node.value.subset)
