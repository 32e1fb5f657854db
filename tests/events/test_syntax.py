"""Syntax: the role that its place beside a trigger gives a party; each row is one construction."""

from __future__ import annotations

import pytest

from tests.events.conftest import SceneOf
from waqai.events.scene import Scene

# The report, the party's words, the role, and how it is found (its beginning).
GUESSES = [
    ("هاجم مسلحون أمس الجيش السوري في حلب.", "مسلحون", "by", "subject"),
    ("هاجم مسلحون أمس الجيش السوري في حلب.", "الجيش السوري", "to", "second"),
    ("هاجم الجيش السوري أمس الاثنين تنظيم القاعدة في حلب.", "الجيش السوري", "by", "subject"),
    ("الجيش السوري يهاجم تنظيم القاعدة في حلب.", "الجيش السوري", "by", "ahead"),
    ("الجيش السوري يهاجم تنظيم القاعدة في حلب.", "تنظيم القاعدة", "to", "object"),
    ("هوجم الجيش السوري في حلب.", "الجيش السوري", "to", "passive"),
    ("هجوم حركة طالبان على الجيش الأفغاني في غزني.", "حركة طالبان", "by", "genitive"),
    ("اشتباكات بين الجيش اليمني والحوثيين في تعز.", "الجيش اليمني", "by", "between"),
    ("اشتباكات بين الجيش اليمني والحوثيين في تعز.", "الحوثيين", "to", "between"),
    ("هاجم حزب الله وحركة أمل الجيش اللبناني.", "حزب الله", "by", "subject"),
    ("هاجم حزب الله وحركة أمل الجيش اللبناني.", "حركة أمل", "by", "and.subject"),
    ("شن الجيش السوري هجوما على بلدة في ريف حلب.", "الجيش السوري", "light", "شن"),
    ("تعرض الجيش السوري لهجوم في ريف حلب.", "الجيش السوري", "light", "تعرض"),
    ("هجوم حركة طالبان على الجيش الأفغاني في غزني.", "الجيش الأفغاني", "to", "mark.علي"),
    ("هاجم مسلحون الجيش السوري في حلب.", "الجيش السوري", "to", "second"),
    ("أدان الهجوم الذي استهدف الجيش المالي في غاو.", "الجيش المالي", "to", "alone.either"),
    ("ثم استهدفوا الجيش المالي بعبوة ناسفة في غاو.", "الجيش المالي", "to", "alone"),
    ("استعاد الجيش اليمني البلدة من يد الحوثيين.", "الحوثيين", "to", "mark.من يد"),
    ("شنت الشرطة حملة لاعتقال الحوثيين في تعز.", "الحوثيين", "to", "genitive.True.False.ل"),
]


def found(scene: Scene, words: str) -> list[tuple[str, str]]:
    """The role and its reason of each guess about the party of these words."""
    return [
        (guess.role, guess.how)
        for number in range(len(scene.doc.sentences))
        for party, guesses in scene.guesses_in(number).items()
        if party.text(scene.doc) == words
        for guess in guesses
    ]


@pytest.mark.parametrize(("text", "words", "role", "how"), GUESSES)
def test_guess(scene_of: SceneOf, text: str, words: str, role: str, how: str) -> None:
    told = found(scene_of(text), words)
    assert any(role in one.split("|") and why.startswith(how) for one, why in told), told


def test_nothing_is_guessed_across_a_stop(scene_of: SceneOf) -> None:
    scene = scene_of("وقع هجوم في حلب. الجيش السوري في حالة تأهب.")
    assert found(scene, "الجيش السوري") == []


def test_another_strong_trigger_stands_in_the_way(scene_of: SceneOf) -> None:
    scene = scene_of("هاجم مسلحون معسكرا ثم قصفت طائرات الجيش السوري مواقعهم في حلب.")
    by_trigger = {
        guess.trigger.value.type
        for party, guesses in scene.guesses_in(0).items()
        if party.text(scene.doc) == "الجيش السوري"
        for guess in guesses
    }
    assert "attack" not in by_trigger


def test_a_sentence_without_parties_gives_no_guess(scene_of: SceneOf) -> None:
    assert scene_of("وقع هجوم في حلب.").guesses_in(0) == {}
