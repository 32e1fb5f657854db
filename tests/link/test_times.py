"""Windows: stated days are sure, others are drawn around publication."""

from __future__ import annotations

import pytest

from waqai.link.times import window
from waqai.model.event import When
from waqai.model.values import DateValue


def when(start: str, end: str, grain: str = "day", assumed: str | None = None) -> When:
    return When(DateValue(start, end, grain, "stated"), None, None, ("test",), assumed)


@pytest.mark.parametrize(
    ("told", "main", "expected", "sure"),
    [
        (when("2025-05-17", "2025-05-17"), True, "2025-05-17", True),
        (when("2025-05-17T09:30", "2025-05-17T10:30", "hour"), True, "2025-05-17", True),
        (when("2025-05-01", "2025-05-31", "month"), False, "2025-05-01 to 2025-05-31", False),
        (when("2025-05-18", "2025-05-18", "day", "published"), True,
         "2025-05-17 to 2025-05-18", False),
        (None, True, "2025-05-17 to 2025-05-18", False),
        (None, False, "2025-05-12 to 2025-05-18", False),
        (when("2026-05-17", "2026-05-17"), True, "2025-05-17 to 2025-05-18", False),
    ],
)  # fmt: skip
def test_window(told: When | None, main: bool, expected: str, sure: bool) -> None:
    found = window(told, "2025-05-18T08:00:00+03:00", main)
    assert found is not None
    assert (str(found), found.sure) == (expected, sure)


def test_news_without_a_day_may_be_of_what_happened_before() -> None:
    found = window(None, "2025-05-18", True)
    assert found is not None
    assert (found.last - found.first, found.last - found.likely) == (7, 1)
    planned = window(None, "2025-05-18", True, planned=True)
    assert planned is not None
    assert planned.first == planned.likely


def test_what_is_planned_may_lie_ahead() -> None:
    told = when("2026-05-17", "2026-05-17")
    assert str(window(told, "2025-05-18", True, planned=True)) == "2026-05-17"


def test_nothing_known() -> None:
    assert window(None, None, True) is None
    assert str(window(when("2025-05-17", "2025-05-17"), None, True)) == "2025-05-17"
