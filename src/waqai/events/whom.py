"""Whom: the class of the people that a figure counts: civilian, security, militant, and so on.

Words often say it (أربعة جنود). Where they leave it open (قتل خمسة أشخاص), or say no more than that
people were hurt, the event, its sides and the words about the figure make one class the likeliest;
civilian only where something told of the event says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, cast, get_args

from waqai.events.civil import has_armed_part, is_unsaid, speaks_of_civilians
from waqai.events.figures import head, side_of
from waqai.events.scene import Scene
from waqai.events.scorer import Features
from waqai.events.telling import Draft, Figure
from waqai.events.words import is_plain, joins, word_after, word_before
from waqai.lexicon.table import read_table
from waqai.model.codes import WhomClass
from waqai.model.event import LIKELY

CLASSES: Final[tuple[WhomClass, ...]] = get_args(WhomClass)
# What words say that is hardly ever wrong: nineteen of twenty, outlets held out.
SURE: Final[frozenset[WhomClass]] = frozenset(("security", "militant", "protester", "mixed"))
# Whom reports call so belong to an armed body, rather to one of no state.
_MEMBERS: Final = frozenset(("عنصر",))
_ARMED: Final = frozenset(("security", "militant"))
_HARM: Final = frozenset(("killed", "wounded"))
# Figures that are told apart at most.
_FEW: Final = 5


def settle(scene: Scene, draft: Draft, figure: Figure) -> None:
    """Set the class of the people of a figure; what no word says is told among its rules."""
    found = decide(scene, draft, figure)
    if found not in (figure.cls, "unknown") and figure.slot != "protesters":
        figure.rules = (*figure.rules, LIKELY)
    figure.cls = found


def decide(scene: Scene, draft: Draft, figure: Figure) -> WhomClass:
    """The class of the people of a figure; of equally likely ones the usual one."""
    common = usual(draft, figure)
    if figure.slot == "protesters" or figure.cls in SURE:
        return common
    tied = _tied(scene, figure)
    if tied is not None:
        return tied
    plain = figure.slot in _HARM and figure.cls == "civilian"
    plain = plain and is_plain(figure.node.value.noun)
    open_to = [cls for cls in CLASSES if not (plain and cls in _ARMED)]
    scorer, told = scene.scorer("whom"), names(scene, draft, figure)
    logits = {cls: scorer.logit(features(cls, told)) for cls in open_to}
    likeliest = max(open_to, key=lambda cls: (logits[cls], cls == common))
    return _stated(scene, draft, figure) if likeliest == "civilian" else likeliest


def _tied(scene: Scene, figure: Figure) -> WhomClass | None:
    """The class told behind the other half of dead and wounded: قتلى وجرحى من المدنيين."""
    node = figure.node
    if figure.cls != "unknown" or node.value.slot not in _HARM:
        return None
    for other in scene.counts_in.get(scene.sentence(node.i), ()):
        value = other.value
        if other.i == node.j and value.slot in _HARM and joins(scene.keys, other.i, other.skip):
            return None if value.cls == "unknown" or value.subset else value.cls
    return None


def _stated(scene: Scene, draft: Draft, figure: Figure) -> WhomClass:
    """The class of people who are civilians most likely: another one where nothing says so."""
    if figure.cls == "unknown" and has_armed_part(scene, figure):
        return "mixed"
    unsaid = is_unsaid(draft, figure) and not speaks_of_civilians(scene, draft, figure)
    return "unknown" if unsaid else "civilian"


def features(cls: WhomClass, told: tuple[str, ...]) -> Features:
    """What tells whether a figure is of a class."""
    return Features([], [f"{cls}.{name}" for name in told])


def names(scene: Scene, draft: Draft, figure: Figure) -> tuple[str, ...]:
    """What tells of whom a figure is: its words, what befell them in which event, the sides."""
    return tuple(dict.fromkeys((*_words(scene, draft, figure), *_sides(scene, draft, figure))))


def _words(scene: Scene, draft: Draft, figure: Figure) -> Iterator[str]:
    """What the words of a figure and those beside it tell."""
    node, value, own = figure.node, figure.node.value, figure.cls
    noun = head(scene, node)
    low = min(_FEW, -1 if value.low is None else value.low)
    yield f"usual={usual(draft, figure)}.{own}.{figure.slot}"
    yield f"type={draft.type}.{figure.slot}.{own}"
    yield f"head={noun}"
    yield f"headtype={noun}.{draft.type}"
    yield f"headslot={noun}.{figure.slot}"
    yield f"others={value.others}.{own}.{noun}"
    yield f"subset={value.subset}.{own}"
    yield f"low={low}.{own}.{draft.type}"
    yield f"rule={node.rule.partition(':')[0]}.{own}"
    yield f"word={word_before(scene.keys, node.i)}.{own}"
    yield f"next={word_after(scene.keys, node.j)}.{own}"


def _sides(scene: Scene, draft: Draft, figure: Figure) -> Iterator[str]:
    """What the sides of the event, and the parties of the sentence, tell."""
    own, slot = figure.cls, figure.slot
    actor = figure.node.value.actor
    yield f"actor={actor.value.id or actor.value.kind}.{own}" if actor else f"actor=.{own}"
    yield f"side={side_of(draft, figure)}.{own}"
    for role, picks in (("by", draft.by), ("to", draft.to)):
        parties = [pick.party for pick in picks if pick.party]
        kinds = "+".join(sorted({party.kind for party in parties}))
        yield f"{role}={kinds}.{slot}.{own}"
        yield f"{role}type={kinds}.{draft.type}.{own}"
        for party in parties:
            yield f"{role}name={party.id or scene.keys[party.first]}.{own}"
    named = scene.parties_in.get(scene.sentence(figure.node.i), ())
    for kind in sorted({party.kind for party in named}):
        yield f"beside={kind}.{own}"


def usual(draft: Draft, figure: Figure) -> WhomClass:
    """The class that words tell; where they leave it open, what the event makes likely."""
    if figure.slot == "protesters":
        return "protester"
    if figure.cls != "unknown":
        return figure.cls
    if figure.node.value.noun in _MEMBERS and figure.slot in _HARM:
        return "militant"
    table = _likely()
    return table.get((draft.type, figure.slot)) or table.get(("*", figure.slot), "unknown")


@cache
def _likely() -> dict[tuple[str, str], WhomClass]:
    """(type of event or *, slot) -> likely class."""
    rows = read_table("waqai.events", "whom.tsv", ("type", "slot", "class"))
    return {(row.cells[0], row.cells[1]): cast(WhomClass, row.cells[2]) for row in rows}
