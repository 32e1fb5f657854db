"""Syntax: what the place of a party beside a trigger makes of it (subject, object, genitive ...).

Arabic news puts the verb before subject and object, the subject first for stress, and what a
masdar governs right behind it. Each guess names the role that the trigger's frame gives to that
place and how the place was found; what a guess is worth is learned (weights.tsv).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from waqai.annotate.chart import Node
from waqai.annotate.triggers.frames import Frame, frames
from waqai.events.party import Party
from waqai.events.phrases import Phrase, phrases

if TYPE_CHECKING:
    from waqai.events.scene import Scene

# How far a verb's subject and a noun's genitive may stand, in tokens that are no date or place.
_REACH = 4
_LIGHT_REACH = 9


class Guess(NamedTuple):
    """A party in a role of a trigger: role by, to, victim, place, weapon ...; how it was found."""

    trigger: Node
    role: str
    how: str
    inner: bool


def guesses(scene: Scene, number: int) -> dict[Party, list[Guess]]:
    """All guesses of a sentence by party."""
    found: dict[Party, list[Guess]] = {}
    held = phrases(scene, number)
    for trigger in scene.triggers_in.get(number, ()) if held else ():
        for phrase, role, how in _joined(held, list(_of(scene, trigger, held, number))):
            for party in phrase.parties:
                inner = party.first > phrase.first
                found.setdefault(party, []).append(Guess(trigger, role, how, inner))
    return found


Placed = tuple[Phrase, str, str]


def _of(scene: Scene, trigger: Node, held: Sequence[Phrase], number: int) -> Iterator[Placed]:
    """The places of one trigger."""
    said = trigger.parts[0].value
    frame = frames()[said.frame]
    after = [p for p in held if p.first >= trigger.j and _clear(scene, trigger, p)]
    before = [
        p for p in held if p.last <= trigger.i and scene.clauses.between(p.first, trigger.i) < 2
    ]
    yield from _marked(frame, after)
    if said.pos == "verb":
        yield from _verb(scene, trigger, frame, after, before)
    else:
        yield from _noun(scene, trigger, frame, after)
    yield from _light(scene, trigger, held, number)


def _clear(scene: Scene, trigger: Node, phrase: Phrase) -> bool:
    """Whether no dear turn and no other strong trigger stands between."""
    if scene.clauses.between(trigger.i, phrase.first) > 1:
        return False
    return scene.firm_between(trigger.j, phrase.first) == 0


def _verb(
    scene: Scene,
    trigger: Node,
    frame: Frame,
    after: Sequence[Phrase],
    before: Sequence[Phrase],
) -> Iterator[Placed]:
    """Subject and object of a verb."""
    voice = trigger.parts[0].value.voice
    bare = [p for p in after if not p.prep and not p.joined and _near(scene, trigger.j, p)]
    ahead = before[-1] if before and _gap(scene, before[-1].last, trigger.i) <= 1 else None
    if ahead is not None and (ahead.prep or ahead.joined):
        ahead = None
    if voice == "passive":
        for phrase in (*bare[:1], *((ahead,) if ahead else ())):
            yield phrase, frame.object or frame.subject, "passive"
    elif ahead is not None:
        yield ahead, frame.subject, f"ahead.{voice}"
        for phrase in bare[:1]:
            yield phrase, frame.object, f"object.{voice}"
    else:
        for phrase in bare[:1]:
            yield phrase, frame.subject, f"subject.{voice}.{len(bare) > 1}"
        for phrase in bare[1:2]:
            yield phrase, frame.object, f"second.{voice}"


def _noun(scene: Scene, trigger: Node, frame: Frame, after: Sequence[Phrase]) -> Iterator[Placed]:
    """What a masdar or noun governs."""
    bare = [p for p in after if not p.prep and not p.joined and _near(scene, trigger.j, p)]
    roles = "|".join(frame.genitive)
    for phrase in bare[:1]:
        close = phrase.first == trigger.j
        yield phrase, roles, f"genitive.{close}.{len(bare) > 1}"
    for phrase in bare[1:2]:
        yield phrase, "to", "genitive.second"


def _marked(frame: Frame, after: Sequence[Phrase]) -> Iterator[Placed]:
    """Phrases behind a preposition that the frame gives a role."""
    for order, phrase in enumerate(after):
        if not phrase.prep:
            continue
        if phrase.prep == "بين":
            yield phrase, "by", "between"
            if order + 1 < len(after) and after[order + 1].joined:
                yield after[order + 1], "to", "between"
            continue
        for role, words in frame.markers.items():
            if any(phrase.prep == marker.split(" ")[-1] for marker in words):
                yield phrase, role, f"mark.{phrase.prep}"
                break
        else:
            yield phrase, "-", f"prep.{phrase.prep}"


def _light(scene: Scene, trigger: Node, held: Sequence[Phrase], number: int) -> Iterator[Placed]:
    """The subject of a support verb before the trigger (شن X هجوما، تعرض X لهجوم)."""
    for light in scene.lights_in.get(number, ()):
        if not 0 < trigger.i - light.j <= _LIGHT_REACH:
            continue
        if scene.clauses.between(light.i, trigger.i) > 1:
            continue
        inside = [p for p in held if light.j <= p.first < trigger.i and not p.prep and not p.joined]
        ahead = [p for p in held if 0 <= light.i - p.last <= 1 and not p.prep]
        for phrase in (inside or ahead)[:1]:
            yield phrase, "light", light.value.lemma


def _joined(held: Sequence[Phrase], found: list[Placed]) -> list[Placed]:
    """The guesses, and those of what is joined to a guessed phrase by و."""
    more = list(found)
    placed = {id(phrase): (role, how) for phrase, role, how in found}
    for before, phrase in pairwise(held):
        if phrase.joined and id(phrase) not in placed and id(before) in placed:
            role, how = placed[id(before)]
            joined = (role, how if how.startswith("and.") else f"and.{how}")
            placed[id(phrase)] = joined
            more.append((phrase, *joined))
    return more


def _near(scene: Scene, i: int, phrase: Phrase) -> bool:
    """Whether few tokens stand between token i and the phrase, dates and places not counted."""
    return _gap(scene, i, phrase.first) <= _REACH


def _gap(scene: Scene, i: int, j: int) -> int:
    """Tokens in [i, j) that are no part of a date, place or other party."""
    return sum(k not in scene.filled for k in range(i, j))
