"""Kinds: what the figures and goods of an event say of its type."""

from __future__ import annotations

import pytest

from waqai.events.extract import Extractor
from waqai.model.report import Report

TOLD = [
    # Forces hurt or kill people who protest.
    (
        "قتل خمسة أشخاص وأصيب العشرات برصاص قوات الأمن خلال تظاهرات شهدتها مدينة الناصرية.",
        "crackdown",
    ),
    ("خرجت في كسلا مظاهرة حاشدة ضد الغلاء، وأصيب ثلاثة طلاب بنيران الشرطة.", "crackdown"),
    # They protest because of deaths, or those hurt are of the forces.
    ("تظاهر المئات في كسلا احتجاجا على مقتل ثلاثة طلاب بنيران الشرطة.", "protest"),
    ("خرجت في كسلا مظاهرة حاشدة ضد الغلاء ولم يصب أحد.", "protest"),
    # Forces kill militants, or militants kill forces.
    ("أعلنت وزارة الدفاع أن الجيش الجزائري قتل تسعة إرهابيين في ولاية جيجل الخميس.", "clash"),
    ("أعلنت وزارة الدفاع أن إرهابيين قتلوا تسعة جنود في ولاية جيجل الخميس.", "attack"),
    # Drugs of somebody arrested.
    ("اعتقلت قوات الأمن في ميسان تاجرين بحوزتهما 12 كيلوغراما من مادة الكريستال.", "seizure"),
    ("اعتقلت شعبة مكافحة المخدرات في ميسان تاجرين فارين من السجن.", "arrest"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_figures_and_goods_tell_the_type(extractor: Extractor, text: str, kind: str) -> None:
    record = extractor.record(Report("kinds", text, None, "2023-10-12"))
    assert [event.type for event in record.events] == [kind]
