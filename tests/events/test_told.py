"""What of a report tells of it: no line that links to another; and what a crowd did."""

from __future__ import annotations

import pytest

from tests.events.conftest import SceneOf
from waqai.events.compose import tellings
from waqai.events.drafts import join
from waqai.events.telling import Draft

STORY = "افتتح الوزير مدرستين في الضاحية."
LINKED = [
    ("رابط الخبر بصحيفة المدى: بالصور .. اغتيال قيادي في صيدا", 0),
    ("رابط الخبر بصحيفة المدى\nاغتيال قيادي في صيدا", 1),
    ("وقالت الشرطة .. اغتيال قيادي في صيدا", 1),
]


@pytest.mark.parametrize(("line", "told"), LINKED)
def test_a_line_that_links_tells_nothing(scene_of: SceneOf, line: str, told: int) -> None:
    assert len(tellings(scene_of(f"{STORY}\n{line}"))) == told


JOINED = [
    ("أحبط الحراس محاولة المتظاهرين اقتحام القصر. رشق المتظاهرون الحراس بالحجارة.", "happened"),
    ("أحبطت الشرطة تفجيرا في السوق. اكتشفت تفجيرا آخر في الميناء.", "foiled"),
]


@pytest.mark.parametrize(("text", "status"), JOINED)
def test_who_was_kept_from_a_gate_has_rioted(scene_of: SceneOf, text: str, status: str) -> None:
    first, *others = tellings(scene_of(text))
    draft = Draft([first], first.type, first.status)
    assert draft.status == "foiled"
    for other in others:
        join(draft, other)
    assert draft.status == status
