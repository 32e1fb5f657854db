"""Sides: who presides over what the sentence tells does no violence."""

from __future__ import annotations

import pytest

from tests.events.conftest import SceneOf
from waqai.events import sides
from waqai.events.compose import tellings
from waqai.events.drafts import draft
from waqai.events.scorer import BIAS, Scorer

# Every party acts, whatever its words say.
ALL = {name: Scorer({BIAS: 5.0}) for name in ("by", "by_among")}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("هز انفجار بيشاور، وانعقد مجلس الأمن القومي برئاسة شهباز شريف.", False),
        ("استهدف هجوم باريس، ومضت البلاد بقيادة الرئيس إيمانويل ماكرون في الحرب.", False),
        ("وقع انفجار في العرض العسكري بحضور الرئيس إيمانويل ماكرون.", False),
        ("وقع انفجار في العرض العسكري وغادر الرئيس إيمانويل ماكرون المنصة.", True),
        ("اجتمع الوزراء في باريس برئاسة إيمانويل ماكرون.", True),
    ],
)
def test_who_presides_does_no_violence(text: str, acts: bool, scene_of: SceneOf) -> None:
    scene = scene_of(text, weights=ALL)
    one = draft(scene, tellings(scene))[0]
    sides.choose(scene, one)
    named = [pick.party.kind for pick in one.by if pick.party is not None]
    assert ("person" in named) is acts, (one.type, named)


def test_a_full_name_is_kept_beside_the_last(scene_of: SceneOf) -> None:
    scene = scene_of("خطف مسلحون مازن الجبوري في بغداد، ثم ظهر الجبوري مع الخاطفين.", weights=ALL)
    one = draft(scene, tellings(scene))[0]
    sides.choose(scene, one)
    told = [pick.party.text(scene.doc) for pick in one.by if pick.party is not None]
    assert "مازن الجبوري" in told
    assert "الجبوري" not in told
