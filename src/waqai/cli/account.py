"""`waqai account`: who may use the desk, and as what."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.database import DEFAULT, Db
from waqai.cli.table import draw
from waqai.errors import UsageError

if TYPE_CHECKING:
    from waqai.store.accounts import Role

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Letters, digits and . _ - @")]
RoleName = Annotated[str, typer.Option("--role", help="reader, analyst or admin.")]
_SHORTEST = 10
_MARKS = "._-@"


@app.command()
def add(name: Name, role: RoleName = "reader", db: Db = DEFAULT) -> None:
    """Add an account; the password is asked for, or the first line of standard input."""
    from waqai.serve.passwords import hashed
    from waqai.store.accounts import add_account
    from waqai.store.audit import log
    from waqai.store.database import open_database
    from waqai.store.ingest import now

    as_role, kept = _role(role), hashed(_password(_name(name)))
    with open_database(db, write=True, new=False) as database, database.write() as connection:
        add_account(connection, name, as_role, kept, now())
        log(connection, now(), None, None, "add account", name, {"role": role})


@app.command()
def change(
    name: Name,
    role: Annotated[str | None, typer.Option("--role", help="reader, analyst or admin.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new one.")] = False,
    active: Annotated[bool | None, typer.Option("--open/--shut")] = None,
    db: Db = DEFAULT,
) -> None:
    """Give an account another role or password, or shut it; it is logged out."""
    from waqai.serve.passwords import hashed
    from waqai.store.accounts import change_account
    from waqai.store.audit import log
    from waqai.store.database import open_database
    from waqai.store.ingest import now

    as_role = None if role is None else _role(role)
    kept = hashed(_password(name)) if password else None
    with open_database(db, write=True, new=False) as database, database.write() as connection:
        change_account(connection, name, as_role, kept, active)
        told = {"role": role, "active": active, "password": password}
        log(connection, now(), None, None, "change account", name, told)


@app.command("list")
def list_(db: Db = DEFAULT) -> None:
    """All accounts."""
    from waqai.store.accounts import accounts
    from waqai.store.database import open_database

    with open_database(db) as database, database.read() as connection:
        found = accounts(connection)
    rows = [(a.name, a.role, "open" if a.active else "shut", a.made) for a in found]
    draw(("name", "role", "state", "made"), rows)


def _role(role: str) -> Role:
    from waqai.store.accounts import ROLES

    known = next((one for one in ROLES if one == role), None)
    if known is None:
        raise UsageError(f"no role {role!r}", do=f"one of {', '.join(ROLES)}")
    return known


def _name(name: str) -> str:
    if not 0 < len(name) <= 64 or not all(c.isalnum() or c in _MARKS for c in name):
        raise UsageError(f"no name {name!r}", do="letters, digits and . _ - @, at most 64")
    return name


def _password(name: str) -> str:
    if sys.stdin.isatty():
        given: str = typer.prompt(f"Password of {name}", hide_input=True, confirmation_prompt=True)
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    if len(given) < _SHORTEST:
        raise UsageError("the password is short", do=f"{_SHORTEST} letters or more")
    return given
