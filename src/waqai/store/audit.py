"""The audit log: every change made by the desk, appended and never changed."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from waqai.store import schema

_u = schema.audit.c


class Entry(msgspec.Struct, frozen=True):
    """Who did what, when (ISO, UTC), to what; `request` is the key under which it was asked for."""

    id: int
    at: str
    who: str | None
    role: str | None
    action: str
    about: str | None
    detail: dict[str, Any]
    request: str | None


def log(
    connection: Connection,
    at: str,
    who: str | None,
    role: str | None,
    action: str,
    about: str | None = None,
    detail: dict[str, Any] | None = None,
    request: str | None = None,
) -> None:
    """Append an entry, in the transaction of what it tells."""
    row = {"at": at, "who": who, "role": role, "action": action, "about": about}
    connection.execute(insert(schema.audit), {**row, "detail": detail or {}, "request": request})


def entries(connection: Connection, most: int, before: int | None = None) -> list[Entry]:
    """The newest entries, those older than `before`."""
    wanted = select(schema.audit).order_by(_u.id.desc()).limit(most)
    if before is not None:
        wanted = wanted.where(_u.id < before)
    return [Entry(*row) for row in connection.execute(wanted)]


def asked_before(connection: Connection, who: str, request: str) -> Entry | None:
    """What somebody asked for under a key already."""
    wanted = select(schema.audit).where(_u.who == who, _u.request == request)
    row = connection.execute(wanted).first()
    return None if row is None else Entry(*row)
