"""Triggers: cases and misses beside the tables, senses, status, and what must always hold."""

from collections import Counter
from itertools import pairwise

import pytest

from waqai.annotate import triggers
from waqai.annotate.chart import Chart, Node
from waqai.annotate.pipeline import Annotator
from waqai.annotate.triggers.frames import frames
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.setting import retypes
from waqai.annotate.triggers.words import PACKAGE, entries
from waqai.lexicon.table import Row, read_table
from waqai.model.codes import COUNT_SLOTS, EVENT_TYPES
from waqai.text.document import Document
from waqai.text.fold import fold_key

CASES = read_table(PACKAGE, "cases.tsv", ("type", "status", "text"))
MISSES = read_table(PACKAGE, "misses.tsv", ("type", "text"))


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator((triggers,))


def chart_of(annotator: Annotator, text: str) -> Chart:
    return annotator.chart(Document(text, "2025-05-17"))


def surface(chart: Chart, node: Node) -> str:
    return chart.doc.text[slice(*chart.doc.span(node.i, node.j, node.skip, node.cut))]


def sense(annotator: Annotator, text: str, n: int = 0) -> Sense:
    found = sorted(chart_of(annotator, text).of("trigger"), key=lambda node: node.i)
    value = found[n].parts[0].value
    assert isinstance(value, Sense)
    return value


@pytest.mark.parametrize("row", CASES, ids=[row.where for row in CASES])
def test_case(annotator: Annotator, row: Row) -> None:
    kind, status, text = row.cells
    start = text.index("[")
    marked = text[start + 1 : text.index("]")]
    chart = chart_of(annotator, text.replace("[", "").replace("]", ""))
    found = [
        (surface(chart, node), node.value.type, node.value.status)
        for node in chart.of("trigger")
        if chart.doc.span(node.i, node.j, node.skip, node.cut)[0] in (start, start + 1)
    ]
    assert [f[1:] for f in found] == [(kind, status)], found
    assert found[0][0] in marked or found[0][0].startswith(marked)


@pytest.mark.parametrize("row", MISSES, ids=[row.where for row in MISSES])
def test_miss(annotator: Annotator, row: Row) -> None:
    kind, text = row.cells
    chart = chart_of(annotator, text)
    found = [(surface(chart, node), node.value.type) for node in chart.of("trigger")]
    assert kind not in [value for _, value in found], found


def test_every_type_has_five_cases_and_five_misses() -> None:
    for rows in (CASES, MISSES):
        told = Counter(row.cells[0] for row in rows)
        assert {kind: told[kind] for kind in EVENT_TYPES if told[kind] < 5} == {}


def test_senses_name_frames_types_and_slots_that_exist() -> None:
    found = [entry.value.sense for _, entry in entries() if entry.value.sense is not None]
    assert {s.frame for s in found} <= set(frames())
    assert {s.type for s in found} <= {*EVENT_TYPES, None}
    assert {s.slot for s in found} <= {*COUNT_SLOTS, None}
    assert {s.strength for s in found} == {"strong", "weak", "result", "support"}
    assert {row.to for rows in retypes().values() for row in rows} <= set(EVENT_TYPES)


def test_frame_tells_roles_and_their_markers() -> None:
    frame = frames()["agent_on"]
    assert (frame.subject, frame.object, frame.counted) == ("by", "to", "object")
    assert "من قبل" in frame.markers["by"]
    assert "علي" in frame.markers["to"]
    assert frames()["strike"].genitive == ("by", "place")


def test_entries_are_folded() -> None:
    assert [key for key, _ in entries() if fold_key(key) != key] == []


def test_voice(annotator: Annotator) -> None:
    assert sense(annotator, "قتل ثلاثة جنود").voice == "either"
    assert sense(annotator, "قُتل ثلاثة جنود").voice == "passive"
    assert sense(annotator, "اغتيل القاضي").voice == "passive"
    assert sense(annotator, "اغتال مجهولون القاضي").voice == "active"


def test_verb_or_masdar_by_the_word_before(annotator: Annotator) -> None:
    assert sense(annotator, "قصف الجيش البلدة").pos == "verb"
    assert sense(annotator, "أصيب ثلاثة في قصف الجيش", 1).pos == "masdar"
    assert sense(annotator, "جريمة قتل في الحي").pos == "masdar"


def test_agreement_and_slot(annotator: Annotator) -> None:
    found = sense(annotator, "اعتقلت الشرطة شابا")
    assert (found.number, found.gender, found.tense, found.slot) == ("sg", "f", "past", "arrested")


def test_phrase_apart_keeps_its_rest(annotator: Annotator) -> None:
    chart = chart_of(annotator, "ألقت قوات الأمن القبض على خمسة")
    (node,) = chart.of("trigger")
    assert [surface(chart, part) for part in node.parts] == ["ألقت", "القبض على"]
    assert (surface(chart, node), node.value.type) == ("ألقت", "arrest")


def test_a_comma_parts_a_verb_from_its_phrase(annotator: Annotator) -> None:
    chart = chart_of(annotator, "ألقت الرئيسة كلمة، القبض على المتهم")
    assert [surface(chart, node) for node in chart.of("trigger")] == ["القبض على"]


def test_support_verbs_are_no_triggers(annotator: Annotator) -> None:
    chart = chart_of(annotator, "شن الطيران غارة")
    assert [surface(chart, node) for node in chart.of("trigger.light")] == ["شن"]
    assert [surface(chart, node) for node in chart.of("trigger")] == ["غارة"]


def test_short_forms_need_their_particle(annotator: Annotator) -> None:
    assert sense(annotator, "لم يصب أحد بأذى").lemma == "اصاب"
    assert chart_of(annotator, "النهر يصب في البحر").of("trigger") == []


def test_cues_carry_a_status(annotator: Annotator) -> None:
    chart = chart_of(annotator, "أحبطت القوات هجوما ونفى المتحدث ذلك")
    assert [(surface(chart, n), n.value) for n in chart.of("cue")] == [
        ("أحبطت", "foiled"),
        ("نفى", "denied"),
    ]


def test_what_is_foiled_counts_nobody(annotator: Annotator) -> None:
    assert sense(annotator, "اغتال مجهولون القاضي").slot == "killed"
    assert sense(annotator, "حاول مجهولون اغتيال القاضي").slot is None
    assert sense(annotator, "أحبط الحرس خطف السفير").slot is None


def test_triggers_do_not_overlap(annotator: Annotator) -> None:
    text = " ".join(row.cells[2].replace("[", "").replace("]", "") + "." for row in CASES)
    nodes = sorted(chart_of(annotator, text).of("trigger"), key=lambda node: node.i)
    assert len(nodes) >= len(CASES)
    assert all(one.j <= two.i for one, two in pairwise(nodes))


def test_many_triggers_in_a_row_stay_linear(annotator: Annotator) -> None:
    assert len(chart_of(annotator, "القت " * 3000 + "هجوم " * 3000).of("trigger")) == 3000
