"""Which lines a query asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

import numpy as np

from waqai.store.columns.clusters import within
from waqai.store.columns.codes import Codes, Ints, Mask
from waqai.store.columns.table import ACTOR, PERSON, TARGET, Table
from waqai.store.query import Query


def selected(table: Table, query: Query, text: Ints | None = None, persons: bool = True) -> Mask:
    """The rows that a query asks for; `text` are the lines that have its words (`texts`).

    Without `persons` nothing is found by the name of a person without a row of their own.
    """
    conditions = _conditions(table, query, text, persons)
    return reduce(np.logical_and, conditions, np.ones(len(table), np.bool_))


def _conditions(table: Table, query: Query, text: Ints | None, persons: bool) -> Iterator[Mask]:
    if query.since is not None:
        yield table.last >= date.fromisoformat(query.since).toordinal()
    if query.until is not None:
        day = date.fromisoformat(query.until).toordinal()
        yield (table.first > 0) & (table.first <= day)
    if query.box is not None:
        yield within(table, query.box)
    yield from _coded(table, query)
    if query.killed is not None:
        yield table.killed >= query.killed
    for name in ("disputed", "judged", "main"):
        wanted = getattr(query, name)
        if wanted is not None:
            yield getattr(table, name) == wanted
    if query.actor is not None:
        yield _named(table, query.actor, (ACTOR, PERSON) if persons else (ACTOR,))
    if query.target is not None:
        yield _named(table, query.target, (TARGET,))
    if query.text is not None:
        yield _marked(table, table.line[:0] if text is None else text)


def _coded(table: Table, query: Query) -> Iterator[Mask]:
    for name in ("country", "admin1", "type", "status"):
        wanted: tuple[str, ...] = getattr(query, name)
        if wanted:
            words: Codes = getattr(table.words, name)
            column: Ints = getattr(table, name)
            # One place more, for the unknown (-1): it is wanted by no name.
            is_wanted = np.zeros(len(words.words) + 1, np.bool_)
            is_wanted[words.known(wanted)] = True
            yield is_wanted[column]


def _named(table: Table, word: str, kinds: tuple[int, ...]) -> Mask:
    """The rows that have a facet of one of some kinds."""
    lines, words, roles = table.facets
    for number in table.words.facet.known((word,)):
        hits = np.flatnonzero(words == number)
        return _marked(table, lines[hits[np.isin(roles[hits], kinds)]])
    return np.zeros(len(table), np.bool_)


def _marked(table: Table, lines: Ints) -> Mask:
    """The rows of some lines; those that are not there are left out."""
    mask = np.zeros(len(table), np.bool_)
    if len(table):
        at = np.minimum(np.searchsorted(table.line, lines), len(table) - 1)
        mask[at[table.line[at] == lines]] = True
    return mask
