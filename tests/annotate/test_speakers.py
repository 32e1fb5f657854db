"""Speakers: who says what in the cases and misses, chains, scopes, and what holds for any text."""

from __future__ import annotations

import itertools
from functools import cache
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.annotate.chart import Chart, Node
from waqai.annotate.pipeline import Annotator, mentions
from waqai.annotate.speakers import attributions, speaker_of, voices
from waqai.annotate.speakers.tables import PACKAGE, entries, kinds
from waqai.lexicon.table import Row, read_table
from waqai.model.codes import SpeakerKind
from waqai.text.document import Document

CASES = read_table(PACKAGE, "cases.tsv", ("kind", "title", "speaker", "said", "text"))
MISSES = read_table(PACKAGE, "misses.tsv", ("word", "text"))


@cache
def annotator() -> Annotator:
    return Annotator()


def read(text: str, title: bool = False) -> Chart:
    return annotator().chart(Document(text, "2018-05-01", len(text) if title else 0))


def surface(chart: Chart, node: Node) -> str:
    start, end = chart.doc.span(node.i, node.j, node.skip, node.cut)
    return chart.doc.text[start:end]


def token(chart: Chart, words: str) -> int:
    at = chart.doc.text.index(words)
    return next(k for k, end in enumerate(chart.doc.ends) if end > at)


def source(text: str, said: str, title: bool = False) -> tuple[str, str]:
    """Kind and words of the one who says the words `said`, empty for the report itself."""
    chart = read(text, title)
    found = speaker_of(attributions(chart), token(chart, said))
    return ("", "") if found is None else (found.value.kind, surface(chart, found))


def line(row: Row) -> str:
    return row.where.rpartition(":")[2]


@pytest.mark.parametrize("row", CASES, ids=line)
def test_case(row: Row) -> None:
    kind, title, speaker, said, text = row.cells
    assert source(text, said, title == "yes") == (kind, speaker)


@pytest.mark.parametrize("row", MISSES, ids=line)
def test_miss(row: Row) -> None:
    word, text = row.cells
    chart = read(text)
    assert not [node for node in chart.of("speaker") if word in surface(chart, node)]


def test_enough_cases() -> None:
    assert len(CASES) >= 150
    assert len(MISSES) >= 20


def test_every_kind_is_known() -> None:
    assert set(kinds().values()) <= set(get_args(SpeakerKind))
    assert all(entry.row for _, entry in entries())


def test_chain_holds_who_passed_it_on() -> None:
    text = "نقلت وكالة رويترز عن مصدر طبي قوله إن سبعة قتلى وصلوا إلى المستشفى."
    chart = read(text)
    (one,) = [a for a in attributions(chart) if len(a.chain) == 2]
    assert [surface(chart, node) for node in one.chain] == ["وكالة رويترز", "مصدر طبي"]
    assert one.speaker is one.chain[-1]


def test_a_second_mention_has_the_value_of_the_first() -> None:
    text = "قال مصدر أمني إن سيارة انفجرت. وأضاف المصدر ذاته أن القتلى ثلاثة."
    chart = read(text)
    found = speaker_of(attributions(chart), token(chart, "القتلى"))
    assert found is not None
    assert surface(chart, found) == "مصدر أمني"
    assert [surface(chart, node) for node in chart.of("speaker")][-1] == "المصدر"


def test_a_bare_noun_bears_the_name_that_it_means() -> None:
    text = "قالت جمعية النور إن طفلين قتلا. وأكدت الجمعية أن ثلاثة اعتقلوا."
    found = speaker_of(attributions(chart := read(text)), token(chart, "ثلاثة"))
    assert found is not None
    assert (surface(chart, found), found.value.name) == ("الجمعية", "جمعية النور")


def test_a_body_is_called_by_its_fullest_naming() -> None:
    text = "وثقت الشبكة السورية لحقوق الإنسان مقتل طفلين. وقالت الشبكة إن ثلاثة اعتقلوا."
    assert source(text, "ثلاثة") == ("monitor", "الشبكة السورية لحقوق الإنسان")


def test_quotation_runs_over_sentences_and_ends() -> None:
    text = 'قال سائق: "انفجرت الحافلة. قتل ثلاثة منا." ثم غادر. وأغلقت الشرطة الطريق.'
    assert source(text, "ثلاثة منا") == ("witness", "سائق")
    assert source(text, "الطريق") == ("", "")


def test_what_the_report_adds_is_its_own() -> None:
    text = "قالت الشرطة إن رجلين أوقفا، في حين أصيب ثلاثة في حادث آخر."
    assert source(text, "رجلين")[1] == "الشرطة"
    assert source(text, "ثلاثة") == ("", "")


def test_the_nearest_named_source_holds() -> None:
    text = "قالت وزارة الداخلية إن الجيش أعلن أن خمسة مسلحين قتلوا."
    assert source(text, "خمسة")[1] == "الجيش"


def test_voices_and_speaker_of_agree() -> None:
    chart = read("\n".join(row.cells[4] for row in CASES[:60]))
    found, asked = attributions(chart), voices(chart)
    for k in range(0, len(chart.doc.keys), 7):
        held = asked.at(k)
        assert (held.speaker if held else None) is speaker_of(found, k)


@given(st.text(alphabet='قالتانوبحسمصدريعلشفكمأض «»":،.\nه ', max_size=90))
def test_any_text_gives_scopes_inside_and_mentions_apart(text: str) -> None:
    chart = read(text)
    spans = [(m.start, m.end) for m in mentions(chart) if m.kind == "speaker"]
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    for one in attributions(chart):
        assert 0 <= one.first < one.last <= len(chart.doc.keys)
        assert one.speaker is one.chain[-1]
