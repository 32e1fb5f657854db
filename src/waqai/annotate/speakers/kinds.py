"""What kind of speaker a phrase names: by its actor, its head and its adjectives."""

from __future__ import annotations

from waqai.annotate.chart import Node
from waqai.annotate.speakers.tables import SpeakerHead, kinds
from waqai.model.codes import ActorKind, SpeakerKind
from waqai.model.values import ActorValue, SpeakerValue

_OF_ACTOR: dict[ActorKind, SpeakerKind] = {
    "state": "official",
    "state_forces": "military",
    "armed_group": "armed_group",
    "political": "official",
    "international": "ngo",
    "civilians": "witness",
    "protesters": "activist",
    "media": "media",
    "person": "official",
    "unknown": "unnamed",
}


def of_actor(value: ActorValue) -> SpeakerKind:
    """The kind of an actor who speaks."""
    identity = value.id or ""
    _, _, body = identity.partition("-")
    return kinds().get(identity) or kinds().get(f"*-{body}") or _OF_ACTOR[value.kind]


def of_head(head: SpeakerHead, qualifiers: list[Node], owner: Node | None) -> SpeakerKind:
    """The kind of a head with its adjectives and the body or person it belongs to."""
    told: list[SpeakerKind] = [
        node.value for node in qualifiers if node.kind == "speaker.qualifier" and node.value
    ]
    if head.cls == "source":
        if told:
            return told[0]
        return _of_body(owner) or head.kind
    if head.kind == "official" and head.cls == "person":
        kind = _of_body(owner)
        if kind is not None:
            return "official" if kind in ("ngo", "monitor", "media") else kind
        return next((kind for kind in told if kind in ("military", "medic")), head.kind)
    if head.cls == "doc" and owner is not None:
        return of_actor(owner.value) if owner.kind == "actor" else _kind(owner)
    return head.kind


def _kind(speaker: Node) -> SpeakerKind:
    """The kind of a phrase that was read as a speaker."""
    value: SpeakerValue = speaker.value
    return value.kind


def _of_body(owner: Node | None) -> SpeakerKind | None:
    """The kind of the owner where it is an organisation, not a person."""
    if owner is None or owner.kind != "actor" or owner.value.kind == "person":
        return None
    return of_actor(owner.value)
