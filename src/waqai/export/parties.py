"""The parties of an incident as ACLED asks for them: who acts, who is hit, of which country."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from waqai.annotate.actors.tables import named
from waqai.annotate.things.tables import target_names
from waqai.export.location import is_latin
from waqai.model.incident import Account, Incident, Party

ARMED: Final = frozenset(("state_forces", "armed_group", "unknown"))
CIVIL: Final = frozenset(("civilians", "media", "person", "settlers"))
CROWD: Final = frozenset(("protesters",))
# Kinds of the people that figures count.
_PEOPLE: Final = (
    ("civilian", "civilians"), ("protester", "protesters"), ("security", "state_forces"),
    ("militant", "armed_group"),
)  # fmt: skip
_HIT: Final = ("killed", "wounded", "abducted")


class Pick(NamedTuple):
    """A side as one kind of actor; `party` is None where only the people hurt tell it.

    `thing`: it is a building or a vehicle, which stands for whose it is.
    """

    kind: str
    party: Party | None = None
    thing: bool = False


def is_named(party: Party) -> bool:
    """Whether a party has a name of its own: English ones have a capital, as "gunmen" has not."""
    return any(letter.isupper() for letter in party.name)


def is_thing(party: Party) -> bool:
    """Whether a party is a building or a vehicle that is hit."""
    return party.id is None and party.name in _things()


@cache
def _things() -> frozenset[str]:
    """People who are targets (aid workers, journalists) are no things."""
    people = ("journalists", "aid workers", "pedestrians", "crowd", "gathering", "march")
    return target_names().difference(people)


def country_of(party: Party) -> str | None:
    """The country of a party by its id: of its row, or the one that it is made with (SY-army)."""
    if party.id is None:
        return None
    row = named().get(party.id)
    code, dash, _ = party.id.partition("-")
    made = code if dash and len(code) == 2 and code.isupper() else None
    return row.country if row is not None else made


def kind_of(party: Party) -> str:
    """The kind of a party as inter.tsv has it."""
    if party.kind == "civilians" and party.name.split(" ")[-1] == "settlers":
        return "settlers"
    return party.kind


def acting(incident: Incident) -> Pick | None:
    """Who acts: the first that has a name, else the first."""
    return _first(incident.by)


def struck(incident: Incident) -> Pick | None:
    """Who is acted on, else whom the figures tell hurt.

    People hurt who bear arms, and nobody else, say whose the car or the house is.
    """
    told = _first(incident.to)
    accounts = [a for a in hurt(incident, *_HIT) if a.whom.side != "by"]
    if told is None or (accounts and _says_less(told, accounts)):
        return _people(incident, accounts)
    return told


def _says_less(told: Pick, accounts: list[Account]) -> bool:
    """Whether the people hurt tell more than the words: whose a car is, who some people are."""
    if told.party is not None and told.kind == "unknown" and not is_latin(told.party.name):
        return True
    armed = all(a.whom.cls in ("security", "militant") and not a.assumed for a in accounts)
    return told.thing and told.kind in CIVIL and armed


def _first(parties: tuple[Party, ...]) -> Pick | None:
    picks = [Pick(kind_of(party), party, is_thing(party)) for party in parties]
    for is_good in (_has_name, _is_people):
        found = next((pick for pick in picks if is_good(pick)), None)
        if found is not None:
            return found
    return picks[0] if picks else None


def _has_name(pick: Pick) -> bool:
    return pick.party is not None and not pick.thing and is_named(pick.party)


def _is_people(pick: Pick) -> bool:
    return not pick.thing


def _people(incident: Incident, accounts: list[Account]) -> Pick | None:
    """Whom the figures tell hurt, civilians first, and what words tell before what is likely.

    Soldiers hurt where soldiers act may be their own: who fought them is open.
    """
    known = [account for account in accounts if account.whom.cls in dict(_PEOPLE)]
    certain = [account for account in known if not account.assumed] or known
    classes = {account.whom.cls for account in certain}
    kind = next((kind for cls, kind in _PEOPLE if cls in classes), None)
    if kind == "state_forces" and any(party.kind == kind for party in incident.by):
        kind = "unknown"
    return Pick(kind) if kind is not None else None


def hurt(incident: Incident, *slots: str) -> list[Account]:
    """The accounts of some slots that tell of somebody."""
    return [
        account
        for account in incident.accounts
        if account.slot in slots and account.high != 0 and account.standing != "rejected"
    ]


def names(parties: Iterable[Party]) -> list[str]:
    """The names of parties once each, of those that have one."""
    return list(dict.fromkeys(p.name for p in parties if is_named(p) and not is_thing(p)))
