"""Face: a telling made ready to be compared with many others."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.link.kinds import Kinds, is_violent, kinds
from waqai.link.telling import Point, Telling
from waqai.link.words import weight
from waqai.model.codes import EventType

# Tellings of many that are kept ready to be compared.
_READY: Final = 1 << 13
RADIANS: Final = math.pi / 180
# Letters of the code of a state, before the dash of an actor's id.
_CODE: Final = 2


@mypyc_attr(acyclic=True)
class Spot:
    """A place of a telling; `located` where its coordinates are known.

    `north` is its latitude in radians, `narrow` the cosine of that.
    """

    __slots__ = ("country", "lat", "located", "lon", "name", "narrow", "north", "radius")

    def __init__(self, point: Point) -> None:
        self.name: str = point.name
        self.country: str | None = point.country
        self.located: bool = point.lat is not None and point.lon is not None
        self.lat: float = point.lat or 0.0
        self.lon: float = point.lon or 0.0
        self.north: float = self.lat * RADIANS
        self.narrow: float = math.cos(self.north)
        self.radius: float = point.radius


@mypyc_attr(acyclic=True)
class Face:
    """What is compared of a telling, with sets where it holds sequences.

    `doers` and `struck` are the states whose own or whose forces the sides are;
    `killed` and `wounded` are 0 where none are told; what is `harmful` tells of some or is violent;
    `first`, `likely`, `last` and `sure` are those of its window, 0 where it is `dated` by nothing;
    `tells` is what the words of its passage tell, `story` they where the telling has no words of
    title and lead.
    """

    __slots__ = (
        "by", "dated", "doers", "figures", "first", "harmful", "key", "killed", "kinds", "known",
        "last", "likely", "main", "names", "outlet", "report", "sketch", "spots", "status", "story",
        "struck", "sure", "targets", "telling", "tells", "to", "told", "type", "wounded",
    )  # fmt: skip

    def __init__(self, telling: Telling) -> None:
        self.telling: Telling = telling
        self.key: str = telling.key
        self.report: str = telling.report
        self.outlet: str | None = telling.outlet
        self.type: EventType = telling.type
        self.kinds: dict[str, Kinds] = kinds(telling.type)
        self.status: str = telling.status
        self.main: bool = telling.salience == "main"
        when = telling.when
        self.dated: bool = when is not None
        self.sure: bool = when is not None and when.sure
        self.first: int = when.first if when is not None else 0
        self.likely: int = when.likely if when is not None else 0
        self.last: int = when.last if when is not None else 0
        self.known: bool = telling.known
        self.spots: tuple[Spot, ...] = tuple([Spot(point) for point in telling.points])
        self.by: tuple[str, ...] = telling.by
        self.to: tuple[str, ...] = telling.to
        self.doers: frozenset[str] = _states(telling.by)
        self.struck: frozenset[str] = _states(telling.to)
        self.targets: tuple[str, ...] = telling.targets
        self.figures: dict[str, int] = dict(telling.figures)
        self.killed: int = self.figures.get("killed", 0)
        self.wounded: int = self.figures.get("wounded", 0)
        hurt = self.killed > 0 or self.wounded > 0
        self.harmful: bool = hurt or is_violent(telling.type)
        self.names: frozenset[int] = frozenset(telling.names)
        self.told: frozenset[int] = frozenset(telling.told)
        self.story: frozenset[int] = frozenset(telling.story) or self.told
        self.tells: int = weight(self.told)
        self.sketch: frozenset[int] = frozenset(telling.sketch)


def _states(actors: Sequence[str]) -> frozenset[str]:
    """The states of some actors, as their ids tell them (SY-army, sy-state)."""
    return frozenset(
        actor[:_CODE].upper()
        for actor in actors
        if actor[_CODE : _CODE + 1] == "-" and actor[:_CODE].isascii() and actor[:_CODE].isalpha()
    )


class Faces:
    """The faces of many tellings, of which the latest asked for are kept."""

    def __init__(self, tellings: Mapping[str, Telling]) -> None:
        self._tellings = tellings
        self._ready: dict[str, Face] = {}

    def of(self, key: str) -> Face:
        """The face of a telling. Raises KeyError for one that is not among them."""
        found = self._ready.get(key)
        if found is None:
            if len(self._ready) >= _READY:
                self._ready.clear()
            found = self._ready[key] = Face(self._tellings[key])
        return found
