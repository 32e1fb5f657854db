"""What kind of speaker a phrase names: by its actor, its head and its adjectives."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.speakers.tables import SpeakerHead, cues, kinds, words
from waqai.model.codes import ActorKind, SpeakerKind
from waqai.model.values import ActorValue, SpeakerValue

_OF_ACTOR: Final[dict[ActorKind, SpeakerKind]] = {
    "state": "official",
    "state_forces": "military",
    "armed_group": "armed_group",
    "political": "official",
    "international": "ngo",
    "civilians": "witness",
    "protesters": "activist",
    "media": "media",
    "person": "unnamed",
    "unknown": "unnamed",
}
_ACTORS: Final = ("actor", "actor.name")
# English words of the names of forces that are no army.
_CIVIL: Final = ("police", "security", "intelligence", "Security", "Police", "Intelligence")


def of_actor(value: ActorValue) -> SpeakerKind:
    """The kind of an actor who speaks."""
    identity = value.id or ""
    _, _, body = identity.partition("-")
    known = kinds().get(identity or value.name) or kinds().get(f"*-{body}")
    if known is None and value.kind == "state_forces":
        return "security_source" if any(w in value.name for w in _CIVIL) else "military"
    return known or _OF_ACTOR[value.kind]


def of_head(head: SpeakerHead, qualifiers: list[Node], owner: Node | None) -> SpeakerKind:
    """The kind of a head with its adjectives and the body or person it belongs to."""
    told: list[SpeakerKind] = [
        node.value for node in qualifiers if node.kind == "speaker.qualifier" and node.value
    ]
    if head.cls == "source":
        if told:
            return told[0]
        body = _of_body(owner)
        return body if body is not None and body != "media" else head.kind
    if head.kind in ("official", "military") and head.cls == "person":
        kind = _of_body(owner)
        if kind is not None:
            return "official" if kind in ("ngo", "monitor", "media") else kind
        return next((kind for kind in told if kind in ("military", "medic")), head.kind)
    if head.cls == "org" and "activist" in told:
        return "monitor"
    if head.cls == "org" and head.kind in ("ngo", "official") and told:
        return next((kind for kind in told if kind in ("military", "security_source")), head.kind)
    if head.cls == "doc" and owner is not None:
        return of_actor(owner.value) if owner.kind in _ACTORS else _kind(owner)
    return head.kind


def of_person(keys: list[str], kind: SpeakerKind) -> SpeakerKind:
    """The kind of a person by the words of the title or office, else `kind`."""
    known = cues()
    sent = not words("envoy").isdisjoint(_bare(key) for key in keys[:2])
    for key in keys:
        if sent and key in ("في", "لدي"):
            break
        told = (key, _bare(key), key.removesuffix("ا"))  # the last: مسؤولا أمنيا
        found = next((known[word] for word in told if word in known), None)
        if found is not None:
            return found
    return kind


def _bare(key: str) -> str:
    """A word without its article and preposition."""
    if key.startswith("لل"):
        return key[2:]
    return key[1:].removeprefix("ال") if key.startswith("بال") else key.removeprefix("ال")


def _kind(speaker: Node) -> SpeakerKind:
    """The kind of a phrase that was read as a speaker."""
    value: SpeakerValue = speaker.value
    return value.kind


def _of_body(owner: Node | None) -> SpeakerKind | None:
    """The kind of the owner where it is an organisation, not a person."""
    if owner is None:
        return None
    if owner.kind in _ACTORS:
        return None if owner.value.kind == "person" else of_actor(owner.value)
    kind = _kind(owner)
    return kind if kind in ("security_source", "military", "medic", "armed_group") else None
