"""One report: its text, what was read in it and where that went."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import Connection, select

from waqai.errors import RequestError
from waqai.export.privacy import known_of, masked
from waqai.export.told import linked
from waqai.model.event import Record
from waqai.model.report import Report
from waqai.serve import answers
from waqai.serve.highlights import highlights
from waqai.serve.masking import shown_line, shown_text
from waqai.serve.people import Person, Reader, TheDesk
from waqai.serve.routes.incident import Key
from waqai.store import schema
from waqai.store.lines import decode_line
from waqai.store.records import kept, record_of

router = APIRouter(prefix="/api", tags=["reports"])


@router.get("/reports/{key}", responses=answers.told(answers.OneReport))
def report(key: Key, desk: TheDesk, person: Reader) -> Response:
    """The current version of a report."""
    with desk.reading() as connection:
        return answers.answer(kept_report(connection, key, person))


def kept_report(connection: Connection, key: str, person: Person) -> answers.OneReport:
    """A report of the database. Raises RequestError where it is not there."""
    item = next(kept(connection, key=key), None)
    if item is None:
        raise RequestError(404, "no such report", "look it up in an incident", key)
    record = record_of(connection, item.version)
    known = record or Record(key, item.report.published, item.report.language or "", "", ())
    places = _places(connection, known)
    lines = [raw for _, raw in dict(sorted(places.values())).items()]
    return answers.OneReport(
        shown_report(item.report, known, person, item.number),
        highlights(
            masked(known, person.names, item.report.text), shown(item.report.text, known, person)
        ),
        told_events(
            known, person, item.report.text, {event: key for event, (key, _) in places.items()}
        ),
        [decode_line(shown_line(raw, person.names)) for raw in lines],
        True,
    )


def shown(text: str, record: Record, person: Person) -> str:
    """A report's text for somebody; every offset stays."""
    return shown_text(text, person.names, known_of(record, text))


def shown_report(
    report: Report, record: Record, person: Person, version: int | None
) -> answers.ReportText:
    """A report for somebody."""
    text = shown(report.text, record, person)
    cut = report.title_length
    url = report.url if person.names else linked(report, known_of(record, report.text)).url
    title, body = (text[:cut], text[cut + 1 :]) if cut else (report.title, text)
    return answers.ReportText(
        report.id, title, body, text, report.published, report.outlet, url,
        report.author, report.language, version,
    )  # fmt: skip


def told_events(
    record: Record, person: Person, text: str, places: dict[str, str]
) -> list[answers.ToldEvent]:
    """The events of a record of a text for somebody, each with its incident by `places`."""
    events = masked(record, person.names, text).events
    return [answers.ToldEvent(event, places.get(event.id)) for event in events]


def _places(connection: Connection, record: Record) -> dict[str, tuple[str, bytes]]:
    """The incident and its line, of each event of a report."""
    t, m, i, n = schema.telling.c, schema.member.c, schema.incident.c, schema.line.c
    query = (
        select(t.key, i.key, n.json)
        .join(schema.member, m.event_id == t.id)
        .join(schema.incident, i.id == m.incident_id)
        .join(schema.line, n.incident_id == i.id)
        .where(t.report == record.report)
    )
    return {event: (key, raw) for event, key, raw in connection.execute(query)}
