"""Reading a report that is pasted, or a file that is sent; kept in the database if asked to."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Body, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from waqai.errors import InputError, RequestError
from waqai.export.privacy import WITHHELD_ENGLISH
from waqai.model.canonical import dump
from waqai.model.event import Record
from waqai.model.making import singly
from waqai.model.report import Report
from waqai.read import Received
from waqai.serve import answers
from waqai.serve.desk import Desk
from waqai.serve.extraction import Asked, Extraction, Found
from waqai.serve.filters import Day, YesNo
from waqai.serve.people import Analyst, Person, TheDesk
from waqai.serve.routes.reports import kept_report, shown, shown_report, told_events
from waqai.store.audit import log
from waqai.store.ingest import Step, ingest
from waqai.store.linking import link
from waqai.text.document import parse_published

router = APIRouter(prefix="/api", tags=["reading"])
# Reports of a file whose details are answered.
_SHOWN = 20
_Line = Annotated[str, Field(max_length=2000)]
_Published = Annotated[str, Field(max_length=40)]


class Pasted(BaseModel):
    """A report as it was pasted; `keep`: into the database, and linked."""

    model_config = ConfigDict(extra="forbid")

    title: _Line | None = None
    body: str = Field(min_length=1, max_length=200_000)
    published: _Published | None = Field(None, description="ISO date, or date and time.")
    outlet: _Line | None = None
    url: _Line | None = None
    keep: bool = False


@router.post("/read", responses=answers.told(answers.OneReport))
def read(pasted: Pasted, request: Request, desk: TheDesk, person: Analyst) -> Response:
    """Read a pasted report: its mentions, and its events."""
    parse_published(pasted.published)
    fields = pasted.model_dump(exclude={"keep"}, exclude_none=True)
    found = _extraction(request).read(Asked("line", dump(fields)))
    if found[0].received is None:
        raise RequestError(422, found[0].what, "correct it", found[0].where)
    if pasted.keep:
        _keep(desk, _extraction(request), found, person, "paste")
    return answers.answer(_shown(desk, found[0], person, pasted.keep))


@router.post("/read/file", responses=answers.told(answers.FileRead))
def read_file(
    request: Request,
    desk: TheDesk,
    person: Analyst,
    raw: Annotated[bytes, Body(media_type="application/octet-stream")],
    name: Annotated[str, Query(max_length=200)] = "file.txt",
    published: Annotated[Day | None, Query()] = None,
    keep: Annotated[YesNo, Query()] = "no",
) -> Response:
    """Read a file of any kind that `waqai read` takes."""
    found = _extraction(request).read(Asked("file", raw, name, published))
    good = [item for item in found if item.received is not None]
    if keep == "yes":
        _keep(desk, _extraction(request), good, person, name)
    refused = [answers.RefusedInput(i.where, i.what) for i in found if i.received is None]
    shown = [_shown(desk, item, person, keep == "yes") for item in good[:_SHOWN]]
    return answers.answer(answers.FileRead(shown, refused, len(good)))


def _extraction(request: Request) -> Extraction:
    made: Extraction = request.app.state.extraction
    return made


def _keep(
    desk: Desk, extraction: Extraction, found: list[Found], person: Person, name: str
) -> None:
    """Take reports into the database and link them."""
    records = {item.received.report.id: item.record for item in found if item.received}

    def extract(report: Report) -> Record:
        return records.get(report.id) or extraction.record(report)

    items: list[Received | InputError] = [item.received for item in found if item.received]
    steps: list[Step] = list(ingest(desk.writer, items, singly(extract)))
    for _ in link(desk.writer):
        pass
    detail = {"outcomes": sorted({step.outcome for step in steps}), "reports": len(items)}
    with desk.writing() as connection:
        log(connection, desk.now(), person.name, person.role, "read", name, detail)


def _shown(desk: Desk, found: Found, person: Person, is_kept: bool) -> answers.OneReport:
    """A report that was just read, for somebody."""
    assert found.received is not None
    assert found.record is not None
    report, record = found.received.report, found.record
    marks = _marks(found, report, record, person)
    if is_kept:
        with desk.reading() as connection:
            kept = kept_report(connection, report.id, person)
        return msgspec.structs.replace(kept, mentions=marks)
    told = told_events(record, person, report.text, {})
    return answers.OneReport(shown_report(report, record, person, None), marks, told, [], False)


def _marks(found: Found, report: Report, record: Record, person: Person) -> list[answers.Highlight]:
    """The mentions; what names a private person names nobody."""
    text, plain = shown(report.text, record, person), report.text
    marks = []
    for mark in found.mentions:
        words, value = text[mark.start : mark.end], mark.value
        if words != plain[mark.start : mark.end] and "name" in value:
            value = {**value, "name": WITHHELD_ENGLISH}
        marks.append(answers.Highlight(mark.kind, mark.start, mark.end, words, value, (mark.rule,)))
    return marks
