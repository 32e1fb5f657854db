"""Words: what stands before a naming."""

from __future__ import annotations

import pytest

from waqai.events.words import (
    cause_before,
    joins,
    launched,
    links,
    preposition,
    riding,
    since,
    stationed,
    until,
    ward,
    word_before,
)


@pytest.mark.parametrize(
    ("keys", "i", "skip", "prep"),
    [
        (["هجوم", "علي", "الجيش"], 2, 0, "علي"),
        (["استهداف", "للجيش"], 1, 1, "ل"),
        (["هجوم", "بسياره"], 1, 1, "ب"),
        (["هجوم", "وبسياره"], 1, 2, "ب"),
        (["هجوم", "والجيش"], 1, 1, ""),
        (["قتال", "وبين", "الجيش"], 2, 0, "بين"),
        (["قصف", "الجيش"], 1, 0, ""),
        (["الجيش"], 0, 0, ""),
    ],
)
def test_preposition(keys: list[str], i: int, skip: int, prep: str) -> None:
    assert preposition(keys, i, skip) == prep


@pytest.mark.parametrize(
    ("keys", "i", "skip", "joined"),
    [
        (["الجيش", "والشرطه"], 1, 1, True),
        (["الجيش", "و", "الشرطه"], 2, 0, True),
        (["الجيش", "الشرطه"], 1, 0, False),
        (["قرب", "واشنطن"], 1, 0, False),
        (["بالجيش"], 0, 1, False),
    ],
)
def test_joins(keys: list[str], i: int, skip: int, joined: bool) -> None:
    assert joins(keys, i, skip) is joined


@pytest.mark.parametrize(("first", "i", "at"), [(0, 5, 3), (0, 3, 1), (2, 3, None), (4, 5, None)])
def test_the_nearest_cause_before(first: int, i: int, at: int | None) -> None:
    keys = ["تظاهروا", "احتجاجا", "علي", "ردا", "علي", "قصف"]
    assert cause_before(keys, first, i) == at


def test_word_before() -> None:
    assert word_before(["قال", "الجيش"], 1) == "قال"
    assert word_before(["قال"], 0) == ""
    assert word_before(["\n", "قال"], 1) == ""


@pytest.mark.parametrize(
    ("told", "from_there"),
    [
        ("صاروخ اطلق من *", True),
        ("طاءره واقلعت من *", True),
        ("برشقات من اتجاه *", True),
        ("انسحب من *", False),
        ("اطلق علي *", False),
        ("من *", False),
        ("*", False),
        ("قصف مصدره *", True),
    ],
)
def test_where_fire_comes_from(told: str, from_there: bool) -> None:
    keys = told.split()
    assert launched(keys, keys.index("*")) is from_there


@pytest.mark.parametrize(
    ("told", "i", "skip", "brought"),
    [
        ("نقل الجرحي الي مستشفي حماه", 3, 0, True),
        ("نقل الجرحي الي مشافي حماه", 4, 0, True),
        ("وتم اسعافهم لمستشفي حماه", 2, 1, True),
        ("نقل المقاتلون الي بلده حماه", 3, 0, False),
        ("سقطت قذيفه علي مستشفي حماه", 3, 0, False),
        ("وصل القصف حتي مستشفي حماه", 3, 0, False),
    ],
)
def test_where_the_hurt_are_brought(told: str, i: int, skip: int, brought: bool) -> None:
    assert ward(told.split(), i, skip) is brought


def test_the_end_of_a_period() -> None:
    assert until(["وحتي", "الثلاثاء"], 1)
    assert not until(["حتي"], 0)
    assert not until(["يوم", "الثلاثاء"], 1)


def test_whom_a_vehicle_carries() -> None:
    assert riding(["سياره", "تقل", "خمسه"], 2)
    assert not riding(["قتل", "خمسه"], 1)
    assert not riding(["خمسه"], 0)


def test_a_period_that_lasts() -> None:
    assert since(["ومنذ", "مطلع", "العام"], 2, 3)
    assert since(["خلال", "الاشهر", "الماضيه"], 1, 3)
    assert not since(["في", "مطلع", "العام"], 2, 3)
    assert not since(["خلال", "الساعات", "الاولي", "من", "العام"], 1, 5)


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("من مواقعها في *", "from"),
        ("من مناطق في *", "from"),
        ("القوات المتمركزه في *", "stand"),
        ("استهدف مواقعها في *", ""),
        ("قوات متمركزه قرب *", "stand"),
        ("من مواقعها القريبه من *", "from"),
        ("المخيمات القريبه من *", ""),
        ("في *", ""),
    ],
)
def test_where_forces_stand_who_act(told: str, held: str) -> None:
    keys = told.split()
    assert stationed(keys, keys.index("*")) == held


@pytest.mark.parametrize(("skip", "held"), [(1, "stand"), (0, "")])
def test_where_forces_stand_with_a_letter_on_the_place(skip: int, held: str) -> None:
    assert stationed(["القوات", "المتمركزه", "بحماه"], 2, skip) == held


def test_fire_from_a_base() -> None:
    assert launched(["قصف", "من", "معسكر", "جورين"], 2)
    assert not launched(["مزرعه", "قريبه", "من", "مطار", "كويرس"], 3)


@pytest.mark.parametrize(
    ("keys", "link"),
    [
        (["رابط", "الخبر", ":", "قتلي", "بغاره"], True),
        (["اقرا", "ايضا", ":", "قتلي"], True),
        (["رابط", "العلماء", "تدين"], False),
    ],
)
def test_lines_that_link_to_a_report(keys: list[str], link: bool) -> None:
    assert links(keys, 0) == link
