"""Sides: who presides over what the sentence tells does no violence."""

from __future__ import annotations

import pytest

from tests.events.conftest import SceneOf
from waqai.events import sides
from waqai.events.compose import tellings
from waqai.events.drafts import draft
from waqai.events.scene import Scene
from waqai.events.scorer import BIAS, Scorer
from waqai.events.telling import Draft

# Every party acts, whatever its words say.
ALL = {name: Scorer({BIAS: 5.0}) for name in ("by", "by_among")}
# Every party suffers.
SUFFERING = {name: Scorer({BIAS: 5.0}) for name in ("to", "to_among")}


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


@pytest.mark.parametrize(
    ("text", "told", "less"),
    [
        # A name and its office, in either order.
        ("أصيب سامي رفعت، قائد كتيبة الصقور، في قصف على إدلب.", "سامي رفعت", "قائد كتيبة الصقور"),
        (
            "اعتقلت الشرطة القيادي بحزب النور، مازن الجبوري، أمس.",
            "مازن الجبوري",
            "القيادي بحزب النور",
        ),
        # A noun and its participle, a body and the one that it is part of, one crowd told twice.
        ("أفرج المسلحون عن الإيطاليين المختطفين في زوارة.", "الإيطاليين", "المختطفين"),
        ("جدد قاضي المعارضات بمحكمة الدقي حبس متهم.", "قاضي المعارضات", "محكمة الدقي"),
        ("تظاهر عشرات المعلمين في صفاقس، ورفع المتظاهرون لافتات.", "عشرات المعلمين", "المتظاهرون"),
    ],
)
def test_one_party_is_told_once(text: str, told: str, less: str, scene_of: SceneOf) -> None:
    found = _acting(scene_of(text, weights=ALL))
    assert (told in found) != (less in found), found


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "أوقف رئيس المخابرات، سامي رفعت، وزير النقل في مطار المدينة.",
            ("رئيس المخابرات، سامي رفعت", "وزير النقل"),
        ),
        # Who has an office meets one of another.
        (
            "التقى سامي رفعت رئيس المكتب السياسي لحركة حماس مساء.",
            ("سامي رفعت", "رئيس المكتب السياسي لحركة حماس"),
        ),
        ("اعتقلت الشرطة مازن الجبوري ورئيس البلدية أمس.", ("مازن الجبوري", "رئيس البلدية")),
        (
            "تظاهر عشرات المعلمين في صفاقس، وتظاهر الصيادون في بنزرت.",
            ("عشرات المعلمين", "الصيادون"),
        ),
    ],
)
def test_two_parties_are_two(text: str, parties: tuple[str, str], scene_of: SceneOf) -> None:
    assert set(parties) <= set(_acting(scene_of(text, weights=ALL)))


@pytest.mark.parametrize(
    ("text", "suffers"),
    [
        ("قضت المحكمة بإعدام سامي رفعت لقتله مازن الجبوري في شجار.", False),
        ("حبست النيابة موظفا بتهمة خطف مازن الجبوري.", False),
        ("أجلت المحكمة محاكمة سامي رفعت في قضية مقتل مازن الجبوري.", False),
        ("أجلت المحكمة محاكمة مازن الجبوري في قضية مقتل شرطي.", True),
        ("قضت المحكمة بحبس سامي رفعت بعد توقيف مازن الجبوري.", True),
        ("حبست النيابة موظفا متهما بتزوير أوراق، واعتقلت مازن الجبوري.", True),
    ],
)
def test_whom_the_accused_harmed_is_not_tried(text: str, suffers: bool, scene_of: SceneOf) -> None:
    scene = scene_of(text, weights=SUFFERING)
    one = next(d for d in drafts(scene) if d.type in ("trial", "arrest", "execution"))
    sides.choose(scene, one)
    told = [pick.party.text(scene.doc) for pick in one.to if pick.party is not None]
    assert ("مازن الجبوري" in told) is suffers, (one.type, told)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("شارك الآلاف في مسيرة بوسط نابلس قرب الجيش الإسرائيلي.", False),
        ("نظم أمناء الشرطة وقفة احتجاجية في طنطا.", True),
        ("أضربت مراكز الشرطة في طنطا.", True),
    ],
)
def test_forces_make_no_protest_but_their_own(text: str, acts: bool, scene_of: SceneOf) -> None:
    scene = scene_of(text, weights=ALL)
    one = next(d for d in drafts(scene) if d.type == "protest")
    sides.choose(scene, one)
    kinds = [pick.party.kind for pick in one.by if pick.party is not None]
    assert ("state_forces" in kinds) is acts, kinds


@pytest.mark.parametrize(
    ("text", "told", "less"),
    [
        # An office right behind its name; a bomber and the group that sent him.
        (
            "أصيب سامي رفعت رئيس المكتب السياسي لحركة حماس في قصف.",
            "سامي رفعت",
            "رئيس المكتب السياسي لحركة حماس",
        ),
        ("فجر انتحاري نفسه في بغداد، وتبنى تنظيم داعش الهجوم.", "تنظيم داعش", "انتحاري"),
    ],
)
def test_the_one_named_is_told(text: str, told: str, less: str, scene_of: SceneOf) -> None:
    found = " + ".join(_acting(scene_of(text, weights=ALL)))
    assert told in found
    assert less not in found


def test_a_bomber_of_nobody_told_stays(scene_of: SceneOf) -> None:
    assert "انتحاري" in " ".join(
        _acting(scene_of("فجر انتحاري نفسه في بغداد، ووصل الجيش العراقي.", weights=ALL))
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("استهدف تفجير مسجد قوات الأمن في الدمام. ووقع التفجير في مسجد القوات ظهرا.", 1),
        ("استهدف تفجير مسجد الفتح ومسجد النور في الدمام.", 2),
    ],
)
def test_one_mosque_is_struck_once(text: str, count: int, scene_of: SceneOf) -> None:
    scene = scene_of(text, weights=SUFFERING)
    one = drafts(scene)[0]
    sides.choose(scene, one)
    told = [pick.party.text(scene.doc) for pick in one.to if pick.party is not None]
    assert sum(text.startswith("مسجد") for text in told) == count, told


def _acting(scene: Scene) -> list[str]:
    """The words of who acts in the first event."""
    one = drafts(scene)[0]
    sides.choose(scene, one)
    return [pick.party.text(scene.doc) for pick in one.by if pick.party is not None]


def drafts(scene: Scene) -> list[Draft]:
    """The drafts of a scene without their slots."""
    return draft(scene, tellings(scene))
