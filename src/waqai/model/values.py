"""The normalised value of each kind of mention."""

from __future__ import annotations

import msgspec

from waqai.model.codes import (
    ActorKind,
    Basis,
    EventType,
    Grain,
    Hedge,
    PlaceKind,
    SpeakerKind,
    Status,
    TargetKind,
    Unit,
)


class NumberValue(msgspec.Struct, frozen=True, gc=False):
    """A figure as bounds: low == high where exact or about; None where the text leaves it open."""

    low: float | int | None
    high: float | int | None
    hedge: Hedge


class OrdinalValue(msgspec.Struct, frozen=True, gc=False):
    """A rank, n >= 1."""

    n: int


class DurationValue(msgspec.Struct, frozen=True, gc=False):
    """A length of time; n is None where indefinite (several hours)."""

    n: float | int | None
    unit: Unit


class DateValue(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """First and last day (ISO `2025-05-17`), or instants without zone for grains hour and minute.

    With basis `partial` start and end are None and `partial` holds what the text gives alone:
    `--05-17` (month and day), `---17` (day), `weekday:6` (ISO weekday), `day:-1` (relative days,
    likewise `week:`, `month:`, `year:`), `T14:30` (an hour whose day is not told).
    """

    start: str | None
    end: str | None
    grain: Grain
    basis: Basis
    partial: str | None = None


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A place that the name could also be; score in [0, 1]."""

    name: str
    country: str | None
    lat: float
    lon: float
    score: float


class PlaceValue(msgspec.Struct, frozen=True):
    """A place: English name, ISO 3166-1 alpha-2 country, first-level unit, WGS84 degrees.

    lat and lon are None where unresolved; `container` is then the smallest known place around it.
    """

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    kind: PlaceKind
    acled_precision: int | None
    ucdp_precision: int | None
    container: str | None = None
    candidates: tuple[Candidate, ...] = ()


class ActorValue(msgspec.Struct, frozen=True, gc=False):
    """Who acts or is acted on: canonical English name, table id (None: no row), kind, country."""

    name: str
    id: str | None
    kind: ActorKind
    country: str | None


class SpeakerValue(msgspec.Struct, frozen=True, gc=False):
    """Who says something."""

    name: str
    kind: SpeakerKind


class TriggerValue(msgspec.Struct, frozen=True, gc=False):
    """A word that tells an event."""

    type: EventType
    lemma: str
    status: Status


class WeaponValue(msgspec.Struct, frozen=True, gc=False):
    """A weapon used or seized."""

    name: str
    kind: str


class TargetValue(msgspec.Struct, frozen=True, gc=False):
    """A kind of thing that documenters filter by."""

    name: str
    kind: TargetKind


Value = (
    NumberValue
    | OrdinalValue
    | DurationValue
    | DateValue
    | PlaceValue
    | ActorValue
    | SpeakerValue
    | TriggerValue
    | WeaponValue
    | TargetValue
)
