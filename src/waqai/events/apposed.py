"""Apposed: namings side by side that tell of one party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.actors.words import words
from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.model.codes import EventType

# Rules that name a person by his name, and those that do it by his office or what he is.
_NAMING: Final = frozenset(("actor.name", "actor.person", "actor.row"))
_CALLING: Final = frozenset(("actor.office", "singular"))
# Names without a title, and events of two who hold offices.
_BARE: Final = frozenset(("actor.name", "actor.row"))
_OF_TWO: Final = frozenset(("meeting", "agreement", "power"))
_COMMAS: Final = frozenset(("،", ",", "-", "("))
# Kinds of bodies that are parts of one another.
_BODIES: Final = frozenset(("state", "state_forces"))
# A crowd of which no more is told, and its kind.
_CROWD: Final = "protesters"
# Endings of the plurals that a noun and its participle share.
_PLURALS: Final = ("ين", "ون", "ات")
_WITHIN: Final = "ب"


def in_full(scene: Scene, party: Party, event: EventType) -> Party:
    """The name beside which a person is told by his office (سامي رفعت، قائد الكتيبة); else the
    party.

    Nothing need stand between, but where one holder of an office may be told to meet another.
    """
    if party.kind != "person" or party.node.rule not in _CALLING:
        return party
    own = scene.parties_in.get(scene.sentence(party.first), ())
    named = [p for p in own if p.kind == "person" and p.node.rule in _NAMING]
    close = event not in _OF_TWO
    before = (p for p in named if _goes_on(scene, p, party) or (close and _is_behind(p, party)))
    behind = (p for p in named if _goes_on(scene, party, p))
    return next(before, None) or next(behind, party)


def _goes_on(scene: Scene, one: Party, other: Party) -> bool:
    """Whether a comma alone parts a naming from the one before it."""
    end = max(one.end, one.last)
    if other.first != end + 1 or other.skip or scene.keys[end] not in _COMMAS:
        return False
    # What the commas enclose is a naming of its own: رئيس الوزراء، حيدر العبادي، وزير الكهرباء.
    return _COMMAS.isdisjoint(scene.keys[one.first : one.last])


def _is_behind(name: Party, office: Party) -> bool:
    """Whether an office stands right behind a name that has no title: سامي رفعت قائد الكتيبة."""
    bare = name.node.rule in _BARE and not office.skip
    return bare and office.first == max(name.end, name.last)


def is_told(scene: Scene, party: Party, chosen: Sequence[Sequence[Party]], role: int) -> bool:
    """Whether a party is one with another that is chosen (in any role), or only a part of it."""
    if _is_crowd(party) and any(_is_crowd(other) for other in chosen[role]):
        return any(other.name == _CROWD for other in (party, *chosen[role]))
    others = (other for own in chosen for other in own)
    return any(_one(scene, party, other) or _one(scene, other, party) for other in others)


def _is_crowd(party: Party) -> bool:
    """Whether a party are protesters of no name: who is told at large beside them is they."""
    return party.kind == _CROWD and party.id is None


def same_thing(scene: Scene, one: Party, other: Party) -> bool:
    """Whether things of one sort are told in two sentences: مسجد القوات, مسجد قوات الطوارئ."""
    if one.sort != "target" or other.sort != "target":
        return False
    head = one.head(scene.doc).removesuffix("ا")
    same = head == other.head(scene.doc).removesuffix("ا") and head in words("told_once")
    return same and scene.sentence(one.first) != scene.sentence(other.first)


def _one(scene: Scene, one: Party, other: Party) -> bool:
    """Whether a party stands right before another that tells the same: a participle, its body."""
    if other.first != max(one.last, one.end) and other.first != one.last:
        return False
    return _described(scene, one, other) or _within(scene, one, other)


def _described(scene: Scene, one: Party, other: Party) -> bool:
    """Whether people are told by a noun and its participle: الإيطاليين المختطفين."""
    first, last = scene.keys[one.first][one.skip :], scene.keys[other.first]
    plural = next((end for end in _PLURALS if last.endswith(end)), None)
    known = last.startswith("ال") and (first.startswith("ال") or one.elided > 0)
    return plural is not None and other.id is None and known and first.endswith(plural)


def _within(scene: Scene, one: Party, other: Party) -> bool:
    """Whether a body is told with the one that it is part of: قاضي المعارضات بمحكمة الدقي."""
    joined = scene.keys[other.first][: other.skip] == _WITHIN
    bodies = one.kind in _BODIES and other.kind in _BODIES
    return joined and bodies and one.sort != "target" and other.sort == "actor"
