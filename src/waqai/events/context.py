"""Context: the words about a passage that tells an event, and how the report is built around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.events.scene import Scene
from waqai.events.scorer import Group, Names, Worded, grouped
from waqai.events.telling import Draft, Telling, is_definite, sense
from waqai.events.words import content
from waqai.model.codes import EventType, Status

# Events, and events of one type, that are told apart at most.
_MANY: Final = 8
_FEW: Final = 4
# Drafts that one is held against at the most: it bounds what a long report costs.
_HELD: Final = 40
# Types from which on a report tells of many things.
_VARIED: Final = 3
# Words shared with the title that are told apart at most, and parts of it.
_SHARED: Final = 6
_NEAR: Final = Worded("near=")
_OPENING: Final = Worded("opening=")
_ANY: Final = Worded("any=")


def words(scene: Scene, draft: Draft, telling: Telling) -> list[Group]:
    """The words of a telling's window, the one that opens the sentence, and all that tell it."""
    opening = scene.keys[scene.doc.sentences[telling.sentence].first]
    near = dict.fromkeys(scene.bare[telling.first : telling.last])
    told = dict.fromkeys([sense(n).lemma for one in draft.tellings for n in one.triggers])
    found = [_NEAR.of(key) for key in near]
    found.append(_OPENING.of(opening))
    found += [_ANY.of(lemma) for lemma in told]
    return found


def groups(
    scene: Scene, drafts: Sequence[Draft], order: int, telling: Telling, where: str
) -> tuple[Group, ...]:
    """How the head of a draft and its place go together, and what else the report tells."""
    draft, head = drafts[order], sense(telling.head)
    titled = scene.is_title(draft.tellings[0].sentence)
    held = drafts[:_HELD]
    alike = [one for one in held if one.type == draft.type]
    later = bool(alike) and alike[0] is not draft
    told = max(min(_FEW + 1, len(one.tellings)) for one in held)
    return (
        scene.title_words,
        _headed(head.lemma, draft.status, is_definite(telling.head), where, titled),
        _long(scene.length, titled, where, draft.type),
        _among(min(_MANY, len(drafts)), min(_FEW, order), drafts[0].type, draft.type),
        _like(min(_FEW, len(alike)), later, min(_FEW + 1, len(draft.tellings)), told),
        _varied(draft.type, len({one.type for one in held}) > _VARIED),
        _titled(titled, *_of_title(scene, telling)),
    )


@grouped
def _headed(lemma: str, status: Status, definite: bool, where: str, titled: bool) -> Names:
    """The word that tells, and where."""
    return (
        f"headwhere={lemma}.{where}",
        f"headdefinite={lemma}.{definite}",
        f"headtitled={lemma}.{titled}",
        f"headstatus={lemma}.{status}",
    )


@grouped
def _long(length: tuple[int, int], titled: bool, where: str, event: EventType) -> Names:
    """How long a report is (powers of two of sentences and of words)."""
    return (
        f"sentences={length[0]}.{where}",
        f"length={length[1]}.{titled}",
        f"typewhere={event}.{where}.{titled}",
    )


@grouped
def _among(drafts: int, order: int, first: EventType, event: EventType) -> Names:
    """How many events are told, which of them this one is, and of what type the first is."""
    return f"rank={drafts}.{order}", f"firsttype={first}.{event}.{order > 0}"


@grouped
def _like(alike: int, later: bool, tellings: int, most: int) -> Names:
    """How many events are of the type, and how often this one and the most told one are told."""
    return f"alike={alike}.{later}", f"tellingsmost={tellings}.{most}"


@grouped
def _varied(event: EventType, varied: bool) -> Names:
    """Whether the report tells of many things."""
    return (f"varied={event}.{varied}",)


def _of_title(scene: Scene, telling: Telling) -> tuple[int, int]:
    """How many words a telling's sentence shares with the title, and sixths of the title's."""
    sentence = scene.doc.sentences[telling.sentence]
    first, last = sentence.first, sentence.last
    shared = len(scene.title_keys & content(scene.keys[first:last], scene.bare[first:last]))
    return min(_SHARED, shared), _SHARED * shared // max(1, len(scene.title_keys))


@grouped
def _titled(titled: bool, shared: int, part: int) -> Names:
    """How much of the title a sentence says again."""
    return f"shared={shared}.{titled}", f"part={part}"
