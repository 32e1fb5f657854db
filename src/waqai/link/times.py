"""When an event can have been: a window of days, and whether the report states it."""

from __future__ import annotations

from datetime import date
from typing import Final

from waqai.link.window import Window
from waqai.model.event import When

# Days before publication in which an undated event may lie: the news itself, and what it recalls;
# and up to which days ago news of a reaction may have its event.
_FRESH: Final = 1
_RECALLED: Final = 6
_LATE: Final = 7
_STATED: Final = ("stated", "relative", "weekday", "conflict")
_DAYS: Final = ("minute", "hour", "part_of_day", "day")


def window(
    when: When | None, published: str | None, main: bool, planned: bool = False
) -> Window | None:
    """The window of an event: its stated date, else the days before publication, else None.

    A date after publication is no date of what is told as done.
    """
    first, last = _bounds(when)
    day = ordinal(published)
    if first is not None and day is not None and first > day + 1 and not planned:
        first = None
    if when is not None and first is not None and last is not None:
        stated = when.assumed is None and when.value.basis in _STATED
        sure = stated and when.value.grain in _DAYS
        first -= 0 if stated else _FRESH
        return Window(first, last, sure, first)
    if day is None:
        return None
    if main:
        return Window(day - (_FRESH if planned else _LATE), day, False, day - _FRESH)
    return Window(day - _RECALLED, day, False, day - _RECALLED)


def ordinal(iso: str | None) -> int | None:
    """The day of an ISO date or datetime; None for None or what is no date."""
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None


def _bounds(when: When | None) -> tuple[int | None, int | None]:
    if when is None:
        return None, None
    return ordinal(when.value.start), ordinal(when.value.end)
