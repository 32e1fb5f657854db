"""Rivals: a party beside the others that may be a side of the same event."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.events.conftest import SceneOf
from waqai.events import rivals, sides
from waqai.events.compose import tellings
from waqai.events.drafts import draft
from waqai.events.rivals import Candidate, Mention
from waqai.events.scene import Scene
from waqai.events.scorer import BIAS, Features, Scorer

TEXT = "قتل مسلحون مجهولون ثلاثة جنود قرب الرمادي. وقالت الشرطة إن المسلحين فروا."
LOGITS = st.floats(-20, 20)


def _candidates(scene: Scene, logits: Sequence[tuple[float, float]]) -> list[Candidate]:
    """The parties of a scene, each mention with the next of the logits."""
    mentions = [
        Mention(party, Features([]), told, scene.sentence(party.first))
        for party, told in zip(scene.parties, logits, strict=False)
    ]
    return rivals.candidates(mentions)


def _names(scene: Scene, one: Candidate, every: Sequence[Candidate]) -> frozenset[str]:
    (event, *_) = draft(scene, tellings(scene))
    return frozenset(rivals.features(scene, event, one, every).names())


def test_mentions_of_one_party_are_one_candidate(scene_of: SceneOf) -> None:
    scene = scene_of("هاجم الجيش السوري البلدة، ثم انسحب الجيش السوري منها.")
    (one,) = _candidates(scene, [(-1.0, 0.5), (2.0, -3.0)])
    assert one.best == (2.0, 0.5)
    assert [m.logits for m in one.likeliest] == [(2.0, -3.0), (-1.0, 0.5)]
    assert "lead0=none" in _names(scene, one, [one])


def test_the_likeliest_other_leads(scene_of: SceneOf) -> None:
    scene = scene_of(TEXT)
    every = _candidates(scene, [(1.0, -1.0)] + [(-2.0, -2.0)] * (len(scene.parties) - 1))
    first, other = every[0], every[1]
    led = f"lead0={first.top.party.kind}.{other.top.party.kind}.True"
    assert led in _names(scene, other, every)
    assert led not in _names(scene, first, every)


@given(low=LOGITS, high=LOGITS)
def test_who_is_likelier_reaches_all_the_lower_steps(
    scene_of: SceneOf, low: float, high: float
) -> None:
    low, high = sorted((low, high))
    scene = scene_of("هاجم الجيش السوري البلدة.")
    steps = []
    for logit in (low, high):
        (one,) = _candidates(scene, [(logit, 0.0)])
        steps.append({name for name in _names(scene, one, [one]) if name.startswith("best0")})
    assert steps[0] <= steps[1]


def test_who_is_hopeless_is_not_asked_again(scene_of: SceneOf) -> None:
    never = {role: Scorer({BIAS: sides.FAINT - 1}) for role in sides.ROLES}
    scene = scene_of(TEXT, weights=never)
    (one, *_) = draft(scene, tellings(scene))
    assert not list(sides.standing(scene, one))
    even = scene_of(TEXT, weights={})
    (one, *_) = draft(even, tellings(even))
    assert {c.top.party.key for c, _ in sides.standing(even, one)} == {
        party.key for party in sides.candidates(even, one)
    }
