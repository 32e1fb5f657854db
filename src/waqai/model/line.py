"""Line: an incident as a list shows it; made of the whole incident and kept beside it."""

from __future__ import annotations

from typing import Literal

import msgspec

from waqai.model.codes import ActorKind, CountSlot, EventType, Grain, PlaceKind, Salience, Status

NeedKind = Literal["disputed", "confidence", "toll", "undated", "unplaced"]


class Figure(msgspec.Struct, frozen=True, gc=False):
    """The figure of a slot by the policy `best`, of all people; low <= high. `open`: `high` is told
    as the least there may be.
    """

    low: int
    best: int | None
    high: int | None
    open: bool = False


class Named(msgspec.Struct, frozen=True, gc=False):
    """Who acts or is acted on; `words` are those of the first report that names them."""

    name: str
    words: str
    kind: ActorKind
    id: str | None


class Need(msgspec.Struct, frozen=True, gc=False):
    """Why an analyst should look, and how much that weighs (> 0)."""

    why: NeedKind
    points: float


class Line(msgspec.Struct, frozen=True):
    """An incident at its best date (ISO days) and place (degrees).

    `place_words` are the words of a report for the place, `confidence` in [0, 1] how sure the
    reading is of the event and its figures, `need` the sum of the points of `needs`.
    """

    id: str
    type: EventType
    status: Status
    salience: Salience
    start: str | None
    end: str | None
    grain: Grain | None
    assumed: bool
    country: str | None
    admin1: str | None
    place: str | None
    place_words: str | None
    kind: PlaceKind | None
    lat: float | None
    lon: float | None
    figures: dict[CountSlot, Figure]
    by: tuple[Named, ...]
    to: tuple[Named, ...]
    targets: tuple[str, ...]
    reports: int
    sources: int
    disputed: bool
    judged: bool
    confidence: float
    need: float
    needs: tuple[Need, ...]
    title: str | None
