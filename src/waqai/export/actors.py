"""Actor 1 and actor 2 of ACLED's table: names, associates, numbered classes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from waqai.export.crosswalk import EXCESSIVE, Class
from waqai.export.parties import CIVIL, CROWD, Pick, country_of, is_named, kind_of, names
from waqai.export.phrases import Country, countries, table
from waqai.model.incident import Incident, Party

# Who can stand beside whom in one cell.
_CAMPS: Final = (
    frozenset(("state", "state_forces", "international")),
    frozenset(("armed_group", "unknown")),
    frozenset(("political", "protesters", "civilians", "settlers")),
)
_POLICE: Final = "police"
_VIOLENT: Final = frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians"))


class Actor(NamedTuple):
    """An actor as ACLED names and numbers it; `forced` where the reports name none."""

    name: str
    inter: int
    associate: str | None = None
    forced: bool = False


def actors(
    found: Class, incident: Incident, one: Pick | None, two: Pick | None, country: Country
) -> tuple[Actor | None, Actor | None]:
    """Actor 1 and actor 2 as the class asks for them; no actor 1: it is no row."""
    if found.event_type in ("Protests", "Riots"):
        return _crowds(found, incident, (one, two), country)
    first, second = _sides(found, one, two)
    forced = first is None and found.actor is not None
    acts = _generic(found.actor, country, True) if forced and found.actor else None
    if first is not None:
        acts = _actor(first, incident.by, country)
    if acts is None:
        return None, None
    return acts, _second(found, incident, second, country)


def _sides(found: Class, one: Pick | None, two: Pick | None) -> tuple[Pick | None, Pick | None]:
    """The two sides, less one that cannot act so: nobody without arms fights a battle."""
    unarmed = one is not None and one.kind in (*CIVIL, *CROWD)
    if found.event_type in _VIOLENT and unarmed:
        return None, two
    if found.event_type == "Strategic developments" and one is not None and one.kind in CIVIL:
        return None, two
    return one, two


def _second(found: Class, incident: Incident, two: Pick | None, country: Country) -> Actor | None:
    """Actor 2: in a battle somebody with arms, in violence against civilians these."""
    weaponless = two is None or two.kind in (*CIVIL, *CROWD)
    if found.event_type == "Battles" and weaponless:
        return _generic("unknown", country, True)
    if found.event_type == "Violence against civilians" and not (two and weaponless):
        beside = _joined(names(incident.to))
        return _generic("civilians", country, two is None)._replace(associate=beside)
    return _actor(two, incident.to, country) if two is not None else None


def _crowds(
    found: Class, incident: Incident, sides: Iterable[Pick | None], country: Country
) -> tuple[Actor, Actor | None]:
    """A crowd, whichever side the reports put it on, and who steps in against it."""
    parties = (*incident.by, *incident.to)
    crowd = [p for p in parties if kind_of(p) in _CAMPS[2]]
    kind = "rioters" if found.event_type == "Riots" else "protesters"
    groups = names(crowd)
    if any(kind_of(p) == "settlers" for p in crowd):
        groups.append(table("inter", 4)["settlers"][2])
    acts = _generic(kind, country, not crowd)._replace(associate=_joined(groups))
    others = [pick for pick in sides if pick is not None and pick.kind not in _CAMPS[2]]
    is_mob = found.sub_event_type == "Mob violence"
    if is_mob:
        others = [pick for pick in sides if pick is not None][1:]
    against = next((p for p in others if p.kind in ("state_forces", "armed_group")), None)
    against = against or next(iter(others), None)
    if found.sub_event_type == "Peaceful protest":
        return acts, None
    if against is not None:
        return acts, _actor(against, parties, country)
    return acts, _generic(found.actor, country, True) if found.actor else None


def _actor(pick: Pick, parties: tuple[Party, ...], country: Country) -> Actor:
    """A side by its own name where it has one; those of its camp are associates."""
    party = pick.party
    camp = next((camp for camp in _CAMPS if pick.kind in camp), frozenset((pick.kind,)))
    beside = names(p for p in parties if p is not party and kind_of(p) in camp)
    own = None if party is None or pick.thing else _own_name(pick.kind, party)
    if own is None:
        made = _generic(_unnamed(pick), country, False, party)
    else:
        made = Actor(own, _inter(pick.kind, party, country))
    return made._replace(associate=_joined(name for name in beside if name != made.name))


def _own_name(kind: str, party: Party) -> str | None:
    """The name of a state as ACLED gives it, another's own name; None where ACLED names none."""
    if kind in (*CIVIL, *CROWD) or not (is_named(party) or kind == "international"):
        return None
    home = countries().get(country_of(party) or "")
    if kind == "state" and home is not None:
        return table("inter", 4)["state"][2].format(country=home.english)
    return party.name


def _unnamed(pick: Pick) -> str:
    """The row of inter.tsv for who has no name."""
    if pick.kind == "state_forces" and pick.party is not None and _POLICE in pick.party.name:
        return _POLICE
    return "unknown" if pick.kind == "armed_group" else pick.kind


def _generic(kind: str, country: Country, forced: bool, party: Party | None = None) -> Actor:
    name = table("inter", 4)[kind][2].format(country=country.english)
    return Actor(name, _inter(kind, party, country), None, forced)


def _inter(kind: str, party: Party | None, country: Country) -> int:
    at_home, abroad, _ = table("inter", 4)[kind]
    own = country_of(party) if party is not None else None
    return int(at_home if own in (None, country.code) else abroad)


def _joined(told: Iterable[str]) -> str | None:
    return "; ".join(told) or None


def targeting(found: Class, two: Actor | None) -> str | None:
    """ACLED's mark of violence that is aimed at civilians."""
    hit = two is not None and two.inter in (6, 7)
    violent = found.event_type in _VIOLENT or found.sub_event_type == "Mob violence"
    is_aimed = (hit and violent) or found.sub_event_type == EXCESSIVE
    return "Civilian targeting" if is_aimed else None


def interaction(one: Actor | None, two: Actor | None) -> int | None:
    """The two classes as two digits, the lower first; one alone with 0."""
    found = sorted(actor.inter for actor in (one, two) if actor is not None)
    if not found:
        return None
    return found[0] * 10 + (found[1] if len(found) > 1 else 0)
