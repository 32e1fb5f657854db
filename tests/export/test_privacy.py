"""Names of private persons are withheld, those of public figures are not."""

from __future__ import annotations

import pytest

from waqai.export.known import Known
from waqai.export.privacy import WITHHELD, masker

PRIVATE = [
    ("قتل المواطن أحمد خالد السالم في الغارة", f"قتل المواطن {WITHHELD} في الغارة"),
    ("اعتقال الشاب محمد يوسف العمري عند الحاجز", f"اعتقال الشاب {WITHHELD} عند الحاجز"),
    ("إصابة محمود إبراهيم في ساقه", f"إصابة {WITHHELD} في ساقه"),
    ("قال شاهد إن خالد مصطفى رآهم", f"قال شاهد إن {WITHHELD} رآهم"),
]
PUBLIC = [
    "قال وزير الداخلية محمد إبراهيم إن الحملة مستمرة",
    "التقى الرئيس محمود أحمد وفدا",
    "قصف على حاجز شرق المدينة",
    "هجوم على خالد في الطريق العام",
    "قتل ثلاثة مدنيين في سوق المدينة",
    "انفجار بشارع محمود إبراهيم وسط المدينة",
    "كتائب أحمد يوسف تعلن انسحابها من ساحة محمد خالد",
    "",
]


@pytest.mark.parametrize(("text", "shown"), PRIVATE)
def test_private_names_are_withheld(text: str, shown: str) -> None:
    assert masker(False)(text) == shown


@pytest.mark.parametrize("text", PUBLIC)
def test_public_names_and_prose_stay(text: str) -> None:
    assert masker(False)(text) == text


def test_names_on_request() -> None:
    assert masker(True)(PRIVATE[0][0]) == PRIVATE[0][0]


def test_known_public_figures_stay() -> None:
    text = "وصل محمود أحمد إلى المدينة"
    assert masker(False, Known(frozenset({"محمود احمد"})))(text) == text
