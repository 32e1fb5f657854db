"""Phrases: the noun phrases of a sentence that name parties, with what stands before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mypy_extensions import mypyc_attr

from waqai.events.party import Party
from waqai.events.words import joins, preposition

if TYPE_CHECKING:
    from waqai.events.scene import Scene


@mypyc_attr(acyclic=True)
class Phrase:
    """Tokens [first, last) with the parties named in them, the outermost first.

    `prep` governs it ("" none); `joined`: it is tied by و to a phrase right before it.
    """

    __slots__ = ("first", "joined", "last", "parties", "prep")

    def __init__(
        self, first: int, last: int, parties: Sequence[Party], prep: str, joined: bool
    ) -> None:
        self.first = first
        self.last = last
        self.parties = parties
        self.prep = prep
        self.joined = joined


def phrases(scene: Scene, number: int) -> list[Phrase]:
    """The phrases of a sentence in text order: parties that overlap are one phrase."""
    groups: list[list[Party]] = []
    end = -1
    for party in scene.parties_in.get(number, ()):
        if party.first < end:
            groups[-1].append(party)
        else:
            groups.append([party])
        end = max(end, party.last)
    found: list[Phrase] = []
    for group in groups:
        first = min(_start(party) for party in group)
        last = max(party.last for party in group)
        skip = group[0].node.skip if first < group[0].first else group[0].skip
        prep = preposition(scene.keys, first, skip)
        joined = bool(found) and first - found[-1].last <= 2 and joins(scene.keys, first, skip)
        found.append(Phrase(first, last, group, prep, joined))
    return found


def _start(party: Party) -> int:
    """Where the naming begins, its figure included (3 جنود)."""
    return min(party.first, party.node.i)
