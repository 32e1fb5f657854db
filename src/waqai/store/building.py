"""Incidents made of components of tied events, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, bindparam, delete, func, select

from waqai.link.assemble import assemble
from waqai.link.cluster import joined
from waqai.link.face import Faces
from waqai.link.groups import Pair, pair
from waqai.link.linker import Group, group, scorer
from waqai.link.piece import Piece
from waqai.link.telling import Telling
from waqai.model.canonical import dump
from waqai.model.event import Record
from waqai.model.incident import Incident, View
from waqai.model.report import Report
from waqai.model.values import PlaceValue
from waqai.store import schema
from waqai.store.inserting import Row, insert_rows
from waqai.store.judging import current_rulings
from waqai.store.lines import write
from waqai.store.records import decode_record
from waqai.store.tellings import load
from waqai.store.unlinking import chunks
from waqai.store.web import Judged, Rows

# Events whose incidents are made and inserted together.
_BATCH = 2000
_m = schema.member.c


class Builder:
    """Makes incidents under the judgements in force, and inserts them; ids are given out here."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rulings = current_rulings(connection)
        self._bonds = self._rulings.bonds
        self._rejected = self._rulings.rejected_events
        self._next = connection.execute(select(func.max(schema.incident.c.id))).scalar() or 0

    @property
    def judged(self) -> Judged:
        """What analysts decided of events that there are, by row."""
        same, apart = self._bonds
        keys = {key for both in (*same, *apart) for key in both} | self._rejected
        rows = _rows_of(self._connection, keys)
        pairs = (
            [(rows[a], rows[b]) for a, b in sorted(both) if a in rows and b in rows]
            for both in (same, apart)
        )
        rejected = frozenset(rows[key] for key in self._rejected if key in rows)
        return Judged(next(pairs), frozenset(next(pairs)), rejected)

    def build(self, parts: Iterable[Rows], fresh: frozenset[int] | None = None) -> Iterator[int]:
        """Bring the incidents of what is grouped by itself up to date; how many events, as it goes.

        With `fresh` an incident that holds none of these and no other events than before stays;
        without it there are none yet.
        """
        batch: list[Rows] = []
        held = 0
        for part in parts:
            batch.append(part)
            held += sum(map(len, part))
            if held >= _BATCH:
                self._build(batch, fresh)
                yield held
                batch, held = [], 0
        if batch:
            self._build(batch, fresh)
            yield held

    def _build(self, parts: list[Rows], fresh: frozenset[int] | None) -> None:
        """The incidents of some parts."""
        ids = [row for part in parts for piece in part for row in piece]
        by_row = load(self._connection, ids)
        rows = {telling.key: row for row, telling in by_row.items()}
        kept = {t.key: t for t in by_row.values() if t.key not in self._rejected}
        bonds = self._bonds.among(kept)
        tied = self._ties(parts, by_row)
        stay = _held(self._connection, ids, fresh) if fresh is not None else {}
        # No tie holds a rejected event: it is a part of its own, of which nothing is made.
        keyed = [[[by_row[row].key for row in piece] for piece in part] for part in parts]
        keyed = [part for part in keyed if part[0][0] in kept]
        changed = []
        faces = Faces(kept)
        for keys in joined(keyed, tied, scorer(faces), bonds):
            if stay.pop(frozenset(rows[key] for key in keys), None) is None:
                changed.append(group(keys, faces, tied, bonds))
        if fresh is not None:
            _remove(self._connection, [rows[key] for found in changed for key in found.keys])
            _remove(self._connection, [row for gone in stay for row in gone])
            _remove(self._connection, [rows[t.key] for t in by_row.values() if t.key not in kept])
        own = {rows[key]: by_row[rows[key]] for found in changed for key in found.keys}
        self._insert(changed, _pieces(self._connection, own), faces, rows)

    def _insert(
        self, changed: list[Group], pieces: dict[str, Piece], faces: Faces, rows: dict[str, int]
    ) -> None:
        """The incidents of some groups, into the database."""
        incidents: list[Row] = []
        members: list[Row] = []
        made: dict[int, Incident] = {}
        for found in changed:
            self._next += 1
            own = (pieces[key] for key in found.keys)
            incident = assemble(own, found.closest, self._rulings, faces)
            made[self._next] = incident
            incidents.append(_row(self._next, incident))
            members += [(None, self._next, rows[key]) for key in found.keys]
        insert_rows(self._connection, schema.incident, incidents)
        insert_rows(self._connection, schema.member, members)
        write(self._connection, made)

    def _ties(self, parts: list[Rows], by_row: dict[int, Telling]) -> dict[Pair, float]:
        """The ties within some parts, by key."""
        t = schema.tie.c
        query = select(t.a, t.b, t.score).where(t.a.in_(bindparam("ids", expanding=True)))
        part = {row: n for n, rows in enumerate(parts) for piece in rows for row in piece}
        found: dict[Pair, float] = {}
        for chunk in chunks(by_row):
            for a, b, score in self._connection.execute(query, {"ids": chunk}):
                if part[a] == part.get(b):
                    found[pair(by_row[a].key, by_row[b].key)] = score
        return found


def _rows_of(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """Event rows by key."""
    t = schema.telling.c
    found = connection.execute(select(t.key, t.id).where(t.key.in_(sorted(keys))))
    return dict(found.all())


def _held(
    connection: Connection, ids: list[int], fresh: frozenset[int]
) -> dict[frozenset[int], int]:
    """The incidents of some events that hold nothing fresh: their events, and their rows."""
    members: dict[int, set[int]] = {}
    for chunk in chunks(ids):
        of = select(_m.incident_id).where(_m.event_id.in_(chunk))
        found = select(_m.incident_id, _m.event_id).where(_m.incident_id.in_(of))
        for incident, event in connection.execute(found):
            members.setdefault(incident, set()).add(event)
    return {
        frozenset(events): incident
        for incident, events in members.items()
        if fresh.isdisjoint(events)
    }


def _remove(connection: Connection, ids: list[int]) -> None:
    """Take away the incidents that hold any of some events."""
    for chunk in chunks(ids):
        held = select(_m.incident_id).where(_m.event_id.in_(chunk))
        connection.execute(delete(schema.incident).where(schema.incident.c.id.in_(held)))


def _pieces(connection: Connection, by_row: dict[int, Telling]) -> dict[str, Piece]:
    """The events with their reports, by key; a report's body stays in the database."""
    e, r, v, p = schema.event.c, schema.record.c, schema.version.c, schema.report.c
    query = (
        select(e.id, e.position, r.id, r.json, p.key, v.title, v.published, v.outlet, v.url)
        .join(schema.record, r.id == e.record_id)
        .join(schema.version, v.id == r.version_id)
        .join(schema.report, p.id == v.report_id)
        .where(e.id.in_(bindparam("ids", expanding=True)))
    )
    records: dict[int, Record] = {}
    found: dict[str, Piece] = {}
    for chunk in chunks(by_row):
        for row, position, record, raw, key, *told in connection.execute(query, {"ids": chunk}):
            if record not in records:
                records[record] = decode_record(raw)
            report = Report(key, "", *told)
            telling = by_row[row]
            event = records[record].events[position]
            found[telling.key] = Piece(report, event, telling)
    return found


def _row(row: int, made: Incident) -> Row:
    """An incident's columns to query by, and all of it."""
    date = made.dates[0] if made.dates else None
    value = made.places[0].value if made.places else None
    best = {v.slot: v for v in made.views if (v.policy, v.people) == ("best", "all")}
    return (
        row,
        made.id,
        made.type,
        made.status,
        made.salience,
        *((date.start, date.end) if date else (None, None)),
        *_where(value),
        *_ends(best.get("killed")),
        *_ends(best.get("wounded")),
        len(made.sources),
        len({source.group for source in made.sources}),
        made.disputed,
        bool(made.judgements),
        dump(made),
    )


def _where(value: PlaceValue | None) -> Row:
    if value is None:
        return (None,) * 5
    return (value.country, value.admin1, value.name, value.lat, value.lon)


def _ends(view: View | None) -> Row:
    """A figure and what lies around it."""
    return (view.low, view.best, view.high) if view else (None,) * 3
