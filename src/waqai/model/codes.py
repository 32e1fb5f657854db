"""The closed code lists of the record, as docs/record.md defines them."""

from __future__ import annotations

from typing import Final, Literal, get_args

Kind = Literal[
    "number", "ordinal", "duration", "date", "place", "actor", "speaker", "trigger", "weapon",
    "target",
]  # fmt: skip
Hedge = Literal["exact", "about", "at_least", "at_most", "range", "indefinite", "none"]
Scope = Literal["earlier", "risen", "days", "wide", "part", "others", "beside"]
Unit = Literal["second", "minute", "hour", "day", "week", "month", "year"]
Grain = Literal[
    "minute", "hour", "part_of_day", "day", "week", "month", "year", "decade", "span"
]  # fmt: skip
Basis = Literal["stated", "relative", "weekday", "year_assumed", "conflict", "partial"]
PlaceKind = Literal["point", "district", "town", "area", "province", "country", "region"]
ActorKind = Literal[
    "state", "state_forces", "armed_group", "political", "international", "civilians",
    "protesters", "media", "person", "unknown",
]  # fmt: skip
SpeakerKind = Literal[
    "official", "security_source", "military", "medic", "monitor", "armed_group", "witness",
    "activist", "media", "ngo", "un", "unnamed", "own_voice",
]  # fmt: skip
TargetKind = Literal[
    "hospital", "school", "mosque", "church", "market", "home", "camp", "checkpoint", "base",
    "convoy", "aid", "media", "infrastructure", "government", "other",
]  # fmt: skip
EventType = Literal[
    "raid", "arrest", "clash", "attack", "assassination", "bombing", "suicide_attack",
    "air_strike", "shelling", "mine", "explosion", "abduction", "execution", "territory",
    "protest", "riot", "crackdown", "destruction", "seizure", "displacement", "deployment",
    "release", "trial", "meeting", "agreement", "sanction", "relief", "aid", "power",
]  # fmt: skip
Status = Literal["happened", "foiled", "planned", "denied"]
Salience = Literal["main", "background"]
CountSlot = Literal[
    "killed", "wounded", "arrested", "abducted", "missing", "released", "displaced", "protesters"
]
WhomClass = Literal["civilian", "security", "militant", "protester", "mixed", "unknown"]
WhomSide = Literal["by", "to", "other", "unknown"]
Age = Literal["child", "adult"]
Sex = Literal["f", "m"]
Stance = Literal["claims", "denies", "accuses"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
EVENT_TYPES: Final[tuple[EventType, ...]] = get_args(EventType)
COUNT_SLOTS: Final[tuple[CountSlot, ...]] = get_args(CountSlot)
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
# Kinds of places that are spots on the map.
SPOTS: Final[tuple[PlaceKind, ...]] = ("point", "district", "town")
