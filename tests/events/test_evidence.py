"""Evidence: one clause or sentence of the body, trimmed, that holds the event's words."""

from __future__ import annotations

import pytest

from tests.events.conftest import SceneOf
from waqai.events.compose import tellings
from waqai.events.evidence import evidence, first_full
from waqai.events.scene import Scene
from waqai.events.telling import Draft


def drafted(scene: Scene) -> Draft:
    """All tellings of a scene as one draft."""
    told = tellings(scene)
    return Draft(told, told[0].type)


def passage(scene: Scene) -> str:
    return evidence(scene, drafted(scene)).of(scene.doc.text)


PASSAGES = [
    ("انفجرت عبوة ناسفة في كركوك اليوم الثلاثاء.", "انفجرت عبوة ناسفة في كركوك اليوم الثلاثاء"),
    ("انفجرت عبوة ناسفة في كركوك!", "انفجرت عبوة ناسفة في كركوك"),
    (
        "قالت الشرطة العراقية إن عبوة ناسفة انفجرت في كركوك.",
        "إن عبوة ناسفة انفجرت في كركوك",
    ),
    ("الجو صحو. انفجرت عبوة ناسفة في كركوك.", "انفجرت عبوة ناسفة في كركوك"),
    ("انفجرت عبوة ناسفة في كركوك، فيما هطل المطر.", "انفجرت عبوة ناسفة في كركوك"),
]


@pytest.mark.parametrize(("text", "words"), PASSAGES)
def test_passage(scene_of: SceneOf, text: str, words: str) -> None:
    assert passage(scene_of(text)) == words


def test_the_body_goes_before_the_title(scene_of: SceneOf) -> None:
    scene = scene_of("انفجرت عبوة ناسفة في سوق كركوك مساء اليوم.", "انفجار عبوة ناسفة في كركوك")
    assert passage(scene) == "انفجرت عبوة ناسفة في سوق كركوك مساء اليوم"
    assert not scene.is_title(first_full(scene, drafted(scene)).sentence)


def test_the_title_serves_where_the_body_tells_nothing(scene_of: SceneOf) -> None:
    scene = scene_of("التفاصيل بعد قليل.", "انفجار عبوة ناسفة في كركوك")
    assert passage(scene) == "انفجار عبوة ناسفة في كركوك"
