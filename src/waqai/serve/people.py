"""Who asks, and what they may: sessions, roles, and the token that no other site knows."""

from __future__ import annotations

import hmac
import secrets
from typing import Annotated

import msgspec
from fastapi import Depends, Request

from waqai.errors import RequestError
from waqai.serve.desk import Desk
from waqai.store.accounts import ROLES, Role, digest_of

COOKIE = "waqai_session"
CSRF = "x-waqai-csrf"
_SAFE = ("GET", "HEAD")


class Person(msgspec.Struct, frozen=True):
    """Who asks: role None is nobody yet. `names`: whether they see those of private persons."""

    name: str | None
    role: Role | None
    names: bool
    csrf: str
    account: int | None = None


async def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


async def somebody(request: Request) -> Person:
    """Who asks, anybody; a change needs the token. Raises RequestError."""
    person = person_of(await desk_of(request), request.cookies.get(COOKIE))
    if request.method not in _SAFE:
        given = request.headers.get(CSRF, "")
        if not hmac.compare_digest(given.encode(), person.csrf.encode()):
            do = "send the header X-Waqai-CSRF with what /api/me gives"
            raise RequestError(403, "the token of this session is missing or old", do)
    return person


def person_of(desk: Desk, token: str | None) -> Person:
    """The person of a session's token."""
    state = desk.state()
    if not state.accounts:
        return Person(desk.settings.who, "admin", desk.settings.names, desk.csrf)
    known = state.sessions.get(digest_of(token)) if token else None
    if token is None or known is None or known[1] <= desk.clock():
        return Person(None, None, False, desk.csrf)
    account = known[0]
    names = account.role != "reader"
    return Person(account.name, account.role, names, csrf_of(desk, token), account.id)


def csrf_of(desk: Desk, token: str) -> str:
    """The token of a session's changes: made of its cookie, which pages cannot read."""
    return hmac.new(desk.csrf.encode(), token.encode(), "sha256").hexdigest()


def new_token() -> str:
    """A session's cookie: 256 random bits."""
    return secrets.token_urlsafe(32)


Somebody = Annotated[Person, Depends(somebody)]


def _at_least(role: Role, person: Person) -> Person:
    if person.role is None:
        raise RequestError(401, "not logged in", "log in")
    if ROLES.index(person.role) < ROLES.index(role):
        raise RequestError(403, f"this takes the role {role}", "ask an admin for it")
    return person


async def _reader(person: Somebody) -> Person:
    return _at_least("reader", person)


async def _analyst(person: Somebody) -> Person:
    return _at_least("analyst", person)


async def _admin(person: Somebody) -> Person:
    return _at_least("admin", person)


Reader = Annotated[Person, Depends(_reader)]
Analyst = Annotated[Person, Depends(_analyst)]
Admin = Annotated[Person, Depends(_admin)]
TheDesk = Annotated[Desk, Depends(desk_of)]
