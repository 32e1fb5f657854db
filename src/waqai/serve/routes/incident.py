"""One incident: every claim with its words, what was judged, what it may be the same as."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path
from fastapi.responses import Response
from sqlalchemy import Connection, select

from waqai.errors import RequestError
from waqai.export.known import NOBODY
from waqai.export.phrases import countries
from waqai.export.privacy import masker
from waqai.export.withheld import known_of, withheld
from waqai.model.incident import Account, Blame, Incident
from waqai.model.line import Line
from waqai.model.span import Span
from waqai.serve import answers
from waqai.serve.masking import shown_judged, shown_line, shown_text
from waqai.serve.passages import passages
from waqai.serve.people import Person, Reader, TheDesk
from waqai.store import schema
from waqai.store.bodies import bodies
from waqai.store.deciding import history
from waqai.store.incidents import incident_of
from waqai.store.lines import decode_line
from waqai.store.near import near

router = APIRouter(prefix="/api", tags=["incidents"])
Key = Annotated[str, Path(max_length=200)]
_l = schema.line.c


@router.get("/incidents/{key}", responses=answers.told(answers.OneIncident))
def incident(key: Key, desk: TheDesk, person: Reader) -> Response:
    """The incident of an id; of an event's id, or an id it had, the one that it is in now."""
    with desk.reading() as connection:
        found = incident_of(connection, key)
        if found is None:
            raise RequestError(404, "no such incident", "look it up in the list", key)
        return answers.answer(_one(connection, found, key, person))


def _one(connection: Connection, found: Incident, key: str, person: Person) -> answers.OneIncident:
    by_line = near(connection, found.id)
    kept = lines(connection, (n.line for n in by_line), person)
    texts = bodies(connection, found)
    return answers.OneIncident(
        withheld(found, person.names, texts.values()),
        _line(connection, found, texts, person),
        None if found.id == key else found.id,
        _texts(found, texts, person),
        _countries(found),
        [
            shown_judged(item, person.names)
            for item in history(connection, (member.event for member in found.members))
        ],
        [
            answers.NearLine(kept[n.line], n.score, masker(person.names)(n.why))
            for n in by_line
            if n.line in kept
        ],
    )


def _line(connection: Connection, found: Incident, texts: dict[str, str], person: Person) -> Line:
    """The line of the incident; its title names nobody whom the texts name in full."""
    line = line_of(connection, found.id, person)
    if person.names or not line.title:
        return line
    mask = masker(False, known_of(found, texts.values()))
    return msgspec.structs.replace(line, title=mask(line.title))


def line_of(connection: Connection, key: str, person: Person) -> Line:
    """The line of an incident that is there."""
    i = schema.incident.c
    query = select(_l.json).join(schema.incident, i.id == _l.incident_id).where(i.key == key)
    raw = connection.execute(query).scalar_one()
    return decode_line(shown_line(raw, person.names))


def lines(connection: Connection, ids: Iterable[int], person: Person) -> dict[int, Line]:
    """Lines by id."""
    found = connection.execute(select(_l.id, _l.json).where(_l.id.in_(list(ids))))
    return {line: decode_line(shown_line(raw, person.names)) for line, raw in found}


def _texts(found: Incident, plain: dict[str, str], person: Person) -> dict[str, answers.SourceText]:
    """The words around every figure and every statement, by report."""
    spans: dict[str, list[Span]] = {source.report: [] for source in found.sources}
    told: tuple[Account | Blame, ...] = (*found.accounts, *found.responsibility)
    for one in told:
        spans[one.report].append(one.span)
    who = NOBODY if person.names else known_of(found, plain.values())
    texts = {key: shown_text(text, person.names, who) for key, text in plain.items()}
    shown = withheld(found, person.names, plain.values()).sources
    return {
        source.report: answers.SourceText(
            source.title, source.outlet, source.published, source.url,
            passages(texts.get(source.report, ""), spans[source.report]),
        )
        for source in shown
    }  # fmt: skip


def _countries(found: Incident) -> dict[str, answers.Names]:
    known = countries()
    codes = dict.fromkeys(option.value.country or "" for option in found.places)
    return {c: answers.Names(known[c].english, known[c].arabic) for c in codes if c in known}
