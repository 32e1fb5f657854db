"""Accounts of the desk, and who is logged in. Passwords are Argon2 hashes, made elsewhere."""

from __future__ import annotations

import hashlib
from typing import Literal, get_args

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from waqai.errors import UsageError
from waqai.store import schema

Role = Literal["reader", "analyst", "admin"]
# Each may do what those before it may.
ROLES: tuple[Role, ...] = get_args(Role)
_a, _s = schema.account.c, schema.session.c


class Account(msgspec.Struct, frozen=True):
    """Who may use the desk, as what; `password` is a hash."""

    id: int
    name: str
    role: Role
    password: str
    made: str
    active: bool


def accounts(connection: Connection) -> list[Account]:
    """All accounts by name."""
    return [Account(*row) for row in connection.execute(select(schema.account).order_by(_a.name))]


def add_account(connection: Connection, name: str, role: Role, password: str, at: str) -> None:
    """A new account. Raises UsageError where there is one of that name."""
    if connection.execute(select(_a.id).where(_a.name == name)).first() is not None:
        raise UsageError(f"there is an account {name!r}", do="give another name")
    values = {"name": name, "role": role, "password": password, "made": at, "active": True}
    connection.execute(insert(schema.account), values)


def change_account(
    connection: Connection,
    name: str,
    role: Role | None = None,
    password: str | None = None,
    active: bool | None = None,
) -> None:
    """Change what is given and log the account out. Raises UsageError where it is not there.

    Nor can the last active admin become less than that.
    """
    known = {account.name: account for account in accounts(connection)}
    if name not in known:
        raise UsageError(f"no account {name!r}", do="`waqai account list` shows them")
    wanted = {"role": role, "password": password, "active": active}
    values = {column: value for column, value in wanted.items() if value is not None}
    others = [a for a in known.values() if a.name != name and a.active and a.role == "admin"]
    falls = role not in (None, "admin") or active is False
    if falls and known[name].role == "admin" and known[name].active and not others:
        raise UsageError("nobody would be left to administer", name, "make another admin first")
    if values:
        connection.execute(update(schema.account).where(_a.id == known[name].id).values(**values))
    connection.execute(delete(schema.session).where(_s.account_id == known[name].id))


def open_session(connection: Connection, account: int, token: str, until: int) -> None:
    """Log an account in until a second of the epoch."""
    row = {"account_id": account, "token": digest_of(token), "until": until}
    connection.execute(insert(schema.session), row)


def close_session(connection: Connection, token: str) -> None:
    """Log a session out."""
    connection.execute(delete(schema.session).where(_s.token == digest_of(token)))


def close_old_sessions(connection: Connection, now: int) -> None:
    """Forget sessions whose time is over."""
    connection.execute(delete(schema.session).where(_s.until <= now))


def sessions(connection: Connection) -> dict[str, tuple[Account, int]]:
    """The active account and the end of each session, by the digest of its token."""
    known = {account.id: account for account in accounts(connection) if account.active}
    found = connection.execute(select(_s.token, _s.account_id, _s.until).order_by(_s.id))
    return {token: (known[who], until) for token, who, until in found if who in known}


def digest_of(token: str) -> str:
    """What is kept of a session's token."""
    return hashlib.sha256(token.encode()).hexdigest()
