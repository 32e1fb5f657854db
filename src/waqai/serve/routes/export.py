"""The export of what is on the screen: the same filter, as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from threading import BoundedSemaphore
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from waqai.errors import RequestError
from waqai.export.geojson import geojson
from waqai.export.incidents import COLUMNS, rows
from waqai.export.spreadsheet import BOM, csv_lines, write_book
from waqai.export.withheld import withheld
from waqai.model.canonical import dump
from waqai.model.incident import Incident
from waqai.serve.choosing import chosen
from waqai.serve.desk import Desk
from waqai.serve.filters import ExportAsked
from waqai.serve.people import Reader, TheDesk
from waqai.store.bodies import bodies
from waqai.store.incidents import incidents_of

router = APIRouter(prefix="/api", tags=["export"])
_KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
    "geojson": "application/geo+json",
}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {kind: {} for kind in _KINDS.values()}}
}
# Rows that a worksheet holds, its header among them.
_SHEET = 1 << 20
_PIECE = 1 << 16
# A workbook is made whole; one at a time.
_BOOKS = BoundedSemaphore(1)


@router.get("/export", responses=_FILE, response_class=StreamingResponse)
def export(
    asked: Annotated[ExportAsked, Query()], desk: TheDesk, person: Reader
) -> StreamingResponse:
    """All incidents that the filter leaves, in the order asked for."""
    state = desk.state()
    mask = chosen(desk, state, asked.query(), person)
    ids = state.lines.line[state.orders.all(mask, asked.sort)].tolist()
    if asked.format == "xlsx" and len(ids) >= _SHEET:
        raise RequestError(400, "too many rows for a workbook", "narrow the filter, or take csv")
    found = _incidents(desk, ids, person.names)
    head = {"Content-Disposition": f'attachment; filename="waqai-incidents.{asked.format}"'}
    body = _WRITERS[asked.format](found)
    if asked.bom == "yes" and asked.format == "csv":
        body = _after(BOM, body)
    return StreamingResponse(_pieces(body), headers=head, media_type=_KINDS[asked.format])


def _incidents(desk: Desk, ids: list[int], names: bool) -> Iterator[Incident]:
    """The incidents, in one state of the database, for as long as they are read."""
    with desk.reading() as connection:
        for one in incidents_of(connection, ids):
            yield withheld(one, names, () if names else bodies(connection, one).values())


def _pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces: each one sent is a change of threads."""
    held, size = [], 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _csv(found: Iterable[Incident]) -> Iterator[bytes]:
    return (line + b"\r\n" for line in csv_lines(COLUMNS, rows(found)))


def _jsonl(found: Iterable[Incident]) -> Iterator[bytes]:
    return (dump(incident) + b"\n" for incident in found)


def _geojson(found: Iterable[Incident]) -> Iterator[bytes]:
    return (line + b"\n" for line in geojson(found))


def _xlsx(found: Iterable[Incident]) -> Iterator[bytes]:
    with _BOOKS, tempfile.TemporaryFile() as stream:
        write_book(stream, {"incidents": (COLUMNS, rows(found))})
        stream.seek(0)
        while piece := stream.read(_PIECE):
            yield piece


def _after(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


_WRITERS: dict[str, Callable[[Iterable[Incident]], Iterator[bytes]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "jsonl": _jsonl,
    "geojson": _geojson,
}
