"""`waqai incidents`: reads, links and prints in one go, without a database."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.database import Names
from waqai.cli.extraction import Extraction, Jobs
from waqai.cli.inputs import Files, Inputs, Published
from waqai.cli.streams import put
from waqai.cli.table import draw
from waqai.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from waqai.model.event import Record
    from waqai.model.incident import Incident
    from waqai.model.report import Report
    from waqai.store.query import Query


_COLUMNS = (
    "incident", "date", "type", "reports", "killed", "wounded", "disputed", "place", "by",
)  # fmt: skip


class IncidentFormat(StrEnum):
    """`table` for people, `json` the full incident, `airwars` what Airwars publishes."""

    table = "table"
    json = "json"
    airwars = "airwars"


def incidents(
    files: Files,
    format: Annotated[IncidentFormat, typer.Option(help="What to print.")] = IncidentFormat.table,
    published: Published = None,
    names: Names = False,
    jobs: Jobs = 0,
) -> None:
    """Print the incidents that the reports tell, one a line."""
    import msgspec

    from waqai.export.airwars import airwars
    from waqai.export.withheld import withheld
    from waqai.link.stories import incidents as linked
    from waqai.model.canonical import dump

    inputs = Inputs(files, published)
    found = [withheld(incident, names) for incident in linked(_stories(inputs, jobs))]
    if format is IncidentFormat.table:
        incident_table(found)
    elif format is IncidentFormat.json:
        for incident in found:
            put(dump(incident))
    else:
        for row in airwars(found):
            put(msgspec.json.encode(row))
    inputs.exit()


def _stories(inputs: Inputs, jobs: int) -> Iterator[tuple[Report, Record]]:
    """Each report with its record."""
    for report, record in Extraction(jobs).pairs(inputs):
        if isinstance(record, InputError):
            inputs.refuse(record)
        else:
            yield report, record


def incident_table(found: Iterable[Incident]) -> None:
    """A line an incident; a report's Arabic may stand in the last columns."""
    draw(_COLUMNS, [_line(incident) for incident in found], words=2)


def _line(incident: Incident) -> tuple[str, ...]:
    from waqai.export.card import days, shown
    from waqai.export.incidents import bounds, view_of

    reports, sources = len(incident.sources), len({s.group for s in incident.sources})
    first = incident.dates[0] if incident.dates else None
    date = days(first.start, first.end, first.grain) if first else "unknown"
    place = incident.places[0].value.name if incident.places else ""
    return (
        incident.id,
        date,
        incident.type,
        str(reports) if reports == sources else f"{reports} ({sources} texts)",
        bounds(view_of(incident, "killed")),
        bounds(view_of(incident, "wounded")),
        "yes" if incident.disputed else "",
        shown(place),
        shown(", ".join(party.name for party in incident.by)),
    )


def show_incidents(connection: Connection, query: Query, names: bool, json: bool) -> None:
    """The incidents of a database that a query asks for."""
    from waqai.export.withheld import withheld
    from waqai.model.canonical import dump
    from waqai.store.bodies import bodies
    from waqai.store.incidents import incidents as kept

    found = (
        withheld(one, names, () if names else bodies(connection, one).values())
        for one in kept(connection, query)
    )
    if json:
        for incident in found:
            put(dump(incident))
    else:
        incident_table(found)


def show_incident(connection: Connection, key: str, names: bool, json: bool) -> bool:
    """The card of the incident of an id, or that it became; whether there is one."""
    from waqai.export.incident_card import card
    from waqai.export.withheld import withheld
    from waqai.model.canonical import dump
    from waqai.store.bodies import bodies
    from waqai.store.incidents import event_of_former, incident_by_id, incident_of

    found = incident_by_id(connection, key)
    if found is None and event_of_former(connection, key) is not None:
        found = incident_of(connection, key)
        if found is not None:
            typer.echo(f"waqai: incident {key} is now {found.id}", err=True)
    if found is None:
        return False
    incident = withheld(found, names, () if names else bodies(connection, found).values())
    if json:
        put(dump(incident))
    else:
        for line in card(incident):
            typer.echo(line)
    return True
