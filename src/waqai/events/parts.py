"""Parts: the kind that people have by the part they take in an event (parts.tsv).

Those who hold a protest are protesters whatever their noun is (طلاب الكلية), one who is tried or
taken is a person, people who are attacked are civilians, and gunmen who hold ground an armed group.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple, cast

from waqai.events.party import Party
from waqai.lexicon.table import read_table
from waqai.model.codes import ActorKind, EventType

# How the names of those who oppose a government end, who bear arms where there is war.
_OPPOSITION: Final = "opposition"
# How tribes are called, who bear arms where they fight.
_TRIBE: Final = "tribe"
_TRIBES: Final = ("قبيل", "قباءل", "عشير", "عشاءر")
_ALL: Final = "-"
# People at the most who are told of one by one.
_FEW: Final = 2


class Part(NamedTuple):
    """A row: in which events and roles, which kinds give way, of how many, to which kind."""

    types: frozenset[str]
    roles: frozenset[str]
    kinds: frozenset[str]
    how: str
    kind: ActorKind
    sorts: frozenset[str]


@cache
def parts() -> tuple[Part, ...]:
    """The rows, the first that holds first."""
    rows = read_table(
        "waqai.events", "parts.tsv", ("types", "roles", "kinds", "how", "kind", "sorts")
    )
    return tuple(
        Part(
            frozenset(row.variants(0)),
            frozenset(row.variants(1)),
            frozenset(row.variants(2)),
            row.cells[3],
            cast(ActorKind, row.cells[4]),
            frozenset(row.variants(5)),
        )
        for row in rows
    )


def kind_in(event: EventType, role: str, party: Party) -> ActorKind:
    """The kind of a party as a side of an event."""
    opposed = party.kind == "political" and party.name.endswith(_OPPOSITION)
    if party.id is not None and not opposed:
        return party.kind
    was = _OPPOSITION if opposed else _TRIBE if _is_tribe(party) else party.kind
    for part in parts():
        if event in part.types and role in part.roles and was in part.kinds:
            sort = _ALL in part.sorts or party.sort in part.sorts
            if sort and part.how in ("any", _number(party)):
                return part.kind
    return party.kind


def _is_tribe(party: Party) -> bool:
    """Whether a party is a tribe that no table holds: قبيلة الشولان."""
    return party.sort == "actor" and party.kind == "civilians" and party.key.startswith(_TRIBES)


def _number(party: Party) -> str:
    """Whether a party is one or two people or many; a body that nobody counts is many."""
    if party.node.kind != "count":
        return "many"
    high = party.node.value.high
    return "one" if high is not None and high <= _FEW else "many"
