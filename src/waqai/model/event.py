"""Event and Claim: what a report tells, every value with its words."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

import msgspec

from waqai.model.codes import (
    ActorKind,
    Age,
    CountSlot,
    EventType,
    Hedge,
    Salience,
    Sex,
    SpeakerKind,
    Stance,
    Status,
    WhomClass,
    WhomSide,
)
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue, TargetValue, WeaponValue

# The rule of a claim of whose people no word tells the class: it rests on the event and its sides.
LIKELY: Final = "whom.likely"
# What the rules of a claim begin with that say of whom, of when and of how much its figure is.
SCOPE: Final = "scope."


class Whom(msgspec.Struct, frozen=True, gc=False):
    """The people a figure counts: class, side of the event, age and sex where told."""

    cls: WhomClass = msgspec.field(name="class")
    side: WhomSide
    age: Age | None = None
    sex: Sex | None = None


class Speaker(msgspec.Struct, frozen=True):
    """Who says it: the words that name them, and the chain outlet ← agency ← ministry after it."""

    span: Span
    text: str
    name: str
    kind: SpeakerKind
    chain: tuple[str, ...] = ()


class Claim(msgspec.Struct, frozen=True):
    """A figure of one slot as one speaker gives it; speaker None is the report's own voice.

    `low`/`high` are None where left open; `who` the people counted as written; `rules` what made
    it, outermost first; `confidence` in [0, 1].
    """

    slot: CountSlot
    low: int | None
    high: int | None
    hedge: Hedge
    whom: Whom
    who: str | None
    span: Span
    text: str
    speaker: Speaker | None
    rules: tuple[str, ...]
    confidence: float = 1.0


class Responsibility(msgspec.Struct, frozen=True):
    """Who claims, denies or is accused of the event (slot `responsibility`)."""

    actor: str
    actor_id: str | None
    stance: Stance
    span: Span
    text: str
    speaker: Speaker | None
    rules: tuple[str, ...]


class When(msgspec.Struct, frozen=True):
    """The event's time; `assumed` names why, where the text does not state it, else None."""

    value: DateValue
    span: Span | None
    text: str | None
    rules: tuple[str, ...]
    assumed: str | None = None
    confidence: float = 1.0


class Where(msgspec.Struct, frozen=True):
    """A place of the event, the most specific first."""

    value: PlaceValue
    span: Span
    text: str
    rules: tuple[str, ...]
    confidence: float = 1.0


class Side(msgspec.Struct, frozen=True):
    """Who acts (`by`) or is acted on (`to`)."""

    name: str
    id: str | None
    kind: ActorKind
    country: str | None
    span: Span
    text: str
    rules: tuple[str, ...]
    confidence: float = 1.0


Kind = TypeVar("Kind", WeaponValue, TargetValue)


class Thing(msgspec.Struct, Generic[Kind], frozen=True):
    """A weapon or a target with its words."""

    value: Kind
    span: Span
    text: str
    rules: tuple[str, ...]


class Event(msgspec.Struct, frozen=True):
    """One thing that happened, was foiled, is planned or is denied, as one report tells it.

    `id` is derived from the report id, the type and the evidence span. `trigger` are the words
    that name the event; `evidence` the clause that reports it first in full.
    """

    id: str
    type: EventType
    status: Status
    salience: Salience
    trigger: Span
    evidence: Span
    when: When | None
    where: tuple[Where, ...]
    by: tuple[Side, ...]
    to: tuple[Side, ...]
    targets: tuple[Thing[TargetValue], ...]
    weapons: tuple[Thing[WeaponValue], ...]
    claims: tuple[Claim, ...]
    responsibility: tuple[Responsibility, ...]
    rules: tuple[str, ...]
    confidence: float


class Record(msgspec.Struct, frozen=True):
    """Everything read from one report."""

    report: str
    published: str | None
    language: str
    version: str
    events: tuple[Event, ...]
