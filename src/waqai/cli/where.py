"""The conditions of `--where`: names as a person writes them, refused where nothing bears them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from waqai.cli.known import (
    actors,
    actors_told,
    countries,
    folded,
    province_in_arabic,
    provinces,
    provinces_told,
)
from waqai.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from waqai.store.query import Query

# Nearest names that a refusal shows, and how alike they are at least.
_SHOWN = 5
_ALIKE = 0.6
# A shorter word begins too many names; a shorter name of a country is a code.
_BEGINNING = 3
_SPELLED = 4


def asked(connection: Connection, fields: Iterable[str]) -> Query:
    """The query of `field=value` words on a database.

    Raises UsageError for what is no condition, and for a name that nothing known bears.
    """
    import msgspec

    from waqai.store.query import query_of

    query = query_of(fields)
    actor = query.actor
    return msgspec.structs.replace(
        query,
        country=tuple(map(_country, query.country)),
        admin1=tuple(_province(connection, name) for name in query.admin1),
        actor=None if actor is None else _actor(connection, actor),
    )


def _country(value: str) -> str:
    """The code of a country. Raises UsageError."""
    known = countries()
    code = known.get(folded(value))
    names = {name: code for name, code in known.items() if len(name) >= _SPELLED}
    return code or _refuse("country", value, names)


def _province(connection: Connection, value: str) -> str:
    """The English name of a first-level unit, first of one that incidents have."""
    told = provinces_told(connection)
    key = folded(value)
    found = told.get(key) or province_in_arabic(value) or provinces().get(key)
    return found or _refuse("admin1", value, told, provinces())


def _actor(connection: Connection, value: str) -> str:
    """The id of an actor, else the name that incidents give it."""
    key = folded(value)
    known = dict(actors())
    if key in known:
        return known[key]
    for name, actor, is_private in actors_told(connection):
        if name == key:
            return actor
        # The names of persons are nobody's to guess.
        if not is_private:
            known.setdefault(name, actor)
    return _refuse("actor", value, known)


def _refuse(field: str, value: str, *known: Mapping[str, str]) -> str:
    """Say what is nearest, in the first that has anything near. Raises UsageError."""
    found = (_nearest(folded(value), names) for names in known)
    near = ", ".join(next(filter(None, found), ()))
    raise UsageError(f"no {field} {value!r} is known", do=f"nearest: {near}" if near else "")


def _nearest(key: str, known: Mapping[str, str]) -> list[str]:
    """Known names that begin with it or are spelled much like it, each with what it stands for."""
    from difflib import get_close_matches

    begun = [name for name in known if name.startswith(key)] if len(key) >= _BEGINNING else []
    alike = get_close_matches(key, known, _SHOWN, _ALIKE)
    # One name for each thing, the nearest.
    first: dict[str, str] = {}
    for name in (*sorted(begun, key=len), *alike):
        first.setdefault(known[name], name)
    return [_told(value, name) for value, name in first.items()][:_SHOWN]


def _told(value: str, name: str) -> str:
    return value if folded(value) == name else f"{value} ({name})"
