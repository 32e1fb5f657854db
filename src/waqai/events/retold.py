"""Retold: what the window of a telling names, and how that agrees with what a draft names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

from waqai.events.scene import Scene
from waqai.events.scorer import Group, Names, Numbered, grouped
from waqai.events.telling import Form, Named, Telling, sense
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
_MOST: Final = 5
_PARTS: Final = 8
# How the type of a telling and that of a draft go together, and how what both name agrees: both are
# told by their numbers here.
RELATIONS: Final = ("same", "part", "other")
AGREED: Final = ("new", "old", "none", "differ", "shared")


def window(scene: Scene, telling: Telling) -> Named:
    """What the window of a telling names."""
    number, holds = telling.sentence, telling.holds
    bodies = (p for p in scene.parties_in.get(number, ()) if p.sort == "actor")
    counts = [n for n in scene.counts_in.get(number, ()) if n.value.low is not None and holds(n)]
    places = [n for n in scene.places_in.get(number, ()) if holds(n)]
    words = scene.bare[telling.first : telling.last]
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
    telling: Telling, last: Telling, named: Named, held: Named, relation: int
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
        told = [agreed(_of(slot, named), _of(slot, held)) for slot in _TOLLS]
        found.append(_counted(told[0], told[1], told[2]))
    return found


def sited(own: Form, named: Named, held: Named, last: Named, gap: int, relation: int) -> Group:
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


_SITED: Final = Numbered()


def _sited(
    spots: int,
    latest: int,
    many: tuple[int, int],
    hurt: tuple[bool, bool],
    said: tuple[bool, bool, bool],
    gap: int,
    relation: int,
) -> Group:
    """How spots agree, beside who is hurt and whether it is said to be another event."""
    own, (definite, another, beside) = hurt[0], said
    number = ((spots * 5 + latest) * 5 + many[0]) * 5 + many[1]
    number = (((number * 2 + own) * 2 + hurt[1]) * 2 + definite) * 2 + another
    number = ((number * 2 + beside) * 3 + gap) * 3 + relation
    held = _SITED.get(number)
    if held is not None:
        return held
    site, types = AGREED[spots], RELATIONS[relation]
    names = (
        f"site={site}.{own}.{hurt[1]}",
        f"sitekind={site}.{own}.{types}.{definite}",
        f"sitegap={site}.{gap}.{own}.{types}",
        f"another={another}.{types}.{definite}",
        f"anothersite={another}.{site}.{own}",
        f"beside={beside}.{site}.{own}.{types}",
        f"latestsite={AGREED[latest]}.{gap}.{own}.{types}",
        f"sites={many[0]}.{many[1]}.{site}",
    )
    return _SITED.keep(number, names)


def _of(slot: CountSlot, named: Named) -> set[int]:
    """The figures of a slot."""
    return {low for own, low in named.tolls if own == slot}


_PLACED: Final = Numbered()


def _placed(relation: int, types: int, triggers: int, away: int) -> Group:
    """How the types that both name agree, how many words tell, how far from the last ones."""
    number = ((triggers * 3 + relation) * 5 + types) * 11 + away
    held = _PLACED.get(number)
    if held is not None:
        return held
    told = RELATIONS[relation]
    named = f"named={AGREED[types]}.{told}"
    return _PLACED.keep(number, (named, f"triggers={triggers}.{told}", f"away={away}.{told}"))


_WORDED: Final = Numbered()


def _worded(relation: int, apart: bool, shared: int, part: int) -> Group:
    """How many words both share, and which part of the telling's."""
    number = ((relation * 2 + apart) * 6 + shared) * 9 + part
    held = _WORDED.get(number)
    if held is not None:
        return held
    names = f"words={shared}.{apart}", f"part={part}.{apart}.{RELATIONS[relation]}"
    return _WORDED.keep(number, names)


@grouped
def _counted(killed: int, wounded: int, arrested: int) -> Names:
    """How figures of the same kind agree."""
    return f"killed={AGREED[killed]}", f"wounded={AGREED[wounded]}", f"arrested={AGREED[arrested]}"


def agreed(own: set[Value], held: set[Value]) -> int:
    """How the values that a telling names stand to those of a draft, as a number of AGREED."""
    if not own or not held:
        return 0 if own else 1 if held else 2
    return 3 if own.isdisjoint(held) else 4
