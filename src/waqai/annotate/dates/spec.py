"""What the words of a date say, before it is known when they were written."""

from __future__ import annotations

from typing import Literal

import msgspec

from waqai.model.codes import Unit

Part = Literal["dawn", "morning", "noon", "afternoon", "evening", "night"]


class Named(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A day or period named by its parts; None where the words do not say.

    `weekday` is 1 (Monday) to 7; `offset` counts `unit`s from the day of publication (yesterday
    day -1, last year year -1); `step` says which month or weekday (-1 the past one, 0 the present,
    1 the coming one); `share` is the k-th of n parts of it (of 3: its beginning, middle or end);
    `nth` the rank of the weekday or of a `ranked` day or week in it (-1 the last); `last` the last
    day of a run within a month; `season` is the
    first month of one; `assumed`: the year is not told but known to all.
    """

    year: int | None = None
    assumed: bool = False
    month: int | None = None
    season: int | None = None
    day: int | None = None
    last: int | None = None
    hijri: bool = False
    weekday: int | None = None
    offset: int | None = None
    unit: Unit | None = None
    step: int | None = None
    part: Part | None = None
    share: tuple[int, int] | None = None
    nth: int | None = None
    ranked: Unit | None = None
    hour: int | None = None
    minute: int | None = None


class Ago(msgspec.Struct, frozen=True, gc=False):
    """`n` units before (sign -1) or after (1) the publication; n None where indefinite."""

    n: float | None
    unit: Unit
    sign: int
    hijri: bool = False


class Recent(msgspec.Struct, frozen=True, gc=False):
    """The last (sign -1) or next (1) `n` units; n None where indefinite."""

    n: float | None
    unit: Unit
    sign: int


class Years(msgspec.Struct, frozen=True, gc=False):
    """Years first to last: a decade, part of a century."""

    first: int
    last: int
    decade: bool


class Range(msgspec.Struct, frozen=True, gc=False):
    """From the first day of one reading to the last of another."""

    first: Named
    last: Named


Spec = Named | Ago | Recent | Years | Range


def joined(a: Named, b: Named) -> Named | None:
    """Both in one (the Friday + 6 May), None where they differ in what both say."""
    values = {}
    for name in Named.__struct_fields__:
        left, right = getattr(a, name), getattr(b, name)
        if left is None or left is False:
            values[name] = right
        elif right is None or right is False or right == left:
            values[name] = left
        else:
            return None
    return Named(**values)
