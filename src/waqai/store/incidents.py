"""Queries of incidents: by time, box, country, type, actor, target, toll, disputed, reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from waqai.errors import UsageError
from waqai.model.incident import Incident
from waqai.store import schema

_DECODER = msgspec.json.Decoder(Incident)
_i = schema.incident.c


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What incidents must be; None asks for nothing. Days are ISO, a box is degrees.

    `box` is south, west, north, east; a day of the incident lies in [`since`, `until`]; `actor` is
    an actor id or name of either side; `killed` the least best figure; `main` what some report is
    mainly about.
    """

    since: str | None = None
    until: str | None = None
    box: tuple[float, float, float, float] | None = None
    country: str | None = None
    admin1: str | None = None
    type: str | None = None
    actor: str | None = None
    target: str | None = None
    killed: int | None = None
    disputed: bool | None = None
    judged: bool | None = None
    main: bool | None = None


EVERYTHING = Query()
_TRUTH = {"yes": True, "no": False}


def query_of(fields: Iterable[str]) -> Query:
    """The query of `field=value` words. Raises UsageError for one that is none."""
    values: dict[str, Any] = {}
    for field in fields:
        name, is_told, value = field.partition("=")
        if name not in Query.__struct_fields__ or not is_told:
            names = ", ".join(Query.__struct_fields__)
            raise UsageError(f"no condition {field!r}", do=f"FIELD=VALUE with one of {names}")
        try:
            values[name] = _value(name, value)
        except (ValueError, KeyError):
            raise UsageError(f"no {name}: {value!r}") from None
    return Query(**values)


def _value(name: str, value: str) -> Any:
    """The value of a condition. Raises ValueError or KeyError for what is none."""
    if name in ("disputed", "judged", "main"):
        return _TRUTH[value]
    if name == "box":
        south, west, north, east = map(float, value.split(","))
        return (south, west, north, east)
    if name in ("since", "until"):
        return date.fromisoformat(value).isoformat()
    return int(value) if name == "killed" else value


def incidents(connection: Connection, query: Query = EVERYTHING) -> Iterator[Incident]:
    """The incidents that a query asks for, by date (the undated last), then by id."""
    wanted = _where(select(_i.json), query)
    wanted = wanted.order_by(_i.first_day.is_(None), _i.first_day, _i.key)
    for (raw,) in connection.execute(wanted):
        yield _DECODER.decode(raw)


def incident_by_id(connection: Connection, key: str) -> Incident | None:
    """The incident of an id; None where there is none."""
    raw = connection.execute(select(_i.json).where(_i.key == key)).scalar()
    return None if raw is None else _DECODER.decode(raw)


def incident_of(connection: Connection, key: str) -> Incident | None:
    """The incident of an id, or that holds the event of an id; None where there is none."""
    t, m = schema.telling.c, schema.member.c
    held = (
        select(_i.json)
        .join(schema.member, m.incident_id == _i.id)
        .join(schema.telling, t.id == m.event_id)
        .where(t.key == key)
    )
    raw = connection.execute(held).scalar()
    return incident_by_id(connection, key) if raw is None else _DECODER.decode(raw)


def count(connection: Connection) -> int:
    """How many incidents there are."""
    return int(connection.execute(select(func.count(_i.id))).scalar_one())


def _where(wanted: Select[Any], query: Query) -> Select[Any]:
    equal = ("country", "admin1", "type", "disputed", "judged")
    for name in equal:
        value = getattr(query, name)
        if value is not None:
            wanted = wanted.where(_i[name] == value)
    if query.main is not None:
        wanted = wanted.where((_i.salience == "main") == query.main)
    if query.since is not None:
        wanted = wanted.where(_i.last_day >= query.since)
    if query.until is not None:
        wanted = wanted.where(_i.first_day <= query.until)
    if query.killed is not None:
        wanted = wanted.where(_i.killed_best >= query.killed)
    if query.box is not None:
        south, west, north, east = query.box
        wanted = wanted.where(_i.lat.between(south, north), _i.lon.between(west, east))
    return _with(wanted, query)


def _with(wanted: Select[Any], query: Query) -> Select[Any]:
    """What is asked of the events that an incident holds."""
    m, s, g = schema.member.c, schema.side.c, schema.thing.c
    if query.actor is not None:
        named = (s.actor == query.actor) | (s.name == query.actor)
        of = select(m.incident_id).join(schema.side, s.event_id == m.event_id).where(named)
        wanted = wanted.where(_i.id.in_(of))
    if query.target is not None:
        struck = (g.role == "target") & (g.kind == query.target)
        of = select(m.incident_id).join(schema.thing, g.event_id == m.event_id).where(struck)
        wanted = wanted.where(_i.id.in_(of))
    return wanted
