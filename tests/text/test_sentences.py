"""Sentences, their kinds, and that every token is in exactly one."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from waqai.text.document import Document

MARK = {"title": "#", "dateline": "@", "caption": "%", "body": ""}


def cases() -> list[ParameterSet]:
    """The rows of sentences.tsv, known failures marked."""
    table = Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    marks = {"ok": (), "fails": pytest.mark.xfail(strict=True)}
    return [
        pytest.param(title, want, text, marks=marks[known], id=f"{number}")
        for number, (known, title, want, text) in enumerate(rows)
    ]


def document(title: str, text: str) -> Document:
    """A document whose first line is its title where `title` is 1."""
    text = text.replace("⏎", "\n")
    return Document(text, title_length=text.index("\n") if title == "1" else 0)


@pytest.mark.parametrize(("title", "want", "text"), cases())
def test_sentences(title: str, want: str, text: str) -> None:
    doc = document(title, text)
    got = []
    for sentence in doc.sentences:
        start, end = doc.span(sentence.first, sentence.last)
        got.append(MARK[sentence.kind] + doc.text[start:end])
    assert "¦".join(got) == want


@given(st.text("ابجد.؟!…:-/«»\"'() \n•12", max_size=80), st.booleans())
def test_every_token_is_in_one_sentence(text: str, has_title: bool) -> None:
    title = text.find("\n") if has_title else 0
    doc = Document(text, title_length=max(title, 0))
    covered = [i for s in doc.sentences for i in range(s.first, s.last)]
    assert covered == [i for i, key in enumerate(doc.keys) if key != "\n"]


@given(st.text("ابجد.؟! \n", max_size=80))
def test_a_token_knows_its_sentence(text: str) -> None:
    doc = Document(text)
    for number, sentence in enumerate(doc.sentences):
        for token in range(sentence.first, sentence.last):
            assert doc.sentence_index(token) == number


def test_text_without_a_stop_is_cut_at_a_comma() -> None:
    doc = Document("انفجار في السوق، " * 300)
    lengths = [s.last - s.first for s in doc.sentences]
    assert max(lengths) <= 200
    assert all(doc.keys[s.last - 1] == "،" for s in doc.sentences)
    assert [s.first for s in doc.sentences[1:]] == [s.last for s in doc.sentences[:-1]]
    assert max(s.last - s.first for s in Document("و " * 900).sentences) == 200
