"""The columns, made of the lines of the database and brought up to date by what changed there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from waqai.model.line import Line, Named
from waqai.store import schema
from waqai.store.columns.codes import Codes, Ints, Mask
from waqai.store.lines import decode_line
from waqai.store.unlinking import chunks

Floats = NDArray[np.float64]
_l = schema.line.c
# What a facet names: an actor, a person without a row of their own, a kind of target.
ACTOR, PERSON, TARGET = 0, 1, 2


class Words(msgspec.Struct, frozen=True):
    """The words behind the numbers; a table and those made of it share them."""

    type: Codes
    status: Codes
    country: Codes
    admin1: Codes
    facet: Codes


class Table(msgspec.Struct, frozen=True):
    """One state of the lines, a row each, by line id; never changed.

    `first`, `last` are days as `date.toordinal` counts them, 0 where unknown; `killed` the best
    figure, -1 where none; `key` the incident's id as a number. A facet is a line's id, a word's
    number and what it names.
    """

    words: Words
    line: Ints
    key: NDArray[np.uint64]
    first: Ints
    last: Ints
    type: Ints
    status: Ints
    country: Ints
    admin1: Ints
    killed: Ints
    disputed: Mask
    judged: Mask
    main: Mask
    lat: Floats
    lon: Floats
    need: Floats
    confidence: Floats
    facets: Ints

    def __len__(self) -> int:
        return len(self.line)


# What `_row` gives, in order, and what it is kept as.
_COLUMNS: dict[str, type[np.int64] | type[np.bool_] | type[np.float64]] = {
    **dict.fromkeys(
        ("line", "first", "last", "type", "status", "country", "admin1", "killed"), np.int64
    ),
    **dict.fromkeys(("disputed", "judged", "main"), np.bool_),
    **dict.fromkeys(("lat", "lon", "need", "confidence"), np.float64),
}
_ROWWISE = tuple(name for name in Table.__struct_fields__ if name not in ("words", "facets"))


def load(connection: Connection) -> Table:
    """The columns of all lines."""
    rows = connection.execution_options(yield_per=2000).execute(
        select(_l.id, _l.json).order_by(_l.id)
    )
    words = Words(Codes(), Codes(), Codes(), Codes(), Codes())
    return _table(words, ((number, decode_line(raw)) for number, raw in rows))


def renewed(connection: Connection, table: Table) -> Table:
    """The columns as the lines are now: lines are only ever added and taken away."""
    newest, number = connection.execute(select(func.max(_l.id), func.count())).one()
    if number == len(table) and (not number or newest == table.line[-1]):
        return table
    ids = np.fromiter(connection.execute(select(_l.id).order_by(_l.id)).scalars(), np.int64)
    kept = np.isin(table.line, ids, assume_unique=True)
    fresh = ids[~np.isin(ids, table.line, assume_unique=True)]
    added = _table(table.words, _lines(connection, fresh.tolist()))
    joined = {
        name: np.concatenate((getattr(table, name)[kept], getattr(added, name)))
        for name in _ROWWISE
    }
    stay = np.isin(table.facets[0], table.line[kept])
    facets = np.concatenate((table.facets[:, stay], added.facets), axis=1)
    return Table(words=table.words, facets=facets, **joined)


def _lines(connection: Connection, ids: Iterable[int]) -> Iterator[tuple[int, Line]]:
    for chunk in chunks(ids):
        found = connection.execute(select(_l.id, _l.json).where(_l.id.in_(chunk)).order_by(_l.id))
        yield from ((number, decode_line(raw)) for number, raw in found)


def _table(words: Words, lines: Iterable[tuple[int, Line]]) -> Table:
    """The columns of some lines that come by id."""
    rows: list[tuple[float, ...]] = []
    facets: list[tuple[int, int, int]] = []
    keys: list[int] = []
    for number, line in lines:
        keys.append(int(line.id, 16))
        rows.append((number, *_row(words, line)))
        facets += {(number, word, kind) for word, kind in _facets(words, line)}
    values = np.array(rows, np.float64).reshape(len(rows), len(_COLUMNS)).T
    columns: dict[str, Any] = {
        name: column.astype(kind)
        for (name, kind), column in zip(_COLUMNS.items(), values, strict=True)
    }
    return Table(
        words=words,
        key=np.array(keys, np.uint64),
        facets=np.array(sorted(facets), np.int64).reshape(len(facets), 3).T,
        **columns,
    )


def _row(words: Words, line: Line) -> tuple[float, ...]:
    """The numbers of a line, in the order of the columns."""
    killed = line.figures.get("killed")
    return (
        _day(line.start),
        _day(line.end),
        words.type.number(line.type),
        words.status.number(line.status),
        words.country.number(line.country),
        words.admin1.number(line.admin1),
        killed.best if killed and killed.best is not None else -1,
        line.disputed,
        line.judged,
        line.salience == "main",
        math.nan if line.lat is None or line.lon is None else line.lat,
        math.nan if line.lat is None or line.lon is None else line.lon,
        line.need,
        line.confidence,
    )


def _day(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0


def _facets(words: Words, line: Line) -> Iterator[tuple[int, int]]:
    """What a line can be found by besides its columns."""
    for party in (*line.by, *line.to):
        kind = PERSON if _is_bare(party) else ACTOR
        yield words.facet.number(party.name), kind
        if party.id is not None:
            yield words.facet.number(party.id), kind
    for target in line.targets:
        yield words.facet.number(target), TARGET


def _is_bare(party: Named) -> bool:
    """A person without a row of their own: private, unless an office says otherwise."""
    return party.kind == "person" and party.id is None
