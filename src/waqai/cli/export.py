"""`waqai export`: the database as JSONL, CSV, XLSX, ACLED's table or GeoJSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from waqai.cli.database import DEFAULT, Db, Names
from waqai.errors import UsageError, WaqaiError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from waqai.export.cells import Sheet
    from waqai.export.occurrences import Occurrence


class ExportFormat(StrEnum):
    """What can be written."""

    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    acled = "acled"
    geojson = "geojson"


class SheetName(StrEnum):
    """One row an event, a claim or an incident."""

    events = "events"
    claims = "claims"
    incidents = "incidents"


# The sheets that a format holds; GeoJSON holds incidents, which it is not asked for by name.
_SHEETS: dict[ExportFormat, tuple[str, ...]] = {
    ExportFormat.jsonl: ("events", "incidents"),
    ExportFormat.csv: ("events", "claims", "incidents"),
    ExportFormat.xlsx: ("events", "claims", "incidents"),
    ExportFormat.acled: ("events",),
    ExportFormat.geojson: ("events", "incidents"),
}
_EVENTS: dict[SheetName, Sheet] = {SheetName.events: "events", SheetName.claims: "claims"}


def export(
    format: Annotated[ExportFormat, typer.Option(help="What to write.")] = ExportFormat.jsonl,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Where to; standard output without.")
    ] = None,
    sheet: Annotated[
        SheetName, typer.Option(help="What a row is (CSV, XLSX, JSONL).")
    ] = SheetName.events,
    bom: Annotated[bool, typer.Option("--bom", help="Begin a CSV with a mark for Excel.")] = False,
    names: Names = False,
    db: Db = DEFAULT,
) -> None:
    """Write events or incidents; names of private persons are withheld without --names."""
    from waqai.export.spreadsheet import BOM
    from waqai.export.told import told
    from waqai.store.database import open_database

    _check(format, sheet, bom)
    if format is ExportFormat.xlsx and output is None and sys.stdout.isatty():
        raise UsageError("a workbook is no text", do="give --output FILE.xlsx")
    with open_database(db) as database, database.read() as connection, _to(output) as stream:
        items = told(connection, names)
        if bom and format in (ExportFormat.csv, ExportFormat.acled):
            stream.write(BOM)
        if format is ExportFormat.xlsx and sheet is SheetName.incidents:
            _incident_book(connection, stream, names)
        elif format is ExportFormat.geojson or sheet is SheetName.incidents:
            _lines(
                stream,
                _incidents(connection, format, names),
                b"\r\n" if format is ExportFormat.csv else b"\n",
            )
        elif format is ExportFormat.xlsx:
            from waqai.export.spreadsheet import write_xlsx

            write_xlsx(items, stream)
        elif format is ExportFormat.jsonl:
            from waqai.export.jsonl import jsonl

            _lines(stream, jsonl(items), b"\n")
        elif format is ExportFormat.acled:
            from waqai.export.occurrences import occurrences

            _acled(stream, occurrences(connection, names))
        else:
            from waqai.export.spreadsheet import events_csv

            _lines(stream, events_csv(items, _EVENTS[sheet]), b"\r\n")


def _check(format: ExportFormat, sheet: SheetName, bom: bool) -> None:
    """Refuse options that the format would leave without effect. Raises UsageError."""
    if sheet.value not in _SHEETS[format]:
        holds = [one.value for one, sheets in _SHEETS.items() if sheet.value in sheets]
        raise UsageError(f"{format.value} holds no {sheet.value}", do=f"give {' or '.join(holds)}")
    if bom and format not in (ExportFormat.csv, ExportFormat.acled):
        raise UsageError(f"--bom with {format.value}", do="it is for csv and acled")


def _incident_book(connection: Connection, stream: IO[bytes], names: bool) -> None:
    """The incidents as a workbook."""
    from waqai.export.incidents import COLUMNS, rows
    from waqai.export.spreadsheet import write_book
    from waqai.export.withheld import withheld
    from waqai.store.incidents import incidents

    found = (withheld(incident, names) for incident in incidents(connection))
    write_book(stream, {"incidents": (COLUMNS, rows(found))})


def _incidents(connection: Connection, format: ExportFormat, names: bool) -> Iterator[bytes]:
    """The incidents as lines of GeoJSON, CSV or JSONL."""
    from waqai.export.geojson import geojson
    from waqai.export.incidents import COLUMNS, rows
    from waqai.export.spreadsheet import csv_lines
    from waqai.export.withheld import withheld
    from waqai.model.canonical import dump
    from waqai.store.bodies import bodies
    from waqai.store.incidents import incidents

    found = (
        withheld(one, names, () if names else bodies(connection, one).values())
        for one in incidents(connection)
    )
    if format is ExportFormat.geojson:
        return geojson(found)
    if format is ExportFormat.csv:
        return csv_lines(COLUMNS, rows(found))
    return map(dump, found)


def _acled(stream: IO[bytes], items: Iterable[Occurrence]) -> None:
    """ACLED's table, then what was dropped or forced, on standard error."""
    from waqai.export.acled import COLUMNS, Losses, acled
    from waqai.export.spreadsheet import csv_lines

    losses = Losses()
    _lines(stream, csv_lines(COLUMNS, acled(items, losses)), b"\r\n")
    stream.flush()
    typer.echo(losses.text(), err=True)


def _lines(stream: IO[bytes], lines: Iterable[bytes], end: bytes) -> None:
    for line in lines:
        stream.write(line + end)


@contextmanager
def _to(output: str | None) -> Iterator[IO[bytes]]:
    """The file, complete or not there at all; standard output without one."""
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        return
    part = Path(f"{output}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(output)
    except OSError as error:
        raise WaqaiError(f"cannot be written: {error.strerror}", output) from error
    finally:
        part.unlink(missing_ok=True)
