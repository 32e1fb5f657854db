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
# Rows looked at at once for a page.
_BLOCK = 4096


class After(NamedTuple):
    """Where a page ended: the value sorted by, and the incident's id as a number."""

    value: int
    key: int


class Page(NamedTuple):
    """Rows of a table in order, and where they end if more follow."""

    rows: Ints
    next: After | None


class Orders:
    """The orders of a table's rows, each made when it is first asked for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._made: dict[Sort, tuple[Ints, Ints]] = {}

    def page(self, mask: Mask, sort: Sort, limit: int, after: After | None) -> Page:
        """The first `limit` rows (>= 1) of those in `mask` that follow `after`."""
        order, values = self._order(sort)
        at = 0 if after is None else self._place(order, values, after)
        found: list[int] = []
        while at < len(order) and len(found) <= limit:
            block = order[at : at + _BLOCK]
            found += block[mask[block]][: limit + 1 - len(found)].tolist()
            at += _BLOCK
        rows = np.array(found[:limit], np.int64)
        if len(found) <= limit:
            return Page(rows, None)
        last = found[limit - 1]
        value = int(rank(self._table, sort)[last])
        return Page(rows, After(value, int(self._table.key[last])))

    def all(self, mask: Mask, sort: Sort = "date") -> Ints:
        """All rows in `mask`, in order."""
        order, _ = self._order(sort)
        return order[mask[order]]

    def _order(self, sort: Sort) -> tuple[Ints, Ints]:
        """The rows in order, and what they are sorted by, in that order."""
        if sort not in self._made:
            values = rank(self._table, sort)
            order: Ints = np.lexsort((self._table.key, values))
            self._made[sort] = order, values[order]
        return self._made[sort]

    def _place(self, order: Ints, values: Ints, after: After) -> int:
        """Where the rows that follow begin."""
        first = int(np.searchsorted(values, after.value, "left"))
        last = int(np.searchsorted(values, after.value, "right"))
        keys = self._table.key[order[first:last]]
        return first + int(np.searchsorted(keys, np.uint64(after.key), "right"))


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
