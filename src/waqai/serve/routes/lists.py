"""Lists, the map and the counts: one filter, whatever shows it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from waqai.errors import RequestError
from waqai.serve import answers
from waqai.serve.choosing import chosen_soon, page_of, raw_lines
from waqai.serve.cursors import after, cursor
from waqai.serve.desk import Desk
from waqai.serve.filters import CountsAsked, ListAsked, MapAsked, QueueAsked
from waqai.serve.people import Person, Reader, TheDesk
from waqai.store.columns.clusters import Box, clusters
from waqai.store.columns.counting import counts, totals
from waqai.store.columns.sorting import Sort
from waqai.store.query import Query as Wanted
from waqai.store.query import box_of

router = APIRouter(prefix="/api", tags=["incidents"])
# What each way of queueing is sorted by.
_QUEUES: dict[str, Sort] = {
    "need": "-need",
    "disputed": "-need",
    "confidence": "confidence",
    "toll": "-killed",
}


@router.get("/incidents", responses=answers.told(answers.Lines))
async def incidents(
    asked: Annotated[ListAsked, Query()], desk: TheDesk, person: Reader
) -> Response:
    """Incidents as lines, a page at a time; the undated come last."""
    return await _page(desk, person, asked.query(), asked.sort, asked.limit, asked.cursor)


@router.get("/queue", responses=answers.told(answers.Lines))
async def queue(asked: Annotated[QueueAsked, Query()], desk: TheDesk, person: Reader) -> Response:
    """What is to be reviewed, the most urgent first; each line tells its needs."""
    if asked.judged is None:
        asked.judged = "no"
    if asked.by == "disputed":
        asked.disputed = "yes"
    return await _page(desk, person, asked.query(), _QUEUES[asked.by], asked.limit, asked.cursor)


async def _page(
    desk: Desk, person: Person, query: Wanted, sort: Sort, limit: int, given: str | None
) -> Response:
    start = after(query, sort, given)
    state = desk.state()
    mask = await chosen_soon(desk, state, query, person)
    found = state.orders.page(mask, sort, limit, start)
    lines = raw_lines(desk, state.lines.line[found.rows].tolist(), person)
    return answers.raw(page_of(lines, cursor(query, sort, found.next), int(mask.sum())))


@router.get("/map", responses=answers.told(answers.Cells))
async def clustered(asked: Annotated[MapAsked, Query()], desk: TheDesk, person: Reader) -> Response:
    """Clusters of a zoom; `view` limits the cells, not the sums."""
    view = _view(asked.view)
    state = desk.state()
    mask = await chosen_soon(desk, state, asked.query(), person)
    found = clusters(state.lines, mask, int(asked.zoom), view)
    return answers.answer(answers.Cells(*found))


@router.get("/counts", responses=answers.told(answers.Counts))
async def counted(
    asked: Annotated[CountsAsked, Query()], desk: TheDesk, person: Reader
) -> Response:
    """Counts for charts, by type, unit, time and so on."""
    state = desk.state()
    mask = await chosen_soon(desk, state, asked.query(), person)
    groups: dict[str, Any] = {by: counts(state.lines, mask, by) for by in asked.by}
    found: dict[str, Any] = {**totals(state.lines, mask), **groups}
    return answers.answer(answers.Counts(**found))


def _view(given: str | None) -> Box | None:
    try:
        return None if given is None else box_of(given)
    except ValueError:
        raise RequestError(422, f"no box: {given!r}", where="view") from None
