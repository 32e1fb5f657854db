"""Causes: a death that is answered, and unrest that it sets off, are events of their own."""

from __future__ import annotations

import pytest

from tests.events.conftest import SceneOf
from waqai.events.compose import tellings
from waqai.events.extract import Extractor
from waqai.model.report import Report


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "تظاهر مئات الطلاب في تعز أمس احتجاجا على مقتل زميلهم برصاص مسلحين.",
            ["protest", "attack"],
        ),
        ("عقد الوزيران اجتماعا طارئا في عمان بعد مقتل ثلاثة جنود.", ["meeting", "attack"]),
        ("خرجت مسيرة في صفاقس تنديدا بمقتل صياد.", ["protest", "attack"]),
        ("بعد أن قتل ثلاثة جنود عند الحدود عقد الوزيران اجتماعا طارئا.", ["attack", "meeting"]),
        ("قتلت الشرطة سائقا في صفاقس، وهو ما فجر احتجاجات في المدينة.", ["attack", "protest"]),
        ("اعتقلت الشرطة قياديا في كسلا مما أدى إلى اندلاع مظاهرات.", ["arrest", "protest"]),
        (
            "كان أبرزها الهجوم على كنيسة في أبريل، والهجوم على حافلة في مايو.",
            ["attack", "attack"],
        ),
    ],
)
def test_what_was_answered_is_an_event_of_its_own(
    text: str, types: list[str], scene_of: SceneOf
) -> None:
    assert [telling.type for telling in tellings(scene_of(text))] == types


@pytest.mark.parametrize(
    "text",
    [
        "أدت الاحتجاجات في كسلا إلى مقتل شخصين.",
        "أشعل المتظاهرون النار في إطارات أمام المبنى.",
        "قتل شخصان في احتجاجات شهدتها المدينة.",
        "قصفت طائرات موقعا في تعز ما أدى إلى مقتل جندي.",
    ],
)
def test_what_came_of_it_is_its_own_result(text: str, scene_of: SceneOf) -> None:
    (telling,) = tellings(scene_of(text))
    assert not telling.parted


@pytest.mark.parametrize(
    ("text", "salience"),
    [
        ("أحيت مدينة حلبجة اليوم الذكرى الثلاثين لقصفها بالغازات السامة.", "background"),
        ("قصفت طائرات مدينة حلبجة اليوم قبيل ذكرى تأسيسها.", "main"),
    ],
)
def test_what_is_remembered_is_no_news(text: str, salience: str, extractor: Extractor) -> None:
    record = extractor.record(Report("x", text, None, "2018-03-16"))
    assert record.events[0].salience == salience


def test_two_deeds_named_side_by_side_keep_their_dead(extractor: Extractor) -> None:
    text = (
        "أوقف الأمن التونسي سبعة رجال أمس. وشهدت البلاد هذا العام هجمات أبرزها الهجوم على متحف "
        "في مارس الماضي الذي قتل فيه 17 شخصا، والهجوم على فندق في يونيو الذي قتل فيه 26 شخصا."
    )
    record = extractor.record(Report("x", text, None, "2018-08-16"))
    dead = [[c.low for c in e.claims] for e in record.events if e.type == "attack"]
    assert dead == [[17], [26]]
