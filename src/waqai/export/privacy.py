"""Private persons: victims, suspects and witnesses are told from public figures, and not named.

A name is withheld unless it is that of a public figure: an actor with a row of its own, one whom a
rank or office stands before, or one who speaks for a body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache

import msgspec

from waqai.annotate.actors.names import name_end, names
from waqai.lexicon.table import read_table
from waqai.model.event import Claim, Event, Record, Responsibility, Side, Speaker
from waqai.text.document import Document
from waqai.text.fold import fold, fold_key
from waqai.text.tokens import Tokens

WITHHELD = "[اسم محجوب]"
WITHHELD_ENGLISH = "[name withheld]"
_COVER = "█"
# Speakers who speak for a body; others (witness, medic, activist) speak as persons.
_FOR_A_BODY = frozenset(
    ("official", "military", "monitor", "armed_group", "media", "ngo", "un", "security_source")
)
# Tokens before a name among which a rank or office makes it public.
_REACH = 6
_PROCLITICS = frozenset("وبلف")
# على (on) folds to the name علي.
_ON = "لى"
# What may stand before the noun of a thing that is named after a person.
_THING = re.compile(r"\A[وفبلك](?=\w{4})")

Mask = Callable[[str], str]


def masker(shown: bool, public: Collection[str] = ()) -> Mask:
    """What withholds the names of private persons in a text; nothing where they may be `shown`.

    `public` are folded names of persons known to be public figures.
    """
    return (lambda text: text) if shown else (lambda text: _masked(text, public))


def masked(record: Record, shown: bool = False) -> Record:
    """The record with the names of private persons withheld; spans stay, as they name nobody."""
    if shown:
        return record
    mask = masker(False, public_names(record))
    return msgspec.structs.replace(record, events=tuple(_event(e, mask) for e in record.events))


def public_names(record: Record) -> frozenset[str]:
    """Folded names of the public figures of a record."""
    sides = (side for told in record.events for side in (*told.by, *told.to))
    found = {fold_key(s.text) for s in sides if s.kind == "person" and s.id is not None}
    for told in record.events:
        speakers = [claim.speaker for claim in told.claims]
        speakers += [stance.speaker for stance in told.responsibility]
        found.update(fold_key(s.text) for s in speakers if s and s.kind in _FOR_A_BODY)
    return frozenset(found)


def covered(text: str, public: Collection[str] = ()) -> str:
    """The text with each letter of a private name covered, so that every offset stays true."""
    return _replaced(text, public, lambda length: _COVER * length)


def _masked(text: str, public: Collection[str]) -> str:
    """The text with each private name replaced."""
    return _replaced(text, public, lambda _: WITHHELD)


def _replaced(text: str, public: Collection[str], by: Callable[[int], str]) -> str:
    """The text with each private name replaced by what `by` gives for its length."""
    pieces, last = [], 0
    for start, end in _names(text):
        if any(fold_key(text[start:end]) in name for name in public):
            continue
        pieces += [text[last:start], by(end - start)]
        last = end
    return "".join(pieces) + text[last:] if pieces else text


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of personal names before which no rank or office stands."""
    doc = Document(text)
    keys, i = doc.keys, 0
    while i < len(keys):
        led = i > 0 and keys[i - 1] in _roles()
        skip = 0 if led else _given(keys[i])
        end = None if skip is None else name_end(doc, i, led)
        if end is None or text[doc.starts[i] : doc.ends[i]].endswith(_ON):
            i += 1
            continue
        if not _is_public(keys, i):
            yield doc.span(i, end, skip or 0)
        i = end


def _is_public(keys: list[str], i: int) -> bool:
    """Whether the name at i is an office holder's, or that of a street, a camp, a brigade."""
    if not _titles().isdisjoint(keys[max(0, i - _REACH) : i]):
        return True
    before = keys[i - 1] if i else ""
    return not _before("thing").isdisjoint((before, _THING.sub("", before)))


def _given(key: str) -> int | None:
    """Letters before the given name that a word is (و and prepositions), None where it is none."""
    if key in names("given"):
        return 0
    return 1 if key[0] in _PROCLITICS and key[1:] in names("given") else None


@cache
def _titles() -> frozenset[str]:
    """First words of ranks and offices, with and without the article."""
    columns = ("english", "office", "alone", "keys")
    rows = read_table("waqai.annotate.actors", "titles.tsv", columns)
    firsts = {key.split()[0] for row in rows for key in row.variants(3)}
    return frozenset(firsts | {"ال" + key for key in firsts}) - _roles()


@cache
def _roles() -> frozenset[str]:
    """Words that introduce a private person: المواطن, الشاب, الطفلة."""
    return _before("private")


@cache
def _before(kind: str) -> frozenset[str]:
    """Words before a name, of a kind of the table."""
    rows = read_table("waqai.export", "roles.tsv", ("kind", "keys"), ("keys",))
    return frozenset(key for row in rows if row.cells[0] == kind for key in row.variants(1))


def _event(told: Event, mask: Mask) -> Event:
    return msgspec.structs.replace(
        told,
        by=tuple(_side(side) for side in told.by),
        to=tuple(_side(side) for side in told.to),
        claims=tuple(_claim(claim, mask) for claim in told.claims),
        responsibility=tuple(_stance(stance, mask) for stance in told.responsibility),
    )


def is_private(kind: str, key: str | None, words: str) -> bool:
    """Whether an actor is a person without a row of their own and without an office."""
    return kind == "person" and key is None and _titles().isdisjoint(Tokens(fold(words)).keys)


def speaks_for_a_body(kind: str) -> bool:
    """Whether speakers of a kind speak for a body, so that their names are public."""
    return kind in _FOR_A_BODY


def _side(side: Side) -> Side:
    """A person without a row of their own is private."""
    if not is_private(side.kind, side.id, side.text):
        return side
    return msgspec.structs.replace(side, name=WITHHELD_ENGLISH, text=WITHHELD)


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
