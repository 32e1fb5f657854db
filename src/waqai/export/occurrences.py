"""What ACLED's table has rows of: incidents, and events that nothing links yet by themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import Connection

from waqai.export.told import Told, told
from waqai.export.withheld import withheld
from waqai.link.assemble import assemble
from waqai.link.piece import Piece
from waqai.link.tellings import tellings
from waqai.model.incident import Incident
from waqai.store.bodies import bodies
from waqai.store.incidents import incidents
from waqai.store.loose import loose, made


class Occurrence(NamedTuple):
    """An incident, and when the newest record that it comes from was made."""

    incident: Incident
    made: str


def occurrences(connection: Connection, names: bool = False) -> Iterator[Occurrence]:
    """The incidents by date, then the events that are not linked in the order of their reports."""
    for incident in incidents(connection):
        reports = dict.fromkeys(source.report for source in incident.sources)
        texts = () if names else bodies(connection, incident).values()
        yield Occurrence(withheld(incident, names, texts), made(connection, reports) or "")
    for report, keys in loose(connection):
        for item in told(connection, names, report):
            yield from alone(item, keys)


def alone(item: Told, keys: Collection[str] | None = None) -> Iterator[Occurrence]:
    """The events of a report, or those of some ids, as an incident each."""
    for event, telling in zip(item.record.events, tellings(item.report, item.record), strict=True):
        if keys is None or event.id in keys:
            yield Occurrence(assemble((Piece(item.report, event, telling),)), item.made)
