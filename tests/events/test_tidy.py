"""Tidy: one row a voice and figure, and the class that the words leave open."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.events.conftest import SceneOf
from waqai.annotate.speakers.scope import Attribution
from waqai.events import whom
from waqai.events.extract import Extractor
from waqai.events.scene import Scene
from waqai.events.scorer import Scorer
from waqai.events.telling import Draft, Figure
from waqai.events.tidy import tidy
from waqai.lexicon.table import read_table
from waqai.model.codes import COUNT_SLOTS, EVENT_TYPES, CountSlot, EventType, WhomClass
from waqai.model.event import LIKELY
from waqai.model.report import Report

TITLE = "مقتل 3 جنود وإصابة آخرين في هجوم"
TWO, NINE = 2, 9
BODY = "قتل ثلاثة جنود وأصيب خمسة جنود في هجوم. وأعلنت الشرطة مقتل ثلاثة جنود."


def figures(scene: Scene, slot: CountSlot = "killed") -> list[Figure]:
    """A figure of one slot for each count of a scene, in text order."""
    return [
        Figure(
            slot, node.value.low, node.value.high, node.value.hedge, node.value.cls, node,
            (node.i, node.j), 0.9, (), held=scene.voices.at(node.i),
            in_title=scene.is_title(scene.sentence(node.i)),
        )
        for node in scene.counts
    ]  # fmt: skip


def tidied(scene: Scene, told: list[Figure]) -> list[Figure]:
    draft = Draft([], "attack", figures=told)
    assert tidy(scene, [draft]) == [draft]
    return draft.figures


def test_title_and_body_of_the_outlet_are_one_voice(scene_of: SceneOf) -> None:
    scene = scene_of(BODY, TITLE)
    three = [one for one in figures(scene) if one.low == 3]
    own = [one for one in three if one.held is None]
    assert len(own) == 2
    assert tidied(scene, own) == [one for one in own if not one.in_title]


def test_the_same_figure_of_a_named_speaker_is_another_row(scene_of: SceneOf) -> None:
    scene = scene_of(BODY, TITLE)
    three = [one for one in figures(scene) if one.low == 3]
    kept = tidied(scene, three)
    voices: list[Attribution | None] = [one.held for one in kept]
    assert len(kept) == 2
    assert voices.count(None) == 1


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("أصيبت امرأة بقصف على البلدة. وطال القصف القرية وأدى لإصابة طفل.", 2),
        ("أصيبت امرأة بقصف على البلدة. وأدى القصف لإصابة امرأة.", 1),
        ("أصيبت طفلة بقصف على البلدة. وأصيبت امرأة مسنة في القرية.", 1),
        ("أصيبت امرأة وطفل بقصف على البلدة. وأدى القصف لإصابة طفل.", 2),
        ("أصيب طفل بقصف على البلدة. وأصيبت لاحقا امرأة. وأدى القصف لإصابة طفل.", 2),
    ],
)
def test_a_woman_and_a_child_are_two(scene_of: SceneOf, body: str, rows: int) -> None:
    scene = scene_of(body, None)
    assert len(tidied(scene, figures(scene, "wounded"))) == rows


@pytest.mark.parametrize(
    ("behind", "rows"),
    [
        ("وأصيب شخصان في قصف مماثل استهدف مدينة سرمين.", 2),
        ("وأصيب شخصان في قصف استهدف مدينة سرمين.", 1),
        ("وأصيب شخصان في قصف مماثل استهدف مدينة عفرين.", 1),
    ],
)
def test_another_strike_hurts_others(scene_of: SceneOf, behind: str, rows: int) -> None:
    scene = scene_of(f"استهدف قصف مدفعي مدينة عفرين وأدى لإصابة شخصين. {behind}")
    assert len(tidied(scene, figures(scene, "wounded"))) == rows


def test_a_noun_is_of_others_than_whom_an_ending_took_up(scene_of: SceneOf) -> None:
    scene = scene_of(
        "ونقل عاملان من محطة مدينة عفرين إلى المستشفى بعد أن أصيبا في الهجوم. "
        "وأصيب شخصان جراء هجوم في مدينة سرمين."
    )
    told = [one for one in figures(scene, "wounded") if one.low == TWO]
    behind = next(one for one in told if one.node.value.who is None)
    assert tidied(scene, [behind, told[-1]]) == [behind, told[-1]]


SHORT = [
    (
        "العميد سمير: مقتل ثلاثة جنود في هجوم",
        "وقال المتحدث باسم الجيش العميد محمد سمير إن ثلاثة جنود قتلوا في هجوم.",
        ["المتحدث باسم الجيش العميد محمد سمير"],
    ),
    (
        "هجوم على حاجز",
        "وقال مصدر أمني في كركوك إن ثلاثة جنود قتلوا. وقال مصدر أمني إن ثلاثة جنود قتلوا.",
        ["مصدر أمني في كركوك", "مصدر أمني"],
    ),
    (
        "هجوم على حاجز",
        "وقال مصدر أمني في كركوك إن ثلاثة جنود قتلوا. وقال المصدر إن ثلاثة جنود قتلوا.",
        ["مصدر أمني في كركوك"],
    ),
]


@pytest.mark.parametrize(("title", "body", "voices"), SHORT)
def test_who_is_named_in_short_is_one_voice_with_the_full_name(
    scene_of: SceneOf, title: str, body: str, voices: list[str]
) -> None:
    scene = scene_of(body, title)
    kept = tidied(scene, [one for one in figures(scene) if one.low == 3])
    speakers = [one.held.speaker for one in kept if one.held is not None]
    assert [scene.doc.text[slice(*scene.doc.span(n.i, n.j, n.skip))] for n in speakers] == voices


def test_other_figures_and_slots_stay(scene_of: SceneOf) -> None:
    scene = scene_of("قتل ثلاثة جنود في هجوم. وأصيب خمسة جنود.")
    told = figures(scene)
    assert [one.low for one in tidied(scene, told)] == [3, 5]
    twice = [*figures(scene, "killed"), *figures(scene, "wounded")]
    assert len(tidied(scene, twice)) == 4


def test_a_vague_plural_of_the_title_goes_where_the_body_counts(scene_of: SceneOf) -> None:
    scene = scene_of("قتل ثلاثة جنود في هجوم.", "مقتل جنود في هجوم")
    vague, exact = figures(scene)
    assert (vague.low, vague.in_title, exact.low) == (None, True, 3)
    assert tidied(scene, [vague, exact]) == [exact]


def test_a_vague_plural_of_the_title_stays_where_nothing_counts(scene_of: SceneOf) -> None:
    scene = scene_of("وقع هجوم على ثكنة.", "مقتل جنود في هجوم")
    (vague,) = figures(scene)
    assert tidied(scene, [vague]) == [vague]


@pytest.mark.parametrize(
    ("kind", "slot", "cls"),
    [
        ("bombing", "killed", "civilian"),
        ("crackdown", "killed", "protester"),
        ("protest", "arrested", "protester"),
        ("clash", "killed", "unknown"),
        ("meeting", "released", "unknown"),
    ],
)
def test_the_class_that_an_event_makes_likely(
    scene_of: SceneOf, kind: EventType, slot: CountSlot, cls: WhomClass
) -> None:
    scene = scene_of("قتل ثلاثة أشخاص.")
    told = figures(scene, slot)
    assert [one.cls for one in told] == ["unknown"]
    draft = Draft([], kind, figures=told)
    assert [whom.usual(draft, one) for one in told] == [cls]


def test_without_weights_the_usual_class_is_taken(scene_of: SceneOf) -> None:
    scene = scene_of("قتل ثلاثة أشخاص.", weights={})
    told = figures(scene)
    tidy(scene, [Draft([], "crackdown", figures=told)])
    assert [one.cls for one in told] == ["protester"]
    assert [LIKELY in one.rules for one in told] == [True]


def test_the_likeliest_class_is_taken(scene_of: SceneOf) -> None:
    likely = Scorer({"protester.head=اشخاص": 1.0, "civilian.head=اشخاص": 0.5})
    scene = scene_of("قتل ثلاثة أشخاص.", weights={"whom": likely})
    told = figures(scene)
    tidy(scene, [Draft([], "bombing", figures=told)])
    assert [one.cls for one in told] == ["protester"]


def test_a_class_that_words_tell_is_kept(scene_of: SceneOf) -> None:
    scene = scene_of("قتل ثلاثة جنود.")
    told = figures(scene)
    tidy(scene, [Draft([], "protest", figures=told)])
    assert [one.cls for one in told] == ["security"]
    assert [LIKELY in one.rules for one in told] == [False]


def test_the_table_of_classes_holds_codes() -> None:
    rows = read_table("waqai.events", "whom.tsv", ("type", "slot", "class"))
    assert {row.cells[0] for row in rows} <= {"*", *EVENT_TYPES}
    assert {row.cells[1] for row in rows} <= set(COUNT_SLOTS)
    assert {row.cells[2] for row in rows} <= set(get_args(WhomClass))
    assert {row.cells[1] for row in rows if row.cells[0] == "*"} == set(COUNT_SLOTS)
    assert len({row.cells[:2] for row in rows}) == len(rows)


def test_people_of_whom_one_is_armed_are_mixed_in_title_and_body(extractor: Extractor) -> None:
    title = "إصابة تسعة أشخاص بطلقات خرطوش في أحداث بلدة سمنود"
    body = (
        "أصيب تسعة أشخاص بطلقات خرطوش بينهم مساعد شرطة في أحداث بلدة سمنود أمس الاثنين، التي "
        "اندلعت أمام قسم الشرطة عقب تشييع جثمان طالب."
    )
    told = extractor.record(Report("r", body, title, published="2024-03-19"))
    nine = [c for event in told.events for c in event.claims if c.low == NINE]
    assert [claim.whom.cls for claim in nine if claim.whom] == ["mixed"]
