"""What incidents are asked for: the conditions of `waqai show --where` and of the desk."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

import msgspec

from waqai.errors import UsageError
from waqai.model.codes import EVENT_TYPES, Status, TargetKind

_TRUTH = {"yes": True, "no": False}
_SEVERAL = ("country", "admin1", "type", "status")
_CODES: dict[str, tuple[str, ...]] = {
    "type": EVENT_TYPES,
    "status": get_args(Status),
    "target": get_args(TargetKind),
}
# What a value of a condition looks like, where it is no code.
_FORMS = {
    **dict.fromkeys(("since", "until"), "a day such as 2025-05-17"),
    **dict.fromkeys(("disputed", "judged", "main"), "yes or no"),
    "box": "south,west,north,east in degrees, such as 32,35,37,42",
    "killed": "a number",
}
# The longest word or name that is looked for.
LONGEST = 500
# More than any toll.
_MOST = 10**9


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What incidents must be; None or () asks for nothing. Days are ISO, a box is degrees.

    A day of the incident lies in [`since`, `until`]; `box` is south, west, north, east, and crosses
    the date line where west > east; of several values one must hold; `actor` is an actor id or name
    of either side; `killed` the least best figure; `main` what some report is mainly about; `text`
    words that one of its reports has.
    """

    since: str | None = None
    until: str | None = None
    box: tuple[float, float, float, float] | None = None
    country: tuple[str, ...] = ()
    admin1: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    actor: str | None = None
    target: str | None = None
    killed: int | None = None
    disputed: bool | None = None
    judged: bool | None = None
    main: bool | None = None
    text: str | None = None


EVERYTHING = Query()


def query_of(fields: Iterable[str]) -> Query:
    """The query of `field=value` words. Raises UsageError for one that is none."""
    values: dict[str, Any] = {}
    for field in fields:
        name, is_told, value = field.partition("=")
        if name not in Query.__struct_fields__ or not is_told:
            names = ", ".join(Query.__struct_fields__)
            raise UsageError(f"no condition {field!r}", do=f"FIELD=VALUE with one of {names}")
        found = value_of(name, value)
        values[name] = (*values.get(name, ()), found) if name in _SEVERAL else found
    return Query(**values)


def value_of(name: str, value: str) -> Any:
    """The value of a condition, one of several where it may have several. Raises UsageError."""
    try:
        return _value(name, value)
    except (ValueError, KeyError):
        do = f"one of {', '.join(_CODES[name])}" if name in _CODES else _FORMS.get(name, "")
        raise UsageError(f"no {name}: {value!r}", do=do) from None


def _value(name: str, value: str) -> Any:
    """The value of a condition. Raises ValueError or KeyError for what is none."""
    if name in ("disputed", "judged", "main"):
        return _TRUTH[value]
    if name == "box":
        return box_of(value)
    if name in ("since", "until"):
        return date.fromisoformat(value).isoformat()
    if name == "killed":
        return _figure(value)
    if name in _CODES and value not in _CODES[name]:
        raise ValueError(value)
    if not value.strip() or len(value) > LONGEST:
        raise ValueError(value)
    return value


def box_of(value: str) -> tuple[float, float, float, float]:
    """South, west, north, east in degrees. Raises ValueError for what is no box."""
    south, west, north, east = map(float, value.split(","))
    if not all(map(math.isfinite, (south, west, north, east))):
        raise ValueError(value)
    return (south, west, north, east)


def _figure(value: str) -> int:
    number = int(value)
    if not 0 <= number <= _MOST:
        raise ValueError(value)
    return number
