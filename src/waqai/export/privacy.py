"""Private persons: victims, suspects and witnesses are told from public figures, and not named.

A name is withheld unless it is that of a public figure: an actor with a row of its own, one whom a
rank or office is joined to, or one who speaks for a body. What is withheld once is so everywhere in
the report, part by part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

import msgspec

from waqai.export.called import Name, called, holds_name, is_figure
from waqai.export.known import NOBODY, Known, hidden, known, partly
from waqai.export.offices import opens_office
from waqai.model.event import Claim, Event, Record, Responsibility, Side, Speaker, Thing, Where
from waqai.model.values import TargetValue, WeaponValue
from waqai.text.document import Document
from waqai.text.fold import fold_key

WITHHELD = "[اسم محجوب]"
WITHHELD_ENGLISH = "[name withheld]"
_COVER = "█"
# Speakers who speak for a body; others (witness, medic, activist) speak as persons.
_FOR_A_BODY = frozenset(
    ("official", "military", "monitor", "armed_group", "media", "ngo", "un", "security_source")
)

Mask = Callable[[str], str]
Kind = TypeVar("Kind", WeaponValue, TargetValue)


def masker(shown: bool, told: Known = NOBODY) -> Mask:
    """What withholds the names of private persons in a text; nothing where they may be `shown`.

    `told` is what the rest of the report says of its persons.
    """
    return _same if shown else partial(_masked, told)


def masked(record: Record, shown: bool = False, text: str = "") -> Record:
    """The record with the names of private persons withheld; spans stay, as they name nobody.

    `text` is that of its report, where it is at hand.
    """
    if shown:
        return record
    told = known_of(record, text)
    return msgspec.structs.replace(record, events=tuple(_event(e, told) for e in record.events))


def known_of(record: Record, text: str = "") -> Known:
    """What a record, and the text of its report, tell of the persons in it."""
    public = public_names(record)
    sides = [side for told in record.events for side in (*told.by, *told.to)]
    private = [s.text for s in sides if is_private(s.kind, s.id, s.text, Known(public))]
    claims = (claim.text for told in record.events for claim in told.claims)
    stances = (stance.text for told in record.events for stance in told.responsibility)
    return known((text, *claims, *stances), public, private)


def public_names(record: Record) -> frozenset[str]:
    """Folded names of the public figures of a record."""
    sides = (side for told in record.events for side in (*told.by, *told.to))
    found = {fold_key(s.text) for s in sides if s.kind == "person" and s.id is not None}
    for told in record.events:
        speakers = [claim.speaker for claim in told.claims]
        speakers += [stance.speaker for stance in told.responsibility]
        found.update(fold_key(s.text) for s in speakers if s and s.kind in _FOR_A_BODY)
    return frozenset(found)


def covered(text: str, told: Known = NOBODY) -> str:
    """The text with each letter of a private name covered, so that every offset stays true."""
    return _replaced(text, hidden(text, told), _cover)


def without_parts(text: str, told: Known) -> str:
    """The words of a place, without a private name known from the rest of the report."""
    return _replaced(text, partly(text, told.private), _mark)


def is_private(kind: str, key: str | None, words: str, told: Known = NOBODY) -> bool:
    """Whether an actor is a person who has a name, no row of their own and no office."""
    if kind != "person" or key is not None:
        return False
    doc = Document(words)
    if not holds_name(doc) or opens_office(doc.keys) or any(n.public for n in called(doc)):
        return False
    return not (is_figure(doc.keys, Name(0, len(doc.keys), 0, False)) or told.names(words))


def speaks_for_a_body(kind: str) -> bool:
    """Whether speakers of a kind speak for a body, so that their names are public."""
    return kind in _FOR_A_BODY


def _same(text: str) -> str:
    return text


def _cover(length: int) -> str:
    return _COVER * length


def _mark(_: int) -> str:
    return WITHHELD


def _masked(told: Known, text: str) -> str:
    """The text with each private name replaced."""
    return _replaced(text, hidden(text, told), _mark)


def _replaced(text: str, spans: Iterable[tuple[int, int]], by: Callable[[int], str]) -> str:
    """The text with each span replaced by what `by` gives for its length."""
    return "".join(_pieces(text, spans, by))


def _pieces(text: str, spans: Iterable[tuple[int, int]], by: Callable[[int], str]) -> Iterator[str]:
    last = 0
    for start, end in spans:
        yield text[last:start]
        yield by(end - start)
        last = end
    yield text[last:]


def _event(event: Event, told: Known) -> Event:
    mask = masker(False, told)
    return msgspec.structs.replace(
        event,
        where=tuple(_where(where, told) for where in event.where),
        by=tuple(_side(side, told) for side in event.by),
        to=tuple(_side(side, told) for side in event.to),
        targets=tuple(_thing(thing, mask) for thing in event.targets),
        weapons=tuple(_thing(thing, mask) for thing in event.weapons),
        claims=tuple(_claim(claim, mask) for claim in event.claims),
        responsibility=tuple(_stance(stance, mask) for stance in event.responsibility),
    )


def _where(where: Where, told: Known) -> Where:
    """A place that only bears the name of a person of the report is withheld."""
    text = without_parts(where.text, told)
    if text == where.text:
        return where
    value = msgspec.structs.replace(where.value, name=WITHHELD_ENGLISH, candidates=())
    return msgspec.structs.replace(where, text=text, value=value)


def _thing(thing: Thing[Kind], mask: Mask) -> Thing[Kind]:
    return msgspec.structs.replace(thing, text=mask(thing.text))


def _side(side: Side, told: Known) -> Side:
    """A person without a row of their own is private; others may hold a name: عائلة فلان."""
    if is_private(side.kind, side.id, side.text, told):
        return msgspec.structs.replace(side, name=WITHHELD_ENGLISH, text=WITHHELD)
    if side.id is not None or side.kind == "person":
        return side
    mask = masker(False, told)
    return msgspec.structs.replace(side, name=mask(side.name), text=mask(side.text))


def _claim(claim: Claim, mask: Mask) -> Claim:
    return msgspec.structs.replace(
        claim,
        who=mask(claim.who) if claim.who else claim.who,
        text=mask(claim.text),
        speaker=_speaker(claim.speaker, mask),
    )


def _stance(stance: Responsibility, mask: Mask) -> Responsibility:
    return msgspec.structs.replace(
        stance,
        actor=stance.actor if stance.actor_id else mask(stance.actor),
        text=mask(stance.text),
        speaker=_speaker(stance.speaker, mask),
    )


def _speaker(speaker: Speaker | None, mask: Mask) -> Speaker | None:
    """A speaker who speaks for no body keeps the role and loses the name."""
    if speaker is None or speaker.kind in _FOR_A_BODY:
        return speaker
    text = mask(speaker.text)
    if text == speaker.text:
        return speaker
    return msgspec.structs.replace(speaker, text=text, name=WITHHELD_ENGLISH)
