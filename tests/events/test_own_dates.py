"""Own dates: days in a report that are of something else than the event beside them."""

from __future__ import annotations

import pytest

from tests.events.conftest import SceneOf
from waqai.events.extract import drafts

TOLD = [
    ("وصفت الرسالة المؤرخة في 5 مارس 2015 اختطاف المسلحين ثلاثة مهندسين في صنعاء.", None),
    ("خطف مسلحون ثلاثة مهندسين في صنعاء في 5 مارس 2015.", "2015-03-05"),
]


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_the_date_of_a_letter_is_not_of_what_it_tells(
    scene_of: SceneOf, text: str, day: str | None
) -> None:
    (told,) = drafts(scene_of(text))
    assert (told.when.node.value.start if told.when is not None else None) == day


NOW = [
    ("قصف المسلحون سوق المدينة وقتلوا حارسا. وقال مسؤول إن ما يجري حاليا سببه غياب الأمن.", None),
    ("تدور حاليا اشتباكات عنيفة بين الجيش ومسلحين في تعز.", "2024-03-19"),
]


@pytest.mark.parametrize(("text", "day"), NOW)
def test_now_is_of_what_its_sentence_tells(scene_of: SceneOf, text: str, day: str | None) -> None:
    (told,) = drafts(scene_of(text))
    assert (told.when.node.value.start if told.when is not None else None) == day
