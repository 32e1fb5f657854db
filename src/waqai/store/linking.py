"""Linking the events of the database: all of them, or those that are open and their neighbours.

What is made depends on the events and the judgements alone, never on the order in which they came
or on where an earlier run was cut off.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, select, update

from waqai.link.candidates import LONGEST, is_pair
from waqai.link.compare import TIED, matched
from waqai.link.face import Face
from waqai.link.linker import tied
from waqai.link.telling import Telling
from waqai.store import schema
from waqai.store.beside import Beside
from waqai.store.building import Builder
from waqai.store.collecting import collected_seldom
from waqai.store.database import Database
from waqai.store.inserting import Row, insert_rows
from waqai.store.tellings import BATCH, decode, load, make
from waqai.store.web import Judged, Rows, Web

_t = schema.telling.c
# Open events above which a sweep over all costs less than looking around each.
_MANY = 2000
# The indexes of millions of events and ties stay in memory while these are made (KiB, below zero).
_CACHE = -256_000
_ROWS = 20_000


def link(database: Database, everything: bool = False) -> Iterator[int]:
    """Link what is new (all anew with `everything`); how many events, as it goes."""
    while True:
        with collected_seldom(), database.write() as connection:
            connection.exec_driver_sql(f"PRAGMA cache_size={_CACHE}")
            done = make(connection)
        yield done
        if done < BATCH:
            break
    with collected_seldom(), database.write() as connection:
        yield from relink(connection, everything)


def relink(connection: Connection, everything: bool = False) -> Iterator[int]:
    """Bring the incidents up to date in the transaction of `connection`."""
    builder = Builder(connection)
    opened = list(connection.execute(select(_t.id).where(_t.open).order_by(_t.key)).scalars())
    if everything or len(opened) > _MANY:
        yield from builder.build(_all(connection, builder.judged))
    elif opened:
        around = _around(connection, opened, builder.judged)
        yield from builder.build(around, frozenset(opened))
    if opened or everything:
        connection.execute(update(schema.telling).where(_t.open).values(open=False))


def _all(connection: Connection, judged: Judged) -> Iterator[Rows]:
    """Every event anew: the parts after one sweep over time."""
    for table in (schema.member, schema.incident, schema.tie):
        connection.execute(delete(table))
    every = dict(connection.execute(select(_t.key, _t.id).order_by(_t.key)).all())
    web = Web(every.values(), judged)
    rows: list[Row] = []
    for one, other, score in _swept(connection):
        a, b = every[one], every[other]
        rows.append((None, a, b, score))
        web.tie(a, b, score)
        if len(rows) >= _ROWS:
            insert_rows(connection, schema.tie, rows)
            rows = []
    insert_rows(connection, schema.tie, rows)
    del every
    yield from web.parts()


def _swept(connection: Connection) -> Iterator[tuple[str, str, float]]:
    """The ties of all events: keys, the lesser first, and score."""
    query = select(_t.json).where(_t.first.is_not(None)).order_by(_t.first, _t.key)
    rows = connection.execution_options(yield_per=1000).execute(query)
    return tied(decode(raw) for (raw,) in rows)


def _around(connection: Connection, opened: list[int], judged: Judged) -> Iterator[Rows]:
    """The parts that the open events are in or change, after tying these to their neighbours."""
    known = load(connection, opened)
    rows: dict[tuple[int, int], float] = {}
    for number, telling in known.items():
        for other, face, near in _near(connection, telling):
            found = matched(face, near, TIED) if other != number else None
            if found is not None:
                a, b = (number, other) if face.key < near.key else (other, number)
                rows[a, b] = found.score
    values = [(None, a, b, score) for (a, b), score in sorted(rows.items())]
    insert_rows(connection, schema.tie, values, known=True)
    beside = Beside(connection, judged)
    yield from beside.web(opened).parts_beside(frozenset(opened), beside.of(opened))


def _near(connection: Connection, telling: Telling) -> list[tuple[int, Face, Face]]:
    """Events that the sweep would compare one with: the row of each, the one and the other."""
    when = telling.when
    if when is None or when.days > LONGEST:
        return []
    query = select(_t.id, _t.json).where(
        _t.first.between(when.first - LONGEST - 1, when.last + 1), _t.last >= when.first - 1
    )
    one = Face(telling)
    rows = ((number, Face(decode(raw))) for number, raw in connection.execute(query))
    return [(number, one, other) for number, other in rows if is_pair(one, other)]
