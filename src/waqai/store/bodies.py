"""The texts of an incident's reports."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from waqai.model.incident import Incident
from waqai.store import schema
from waqai.store.unlinking import chunks

_v, _r = schema.version.c, schema.report.c
_TEXTS = (
    select(_r.key, _v.title, _v.body)
    .join(schema.report, _r.id == _v.report_id)
    .where(_v.current, _r.key.in_(bindparam("keys", expanding=True)))
)


def bodies(connection: Connection, incident: Incident) -> dict[str, str]:
    """The current texts of the reports of an incident, their titles before them, by report."""
    found: dict[str, str] = {}
    for keys in chunks([source.report for source in incident.sources]):
        for key, title, body in connection.execute(_TEXTS, {"keys": keys}):
            found[key] = f"{title}\n{body}" if title else body
    return found
