"""Incidents that may be the same as one: what an analyst is asked to merge, or leave apart."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from waqai.link.candidates import LONGEST, is_pair
from waqai.link.compare import matched
from waqai.link.comparison import Comparison
from waqai.link.face import Face
from waqai.link.telling import Telling
from waqai.store import schema
from waqai.store.tellings import decode

_t, _m, _n = schema.telling.c, schema.member.c, schema.line.c
# Events of the incident that are compared with others, and rows looked at for each.
_OWN = 5
_LOOKED = 4000
# Below this two events have nothing in common but a day or a place.
_ALIKE = 1.0


class Near(NamedTuple):
    """A line of another incident, the score of its event closest to this one, and why."""

    line: int
    score: float
    why: str


def near(connection: Connection, incident: str, most: int = 5) -> list[Near]:
    """The incidents closest to one, the closest first."""
    row = connection.execute(
        select(schema.incident.c.id).where(schema.incident.c.key == incident)
    ).scalar()
    own = select(_t.json).join(schema.member, _m.event_id == _t.id).where(_m.incident_id == row)
    best: dict[int, Comparison] = {}
    for raw in connection.execute(own.order_by(_t.key).limit(_OWN)).scalars():
        for line, found in _around(connection, row or 0, decode(raw)):
            if line not in best or found.score > best[line].score:
                best[line] = found
    ranked = sorted(best.items(), key=lambda pair: (-pair[1].score, pair[0]))
    return [Near(line, found.score, found.why) for line, found in ranked[:most]]


def _around(connection: Connection, row: int, telling: Telling) -> list[tuple[int, Comparison]]:
    """Events of other incidents about the time of one, compared with it."""
    when = telling.when
    if when is None or when.days > LONGEST:
        return []
    query = (
        select(_n.id, _t.json)
        .join(schema.member, _m.event_id == _t.id)
        .join(schema.line, _n.incident_id == _m.incident_id)
        .where(
            _t.first.between(when.first - LONGEST - 1, when.last + 1),
            _t.last >= when.first - 1,
            _m.incident_id != row,
        )
        .order_by(_t.first.desc(), _t.key)
        .limit(_LOOKED)
    )
    found, one = [], Face(telling)
    for line, raw in connection.execute(query):
        other = Face(decode(raw))
        comparison = matched(one, other) if is_pair(one, other) else None
        if comparison is not None and comparison.score >= _ALIKE:
            found.append((line, comparison))
    return found
