"""Counts of the lines that a filter leaves: by code, by place, by time."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import numpy as np

from waqai.store.columns.codes import Codes, Ints, Mask
from waqai.store.columns.table import Table

By = Literal["type", "status", "country", "admin1", "day", "week", "month"]
# First-level units that a chart can hold.
_MOST = 200
# The ordinal of the day that numpy counts from.
_EPOCH = 719163


def totals(table: Table, mask: Mask) -> dict[str, int]:
    """How many there are, are disputed, are unreviewed, and the sum of the best figures."""
    return {
        "total": int(mask.sum()),
        "disputed": int((mask & table.disputed).sum()),
        "unreviewed": int((mask & ~table.judged).sum()),
        "killed": int(_killed(table)[mask].sum()),
    }


def counts(table: Table, mask: Mask, by: By) -> list[list[Any]]:
    """Groups with their counts.

    [code, n] the most first; [country, admin1, n] likewise, at most 200; [day, n, killed, disputed]
    in order, the undated left out: a week by its Monday, a month as `2025-05`.
    """
    if by == "admin1":
        return _units(table, mask)
    if by in ("day", "week", "month"):
        return _times(table, mask, by)
    column: Ints = getattr(table, by)
    words: Codes = getattr(table.words, by)
    found = np.bincount(column[mask] + 1)
    named = [[words.word(n - 1), int(found[n])] for n in np.flatnonzero(found).tolist()]
    return sorted(named, key=lambda pair: (-pair[1], pair[0] or ""))


def _units(table: Table, mask: Mask) -> list[list[Any]]:
    width = len(table.words.admin1.words) + 1
    found = np.bincount((table.country[mask] + 1) * width + table.admin1[mask] + 1)
    groups = np.flatnonzero(found)
    named = []
    for group in groups[np.argsort(-found[groups], kind="stable")].tolist():
        country, unit = divmod(group, width)
        names = table.words.country.word(country - 1), table.words.admin1.word(unit - 1)
        named.append((-int(found[group]), names[0] or "", names[1] or "", names))
    return [[*names, -n] for n, _, _, names in sorted(named)[:_MOST]]


def _times(table: Table, mask: Mask, by: By) -> list[list[Any]]:
    dated = mask & (table.first > 0)
    if not dated.any():
        return []
    groups = _groups(table.first[dated], by)
    least = int(groups.min())
    number = np.bincount(groups - least)
    killed = np.bincount(groups - least, _killed(table)[dated])
    disputed = np.bincount(groups - least, table.disputed[dated])
    return [
        [_named(least + n, by), int(number[n]), int(killed[n]), int(disputed[n])]
        for n in np.flatnonzero(number).tolist()
    ]


def _groups(days: Ints, by: By) -> Ints:
    """The day, the week or the month of days, counted from the first there is."""
    if by == "day":
        return days
    if by == "week":
        return (days - 1) // 7
    months: Ints = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return months


def _named(group: int, by: By) -> str:
    """A day, the Monday of a week, a month. Day 1 of the ordinals is a Monday."""
    if by == "month":
        return str(np.datetime64(group, "M"))
    return date.fromordinal(group if by == "day" else group * 7 + 1).isoformat()


def _killed(table: Table) -> Ints:
    return np.maximum(table.killed, 0)
