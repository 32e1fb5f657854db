"""Incident: events of several reports that are one and the same, with every claim kept."""

from __future__ import annotations

from typing import Literal

import msgspec

from waqai.model.codes import (
    ActorKind,
    CountSlot,
    EventType,
    Grain,
    Hedge,
    Salience,
    Scope,
    SpeakerKind,
    Stance,
    Status,
)
from waqai.model.event import Whom
from waqai.model.span import Span
from waqai.model.values import PlaceValue

Standing = Literal["current", "superseded", "repeat", "part", "open", "rejected"]
RelationKind = Literal["update", "correction", "contradiction", "part"]
People = Literal["all", "civilians", "security", "militants", "protesters", "by", "to"]
Policy = Literal["lowest", "best", "latest_official", "range"]


class Source(msgspec.Struct, frozen=True):
    """A report of the incident; copies of one text have the same `group` and count once."""

    report: str
    published: str | None
    outlet: str | None
    url: str | None
    title: str | None
    group: int


class Member(msgspec.Struct, frozen=True):
    """An event of a report that is this incident: `score` and `why` are of its closest tie."""

    event: str
    report: str
    type: EventType
    status: Status
    salience: Salience
    score: float | None
    why: str


class Account(msgspec.Struct, frozen=True):
    """A figure as one report gives it, and how it stands among the others.

    `told` is when the figure was first told by such a speaker; `standing` is `current`,
    `superseded` by a later one, a `repeat` of one told before, a `part` of another, `open` where no
    figure is given, `rejected` by an analyst. `assumed`: the class of the people rests on the event
    and its sides, no word tells it. `scope`: what the words around the figure say of it.
    """

    slot: CountSlot
    low: int | None
    high: int | None
    hedge: Hedge
    whom: Whom
    who: str | None
    speaker: str | None
    speaker_kind: SpeakerKind
    speaker_words: str | None
    report: str
    event: str
    salience: Salience
    told: str | None
    span: Span
    words: str
    standing: Standing
    confidence: float
    assumed: bool = False
    scope: tuple[Scope, ...] = ()


class Relation(msgspec.Struct, frozen=True):
    """How two accounts (places in `Incident.accounts`) stand to each other, and why."""

    kind: RelationKind
    slot: CountSlot
    people: People
    first: int
    second: int
    why: str


class View(msgspec.Struct, frozen=True):
    """A figure computed from the accounts by a named policy; None where nothing is told.

    `accounts` are the places of those that it rests on; `judgement` the id of the decision that set
    it, where an analyst did; `open`: `high` is told as the least there may be (at least 32).
    """

    policy: Policy
    slot: CountSlot
    people: People
    low: int | None
    best: int | None
    high: int | None
    accounts: tuple[int, ...]
    judgement: str | None = None
    open: bool = False


class DateOption(msgspec.Struct, frozen=True):
    """A date that reports give: `assumed` where none of them states it; best first."""

    start: str
    end: str
    grain: Grain
    assumed: bool
    reports: tuple[str, ...]
    judgement: str | None = None


class PlaceOption(msgspec.Struct, frozen=True):
    """A place that reports give; best first.

    `hurt`: places in `accounts` of the killed and wounded that are told beside it.
    """

    value: PlaceValue
    reports: tuple[str, ...]
    judgement: str | None = None
    hurt: tuple[int, ...] = ()


class Party(msgspec.Struct, frozen=True):
    """Who acts or is acted on, as reports say; `words` are those of the first."""

    name: str
    id: str | None
    kind: ActorKind
    words: str
    reports: tuple[str, ...]


class Blame(msgspec.Struct, frozen=True):
    """Who claims, denies or is accused, and who says so."""

    actor: str
    actor_id: str | None
    stance: Stance
    speaker: str | None
    speaker_kind: SpeakerKind
    report: str
    event: str
    told: str | None
    span: Span
    words: str


class Incident(msgspec.Struct, frozen=True):
    """One incident. `id` is derived from its earliest event; everything else from its members.

    `disputed`: some accounts contradict each other. `judgements`: ids of the decisions in force.
    """

    id: str
    type: EventType
    status: Status
    salience: Salience
    dates: tuple[DateOption, ...]
    places: tuple[PlaceOption, ...]
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    targets: tuple[str, ...]
    weapons: tuple[str, ...]
    sources: tuple[Source, ...]
    members: tuple[Member, ...]
    accounts: tuple[Account, ...]
    relations: tuple[Relation, ...]
    views: tuple[View, ...]
    responsibility: tuple[Blame, ...]
    disputed: bool
    judgements: tuple[str, ...] = ()
