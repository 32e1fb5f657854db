"""Orders of the lines, and the page after a row; the same whatever order the lines came in."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

import numpy as np

from waqai.store.columns.codes import Ints, Mask
from waqai.store.columns.table import Table

Sort = Literal["-date", "date", "-killed", "-need", "confidence"]
SORTS: tuple[Sort, ...] = get_args(Sort)
# More days than there are: a value and the day after it in one number.
_DAYS = 1 << 22


class After(NamedTuple):
    """Where a page ended: the value sorted by, and the incident's id as a number."""

    value: int
    key: int


class Page(NamedTuple):
    """Rows of a table in order, and where they end if more follow."""

    rows: Ints
    next: After | None


def page(table: Table, mask: Mask, sort: Sort, limit: int, after: After | None) -> Page:
    """The first `limit` rows (>= 1) of those in `mask` that follow `after`."""
    rows = np.flatnonzero(mask)
    values, keys = rank(table, sort)[rows], table.key[rows]
    if after is not None:
        follows = (values > after.value) | ((values == after.value) & (keys > after.key))
        rows, values, keys = rows[follows], values[follows], keys[follows]
    if len(rows) > limit:
        # Only what can be on the page is sorted.
        bound = np.partition(values, limit - 1)[limit - 1]
        near = values <= bound
        rows, values, keys = rows[near], values[near], keys[near]
        more = True
    else:
        more = False
    order = np.lexsort((keys, values))[:limit]
    found = rows[order]
    last = order[-1] if more else None
    return Page(found, After(int(values[last]), int(keys[last])) if last is not None else None)


def ordered(table: Table, mask: Mask, sort: Sort = "date") -> Ints:
    """All rows in `mask`, in order."""
    rows = np.flatnonzero(mask)
    order: Ints = np.lexsort((table.key[rows], rank(table, sort)[rows]))
    return rows[order]


def rank(table: Table, sort: Sort) -> Ints:
    """What to sort by, the least first; what has no day comes last, the newer before the older."""
    dated = table.first > 0
    newest = np.where(dated, _DAYS - 1 - table.first, _DAYS - 1)
    if sort == "-date":
        return newest
    if sort == "date":
        return np.where(dated, table.first, _DAYS - 1)
    if sort == "-killed":
        return -table.killed * _DAYS + newest
    if sort == "-need":
        return -np.rint(table.need * 100).astype(np.int64) * _DAYS + newest
    return np.rint(table.confidence * 1000).astype(np.int64) * _DAYS + newest
