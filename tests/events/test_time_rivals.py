"""Dates beside each other: which is an event's among all that may be it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.conftest import SceneOf
from waqai.events import time_rivals, times
from waqai.events.compose import tellings
from waqai.events.drafts import draft
from waqai.events.naming import Naming
from waqai.events.said import others, said
from waqai.events.scene import Scene
from waqai.events.scorer import BIAS, Features, Scorer
from waqai.events.telling import Draft
from waqai.events.time_rivals import NOBODY, Candidate

LOGITS = st.floats(-20, 20)
TWO = "أعلنت الشرطة، اليوم الثلاثاء، أن مسلحين قتلوا جنديا قرب الرمادي أمس الاثنين."


def _drafts(scene: Scene) -> list[Draft]:
    return draft(scene, tellings(scene))


def _one(scene: Scene, logit: float) -> Candidate:
    (node,) = [node for own in scene.dates_in.values() for node in own]
    return Candidate(
        ("2024-03-18", "2024-03-18"), [Naming(node, Features([]), logit, 0, True, "1")]
    )


@pytest.mark.parametrize(
    ("text", "stands", "beside"),
    [
        (TWO, [(True, False), (False, True)], ["within", "before"]),
        ("قتل جندي أمس الاثنين قرب الرمادي.", [(False, False)], ["none"]),
        ("قال شاهد إن الانفجار وقع فجر السبت.", [(False, True)], ["none"]),
        (
            "قصفت الطائرات البلدة السبت ثم عادت فقصفتها الأحد.",
            [(False, False), (False, False)],
            ["beside", "beside"],
        ),
    ],
)
def test_whether_a_date_is_of_what_is_said(
    scene_of: SceneOf, text: str, stands: list[tuple[bool, bool]], beside: list[str]
) -> None:
    scene = scene_of(text, published="2024-03-19")
    nodes = [node for own in scene.dates_in.values() for node in own]
    assert [tuple(said(scene, node)) for node in nodes] == stands
    assert [others(scene, node) for node in nodes] == beside


def test_namings_of_one_day_are_one_candidate(scene_of: SceneOf) -> None:
    scene = scene_of("قتل جندي الاثنين قرب الرمادي. وقال شهود إن الهجوم وقع أمس الاثنين.")
    (every, *_) = times.standing(scene_of(scene.doc.text, weights={}), _drafts(scene))
    assert len({one.days for one in every}) == len(every)


def test_another_event_of_the_day_is_told(scene_of: SceneOf) -> None:
    scene = scene_of("قتل جندي أمس الاثنين قرب الرمادي.")
    event, one = _drafts(scene)[0], _one(scene, 0.5)
    holders = time_rivals.Holders([event, event], [[one], [_one(scene, 2.0)]])
    held = holders.beside(0, one.days)
    assert held == (2.0, event.salience, True)
    assert holders.beside(1, one.days) == (0.5, event.salience, True)
    names = frozenset(time_rivals.features(scene, event, one, [one], held).names())
    assert f"taken=2.{event.salience}" in names
    alone = frozenset(time_rivals.features(scene, event, one, [one], NOBODY).names())
    assert "taken=-6.none" in alone


@given(low=LOGITS, high=LOGITS)
def test_what_is_likelier_reaches_all_the_lower_steps(
    scene_of: SceneOf, low: float, high: float
) -> None:
    low, high = sorted((low, high))
    scene = scene_of("قتل جندي أمس الاثنين قرب الرمادي.")
    (event, *_) = _drafts(scene)
    steps = []
    for logit in (low, high):
        one = _one(scene, logit)
        found = time_rivals.features(scene, event, one, [one], NOBODY).names()
        steps.append({name for name in found if name.startswith("best>=")})
    assert steps[0] <= steps[1]


def test_what_is_hopeless_is_no_date(scene_of: SceneOf) -> None:
    never = {"when": Scorer({BIAS: times.FAINT - 1}), "when_among": Scorer({BIAS: 9.0})}
    scene = scene_of("قتل جندي أمس الاثنين قرب الرمادي.", weights=never)
    kept = _drafts(scene)
    times.choose(scene, kept)
    assert [one.when for one in kept] == [None] * len(kept)
