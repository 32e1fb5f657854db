"""Claims of an incident: update, correction, contradiction, part and whole; and the views."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
import pytest

from tests.link.build import piece
from waqai.lexicon.table import read_table
from waqai.link.assemble import assemble
from waqai.link.moments import is_before
from waqai.link.piece import Piece
from waqai.link.relations import counting
from waqai.model.codes import Salience, Scope, SpeakerKind
from waqai.model.event import LIKELY, SCOPE, Claim, Event, Speaker, When, Where, Whom
from waqai.model.incident import Incident
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue

AT = Span(0, 4)
DAY = DateValue("2025-05-16", "2025-05-16", "day", "stated")
WHEN = When(DAY, AT, "كذا", ())
TOWN = PlaceValue("Douma", "SY", None, 33.57, 36.40, "town", 1, 1)
WHERE = Where(TOWN, AT, "كذا", ())


def said(low: int | None, high: int | None = -1, kind: str = "", **more: Any) -> Claim:
    """A killed claim: `said(3)`, `said(30, None)` for at least 30, `kind` a speaker's."""
    top = low if high == -1 else high
    hedge = "exact" if low == top else "at_least"
    speaker = Speaker(AT, kind, more.get("name", kind), kind) if kind else None
    whom = Whom(more.get("cls", "civilian"), more.get("side", "to"), more.get("age"), None)
    slot, rules = more.get("slot", "killed"), more.get("rules", ("test",))
    return Claim(slot, low, top, hedge, whom, more.get("who"), AT, "كذا", speaker, rules)


def told(
    report: str,
    published: str | None,
    *claims: Claim,
    sketch: tuple[int, ...] = (),
    salience: Salience = "main",
) -> Piece:
    """A report of the bombing of one town on one day."""
    event = Event(
        f"e-{report}", "bombing", "happened", salience, AT, AT, WHEN, (WHERE,), (), (), (), (),
        claims, (), ("test",), 1.0,
    )  # fmt: skip
    return piece(Report(report, "", None, published, report), event, *sketch)


def kinds(incident: Incident) -> list[tuple[str, str, str]]:
    """Relations as (kind, report of the first, report of the second)."""
    a = incident.accounts
    return [(r.kind, a[r.first].report, a[r.second].report) for r in incident.relations]


def figures(incident: Incident, policy: str, people: str = "all") -> tuple[int | None, ...]:
    (view,) = [
        v for v in incident.views if (v.policy, v.people, v.slot) == (policy, people, "killed")
    ]
    return (view.low, view.best, view.high)


MORNING, NOON, EVENING = (f"2025-05-17T{hour}:00:00" for hour in ("08", "12", "20"))


@pytest.mark.parametrize("cls", ["militant", "security", "mixed"])
def test_whom_no_word_tells_to_be_armed_is_counted_among_civilians(cls: str) -> None:
    likely = said(3, cls=cls, rules=("figure", LIKELY))
    assert figures(assemble([told("a", MORNING, likely)]), "lowest", "civilians") == (3, 3, 3)
    sure = assemble([told("a", MORNING, said(3, cls=cls))])
    assert not [view for view in sure.views if view.people == "civilians"]


def test_a_later_and_higher_toll_is_an_update() -> None:
    made = assemble([told("a", MORNING, said(3)), told("b", EVENING, said(9, kind="medic"))])
    assert kinds(made) == [("update", "a", "b")]
    assert [account.standing for account in made.accounts] == ["superseded", "current"]
    assert not made.disputed
    assert figures(made, "best") == (9, 9, 9)
    assert figures(made, "range") == (3, None, 9)


def test_figures_of_one_time_contradict_each_other() -> None:
    made = assemble([told("a", NOON, said(7, kind="official")), told("b", NOON, said(9))])
    assert kinds(made) == [("contradiction", "a", "b")]
    assert made.disputed
    assert figures(made, "lowest") == (7, 7, 7)
    assert figures(made, "best") == (7, 9, 9)
    assert figures(made, "latest_official") == (7, 7, 7)


def test_two_speakers_of_one_report_contradict_each_other() -> None:
    one = told("a", NOON, said(8, kind="official"), said(9, kind="medic"))
    assert kinds(assemble([one])) == [("contradiction", "a", "a")]


@pytest.mark.parametrize("scope", ["days", "wide", "part"])
def test_what_sums_days_or_is_a_part_contradicts_nothing(scope: Scope) -> None:
    more = said(9, kind="medic", rules=(f"{SCOPE}{scope}",))
    made = assemble([told("a", NOON, said(8, kind="official"), more)])
    assert kinds(made) == []
    assert not made.disputed


def test_a_figure_far_from_another_is_of_others() -> None:
    """ستة قتلى في الغارة، وثلاثمئة منذ بدء الحملة: mostly of another attack, or of many."""
    made = assemble([told("a", NOON, said(6)), told("b", EVENING, said(300))])
    assert kinds(made) == []
    assert figures(made, "range") == (6, None, 300)


def test_an_earlier_toll_is_brought_up_to_date_in_one_report() -> None:
    """وكانت حصيلة سابقة أفادت بمقتل ثلاثة."""
    before = said(3, kind="official", rules=(f"{SCOPE}earlier",))
    made = assemble([told("a", NOON, said(5, kind="medic"), before)])
    assert [(r.kind, made.accounts[r.first].low) for r in made.relations] == [("update", 3)]
    assert made.relations[0].why == "told as an earlier toll: 3, then 5"
    assert not made.disputed


def test_a_later_but_lower_toll_of_another_contradicts() -> None:
    made = assemble([told("a", MORNING, said(9)), told("b", EVENING, said(6))])
    assert kinds(made) == [("contradiction", "a", "b")]
    assert made.relations[0].why == "9 against 6, later, yet lower"


def test_what_an_armed_group_claims_updates_no_toll() -> None:
    made = assemble([told("a", MORNING, said(6)), told("b", NOON, said(9, kind="armed_group"))])
    assert kinds(made) == [("contradiction", "a", "b")]
    both = [told(key, when, said(n, kind="armed_group", name="group"))
            for key, when, n in (("a", MORNING, 20), ("b", NOON, 30))]  # fmt: skip
    assert kinds(assemble(both)) == [("update", "a", "b")]


def test_every_kind_of_speaker_counts_or_not() -> None:
    rows = read_table("waqai.link", "speakers.tsv", ("kind", "counts"))
    assert sorted(row.cells[0] for row in rows) == sorted(get_args(SpeakerKind))
    assert counting() < set(get_args(SpeakerKind))


def test_a_speaker_who_later_says_less_corrects() -> None:
    early = told("a", MORNING, said(9, kind="official", name="ministry"))
    late = told("b", EVENING, said(6, kind="official", name="ministry"))
    made = assemble([early, late])
    assert kinds(made) == [("correction", "a", "b")]
    assert figures(made, "best") == (6, 6, 6)
    assert figures(made, "range") == (6, None, 9)


def test_what_was_told_before_is_as_old_as_its_first_telling() -> None:
    """A report that recalls the first toll beside the new one does not dispute it."""
    first = told("a", MORNING, said(3, kind="security_source"))
    both = told("b", NOON, said(3, kind="security_source"), said(5, kind="medic"))
    made = assemble([first, both])
    assert not made.disputed
    assert {kind for kind, *_ in kinds(made)} == {"update"}
    assert made.accounts[1].told == MORNING


def test_a_day_without_hours_has_no_order() -> None:
    day = "2025-05-17"
    medic, police = said(6, kind="medic"), said(7, kind="security_source")
    assert kinds(assemble([told("a", day, police), told("b", day, medic)])) == [
        ("contradiction", "a", "b")
    ]
    later = assemble([told("a", day, medic), told("b", "2025-05-18", police)])
    assert kinds(later) == [("update", "a", "b")]
    unknown = assemble([told("a", None, said(8)), told("b", "2025-05-18", said(9))])
    assert unknown.disputed


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (said(6), said(8)),
        (said(3, kind="medic"), said(5, kind="official")),
        (said(8, kind="medic"), said(9, kind="official", rules=(f"{SCOPE}risen",))),
    ],
)
def test_of_one_day_the_greater_toll_mostly_came_later(less: Claim, more: Claim) -> None:
    day = "2025-05-17"
    made = assemble([told("a", day, more), told("b", day, less)])
    assert kinds(made) == [("update", "b", "a")]
    assert {account.standing for account in made.accounts} == {"current"}, "nobody knows the hour"
    assert figures(made, "best")[1] == more.low
    passing = told("b", day, less, salience="background")
    assert all(kind != "update" for kind, *_ in kinds(assemble([told("a", day, more), passing])))


def test_a_rounded_figure_is_the_exact_one() -> None:
    """نحو 300 في العنوان، و271 في البيان."""
    about = msgspec.structs.replace(said(300), hedge="about")
    assert kinds(assemble([told("a", NOON, about), told("b", NOON, said(271))])) == []


def test_clocks() -> None:
    assert is_before("2025-05-17T10:00:00+03:00", "2025-05-17T08:00:00+00:00")
    assert not is_before("2025-05-17T10:00:00+03:00", "2025-05-17T07:05:00+00:00")
    assert is_before("2025-05-17T10:00:00+03:00", "2025-05-17T10:30:00")
    assert not is_before("2025-05-17", "2025-05-17T23:00:00")
    assert is_before("2025-05-17", "2025-05-18T00:10:00")
    assert not is_before(None, "2025-05-18")


def test_parts_are_no_dispute() -> None:
    some = said(2, age="child", rules=(f"{SCOPE}part",))
    made = assemble([told("a", NOON, said(5), some, said(5, kind="medic"))])
    assert [account.standing for account in made.accounts] == ["current", "part", "current"]
    assert kinds(made) == [("part", "a", "a")]
    assert figures(made, "best") == (5, 5, 5)


def test_kinds_of_people_add_up_where_no_total_is_told() -> None:
    made = assemble([told("a", NOON, said(4, age="child"), said(1, age="adult"))])
    assert figures(made, "best") == (5, 5, 5)
    mixed = assemble([told("a", NOON, said(3), said(2, cls="security"))])
    assert figures(mixed, "best") == (5, 5, 5)
    assert figures(mixed, "best", "civilians") == (3, 3, 3)
    assert figures(mixed, "best", "security") == (2, 2, 2)
    total = assemble([told("a", NOON, said(5, cls="unknown"), said(3), said(2, cls="security"))])
    assert figures(total, "best") == (5, 5, 5)


def test_a_total_of_soldiers_and_a_civilian_is_none_of_civilians() -> None:
    parts = (said(2, cls="security"), said(1, who="مدني"))
    whole = told("b", NOON, said(3, who="قتلى"))
    made = assemble([told("a", NOON, said(3, who="أشخاص"), *parts), whole])
    assert figures(made, "best") == (3, 3, 3)
    assert figures(made, "best", "civilians") == (1, 1, 1)
    stated = assemble([told("a", NOON, *parts), told("b", NOON, said(3, who="مدنيين"))])
    assert figures(stated, "best", "civilians") == (1, 1, 3)


def test_children_alone_are_some_of_those_whom_most_tell() -> None:
    made = assemble([told("a", NOON, said(7)), told("b", NOON, said(5, age="child"))])
    assert figures(made, "best") == (5, 5, 7)
    more = assemble(
        [*(told(k, NOON, said(7)) for k in "ac"), told("b", NOON, said(5, age="child"))]
    )
    assert figures(more, "best") == (7, 7, 7)


def test_a_toll_told_in_passing_only_brings_up_to_date() -> None:
    later = told("b", EVENING, said(6), salience="background")
    other = told("c", EVENING, said(1, kind="medic"), salience="background")
    made = assemble([told("a", MORNING, said(4)), later, other])
    assert figures(made, "best") == (6, 6, 6)


def test_what_is_told_in_passing_brings_no_toll_up_to_tenfold() -> None:
    recalled = told("b", EVENING, said(44), salience="background")
    made = assemble([told("a", MORNING, said(5)), recalled])
    assert kinds(made) == []
    assert figures(made, "best") == (5, 5, 5)
    assert figures(made, "range") == (5, None, 44)
    grown = assemble([told("a", MORNING, said(5)), told("b", EVENING, said(44))])
    assert figures(grown, "best") == (44, 44, 44)


def test_at_least_agrees_with_more() -> None:
    made = assemble([told("a", NOON, said(5, None)), told("b", EVENING, said(7))])
    assert not made.disputed
    assert figures(made, "best") == (5, 7, 7)


def test_the_best_figures_are_near_the_one_that_most_tell() -> None:
    told_of = [told(key, NOON, said(n)) for key, n in zip("abcd", (7, 7, 8, 10), strict=True)]
    made = assemble(told_of)
    assert figures(made, "best") == (7, 7, 10)
    far = [told("e", NOON, said(90, None)), told("f", NOON, said(1)), told("g", NOON, said(0))]
    made = assemble([*told_of, *far, told("h", NOON, said(13))])
    assert figures(made, "best") == (7, 7, 10)
    assert figures(made, "range") == (0, None, 90)
    assert figures(made, "lowest") == (0, 0, 0)
    few = assemble([told("a", NOON, said(1)), told("b", NOON, said(3))])
    assert figures(few, "best") == (1, 1, 3)


def test_of_two_figures_that_as_many_tell_a_report_speaks_for_itself() -> None:
    """إصابة تسعة في العنوان، وقال مصدر إن أربعة أصيبوا: a title sums up what its speakers tell."""
    made = assemble([told("a", NOON, said(9), said(4, kind="medic"))])
    assert figures(made, "best") == (9, 9, 9)
    more = assemble([told("a", NOON, said(9), said(4, kind="medic"), said(4, kind="official"))])
    assert figures(more, "best") == (4, 4, 4)


def test_nobody_is_believed_where_most_tell_of_nobody() -> None:
    two = assemble([told("a", NOON, said(0)), told("b", NOON, said(4))])
    assert figures(two, "best") == (4, 4, 4)
    three = assemble([told("a", NOON, said(0)), told("b", NOON, said(4)), told("c", NOON, said(0))])
    assert figures(three, "best") == (0, 0, 0)


def test_nobody_hurt_here_and_some_there_is_not_nobody() -> None:
    """سقط قتلى في القرية، ولم يسفر قصف البلدة عن قتلى."""
    both = assemble([told("a", NOON, said(None, None), said(0))])
    assert figures(both, "best") == (None, None, None)
    denied = assemble([told("a", NOON, said(None, None), said(0, kind="official"))])
    assert figures(denied, "best") == (0, 0, 0)


def test_nobody_and_nothing_told() -> None:
    none = assemble([told("a", NOON, said(0))])
    assert figures(none, "best") == (0, 0, 0)
    silent = assemble([told("a", NOON, said(None, None))])
    assert [account.standing for account in silent.accounts] == ["open"]
    assert figures(silent, "best") == (None, None, None)


def test_copies_of_one_text_are_one_source() -> None:
    copies = [told(key, NOON, said(4), sketch=(7,)) for key in "abc"]
    other = [told(key, NOON, said(6)) for key in ("d", "e")]
    made = assemble([*copies, *other])
    assert [source.group for source in made.sources] == [0, 0, 0, 1, 2]
    assert figures(made, "best") == (4, 6, 6)


@pytest.mark.parametrize("side", ["by", "to"])
def test_views_by_side(side: str) -> None:
    made = assemble([told("a", NOON, said(3, side="to"), said(1, cls="militant", side="by"))])
    assert figures(made, "best", side) == ((1, 1, 1) if side == "by" else (3, 3, 3))


def test_nothing_is_overwritten() -> None:
    """Every claim of every report is an account, with its words and span."""
    pieces = [told("a", MORNING, said(3), said(4)), told("b", NOON, said(3), said(None, None))]
    made = assemble(pieces)
    assert len(made.accounts) == 4
    claims = [claim for piece in pieces for claim in piece.event.claims]
    for account, claim in zip(made.accounts, claims, strict=True):
        assert (account.low, account.high, account.words) == (claim.low, claim.high, claim.text)
    assert msgspec.json.decode(msgspec.json.encode(made), type=Incident) == made


def put(low: int, text: str, start: int, who: str | None = None, **more: Any) -> Claim:
    """A killed claim with its words where they stand."""
    span = Span(start, start + len(text))
    return msgspec.structs.replace(said(low, who=who, **more), span=span, text=text)


def test_people_joined_behind_one_verb_are_counted_together() -> None:
    whole = "قتلت امرأة وخمسة رجال"
    one, five = put(1, "قتلت امرأة", 0, who="امرأة"), put(5, whole, 0, cls="unknown")
    assert figures(assemble([told("a", MORNING, one, five)]), "best", "civilians") == (6, 6, 6)
    other = put(1, "طفل آخر", 30, who="طفل آخر")
    made = assemble([told("a", MORNING, one, five, other)])
    assert figures(made, "best", "civilians") == (7, 7, 7)


def test_a_part_of_people_is_not_counted_with_them() -> None:
    five, one = put(5, "قتل خمسة أشخاص", 0), put(1, "قتل خمسة أشخاص بينهم طفل", 0)
    assert figures(assemble([told("a", MORNING, five, one)]), "best") == (5, 5, 5)


def test_the_armed_among_people_are_no_civilians() -> None:
    whole = put(12, "أصيب 12 شخصا", 0, who="شخصا")
    armed = put(4, "4 مجندين", 20, who="مجندين", cls="security", rules=(f"{SCOPE}part",))
    made = assemble([told("a", MORNING, whole, armed)])
    assert figures(made, "best") == (12, 12, 12)
    assert figures(made, "best", "civilians") == (8, 8, 8)
    assert figures(made, "best", "security") == (4, 4, 4)


def test_somebody_told_of_again_is_not_a_second_one() -> None:
    """الشهيد الجندي ... وقد استشهد وهو يدافع: a verb alone tells of who was named."""
    named = put(1, "الشهيد الجندي", 0, who="الجندي", cls="security")
    again = put(1, "استشهد", 90, rules=("figure", LIKELY))
    assert figures(assemble([told("a", MORNING, named, again)]), "best") == (1, 1, 1)
