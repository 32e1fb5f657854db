"""`waqai show`: the events of the database in a table, or the cards of one report or event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.database import DEFAULT, Db, Json, Names
from waqai.cli.streams import put
from waqai.cli.table import draw
from waqai.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from waqai.export.card import Card
    from waqai.export.told import Told
    from waqai.model.event import Event
    from waqai.store.custody import Custody

_COLUMNS = (
    "event",
    "date",
    "type",
    "status",
    "killed",
    "wounded",
    "report",
    "place",
    "by",
    "title",
)


def show(
    key: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="An incident, a report or an event; none: a table."),
    ] = None,
    db: Db = DEFAULT,
    incidents: Annotated[
        bool, typer.Option("--incidents", help="A table of incidents, not of events.")
    ] = False,
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where",
            metavar="FIELD=VALUE",
            help="Only such incidents: since, until (2025-05-17), box (S,W,N,E), country (code or "
            "name), admin1, type, status, actor (id or name, Arabic too), target, killed (at "
            "least), disputed, judged, main (yes or no), text.",
        ),
    ] = None,
    names: Names = False,
    json: Json = False,
) -> None:
    """Show events or incidents, the card of one, or a report with its custody and every claim."""
    from waqai.cli.incidents import show_incident, show_incidents
    from waqai.cli.where import asked
    from waqai.store.database import open_database

    if key is not None and where:
        raise UsageError("--where with an ID", do="leave one of them out")
    with open_database(db) as database, database.read() as connection:
        query = asked(connection, where or ())
        if key is None and (incidents or where):
            show_incidents(connection, query, names, json)
        elif key is None:
            _table(connection, names, json)
        elif not show_incident(connection, key, names, json):
            _one(connection, key, names, json, db)


def _table(connection: Connection, names: bool, json: bool) -> None:
    """All events; Arabic in the last column."""
    import msgspec

    from waqai.export.told import told

    found = [_row(item, event) for item in told(connection, names) for event in item.record.events]
    if json:
        for row in found:
            put(msgspec.json.encode(dict(zip(_COLUMNS, row, strict=True))))
        return
    draw(_COLUMNS, found, words=3)


def _row(item: Told, event: Event) -> tuple[str, ...]:
    from waqai.export.card import days, shown
    from waqai.export.cells import totals

    counts = totals(item.report, event)
    when = event.when.value if event.when else None
    date = days(when.start, when.end, when.grain) if when and when.start else "unknown"
    place = event.where[0].value.name if event.where else ""
    by = ", ".join(side.name for side in event.by)
    cells = (event.id, date, event.type, event.status)
    figures = tuple(_range(counts[f"{s}_low"], counts[f"{s}_high"]) for s in ("killed", "wounded"))
    return (*cells, *figures, item.report.id, shown(place), shown(by), shown(item.title))


def _range(low: object, high: object) -> str:
    if low is None and high is None:
        return ""
    return str(low) if low == high else f"{low if low is not None else ''}-{high or ''}"


def _one(connection: Connection, key: str, names: bool, json: bool, db: str) -> None:
    """The custody of a report and its cards, or the card of one event."""
    import msgspec

    from waqai.export.card import card
    from waqai.export.told import told
    from waqai.store.custody import custody, report_of

    key = _event_of_former(connection, key) or key
    report = report_of(connection, key)
    if report is None:
        raise UsageError(f"no incident, report or event {key!r}", db, "`waqai show` lists them")
    versions = custody(connection, report)
    items = list(told(connection, names, report))
    cards = [card(i, e) for i in items for e in i.record.events if key in (report, e.id)]
    if json:
        put(msgspec.json.encode({"versions": versions, "cards": cards}))
        return
    _versions(versions)
    for shown_card in cards:
        _card(shown_card)
    if not cards:
        typer.echo("\nno events")


def _event_of_former(connection: Connection, key: str) -> str | None:
    """The event of an incident that is no more because an analyst rejected it, and says so."""
    from waqai.store.incidents import event_of_former

    event = event_of_former(connection, key)
    if event is not None:
        typer.echo(f"waqai: incident {key} is none any more; its event is {event}", err=True)
    return event


def _versions(versions: list[Custody]) -> None:
    """Where the report comes from, version by version."""
    from waqai.export.card import shown

    typer.echo(f"report {shown(versions[0].report)}")
    for item in versions:
        current = " (current)" if item.current else ""
        where = item.source if item.line is None else f"{item.source}:{item.line}"
        typer.echo(f"  version {item.number}{current}")
        typer.echo(f"    sha256    {item.sha256}")
        typer.echo(
            f"    received  {item.received}, {item.size} bytes, {item.media}, {item.encoding}"
        )
        typer.echo(f"    source    {shown(where)}")
        typer.echo(f"    record    {f'Waqai {item.waqai}, {item.made}' if item.waqai else 'none'}")


def _card(card: Card) -> None:
    """One event: two sentences, then a line a claim with its words last."""
    from waqai.export.card import shown

    typer.echo(f"\nevent {card.event}  {card.type} · {card.status} · {card.salience}")
    typer.echo(
        f"  published {card.published or 'unknown'}, {shown(card.outlet) or 'outlet unknown'}"
    )
    if card.title:
        typer.echo(f"  {shown(card.title)}")
    typer.echo(f"  {shown(card.english)}")
    typer.echo(f"  {shown(card.arabic)}")
    for claim in card.claims:
        about = " ".join(part for part in (claim.slot, claim.value, claim.whom) if part)
        typer.echo(f"    {about} · {shown(claim.speaker)} · {claim.report}")
        typer.echo(f"      {claim.start}-{claim.end} {shown(claim.words)}")
