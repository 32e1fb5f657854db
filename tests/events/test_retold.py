"""Retold: what a passage names, and how that agrees with what was named before."""

from __future__ import annotations

import pytest

from tests.events.conftest import SceneOf
from waqai.events.compose import tellings
from waqai.events.retold import AGREED, RELATIONS, agreed, retold, window


@pytest.mark.parametrize(
    ("own", "held", "agree"),
    [
        (set(), set(), "none"),
        ({3}, set(), "new"),
        (set(), {3}, "old"),
        ({3, 5}, {5}, "shared"),
        ({3}, {5}, "differ"),
    ],
)
def test_values_agree_or_differ(own: set[int], held: set[int], agree: str) -> None:
    assert AGREED[agreed(own, held)] == agree


def test_a_window_names_places_words_and_tolls(scene_of: SceneOf) -> None:
    scene = scene_of("قتل أربعة جنود بانفجار عبوة ناسفة قرب تكريت.")
    told = window(scene, tellings(scene)[0])
    assert ("killed", 4) in told.tolls
    assert 4 in told.figures
    assert "Tekrit" in told.places
    assert "ناسفه" in told.words
    assert "قرب" not in told.words


def test_another_toll_of_the_same_people_differs(scene_of: SceneOf) -> None:
    scene = scene_of(
        "قتل أربعة جنود بانفجار عبوة ناسفة قرب تكريت.\n"
        "وأسفر هجوم آخر غرب الرمادي عن مقتل سبعة جنود."
    )
    first, *_, last = tellings(scene)
    named, held = window(scene, last), window(scene, first)
    names = {
        n
        for group in retold(last, first, named, held, RELATIONS.index("other"))
        for n in group.names
    }
    assert "killed=differ" in names
    assert any(name.startswith("words=") and name.endswith(".True") for name in names)
