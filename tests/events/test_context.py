"""Context: the words about a passage, and how the report is built around it."""

from __future__ import annotations

from tests.events.conftest import SceneOf
from waqai.events import context
from waqai.events.compose import tellings
from waqai.events.drafts import draft

BODY = "أعلنت الشرطة مقتل ضابطين بانفجار سيارة مفخخة في الموصل.\nوقال شهود إن الانفجار هز المدينة."


def test_words_of_the_window_and_of_the_title(scene_of: SceneOf) -> None:
    scene = scene_of(BODY, title="انفجار سيارة مفخخة في الموصل")
    (event, *_) = draft(scene, tellings(scene))
    body = next(t for t in event.tellings if not scene.is_title(t.sentence))
    told = [name for group in context.words(scene, event, body) for name in group.names]
    assert {"near=مفخخه", "opening=اعلنت", "any=انفجر"} <= set(told)
    assert {"title=انفجار", "title=الموصل"} <= set(scene.title_words.names)
    assert len(told) == len(set(told))


def test_how_much_of_the_title_is_said_again(scene_of: SceneOf) -> None:
    scene = scene_of(BODY, title="انفجار سيارة مفخخة بالموصل")
    made = draft(scene, tellings(scene))
    body = next(t for t in made[0].tellings if not scene.is_title(t.sentence))
    names = {n for g in context.groups(scene, made, 0, body, "0") for n in g.names}
    assert "shared=2.True" in names
    assert any(name.startswith("rank=") for name in names)


def test_a_report_without_a_title_shares_nothing(scene_of: SceneOf) -> None:
    scene = scene_of(BODY)
    made = draft(scene, tellings(scene))
    assert not scene.is_title(made[0].tellings[0].sentence)
    assert list(context.groups(scene, made, 0, made[0].tellings[0], "0"))
