"""Compose: types that go together, and the groups of triggers of one sentence."""

from __future__ import annotations

import itertools

import pytest

from tests.events.conftest import SceneOf
from waqai.events.compose import merged_type, tellings
from waqai.events.telling import sense
from waqai.lexicon.table import read_table
from waqai.model.codes import EVENT_TYPES, EventType


@pytest.mark.xfail(
    strict=True, reason="attack and clash, arrest and seizure or trial each absorb the other"
)
def test_merging_is_symmetric_and_gives_one_of_both() -> None:
    for one, two in itertools.product(EVENT_TYPES, repeat=2):
        kind = merged_type(one, two)
        assert kind == merged_type(two, one)
        assert kind in (None, one, two)
        assert one != two or kind == one


@pytest.mark.xfail(
    strict=True, reason="attack and clash, arrest and seizure or trial each absorb the other"
)
def test_no_two_types_absorb_each_other() -> None:
    rows = read_table("waqai.events", "compat.tsv", ("type", "absorbs"))
    pairs = {(row.cells[0], part) for row in rows for part in row.variants(1)}
    assert pairs
    assert all((two, one) not in pairs for one, two in pairs)
    assert {code for pair in pairs for code in pair} <= set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("suicide_attack", "explosion", "suicide_attack"),
        ("arrest", "raid", "raid"),
        ("protest", "crackdown", "crackdown"),
        ("meeting", "shelling", None),
        ("aid", "execution", None),
    ],
)
def test_what_goes_together(one: EventType, two: EventType, kind: EventType | None) -> None:
    assert merged_type(one, two) == kind


REPORT = (
    "داهمت الشرطة منزلا في الرمادي واعتقلت مسلحين اثنين. "
    "وانفجرت عبوة ناسفة في كركوك، فيما قتل جنديان بقصف على تعز. "
    "من جهة أخرى التقى وزير الخارجية المصري نظيره التركي."
)


def test_groups_stay_in_their_sentence(scene_of: SceneOf) -> None:
    scene = scene_of(REPORT)
    found = tellings(scene)
    assert {telling.sentence for telling in found} == {0, 1, 2}
    for telling in found:
        sentence = scene.doc.sentences[telling.sentence]
        assert sentence.first <= telling.first < telling.last <= sentence.last
        assert all(telling.holds(trigger) for trigger in telling.triggers)
        assert telling.head in telling.triggers


def test_windows_of_a_sentence_follow_each_other(scene_of: SceneOf) -> None:
    found = tellings(scene_of(REPORT))
    for before, after in itertools.pairwise(found):
        assert before.sentence < after.sentence or before.last == after.first


def test_every_trigger_is_in_one_group(scene_of: SceneOf) -> None:
    scene = scene_of(REPORT)
    grouped = [trigger for telling in tellings(scene) for trigger in telling.triggers]
    assert grouped == scene.triggers


def test_a_result_joins_what_brought_it_about(scene_of: SceneOf) -> None:
    (telling,) = tellings(scene_of("أدى انفجار عبوة ناسفة إلى مقتل جندي في كركوك."))
    assert telling.type == "bombing"
    assert "result" in {sense(trigger).strength for trigger in telling.triggers}


def test_the_whole_names_the_group(scene_of: SceneOf) -> None:
    (telling,) = tellings(scene_of("داهمت الشرطة منزلا واعتقلت رجلين في الرمادي."))
    assert telling.type == "raid"


def test_an_aside_parts_two_tellings(scene_of: SceneOf) -> None:
    found = tellings(scene_of("انفجرت عبوة ناسفة في كركوك، من جهة أخرى قصفت طائرات موقعا في تعز."))
    assert [telling.type for telling in found] == ["bombing", "air_strike"]
