"""Claimed: a group that claims a deed did it, as far as is told, where no words name a doer.

Who only denies it did not: نفت الحركة مسؤوليتها عن الهجوم.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.events.party import Party
from waqai.events.telling import Draft, Pick

# How sure a doer is who claims the deed: the share of claims that readers found right.
_SURE: Final = 0.8
# What no armed group does: who claims something beside it claims another deed.
_OF_AIR_FORCES: Final = "air_strike"


def take(drafts: Sequence[Draft]) -> None:
    """Make the armed group that claims a deed its doer where none is told."""
    for draft in drafts:
        draft.by = [pick for pick in draft.by if not _denies(draft, pick)]
        if draft.by or draft.type == _OF_AIR_FORCES:
            continue
        claims = [said.party for said in draft.stances if said.stance == "claims"]
        groups = [one for one in claims if one.kind == "armed_group" and not _is_struck(draft, one)]
        draft.by = [
            Pick(one.node, _SURE, ("side.by", "claims", one.node.rule), one) for one in groups[:1]
        ]


def _denies(draft: Draft, pick: Pick) -> bool:
    """Whether a doer is taken from the words that he did not do it, and nobody accuses him."""
    party = pick.party
    if party is None:
        return False
    told = [said for said in draft.stances if said.party.who == party.who]
    if any(said.stance != "denies" for said in told):
        return False
    return any(said.at <= party.first and party.last <= said.end for said in told)


def _is_struck(draft: Draft, party: Party) -> bool:
    """Whether the words take a party for whom the deed struck: what it claims is another one."""
    return any(pick.party is not None and pick.party.who == party.who for pick in draft.to)
