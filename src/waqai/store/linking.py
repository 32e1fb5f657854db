"""Linking the events of the database: all of them, or those that are open and their neighbours.

What is made depends on the events and the judgements alone, never on the order in which they came
or on where an earlier run was cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, insert, select, update

from waqai.link.candidates import LONGEST, is_pair, pairs
from waqai.link.compare import TIED, matched
from waqai.link.face import Face
from waqai.link.groups import pair
from waqai.link.telling import Telling
from waqai.store import schema
from waqai.store.building import Builder
from waqai.store.collecting import collected_seldom
from waqai.store.database import Database
from waqai.store.tellings import BATCH, decode, load, make
from waqai.store.unlinking import chunks

_t = schema.telling.c
_tie = schema.tie.c
# Open events above which a sweep over all costs less than looking around each.
_MANY = 2000
_ROWS = 20_000


def link(database: Database, everything: bool = False) -> Iterator[int]:
    """Link what is new (all anew with `everything`); how many events, as it goes."""
    while True:
        with database.write() as connection:
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
        yield from _all(connection, builder)
    elif opened:
        around = _around(connection, opened, builder.bonded)
        yield from builder.build(around, frozenset(opened))
    if opened or everything:
        connection.execute(update(schema.telling).where(_t.open).values(open=False))


def _all(connection: Connection, builder: Builder) -> Iterator[int]:
    """Every event anew: one sweep over time, then every component."""
    for table in (schema.member, schema.incident, schema.tie):
        connection.execute(delete(table))
    every = dict(connection.execute(select(_t.key, _t.id)).all())
    parent = {number: number for number in every.values()}
    rows: list[dict[str, object]] = []
    for a, b, score in _swept(connection):
        rows.append({"a": every[a], "b": every[b], "score": score})
        _unite(parent, every[a], every[b])
        if len(rows) >= _ROWS:
            connection.execute(insert(schema.tie), rows)
            rows = []
    if rows:
        connection.execute(insert(schema.tie), rows)
    for a_number, b_number in builder.bonded:
        _unite(parent, a_number, b_number)
    components: dict[int, list[int]] = {}
    for key in sorted(every):
        components.setdefault(_root(parent, every[key]), []).append(every[key])
    del every, parent
    yield from builder.build(components.values())


def _swept(connection: Connection) -> Iterator[tuple[str, str, float]]:
    """The ties of all events: keys, the lesser first, and score."""
    query = select(_t.json).where(_t.first.is_not(None)).order_by(_t.first, _t.key)
    rows = connection.execution_options(yield_per=1000).execute(query)
    for one, other in pairs(decode(raw) for (raw,) in rows):
        found = matched(one, other)
        if found is not None and found.score >= TIED:
            yield *pair(one.key, other.key), found.score


def _around(
    connection: Connection, opened: list[int], bonded: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """The components of the open events, after tying these to their neighbours."""
    known = load(connection, opened)
    rows: dict[tuple[int, int], float] = {}
    for number, telling in known.items():
        for other, face, near in _near(connection, telling):
            found = matched(face, near) if other != number else None
            if found is not None and found.score >= TIED:
                a, b = (number, other) if face.key < near.key else (other, number)
                rows[a, b] = found.score
    if rows:
        values = [{"a": a, "b": b, "score": score} for (a, b), score in sorted(rows.items())]
        connection.execute(insert(schema.tie).prefix_with("OR IGNORE"), values)
    return _components(connection, opened, bonded)


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


def _components(
    connection: Connection, opened: list[int], bonded: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """All that can be reached from the open events by ties and by judgements, by component."""
    beside: dict[int, set[int]] = {}
    for a, b in bonded:
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    parent = {number: number for number in opened}
    todo = list(opened)
    while todo:
        reached = list(_tied(connection, todo))
        reached += [(a, b) for a in todo for b in beside.get(a, ())]
        todo = list(dict.fromkeys(b for _, b in reached if b not in parent))
        parent.update((number, number) for number in todo)
        for a, b in reached:
            _unite(parent, a, b)
    found: dict[int, list[int]] = {}
    for number in parent:
        found.setdefault(_root(parent, number), []).append(number)
    return list(found.values())


def _tied(connection: Connection, ids: list[int]) -> Iterator[tuple[int, int]]:
    """The ties of some events: each with the event at the other end."""
    for chunk in chunks(ids):
        for a, b in ((_tie.a, _tie.b), (_tie.b, _tie.a)):
            yield from connection.execute(select(a, b).where(a.in_(chunk)))


def _root(parent: dict[int, int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _unite(parent: dict[int, int], a: int, b: int) -> None:
    if a in parent and b in parent:
        parent[_root(parent, a)] = _root(parent, b)
