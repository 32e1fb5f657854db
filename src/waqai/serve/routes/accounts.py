"""Log-in, log-out, accounts and the audit log."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from waqai import __version__
from waqai.errors import RequestError
from waqai.serve import answers
from waqai.serve.desk import Desk
from waqai.serve.filters import Limit
from waqai.serve.passwords import hashed, is_right
from waqai.serve.people import (
    COOKIE,
    Admin,
    Person,
    Somebody,
    TheDesk,
    new_token,
    person_of,
)
from waqai.serve.rates import Buckets
from waqai.store.accounts import (
    Account,
    Role,
    accounts,
    add_account,
    change_account,
    close_old_sessions,
    close_session,
    open_session,
)
from waqai.store.audit import entries, log

router = APIRouter(prefix="/api", tags=["accounts"])
AccountName = Annotated[str, Field(pattern=r"^[\w.@-]{1,64}$")]
Password = Annotated[str, Field(min_length=10, max_length=500)]


class LogIn(BaseModel):
    """Who logs in."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=64)
    password: str = Field(max_length=500)


class NewAccount(BaseModel):
    """An account to be."""

    model_config = ConfigDict(extra="forbid")

    name: AccountName
    password: Password
    role: Role


class Changes(BaseModel):
    """What of an account changes."""

    model_config = ConfigDict(extra="forbid")

    role: Role | None = None
    password: Password | None = None
    active: bool | None = None


@router.get("/me", responses=answers.told(answers.Me))
async def me(desk: TheDesk, person: Somebody) -> Response:
    """Who asks, and the token for changes."""
    return answers.answer(_me(desk, person))


@router.post("/login", responses=answers.told(answers.Me))
def log_in(given: LogIn, request: Request, desk: TheDesk, _: Somebody) -> Response:
    """Open a session: its cookie is out of reach of every page."""
    wrong: Buckets = request.app.state.wrong_passwords
    callers = (f"name {given.name}", f"from {request.client.host if request.client else ''}")
    wait = max(map(wrong.wait, callers))
    if wait:
        raise RequestError(429, "too many wrong passwords", f"wait {wait} s", retry=wait)
    with desk.reading() as connection:
        known = {a.name: a for a in accounts(connection) if a.active}
    account = known.get(given.name)
    if not is_right(account.password if account else None, given.password) or account is None:
        for caller in callers:
            wrong.take(caller)
        with desk.writing() as connection:
            log(connection, desk.now(), None, None, "log in refused", given.name)
        raise RequestError(401, "wrong name or password", "try again, or ask an admin")
    return _opened(desk, account, request)


def _opened(desk: Desk, account: Account, request: Request) -> Response:
    """A session, and the answer that sets its cookie."""
    token, now = new_token(), desk.clock()
    seconds = desk.settings.limits.session_seconds
    old = request.cookies.get(COOKIE)
    with desk.writing() as connection:
        close_old_sessions(connection, now)
        if old:
            close_session(connection, old)
        open_session(connection, account.id, token, now + seconds)
        log(connection, desk.now(), account.name, account.role, "log in")
    made = answers.answer(_me(desk, person_of(desk, token)))
    made.set_cookie(
        COOKIE, token, max_age=seconds, httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return made


@router.post("/logout", responses=answers.told(answers.Me))
def log_out(request: Request, desk: TheDesk, person: Somebody) -> Response:
    """Close the session."""
    token = request.cookies.get(COOKIE)
    if token and person.account is not None:
        with desk.writing() as connection:
            close_session(connection, token)
            log(connection, desk.now(), person.name, person.role, "log out")
    made = answers.answer(_me(desk, person_of(desk, None)))
    made.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return made


def _me(desk: Desk, person: Person) -> answers.Me:
    is_shared = desk.state().accounts
    return answers.Me(person.name, person.role, person.csrf, person.names, is_shared, __version__)


@router.get("/accounts", responses=answers.told(answers.Accounts))
def listed(desk: TheDesk, _: Admin) -> Response:
    """All accounts."""
    return _all(desk, 200)


@router.post("/accounts", responses=answers.told(answers.Accounts, 201), status_code=201)
def added(given: NewAccount, desk: TheDesk, person: Admin) -> Response:
    """A new account. The first one on a desk without any must be an admin's."""
    if not desk.state().accounts and given.role != "admin":
        raise RequestError(400, "nobody could administer", "begin with an admin's account")
    with desk.writing() as connection:
        add_account(connection, given.name, given.role, hashed(given.password), desk.now())
        detail = {"role": given.role}
        log(connection, desk.now(), person.name, person.role, "add account", given.name, detail)
    return _all(desk, 201)


@router.post("/accounts/{name}", responses=answers.told(answers.Accounts))
def changed(
    name: Annotated[str, Path(max_length=64)], given: Changes, desk: TheDesk, person: Admin
) -> Response:
    """Another role, another password, or shut; the account is logged out."""
    with desk.writing() as connection:
        if all(account.name != name for account in accounts(connection)):
            raise RequestError(404, "no such account", "see the list", name)
        password = hashed(given.password) if given.password else None
        change_account(connection, name, given.role, password, given.active)
        told = given.model_dump(exclude={"password"}, exclude_none=True)
        detail = {**told, "password": password is not None}
        log(connection, desk.now(), person.name, person.role, "change account", name, detail)
    return _all(desk, 200)


def _all(desk: Desk, status: int) -> Response:
    with desk.reading() as connection:
        found = accounts(connection)
    items = [answers.Account(a.name, a.role, a.made, a.active) for a in found]
    return answers.answer(answers.Accounts(items), status)


@router.get("/audit", responses=answers.told(answers.Audit))
def audit(
    desk: TheDesk,
    _: Admin,
    limit: Annotated[Limit, Query()] = 50,
    cursor: Annotated[int | None, Query(ge=0, lt=1 << 62)] = None,
) -> Response:
    """Who changed what, the newest first; the cursor is the id of the last entry seen."""
    with desk.reading() as connection:
        found = entries(connection, limit + 1, cursor)
    after = str(found[limit - 1].id) if len(found) > limit else None
    return answers.answer(answers.Audit(found[:limit], after))
