"""Linking: what is one incident, what is not, in whatever order it comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.link.build import extract, line, report
from waqai.link import cluster
from waqai.link.compare import compare
from waqai.link.face import Face
from waqai.link.groups import NO_BONDS, Bonds, pair
from waqai.link.linker import link
from waqai.link.stories import incidents
from waqai.link.telling import Telling
from waqai.link.tellings import tellings
from waqai.link.words import is_known, shared, story_words
from waqai.model.report import Report


def told(*reports: Report) -> list[Telling]:
    """The tellings of reports without their words: lines of one event each are too much alike."""
    every = [telling for one in reports for telling in tellings(one, extract(one))]
    return [replace(telling, told=(), story=()) for telling in every]


def groups(reports: Iterable[Report], bonds: Bonds = NO_BONDS) -> list[set[str]]:
    """The reports of each group."""
    every = told(*reports)
    of = {telling.key: telling.report for telling in every}
    return [{of[key] for key in group.keys} for group in link(every, bonds)]


def test_one_place_and_day_is_one_incident() -> None:
    a, b = report("a", line(killed=3)), report("b", line(killed=5, by="SY-army"))
    assert groups([a, b]) == [{"a", "b"}]
    (one,) = incidents((r, extract(r)) for r in (a, b))
    assert [member.report for member in one.members] == ["a", "b"]
    assert "both are shelling (+" in one.members[0].why
    assert "both on 2025-05-17 (+" in one.members[0].why


def test_other_days_places_and_kinds_are_others() -> None:
    base = report("a", line())
    for other in (
        line(day="2025-05-18"),
        line(day="2025-05-14"),
        line(place="homs"),
        line(kind="meeting"),
    ):
        assert len(groups([base, report("b", other)])) == 2, other


def test_what_titles_and_leads_share_speaks_for_one_story() -> None:
    a, b = told(report("a", line()), report("b", line()))
    story = "قذائف على أطراف بنش وسرمين تحرق بساتين الزيتون وحقول الكمون"
    reached = []
    for other in (
        "انفجار دراجة مفخخة في سوق الخضار بجوار الكراج وسط عفرين",
        "قتلى بغارة على بنش وتفتناز ومعرة النعمان وخان شيخون",
        "قذائف على سرمين وتفتناز والنيرب تتلف الكمون",
        story,
    ):
        one, two = (replace(t, story=story_words(text)) for t, text in ((a, story), (b, other)))
        comparison = compare(one, two)
        assert comparison is not None
        (found,) = [x.name for x in comparison.levels if x.name.startswith("story")]
        reached.append((int(found.partition(".")[2]), comparison.score))
    assert reached == sorted(reached)
    assert len(set(reached)) == len(reached)


def test_words_that_news_uses_often_tell_little() -> None:
    rare = frozenset(story_words("انفجار في دير سنبل"))
    often = frozenset(story_words("قال الرئيس إن الحكومة"))
    assert shared(rare, rare) > shared(often, often)
    assert shared(rare, often) == 0


def test_of_some_kinds_there_are_many_on_a_day() -> None:
    def score(kind: str) -> float:
        found = compare(*told(report("a", line(kind=kind)), report("b", line(kind=kind))))
        assert found is not None
        return found.score

    assert min(score("bombing"), score("attack")) > score("protest")


def test_what_counts_dead_is_violent_whatever_it_is_called() -> None:
    for toll, kinds in (({"killed": 12}, ["type.unlike"]), ({}, None)):
        one, other = told(report("a", line(**toll)), report("b", line(kind="displacement", **toll)))
        comparison = compare(one, other)
        found = comparison and [x.name for x in comparison.levels if x.name.startswith("type.")]
        assert found == kinds


def test_deaths_that_one_tells_and_the_other_not_speak_against() -> None:
    base = told(report("a", line(killed=4, wounded=2)))[0]
    for toll, against in (
        ({"wounded": 6}, True),
        ({"wounded": 1}, False),
        ({"killed": 3, "wounded": 6}, False),
        ({}, False),
    ):
        (other,) = told(report("b", line(**toll)))
        for comparison in (compare(base, other), compare(other, base)):
            assert comparison is not None
            found = [level for level in comparison.levels if level.name == "harm.other"]
            assert bool(found) == against, toll
            assert not found or comparison.values(found[0]) == (4, 6)


def test_the_story_of_a_passing_mention_is_what_tells_it() -> None:
    told_of = report("a", line(), line("raid", background=1), published="2025-05-18")
    (main, background) = tellings(told_of, extract(told_of))
    assert main.story == story_words(told_of.text)
    assert not background.story
    assert Face(background).story == set(background.told) < set(main.story)


def test_the_share_of_words_is_that_of_the_shorter_passage() -> None:
    a, b = told(report("a", line()), report("b", line()))
    short = "قذائف على أطراف بنش وسرمين"
    shares = []
    for other in (
        "انفجار دراجة مفخخة في سوق الخضار وسط عفرين",
        "غارات على بنش وتفتناز وخان شيخون",
        f"{short} تحرق بساتين الزيتون وحقول الكمون جنوب الطريق الدولي",
    ):
        one, two = (replace(t, told=story_words(text)) for t, text in ((a, short), (b, other)))
        for comparison in (compare(one, two), compare(two, one)):
            assert comparison is not None
            (found,) = [x.name for x in comparison.levels if x.name.startswith("words")]
            shares.append(int(found.partition(".")[2]))
    assert shares == [0, 0, 30, 30, 60, 60]


def test_a_reaction_comes_days_after_what_it_reacts_to() -> None:
    (old,) = told(report("a", line("bombing", day="2025-05-14"), published="2025-05-14"))
    later = line("bombing", day="-")
    for published, found in (
        ("2025-05-15", "time.likely"),
        ("2025-05-16", "time.doubtful"),
        ("2025-05-18", "time.late"),
        ("2025-05-21", "time.late"),
        ("2025-05-22", None),
    ):
        (new,) = told(report("b", later, published=published))
        for one, other in ((old, new), (new, old)):
            comparison = compare(one, other)
            names = [level.name for level in comparison.levels] if comparison else [None]
            assert found in names
            assert ("late.news" in names) == (found == "time.late")
    (new,) = told(report("b", later, published="2025-05-18"))
    (news, known) = (compare(old, replace(new, known=is_known)) for is_known in (False, True))
    assert news is not None
    assert known is not None
    assert known.score > news.score


@pytest.mark.parametrize(
    ("words", "expected"),
    [("التفجير", True), ("والهجوم", True), ("للاعتداء", True), ("بالقصف", True), ("تفجير", False),
     ("ألقى", False), ("قتل", False)],
)  # fmt: skip
def test_what_bears_the_article_is_told_as_known(words: str, expected: bool) -> None:
    assert is_known(words) == expected


def test_days_that_nobody_states_and_outlets_that_tell_twice() -> None:
    a, b = told(report("a", line(), outlet="one"), report("b", line(), outlet="two"))
    stated = a.when
    assert stated is not None
    inferred = replace(stated, sure=False)
    for one, other, names in (
        (a, b, {"days.until"}),
        (replace(a, when=inferred), b, {"days.until"}),
        (replace(a, when=inferred), replace(b, when=inferred), {"days.inferred", "days.until"}),
        (replace(a, when=replace(inferred, last=inferred.last + 1)), b, set()),
        (a, replace(b, outlet="one"), {"days.until", "outlet.same"}),
        (replace(a, outlet=None), replace(b, outlet=None), {"days.until"}),
    ):
        comparison = compare(one, other)
        assert comparison is not None
        found = {x.name for x in comparison.levels if x.name.startswith(("days", "outlet"))}
        assert found == names


def test_what_is_told_in_passing_is_said_to_be() -> None:
    main, other = told(report("a", line()), report("b", line()))
    passing = replace(other, salience="background")
    for pair_, level in (((main, passing), "one"), ((passing, passing), "both")):
        found = compare(*pair_)
        assert found is not None
        assert f"passing.{level}" in [x.name for x in found.levels]


def test_two_events_of_a_report_stay_two() -> None:
    one = report("a", line(killed=3), line(killed=8, kind="shelling"))
    assert len(groups([one])) == 2


@pytest.mark.parametrize(
    ("place", "elsewhere"), [("saraqib", True), ("idlib", False), ("-", False)]
)
def test_what_a_report_tells_at_two_spots_is_two(place: str, elsewhere: bool) -> None:
    """Binnish and Saraqib lie 13 km apart."""
    one, two = told(report("a", line(place="idlib"), line(place=place)))
    comparison = compare(one, two)
    assert comparison is not None
    assert ("report.elsewhere" in [x.name for x in comparison.levels]) == elsewhere
    (other,) = told(report("b", line(place="idlib")))
    held = [group.keys for group in link([one, two, other])]
    assert not elsewhere or all(not {one.key, two.key} <= set(keys) for keys in held)


def test_an_unknown_place_is_tied_by_what_else_is_told() -> None:
    base = report("a", line(killed=17, by="SY-army"))
    assert len(groups([base, report("b", line(place="-"))])) == 2
    both = groups([base, report("b", line(place="-", killed=17, by="SY-army"))])
    assert both == [{"a", "b"}]


def test_a_background_mention_links_to_what_it_recalls() -> None:
    old = report("a", line(day="2025-05-10", killed=3), published="2025-05-10")
    new = report("b", line(), line(day="2025-05-10", background=1))
    assert {"a", "b"} in groups([old, new])


def test_likeness_is_not_handed_on() -> None:
    """A row of places 7 km apart, each near the next: none takes in more than its neighbours."""
    row = [report(f"r{n}", line(place=f"35.{n * 63:03d},36.5")) for n in range(10)]
    found = groups(row)
    assert all(len(group) <= 4 for group in found)


def test_every_tie_has_its_reason() -> None:
    a, b = told(report("a", line(killed=3)), report("b", line(killed=3)))
    found = compare(a, b)
    assert found is not None
    assert round(sum(float(part.rsplit("(", 1)[1][:-1]) for part in found.why.split("; ")), 6) == (
        round(found.score, 6)
    )
    again = compare(a, b)
    assert again is not None
    assert (again.score, again.why) == (found.score, found.why)


def test_judged_pairs_hold() -> None:
    a, b, c = (report(key, line(killed=3)) for key in "abc")
    far = report("d", line(place="homs"))
    keys = {t.report: t.key for t in told(a, b, c, far)}
    apart = Bonds(apart=frozenset({pair(keys["a"], keys["b"]), pair(keys["a"], keys["c"])}))
    assert sorted(map(sorted, groups([a, b, c], apart))) == [["a"], ["b", "c"]]
    same = Bonds(same=frozenset({pair(keys["a"], keys["d"])}))
    assert groups([a, far], same) == [{"a", "d"}]
    assert groups([a, b, c, far], same) == [{"a", "b", "c", "d"}]


def test_one_incident_in_very_many_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """More members than can be weighed pair by pair are one still, and their neighbours apart."""
    monkeypatch.setattr(cluster, "_LARGEST", 20)
    many = [report(f"r{n:03d}", line(killed=3 + n % 3)) for n in range(90)]
    beside = [report(f"s{n:03d}", line(place="35.9,36.75", killed=2)) for n in range(30)]
    found = sorted(len(group) for group in groups([*many, *beside]))
    assert found == [30, 90]


LINES = st.builds(
    line,
    kind=st.sampled_from(("shelling", "air_strike", "raid", "meeting")),
    place=st.sampled_from(("douma", "homs", "idlib", "saraqib", "-", "35.9,36.75")),
    day=st.sampled_from(("2025-05-16", "2025-05-17", "2025-05-18", "-")),
    killed=st.integers(1, 4),
)
REPORTS = st.lists(st.lists(LINES, min_size=1, max_size=3), min_size=1, max_size=9)


@given(REPORTS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_incidents(
    lines: Sequence[Sequence[str]], chance: object
) -> None:
    reports = [report(f"r{n}", *own, published="2025-05-18") for n, own in enumerate(lines)]
    expected = incidents((r, extract(r)) for r in reports)
    shuffled = list(reports)
    chance.shuffle(shuffled)
    assert incidents((r, extract(r)) for r in shuffled) == expected
    held = [member.event for incident in expected for member in incident.members]
    assert sorted(held) == sorted({t.key for t in told(*reports)})
