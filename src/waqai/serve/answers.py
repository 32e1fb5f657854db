"""What the routes answer, and how /openapi.json tells it."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from waqai.model.event import Event
from waqai.model.incident import Incident
from waqai.model.judgement import Judgement
from waqai.model.line import Line
from waqai.serve.refusals import Refusal
from waqai.store.accounts import Role
from waqai.store.audit import Entry
from waqai.store.columns.clusters import Cell
from waqai.store.deciding import Judged

_REFERENCE = "#/components/schemas/{name}"


class Me(msgspec.Struct):
    """Who asks. `csrf` goes into the header X-Waqai-CSRF of every change."""

    name: str | None
    role: Role | None
    csrf: str
    names_shown: bool
    accounts: bool
    version: str


class Health(msgspec.Struct):
    """`incidents` only to those who may see them."""

    status: str
    version: str
    incidents: int | None


class Lines(msgspec.Struct):
    """A page; `next` is the cursor of the one after it."""

    items: list[Line]
    next: str | None
    total: int


class Cells(msgspec.Struct):
    """Clusters, and how many incidents have a place and have none."""

    cells: list[Cell]
    located: int
    unlocated: int


class Counts(msgspec.Struct, omit_defaults=True):
    """Sums of all that the filter leaves, and the groups that were asked for."""

    total: int
    disputed: int
    unreviewed: int
    killed: int
    type: list[tuple[str | None, int]] | None = None
    status: list[tuple[str | None, int]] | None = None
    country: list[tuple[str | None, int]] | None = None
    admin1: list[tuple[str | None, str | None, int]] | None = None
    day: list[tuple[str, int, int]] | None = None
    week: list[tuple[str, int, int]] | None = None
    month: list[tuple[str, int, int]] | None = None


class Passage(msgspec.Struct, frozen=True):
    """Words of a report's text at [start, end), code points."""

    start: int
    end: int
    text: str


class SourceText(msgspec.Struct):
    """What of a report an incident rests on."""

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    passages: list[Passage]


class Names(msgspec.Struct):
    """A name in the languages of the pages."""

    en: str
    ar: str


class NearLine(msgspec.Struct):
    """Another incident that may be the same one, how alike (points), and why."""

    line: Line
    score: float
    why: str


class OneIncident(msgspec.Struct):
    """An incident with all that a page shows of it. Keys of `texts` are report ids."""

    incident: Incident
    line: Line
    moved_to: str | None
    texts: dict[str, SourceText]
    countries: dict[str, Names]
    judgements: list[Judged]
    near: list[NearLine]


class ReportText(msgspec.Struct):
    """A report; `text` is what offsets count in, `version` its number from 1."""

    id: str
    title: str | None
    body: str
    text: str
    published: str | None
    outlet: str | None
    url: str | None
    author: str | None
    language: str | None
    version: int | None


class Highlight(msgspec.Struct):
    """Words that mean something: `value` by kind as docs/record.md has it."""

    kind: str
    start: int
    end: int
    text: str
    value: Any
    rules: tuple[str, ...]


class ToldEvent(msgspec.Struct):
    """An event of a report, and the incident that it is part of."""

    event: Event
    incident: str | None


class OneReport(msgspec.Struct):
    """A report, what was read in it, and where that went. `kept`: it is in the database."""

    report: ReportText
    mentions: list[Highlight]
    events: list[ToldEvent]
    incidents: list[Line]
    kept: bool


class RefusedInput(msgspec.Struct):
    """A part of a file that could not be read."""

    where: str
    what: str


class FileRead(msgspec.Struct):
    """The first reports of a file, how many it holds, what of it was refused."""

    reports: list[OneReport]
    refused: list[RefusedInput]
    total: int


class Decided(msgspec.Struct):
    """A judgement that was made, and the incidents that its events are in now."""

    judgement: Judgement
    incidents: list[str]
    lines: list[Line]


class History(msgspec.Struct):
    """Judgements, the newest first."""

    items: list[Judged]
    next: str | None


class Account(msgspec.Struct):
    """An account, without its password."""

    name: str
    role: Role
    made: str
    active: bool


class Accounts(msgspec.Struct):
    """All accounts by name."""

    items: list[Account]


class Audit(msgspec.Struct):
    """The audit log, the newest first."""

    items: list[Entry]
    next: str | None


_TOLD = (
    Me, Health, Lines, Cells, Counts, OneIncident, OneReport, FileRead, Decided, History, Accounts,
    Audit, Refusal,
)  # fmt: skip
_ERRORS = (400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 503)


def answer(value: object, status: int = 200) -> Response:
    """A value as JSON."""
    return raw(msgspec.json.encode(value), status)


def raw(body: bytes, status: int = 200) -> Response:
    """JSON that is made already."""
    return Response(body, status, media_type="application/json")


def told(kind: type, *statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a route answers, for its description; errors are alike for all."""
    good = _content(kind)
    return {
        **{status: {"description": "Done", **good} for status in statuses or (200,)},
        **{status: {"description": "Refused", **_content(Refusal)} for status in _ERRORS},
    }


def _content(kind: type) -> dict[str, Any]:
    reference = {"$ref": _REFERENCE.format(name=kind.__name__)}
    return {"content": {"application/json": {"schema": reference}}}


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI of the routes, with the schemas of the structs that they answer."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, routes=app.routes)
        _, components = msgspec.json.schema_components(_TOLD, ref_template=_REFERENCE)
        made.setdefault("components", {}).setdefault("schemas", {}).update(components)
        app.openapi_schema = made
    return app.openapi_schema
