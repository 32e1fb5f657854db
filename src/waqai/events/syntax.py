"""Syntax: what the place of a party beside a trigger makes of it (subject, object, genitive ...).

Arabic news puts the verb before subject and object, the subject first for stress, and what a
masdar governs right behind it. Each guess names the role that the trigger's frame gives to that
place and how the place was found; what a guess is worth is learned (weights.tsv.gz).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from mypy_extensions import mypyc_attr

from waqai.annotate.chart import Node
from waqai.annotate.triggers.frames import Frame, frames
from waqai.events.party import Party
from waqai.events.phrases import Phrase, phrases
from waqai.events.telling import reading
from waqai.events.words import has_ending, is_relative

if TYPE_CHECKING:
    from waqai.events.scene import Scene

# How far a verb's subject and a noun's genitive may stand, in tokens that are no date or place.
_REACH: Final = 4
_LIGHT_REACH: Final = 12
# How far a support verb stands before the masdar that it leads.
_LED_REACH: Final = 3


@mypyc_attr(acyclic=True)
class Guess:
    """A party in a role of a trigger: role by, to, victim, place, weapon ...; how it was found."""

    __slots__ = ("how", "inner", "role", "trigger")

    def __init__(self, trigger: Node, role: str, how: str, inner: bool) -> None:
        self.trigger = trigger
        self.role = role
        self.how = how
        self.inner = inner


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
    read = reading(trigger)
    bare = [p for p in after if not p.prep and not p.joined and _near(scene, trigger.j, p)]
    ahead = _ahead(scene, trigger, before)
    if read is not None and read.conj:
        ahead = None
    if voice == "passive":
        for phrase in (*bare[:1], *((ahead,) if ahead else ())):
            yield phrase, frame.object or frame.subject, "passive"
    elif read is not None and read.suffix:
        # The object is the pronoun: what stands before recalls it (الذي قتله X).
        if ahead is not None:
            yield ahead, frame.object, "recalled"
        for phrase in bare[:1]:
            yield phrase, frame.subject, "subject.suffix"
    elif ahead is not None:
        yield ahead, frame.subject, f"ahead.{voice}.{_sort(ahead)}.{bool(bare)}"
        for phrase in bare[:1]:
            yield phrase, frame.object, f"object.{voice}"
    elif _has_subject(scene.keys, trigger.i):
        for phrase in bare[:1]:
            yield phrase, frame.object, f"alone.{voice}.{_sort(phrase)}"
    else:
        for phrase in bare[:1]:
            yield phrase, frame.subject, f"subject.{voice}.{len(bare) > 1}.{_sort(phrase)}"
        for phrase in bare[1:2]:
            yield phrase, frame.object, f"second.{voice}"


def _has_subject(keys: list[str], i: int) -> bool:
    """Whether the verb at token i has its subject already: what a relative pronoun recalls (الهجوم
    الذي استهدف X), or they, in its ending (استهدفوا X).
    """
    return (i > 0 and is_relative(keys[i - 1])) or has_ending(keys[i])


def _ahead(scene: Scene, trigger: Node, before: Sequence[Phrase]) -> Phrase | None:
    """The phrase right before a verb, where nothing governs it."""
    if not before or scene.gap(before[-1].last, trigger.i) > 1:
        return None
    return None if before[-1].prep or before[-1].joined else before[-1]


def _sort(phrase: Phrase) -> str:
    """What the phrase names: a body, a person, people with a figure or a thing."""
    party = phrase.parties[0]
    return "person" if party.kind == "person" else party.sort


def _noun(scene: Scene, trigger: Node, frame: Frame, after: Sequence[Phrase]) -> Iterator[Placed]:
    """What a masdar or noun governs."""
    bare = [p for p in after if not p.prep and not p.joined and _near(scene, trigger.j, p)]
    roles = "|".join(frame.genitive)
    for phrase in bare[:1]:
        close = phrase.first == trigger.j
        yield phrase, roles, f"genitive.{close}.{len(bare) > 1}.{_leader(scene, trigger)}"
    for phrase in bare[1:2]:
        yield phrase, "to", "genitive.second"


def _leader(scene: Scene, trigger: Node) -> str:
    """What leads a masdar: ل (for a purpose), a support verb (تمكنت القوات من, تم); "" neither.

    Who does it is told before or left out, so what follows the masdar suffers it.
    """
    read = reading(trigger)
    if read is not None and read.prep == "ل":
        return "ل"
    number = scene.sentence(trigger.i)
    lights = scene.lights_in.get(number, ())
    near = [n for n in lights if n.j <= trigger.i and scene.gap(n.j, trigger.i) <= _LED_REACH]
    if not near:
        return ""
    last = near[-1]
    if scene.clauses.between(last.i, trigger.i) > 1 or scene.firm_between(last.j, trigger.i):
        return ""
    lemma: str = last.value.lemma
    return lemma


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
        role = frame.marked(phrase.prep)
        yield phrase, role or "-", f"{'mark' if role else 'prep'}.{phrase.prep}"


def _light(scene: Scene, trigger: Node, held: Sequence[Phrase], number: int) -> Iterator[Placed]:
    """The subject of a support verb beside the trigger (شن X هجوما، هجوم شنه X، تعرض X لهجوم)."""
    for light in scene.lights_in.get(number, ()):
        if scene.clauses.between(light.i, trigger.i) > 2:
            continue
        lemma = light.value.lemma
        if light.j <= trigger.i and scene.gap(light.j, trigger.i) <= _LIGHT_REACH:
            for phrase in _subject(light, held, trigger.i):
                yield phrase, "light", f"{lemma}.{min(1, scene.firm_between(light.j, trigger.i))}"
        elif light.i >= trigger.j and scene.gap(trigger.j, light.i) <= _REACH:
            after = (p for p in held if light.j <= p.first and not p.prep and not p.joined)
            for phrase in islice(after, 1):
                if scene.gap(light.j, phrase.first) <= 1:
                    yield phrase, "light", f"after.{lemma}"


def _subject(light: Node, held: Sequence[Phrase], end: int) -> Sequence[Phrase]:
    """The subject of a support verb: behind it and before token `end`, else right before it."""
    inside = [p for p in held if light.j <= p.first < end and not p.prep and not p.joined]
    if inside:
        return inside[:1]
    return [p for p in held if p.last <= light.i <= p.last + 1 and not p.prep][-1:]


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
    """Whether few tokens that name nothing stand between token i and the phrase."""
    return scene.gap(i, phrase.first) <= _REACH
