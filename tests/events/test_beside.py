"""Beside: the words between a party and what tells the event."""

from __future__ import annotations

from tests.events.conftest import SceneOf
from waqai.events import beside
from waqai.events.compose import tellings
from waqai.events.drafts import draft
from waqai.events.scene import Scene


def _names(scene: Scene, words: str) -> set[str]:
    """The features of the party of these words as a side of the first event."""
    (event, *_) = draft(scene, tellings(scene))
    party = next(p for p in scene.parties if p.text(scene.doc) == words)
    groups, loose = beside.features(scene, event, party)
    return {name for group in groups for name in group.names} | set(loose)


def test_a_short_phrase_is_told_whole_and_by_words(scene_of: SceneOf) -> None:
    scene = scene_of("هاجم مسلحون مجهولون على متن دراجة دورية للشرطة قرب بعقوبة.")
    names = _names(scene, "مسلحون مجهولون")
    assert "phrase=.after" in names
    assert "opens=True.after.verb" in names
    scene = scene_of("هجوم شنه ليلا مسلحون مجهولون قرب بعقوبة.")
    names = _names(scene, "مسلحون مجهولون")
    assert "phrase=شنه ليلا.after" in names
    assert {"bag=شنه.after", "bag=ليلا.after"} <= names


def test_a_far_party_is_told_by_its_kind_and_name_alone(scene_of: SceneOf) -> None:
    scene = scene_of(
        "هاجم مسلحون دورية قرب بعقوبة.\nواجتمع مجلس محافظة ديالى.\nوقالت الشرطة العراقية إنها تبحث."
    )
    names = _names(scene, "الشرطة العراقية")
    assert any(name.startswith("awaykind=attack.") for name in names)
    assert not any(name.startswith("bag=") for name in names)


def test_who_stands_before_and_behind_is_told(scene_of: SceneOf) -> None:
    scene = scene_of("اشتبك الجيش اللبناني مع مسلحين في عرسال.")
    names = _names(scene, "الجيش اللبناني")
    assert any(name.startswith("before=None.state_forces.") for name in names)
    names = _names(scene, "مسلحين")
    assert "joined=مع.after" in names
