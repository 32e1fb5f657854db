"""Lines chosen by a filter and written as an answer, without being taken apart."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi.concurrency import run_in_threadpool
from sqlalchemy import bindparam, select

from waqai.serve.desk import Desk, State
from waqai.serve.masking import shown_line
from waqai.serve.people import Person
from waqai.store import schema
from waqai.store.columns.codes import Mask
from waqai.store.columns.selecting import selected
from waqai.store.query import Query

_l = schema.line.c
_BY_ID = select(_l.id, _l.json).where(_l.id.in_(bindparam("ids", expanding=True)))


def chosen(desk: Desk, state: State, query: Query, person: Person) -> Mask:
    """The rows that somebody asks for; nobody is found by a name that they may not see."""
    text = desk.lines_with(state, query.text) if query.text is not None else None
    return selected(state.lines, query, text, persons=person.names)


async def chosen_soon(desk: Desk, state: State, query: Query, person: Person) -> Mask:
    """The same; only a search for words is worth a thread of its own."""
    if query.text is not None:
        return await run_in_threadpool(chosen, desk, state, query, person)
    return chosen(desk, state, query, person)


def raw_lines(desk: Desk, ids: Iterable[int], person: Person) -> list[bytes]:
    """Lines as JSON, in order; those that are gone meanwhile are left out."""
    wanted = list(ids)
    with desk.reading() as connection:
        found = dict(connection.execute(_BY_ID, {"ids": wanted}).all())
    return [shown_line(found[line], person.names) for line in wanted if line in found]


def page_of(lines: Iterable[bytes], cursor: str | None, total: int) -> bytes:
    """A page of lines as JSON: what `answers.Lines` describes."""
    after = b"null" if cursor is None else b'"%s"' % cursor.encode()
    return b'{"items":[%s],"next":%s,"total":%d}' % (b",".join(lines), after, total)
