"""Judgements: made, taken back, listed."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from waqai.errors import RequestError
from waqai.model.judgement import Judgement
from waqai.serve import answers
from waqai.serve.desk import Desk
from waqai.serve.filters import Limit, Name
from waqai.serve.masking import shown_judged, shown_judgement
from waqai.serve.people import Analyst, Person, Reader, TheDesk
from waqai.serve.routes.incident import Key, line_of
from waqai.store.audit import asked_before, log
from waqai.store.deciding import decide, history
from waqai.store.incidents import incident_of
from waqai.store.judging import judgements

router = APIRouter(prefix="/api", tags=["judgements"])
Once = Annotated[
    str | None,
    Header(alias="Idempotency-Key", max_length=64, pattern=r"^[!-~]+$"),
]
Why = Annotated[str, Field(max_length=2000)]
_Id = Annotated[str, Field(min_length=1, max_length=200)]
_Figure = Annotated[int, Field(ge=0, le=10**9)]


class Decision(BaseModel):
    """What `waqai judge` takes: see docs/incidents.md."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["merge", "split", "accept", "correct", "reject"]
    ids: list[_Id] = Field(min_length=1, max_length=200)
    others: list[_Id] = Field([], max_length=200)
    slot: Name | None = None
    low: _Figure | None = None
    high: _Figure | None = None
    value: Name | None = None
    why: Why = ""


class Undoing(BaseModel):
    """Why a judgement is taken back."""

    model_config = ConfigDict(extra="forbid")

    why: Why = ""


@router.post("/judgements", responses=answers.told(answers.Decided, 200, 201), status_code=201)
def decided(decision: Decision, desk: TheDesk, person: Analyst, once: Once = None) -> Response:
    """Decide; under the same Idempotency-Key a second time nothing is done again."""
    if decision.verdict == "correct" and not decision.why.strip():
        raise RequestError(422, "a correction without a reason", "say why", "why")
    more = decision.model_dump(exclude={"verdict", "ids", "others"})
    with desk.writing() as connection:
        known = _known(connection, person, once)
        if known is not None:
            return _told(connection, known, person, 200)
        asked = (decision.verdict, decision.ids, decision.others)
        made = decide(connection, *asked, **more, who=person.name or "")
        _log(desk, connection, person, made, once)
        return _told(connection, made, person, 201)


@router.post(
    "/judgements/{key}/undo", responses=answers.told(answers.Decided, 200, 201), status_code=201
)
def undone(
    key: Key, undoing: Undoing, desk: TheDesk, person: Analyst, once: Once = None
) -> Response:
    """Take a judgement back; undoing an undoing brings it back."""
    with desk.writing() as connection:
        known = _known(connection, person, once)
        if known is not None:
            return _told(connection, known, person, 200)
        if all(item.id != key for item in judgements(connection)):
            raise RequestError(404, "no such judgement", "look it up in the history", key)
        made = decide(connection, "undo", (), undoes=key, who=person.name or "", why=undoing.why)
        _log(desk, connection, person, made, once)
        return _told(connection, made, person, 201)


@router.get("/judgements", responses=answers.told(answers.History))
def listed(
    desk: TheDesk,
    person: Reader,
    incident: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[Limit, Query()] = 50,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """The judgements on an incident, or all; the cursor is the id of the last one seen."""
    with desk.reading() as connection:
        events = None if incident is None else _events(connection, incident)
        made = history(connection, events)
    ids = [item.judgement.id for item in made]
    if cursor is not None and cursor not in ids:
        raise RequestError(400, "a cursor of another list", "begin with the first page")
    rest = made[ids.index(cursor) + 1 :] if cursor else made
    after = rest[limit - 1].judgement.id if len(rest) > limit else None
    return answers.answer(
        answers.History([shown_judged(item, person.names) for item in rest[:limit]], after)
    )


def _events(connection: Connection, key: str) -> list[str]:
    found = incident_of(connection, key)
    if found is None:
        raise RequestError(404, "no such incident", "look it up in the list", key)
    return [member.event for member in found.members]


def _known(connection: Connection, person: Person, once: str | None) -> Judgement | None:
    """The judgement that the same person made under the same key."""
    entry = asked_before(connection, person.name or "", once) if once else None
    if entry is None:
        return None
    return next((item for item in judgements(connection) if item.id == entry.about), None)


def _log(
    desk: Desk, connection: Connection, person: Person, made: Judgement, once: str | None
) -> None:
    told = {"verdict": made.verdict, "slot": made.slot, "undoes": made.undoes}
    log(connection, desk.now(), person.name, person.role, "judge", made.id, told, once)


def _told(connection: Connection, made: Judgement, person: Person, status: int) -> Response:
    """The judgement, and where its events are now."""
    found = (incident_of(connection, anchor.event) for anchor in (*made.events, *made.others))
    keys = list(dict.fromkeys(incident.id for incident in found if incident))
    lines = [line_of(connection, key, person) for key in keys]
    shown = shown_judgement(made, person.names)
    return answers.answer(answers.Decided(shown, keys, lines), status)
