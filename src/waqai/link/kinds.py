"""Kinds: what the types of two events tell of whether they are one."""

from __future__ import annotations

from functools import cache
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.lexicon.table import read_table
from waqai.link.level import Level
from waqai.model.codes import EVENT_TYPES, EventType

# How alike places and days are, for what a kind of event tells.
_WHERE: Final = {
    "place.same": "spot", "place.named": "spot", "place.close": "near", "place.near": "near",
    "place.far": "near", "place.within": "wide", "place.inside": "wide", "place.country": "wide",
    "place.unknown": "somewhere",
}  # fmt: skip
_WHEN: Final = {
    "time.same": "day", "time.likely": "day", "time.next": "days", "time.doubtful": "days",
    "time.within": "period", "time.late": "late",
}  # fmt: skip


@mypyc_attr(acyclic=True)
class Kinds:
    """Two types: `akin` where one thing can be told as both."""

    __slots__ = ("_one", "_other", "_told", "akin")

    def __init__(self, one: EventType, other: EventType) -> None:
        self._one: EventType = one
        self._other: EventType = other
        self._told: dict[str, dict[str, list[Level]]] = {}
        self.akin: bool = are_akin(one, other)

    def told(self, place: Level, time: Level) -> list[Level]:
        """The levels by how the places lie and how the days."""
        by_time = self._told.get(place.name)
        if by_time is None:
            by_time = self._told[place.name] = {}
        found = by_time.get(time.name)
        if found is None:
            where, when = _WHERE[place.name], _WHEN[time.name]
            found = by_time[time.name] = self._levels(where, when)
        return found

    def _levels(self, where: str, when: str) -> list[Level]:
        """What both are called: of what happens seldom there is but one in a province on a day, of
        shellings there are many in a village; a bombing is an attack, a trial is none.
        """
        one, other = self._one, self._other
        if one == other:
            return [Level("type.same"), *_kind(one, where, when)]
        both = Level(f"types.{min(one, other)}+{max(one, other)}")
        akin = Level("type.akin" if self.akin else "type.unlike")
        return [akin, *_kind(one, where, when), *_kind(other, where, when), both]


def _kind(kind: EventType, where: str, when: str) -> tuple[Level, Level]:
    return Level(f"kind.{kind}.{where}"), Level(f"kind.{kind}.{when}")


@cache
def kinds(one: EventType) -> dict[str, Kinds]:
    """A type with each that another event may have."""
    return {other: Kinds(one, other) for other in EVENT_TYPES}


@cache
def _classes() -> dict[str, tuple[frozenset[str], bool]]:
    rows = read_table("waqai.link", "classes.tsv", ("type", "kinds", "violent"))
    return {row.cells[0]: (frozenset(row.variants(1)), row.cells[2] == "yes") for row in rows}


def are_akin(one: EventType, other: EventType) -> bool:
    """Whether two types can be told of one event."""
    return one == other or not _classes()[one][0].isdisjoint(_classes()[other][0])


def is_violent(kind: EventType) -> bool:
    """Whether people are hurt by what is called so."""
    return _classes()[kind][1]
