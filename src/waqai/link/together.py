"""Together: figures of one report that are parts of one total, though no voice gives it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from waqai.link.accounts import of_event
from waqai.link.tallies import Tally, tallies
from waqai.model.codes import CountSlot
from waqai.model.event import Event
from waqai.model.incident import Account
from waqai.model.report import Report

# Classes that nobody takes for each other: who counts soldiers counts no protesters. A dead
# militant of the army is a dead civilian of the village.
_APART: Final = (frozenset(("security",)), frozenset(("protester", "civilian")))

_Made = dict[str, int]
# At least and at most so many; None where that is left open.
Bounds = tuple[int | None, int | None]


def bounds(report: Report, event: Event, slot: CountSlot) -> Bounds:
    """What one report tells in all of an event's people: its voices' totals, the least and the
    greatest; no most where the greatest is left open.
    """
    accounts = of_event(report, event, {})
    told = together(tallies(accounts, slot, "all"), accounts)
    if not told:
        return None, None
    firm = [tally for tally in told if tally.low or not tally.high]
    greatest = max(told, key=lambda tally: (tally.top, tally.high is None))
    return min((tally.low for tally in firm), default=None), greatest.high


def together(told: Sequence[Tally], accounts: Sequence[Account]) -> list[Tally]:
    """The tallies of all people, in each report those that are but part of another's left out
    (2 gunmen in the title, 2 gunmen and a soldier in the statement), and two of people who cannot
    be the same made one (23 protesters, say activists; 9 policemen, say the police).
    """
    found: list[Tally] = []
    for _, own in groupby(sorted(told, key=lambda t: t.report), key=lambda t: t.report):
        found += _of_report(list(own), accounts)
    return found


def _of_report(own: list[Tally], accounts: Sequence[Account]) -> list[Tally]:
    made = [(tally, _classes(tally, accounts)) for tally in own]
    kept = [
        (tally, classes)
        for tally, classes in made
        if not any(_is_part(classes, other) for _, other in made)
    ]
    some = [_greatest(kept, apart) for apart in _APART]
    apart = all(_is_one_of(classes) and not tally.some for tally, classes in kept)
    if apart and all(some):
        return [_sum([tally for tally in some if tally is not None])]
    return [tally for tally, _ in kept]


def _classes(tally: Tally, accounts: Sequence[Account]) -> _Made:
    """How many of each class it counts."""
    found: _Made = {}
    for n in tally.whole:
        account = accounts[n]
        told = account.high if account.high is not None else account.low
        found[account.whom.cls] = found.get(account.whom.cls, 0) + (told or 0)
    return found


def _is_part(classes: _Made, other: _Made) -> bool:
    """Whether figures are all among others that tell of further classes too."""
    return len(classes) < len(other) and classes.items() <= other.items()


def _is_one_of(classes: _Made) -> bool:
    """Whether people of one of the parted classes alone are counted, and some."""
    return any(apart.issuperset(classes) for apart in _APART) and any(classes.values())


def _greatest(kept: Sequence[tuple[Tally, _Made]], apart: frozenset[str]) -> Tally | None:
    """The greatest figure of some classes."""
    own = [tally for tally, classes in kept if apart.issuperset(classes)]
    return max(own, key=lambda tally: tally.top, default=None)


def _sum(parts: Sequence[Tally]) -> Tally:
    """The total of tallies of other people, as their report tells it."""
    tops = [tally.high for tally in parts]
    return parts[0]._replace(
        voice="",
        kind="own_voice",
        low=sum(tally.low for tally in parts),
        high=None if None in tops else sum(top or 0 for top in tops),
        whole=tuple(sorted(n for tally in parts for n in tally.whole)),
        parts=tuple(sorted({n for tally in parts for n in tally.parts})),
        main=any(tally.main for tally in parts),
        some=False,
    )
