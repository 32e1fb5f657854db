"""Civil: whether what is told of an event says that people hurt in it were civilians.

Dead and wounded of whom nothing is said (سقط ثلاثة قتلى) may have been anyone: that most such
people are civilians is no reason to say so of these.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from waqai.annotate.people.counted import Counted
from waqai.annotate.people.tables import NOUN_TAG
from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.events.telling import Draft, Figure
from waqai.events.words import is_anyone
from waqai.model.codes import EventType, TargetKind

_HARM: Final = frozenset(("killed", "wounded"))
_ARMED: Final = frozenset(("security", "militant"))
# Who is hurt in these is told by what they are: protesters, a particular person, people held.
_TELLING: Final[frozenset[EventType]] = frozenset(
    ("assassination", "crackdown", "execution", "protest", "riot")
)
# Things at which others than civilians are hurt as well.
_GUARDED: Final[frozenset[TargetKind]] = frozenset(("base", "checkpoint", "convoy", "government"))


def is_national(figure: Figure) -> bool:
    """Whether a nationality is all that is told of people: 840 عراقيا."""
    parts = [part for part in figure.node.parts if part.kind == NOUN_TAG]
    alone = len(parts) == 1 and "nation" in parts[0].value.traits
    return alone and figure.cls == "civilian" and figure.node.value.actor is None


def is_unsaid(draft: Draft, figure: Figure) -> bool:
    """Whether a figure is of people hurt of whom no word says who they are.

    One person without a noun (قتله) is named elsewhere.
    """
    value: Counted = figure.node.value
    if figure.slot not in _HARM:
        return False
    if is_national(figure) and draft.type not in _TELLING - {"riot"}:
        return value.high != 1
    if figure.cls != "unknown" or draft.type in _TELLING:
        return False
    return value.high != 1 if value.noun == "" else value.slot in _HARM or is_anyone(value.noun)


def speaks_of_civilians(scene: Scene, draft: Draft, figure: Figure) -> bool:
    """Whether civilians, or a place of theirs, are named where the event is told."""
    sides = (pick.party for pick in draft.to if pick.party)
    if any(party.kind == "civilians" and not _is_of(figure, party) for party in sides):
        return True
    told = {scene.sentence(figure.node.i), *(telling.sentence for telling in draft.tellings)}
    return any(_speaks(scene, number, figure) for number in told)


def has_armed_part(scene: Scene, figure: Figure) -> bool:
    """Whether some of the people are told to be armed: 12 قتيلا بينهم ثلاثة جنود."""
    node = figure.node
    own = scene.counts_in.get(scene.sentence(node.i), ())
    parts = takewhile(lambda one: one.value.subset, (other for other in own if other.i >= node.j))
    return any(one.value.cls in _ARMED for one in parts)


def _speaks(scene: Scene, number: int, figure: Figure) -> bool:
    """Whether a sentence names civilians, or a thing of theirs."""
    counts = scene.counts_in.get(number, ())
    parties = scene.parties_in.get(number, ())
    targets = scene.things_in["target"].get(number, ())
    return (
        any(node.value.cls == "civilian" for node in counts if node is not figure.node)
        or any(party.kind == "civilians" and not _is_of(figure, party) for party in parties)
        or any(node.value.kind not in _GUARDED for node in targets)
    )


def _is_of(figure: Figure, party: Party) -> bool:
    """Whether a party is the people of the figure, told of by their nationality alone."""
    return is_national(figure) and figure.node.i < party.last and party.first < figure.node.j
