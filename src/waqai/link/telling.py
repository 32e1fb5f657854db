"""Telling: what linking needs to know of one event of one report, small and comparable."""

from __future__ import annotations

import msgspec

from waqai.link.window import Window
from waqai.model.codes import EventType, Salience, Status


class Point(msgspec.Struct, frozen=True, gc=False):
    """Somewhere: WGS84 degrees (None: unresolved) and how far it may reach, in km."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    radius: float


class Telling(msgspec.Struct, frozen=True):
    """One event of one report. `by` and `to` are actor ids, else folded names; `names`, `told` and
    `story` hashes of words: of the passage that tells it and, of a main event, of title and lead.
    `known`: it is told as something that readers know of; `turns`: offsets where clauses begin
    between its places and its people hurt.
    """

    key: str
    report: str
    order: int
    type: EventType
    status: Status
    salience: Salience
    when: Window | None
    points: tuple[Point, ...]
    by: tuple[str, ...]
    to: tuple[str, ...]
    targets: tuple[str, ...]
    figures: tuple[tuple[str, int], ...]
    names: tuple[int, ...]
    sketch: tuple[int, ...]
    told: tuple[int, ...] = ()
    story: tuple[int, ...] = ()
    outlet: str | None = None
    known: bool = False
    turns: tuple[int, ...] = ()
