"""Waqai's codes as ACLED's: event classes and actors."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from waqai.export.phrases import Country, table
from waqai.lexicon.table import Row, read_table
from waqai.model.event import Event, Side

_ARMED = frozenset(("state_forces", "armed_group"))
_CIVIL = frozenset(("civilians", "media", "person", "protesters"))
_DEMONSTRATIONS = frozenset(("Protests", "Riots"))
_CIVILIANS = 7


class Class(NamedTuple):
    """An event as ACLED classes it."""

    event_type: str
    sub_event_type: str


class Actor(NamedTuple):
    """An actor as ACLED names and numbers it; `forced` where the report names none."""

    name: str
    inter: int
    associate: str | None = None
    forced: bool = False


@cache
def _rows() -> tuple[Row, ...]:
    columns = ("type", "when", "event_type", "sub_event_type")
    return tuple(read_table("waqai.export", "acled.tsv", columns))


def classified(event: Event) -> Class | None:
    """ACLED's class of an event, None where it has none."""
    for row in _rows():
        if row.cells[0] == event.type and _holds(row.cells[1], event):
            return Class(row.cells[2], row.cells[3])
    return None


def _holds(condition: str, event: Event) -> bool:
    """Whether the condition of a row of the table holds; a foiled event needs a row of its own."""
    if condition == "foiled" or event.status == "foiled":
        return condition == "foiled" and event.status == "foiled"
    hurt = [c for c in event.claims if c.slot in ("killed", "wounded") and c.high != 0]
    return {
        "": True,
        "hurt": bool(hurt),
        "state": any(side.kind in ("state", "state_forces") for side in event.by),
        "armed": any(side.kind in _ARMED for side in event.to)
        or (not event.to and any(c.whom.cls == "security" for c in hurt)),
    }[condition]


def disorder(found: Class) -> str:
    """ACLED's disorder type."""
    if found.event_type == "Strategic developments":
        return "Strategic developments"
    if found.sub_event_type == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if found.event_type in _DEMONSTRATIONS and found.sub_event_type != "Mob violence":
        return "Demonstrations"
    return "Political violence"


def actors(event: Event, country: Country) -> tuple[Actor | None, Actor | None]:
    """Actor 1 and actor 2. ACLED wants an actor 1: one that nobody names is `forced`."""
    one = _actor(event.by, event, country)
    two = _actor(event.to, event, country)
    if two is None and _hits_civilians(event):
        two = Actor(f"Civilians ({country.english})", _CIVILIANS)
    if one is None:
        kind = _kind("protesters", event) if event.type in ("protest", "riot") else "unknown"
        name = table("inter", 4)[kind][2].format(country=country.english)
        one = Actor(name, _inter(kind, True), None, True)
    return one, two


def _hits_civilians(event: Event) -> bool:
    """Whether civilians are told to be killed, wounded or abducted."""
    slots = ("killed", "wounded", "abducted")
    return any(c.whom.cls == "civilian" and c.slot in slots and c.high != 0 for c in event.claims)


def _actor(sides: tuple[Side, ...], event: Event, country: Country) -> Actor | None:
    """The first side, the second as associate; who has no name of their own gets ACLED's."""
    if not sides:
        return None
    first = sides[0]
    home = first.country is None or first.country == country.code
    kind = _kind(first.kind, event)
    generic = table("inter", 4)[kind][2]
    anonymous = first.kind in _CIVIL or (first.kind == "unknown" and first.id is None)
    name = generic.format(country=country.english) if anonymous and generic else first.name
    associate = sides[1].name if len(sides) > 1 and sides[1].kind != "person" else None
    return Actor(name, _inter(kind, home), associate)


def _kind(kind: str, event: Event) -> str:
    """The kind of a side in ACLED's table: who protests in a riot is a rioter there."""
    return "rioters" if event.type == "riot" and kind in ("protesters", "civilians") else kind


def _inter(kind: str, home: bool) -> int:
    at_home, abroad, _ = table("inter", 4)[kind]
    return int(at_home if home else abroad)


def interaction(one: Actor | None, two: Actor | None) -> int | None:
    """The two classes as two digits, the lower first; one alone with 0."""
    found = sorted(actor.inter for actor in (one, two) if actor is not None)
    if not found:
        return None
    return found[0] * 10 + (found[1] if len(found) > 1 else 0)
