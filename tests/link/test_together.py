"""Figures of one report that are parts of one total."""

from __future__ import annotations

import pytest

from tests.link.test_claims import AT, figures, said, told
from waqai.export.incidents import bounds as shown
from waqai.export.incidents import view_of
from waqai.link.assemble import assemble
from waqai.link.together import Bounds, bounds
from waqai.model.event import Claim

DAY = "2025-05-17"


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        ((), (None, None)),
        ((said(None, None),), (None, None)),
        ((said(3),), (3, 3)),
        ((said(23, None),), (23, None)),
        # Children are among the eleven.
        ((said(11), said(3, age="child")), (11, 11)),
        # The title tells of the gunmen, the statement of the soldier too.
        ((said(2, cls="militant"), said(2, kind="official", cls="militant"),
          said(1, kind="official", cls="security")), (3, 3)),
        # Who counts the police counts no protesters.
        ((said(23, None, cls="protester"), said(9, kind="official", cls="security")), (32, None)),
        # What the army calls gunmen the village may call its dead.
        ((said(5, cls="militant", kind="military"), said(4, kind="witness")), (4, 5)),
        # Of whom no role is told may be the same people.
        ((said(9, cls="unknown"), said(4, kind="official", cls="security")), (4, 9)),
        # One person may be called either.
        ((said(1, cls="civilian"), said(1, kind="official", cls="security")), (1, 1)),
        ((said(3), said(5, kind="medic")), (3, 5)),
        ((said(0), said(2, kind="medic")), (0, 2)),
    ],
)  # fmt: skip
def test_bounds_of_one_report(claims: tuple[Claim, ...], wanted: Bounds) -> None:
    piece = told("a", DAY, *claims)
    assert bounds(piece.report, piece.event, "killed") == wanted


def test_all_are_no_fewer_than_soldiers_and_protesters_together() -> None:
    claims = said(23, cls="protester"), said(9, kind="official", cls="security")
    incident = assemble([told("a", DAY, *claims)])
    assert figures(incident, "best") == (32, 32, 32)
    assert figures(incident, "latest_official") == (9, 9, 9)
    assert figures(incident, "best", "security") == (9, 9, 9)
    assert AT in [account.span for account in incident.accounts]


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        ((said(32),), "32"),
        ((said(32, None),), "32+"),
        ((said(32, None), said(33, kind="medic")), "32-33 (32)"),
        ((said(31), said(32, None, kind="medic")), "31-32+ (31)"),
    ],
)
def test_at_least_so_many_is_shown_as_open(claims: tuple[Claim, ...], wanted: str) -> None:
    assert shown(view_of(assemble([told("a", DAY, *claims)]), "killed")) == wanted


def test_one_person_is_among_the_many_that_a_report_is_about() -> None:
    one = [told(f"o{n}", DAY, said(1)) for n in range(3)]
    many = told("m", DAY, said(13, kind="official"))
    assert figures(assemble([*one, many]), "best")[1] == 13
    few = told("f", DAY, said(3, kind="official"))
    assert figures(assemble([*one, few]), "best")[1] == 1, "three may be others"
