"""Civil: whether what is told of an event says that people hurt in it were civilians.

Dead and wounded of whom nothing is said (سقط ثلاثة قتلى) may have been anyone: that most such
people are civilians is no reason to say so of these.
"""

from __future__ import annotations

from typing import Final

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


def is_unsaid(draft: Draft, figure: Figure) -> bool:
    """Whether a figure is of people hurt of whom no word says who they are.

    One person without a noun (قتله) is named elsewhere.
    """
    value = figure.node.value
    if figure.cls != "unknown" or figure.slot not in _HARM or draft.type in _TELLING:
        return False
    return value.high != 1 if value.noun == "" else value.slot in _HARM or is_anyone(value.noun)


def speaks_of_civilians(scene: Scene, draft: Draft, figure: Figure) -> bool:
    """Whether civilians, or a place of theirs, are named where the event is told."""
    if any(pick.party and pick.party.kind == "civilians" for pick in draft.to):
        return True
    told = {scene.sentence(figure.node.i), *(telling.sentence for telling in draft.tellings)}
    return any(_speaks(scene, number, figure) for number in told)


def has_armed_part(scene: Scene, figure: Figure) -> bool:
    """Whether some of the people are told to be armed: 12 قتيلا بينهم ثلاثة جنود."""
    node = figure.node
    own = scene.counts_in.get(scene.sentence(node.i), ())
    behind = next((other for other in own if other.i >= node.j), None)
    return behind is not None and behind.value.subset and behind.value.cls in _ARMED


def _speaks(scene: Scene, number: int, figure: Figure) -> bool:
    """Whether a sentence names civilians, or a thing of theirs."""
    counts = scene.counts_in.get(number, ())
    parties = scene.parties_in.get(number, ())
    targets = scene.things_in["target"].get(number, ())
    return (
        any(node.value.cls == "civilian" for node in counts if node is not figure.node)
        or any(party.kind == "civilians" for party in parties)
        or any(node.value.kind not in _GUARDED for node in targets)
    )
