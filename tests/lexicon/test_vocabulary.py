"""Vocabulary: which rows a word form can be."""

from __future__ import annotations

import pytest

from waqai.lexicon import vocabulary
from waqai.lexicon.vocabulary import CONJ, FREE, NAME, NOUN, VERB, Entry, MapSource, Vocabulary

ENTRIES = (
    ("جيش", Entry("actor", "army", "t:1", NOUN)),
    ("حلب", Entry("place", "Aleppo", "t:2", NAME)),
    ("قتل", Entry("verb", "kill", "t:3", VERB)),
    ("القاعده", Entry("actor", "AQ", "t:4", NAME)),
    ("وزاره", Entry("actor", "ministry", "t:5", FREE)),
    ("زاره", Entry("verb", "visit", "t:6", VERB)),
    ("قوات سوريا الديمقراطيه", Entry("actor", "SDF", "t:7", NAME)),
    ("من", Entry("word", "from", "t:8", CONJ)),
)


@pytest.fixture
def words() -> Vocabulary:
    return Vocabulary([MapSource(ENTRIES)])


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("جيش", ["army"]),
        ("الجيش", ["army"]),
        ("وللجيش", ["army"]),
        ("بحلب", ["Aleppo"]),
        ("الحلب", []),
        ("فقتلهم", ["kill"]),
        ("سقتل", ["kill"]),
        ("بقتل", []),
        ("بالقاعده", ["AQ"]),
        ("القاعده", ["AQ"]),
        ("للقاعده", ["AQ"]),
        ("قاعده", []),
        ("ومن", ["from"]),
        ("بمن", []),
        ("شمس", []),
    ],
)
def test_clitics_that_an_entry_may_bear(words: Vocabulary, form: str, values: list[str]) -> None:
    found = words[form]
    assert [item.value for item in (found.singles if found else ())] == values


def test_of_each_tag_the_reading_that_strips_least(words: Vocabulary) -> None:
    found = words["وزاره"]
    assert found is not None
    assert [(f.value, f.skip) for f in found.singles] == [
        ("ministry", 0),
        ("visit", 1),
    ]


def test_a_phrase_opens_with_its_first_word(words: Vocabulary) -> None:
    found = words["بقوات"]
    assert found is not None
    assert found.openings is not None
    (opening,) = found.openings["سوريا"]
    assert opening.rest == ("الديمقراطيه",)
    assert opening.reading.skip == 1


def test_hostile_text_cannot_grow_the_cache(
    words: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "CACHE_SIZE", 10)
    for number in range(100):
        assert words[f"كلمه{number}"] is None
        assert len(words) <= 10
