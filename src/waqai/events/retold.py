"""Retold: what the window of a telling names, and how that agrees with what a draft names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

from waqai.events.scene import Scene
from waqai.events.scorer import Group, Names, grouped
from waqai.events.telling import Form, Named, Telling, sense
from waqai.events.words import bare
from waqai.model.codes import SPOTS, CountSlot

Value = TypeVar("Value")
# Shorter words are particles, or too common to tell of what.
_TELLING: Final = 4
# What befell people so that its figure tells one event from another.
_TOLLS: Final[tuple[CountSlot, ...]] = ("killed", "wounded", "arrested")
# What harms people: told at other spots it mostly tells another event.
_HARMED: Final[frozenset[CountSlot]] = frozenset(("killed", "wounded"))
# Spots told apart at most.
_MANY: Final = 4
# Shared words told apart at most, and eighths of the words of a window.
_MOST, _PARTS = 5, 8


def window(scene: Scene, telling: Telling) -> Named:
    """What the window of a telling names."""
    number, holds = telling.sentence, telling.holds
    bodies = (p for p in scene.parties_in.get(number, ()) if p.sort == "actor")
    counts = [n for n in scene.counts_in.get(number, ()) if n.value.low is not None and holds(n)]
    places = [n for n in scene.places_in.get(number, ()) if holds(n)]
    words = [bare(key) for key in scene.keys[telling.first : telling.last]]
    said = [sense(trigger) for trigger in telling.triggers]
    return Named(
        {n.value.name for n in places},
        {p.key for p in bodies if holds(p.node)},
        {str(n.value.start)[:10] for n in scene.dates_in.get(number, ()) if holds(n)},
        {n.value.low for n in counts if n.value.low > 1},
        {one.lemma for one in said},
        {one.type for one in said if one.type},
        {(slot, n.value.low) for n in counts if (slot := n.value.slot or n.value.context)},
        {word for word in words if len(word) >= _TELLING},
        {n.value.name for n in places if n.value.kind in SPOTS},
        {slot for slot in _fates(scene, telling) if slot in _HARMED},
    )


def _fates(scene: Scene, telling: Telling) -> Iterator[CountSlot | None]:
    """What is told to have befallen people, counted or not."""
    yield from (sense(trigger).slot for trigger in telling.triggers)
    for count in scene.counts_in.get(telling.sentence, ()):
        if telling.holds(count):
            yield count.value.slot or count.value.context


def retold(
    telling: Telling, last: Telling, named: Named, held: Named, relation: str
) -> list[Group]:
    """How a telling, and what it names, stands to a draft whose last telling is `last`."""
    apart = telling.sentence > last.sentence
    away = max(1, telling.head.i - last.triggers[-1].i).bit_length()
    shared = len(named.words & held.words)
    part = _PARTS * shared // max(1, len(named.words))
    types = agreed(named.types, held.types)
    found = [
        _placed(relation, types, len(telling.triggers), min(10, away)),
        _worded(relation, apart, min(_MOST, shared), part),
    ]
    if named.tolls or held.tolls:
        found.append(_counted(*(agreed(_of(slot, named), _of(slot, held)) for slot in _TOLLS)))
    return found


def sited(own: Form, named: Named, held: Named, last: Named, gap: int, relation: str) -> Group:
    """How the spots of a telling stand to those of a draft, and who is told hurt at them."""
    return _sited(
        agreed(named.sites, held.sites),
        agreed(named.sites, last.sites),
        (min(_MANY, len(named.sites)), min(_MANY, len(held.sites))),
        (bool(named.fates), bool(held.fates)),
        (own.definite, own.another, own.beside),
        gap,
        relation,
    )


@grouped
def _sited(
    site: str,
    latest: str,
    many: tuple[int, int],
    hurt: tuple[bool, bool],
    said: tuple[bool, bool, bool],
    gap: int,
    relation: str,
) -> Names:
    """How spots agree, beside who is hurt and whether it is said to be another event."""
    own, (definite, another, beside) = hurt[0], said
    return (
        f"site={site}.{own}.{hurt[1]}",
        f"sitekind={site}.{own}.{relation}.{definite}",
        f"sitegap={site}.{gap}.{own}.{relation}",
        f"another={another}.{relation}.{definite}",
        f"anothersite={another}.{site}.{own}",
        f"beside={beside}.{site}.{own}.{relation}",
        f"latestsite={latest}.{gap}.{own}.{relation}",
        f"sites={many[0]}.{many[1]}.{site}",
    )


def _of(slot: CountSlot, named: Named) -> set[int]:
    """The figures of a slot."""
    return {low for own, low in named.tolls if own == slot}


@grouped
def _placed(relation: str, types: str, triggers: int, away: int) -> Names:
    """How the types that both name agree, how many words tell, how far from the last ones."""
    return f"named={types}.{relation}", f"triggers={triggers}.{relation}", f"away={away}.{relation}"


@grouped
def _worded(relation: str, apart: bool, shared: int, part: int) -> Names:
    """How many words both share, and which part of the telling's."""
    return f"words={shared}.{apart}", f"part={part}.{apart}.{relation}"


@grouped
def _counted(killed: str, wounded: str, arrested: str) -> Names:
    """How figures of the same kind agree."""
    return f"killed={killed}", f"wounded={wounded}", f"arrested={arrested}"


def agreed(own: set[Value], held: set[Value]) -> str:
    """How the values that a telling names stand to those of a draft."""
    if not own or not held:
        return "new" if own else "old" if held else "none"
    return "differ" if own.isdisjoint(held) else "shared"
