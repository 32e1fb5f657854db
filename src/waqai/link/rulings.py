"""Rulings: what the judgements in force say of the events that there are now.

A judgement holds events by anchor. One whose event a re-reading made anew is found by its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from waqai.link.groups import Bonds, Pair, pair
from waqai.link.tallies import groups
from waqai.model.codes import COUNT_SLOTS
from waqai.model.judgement import Anchor, Judgement


class Ruling(NamedTuple):
    """A judgement, the keys of the events that it is about, and of those it sets them against."""

    judgement: Judgement
    keys: tuple[str, ...]
    others: tuple[str, ...]


class Rulings:
    """All rulings in force, in the order of the judgements; never changed."""

    def __init__(self, all: tuple[Ruling, ...] = ()) -> None:
        self.all = all

    @cached_property
    def bonds(self) -> Bonds:
        """Pairs judged the same and apart; of two decisions on a pair the later holds."""
        decided: dict[Pair, bool] = {}
        for ruling in self.all:
            decided.update(_pairs(ruling))
        same = frozenset(p for p, is_same in decided.items() if is_same)
        return Bonds(same, frozenset(decided) - same)

    @cached_property
    def rejected_events(self) -> frozenset[str]:
        """Events that are none."""
        found: set[str] = set()
        for ruling in self.all:
            if ruling.judgement.slot is None:
                if ruling.judgement.verdict == "reject":
                    found.update(ruling.keys)
                elif ruling.judgement.verdict == "accept":
                    found.difference_update(ruling.keys)
        return frozenset(found)

    @cached_property
    def rejected_claims(self) -> Mapping[tuple[str, str, int | None], bool]:
        """Whether a figure is not so, by event, slot and figure (None: every other of the slot);
        of two decisions the later holds.
        """
        found: dict[tuple[str, str, int | None], bool] = {}
        for ruling in self.all:
            verdict, slot = ruling.judgement.verdict, ruling.judgement.slot
            low = ruling.judgement.low
            if slot is None or slot not in COUNT_SLOTS or verdict not in ("reject", "accept"):
                continue
            about = {(key, slot) for key in ruling.keys} if low is None else set()
            found = {one: is_out for one, is_out in found.items() if one[:2] not in about}
            found.update({(key, slot, low): verdict == "reject" for key in ruling.keys})
        return found

    def of(self, keys: Iterable[str]) -> list[Ruling]:
        """The rulings that are about any of some events."""
        places = {place for key in keys for place in self._places.get(key, ())}
        return [self.all[place] for place in sorted(places)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places in `all` of the rulings about each event."""
        found: dict[str, list[int]] = {}
        for place, ruling in enumerate(self.all):
            for key in (*ruling.keys, *ruling.others):
                found.setdefault(key, []).append(place)
        return found


def in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that no other in force has undone; undoing an undoing brings one back."""
    gone: set[str] = set()
    kept = []
    for judgement in reversed(judgements):
        if judgement.id in gone:
            continue
        if judgement.verdict == "undo":
            gone.add(judgement.undoes or "")
        else:
            kept.append(judgement)
    return kept[::-1]


def rulings(judgements: Sequence[Judgement], events: Mapping[str, Sequence[Anchor]]) -> Rulings:
    """The rulings on `events`: by report, every event that there is now, as an anchor."""
    found = []
    for judgement in in_force(judgements):
        keys = _found(judgement.events, events)
        if keys:
            found.append(Ruling(judgement, keys, _found(judgement.others, events)))
    return Rulings(tuple(found))


def _found(anchors: Iterable[Anchor], events: Mapping[str, Sequence[Anchor]]) -> tuple[str, ...]:
    keys = (resolve(anchor, events.get(anchor.report, ())) for anchor in anchors)
    return tuple(sorted({key for key in keys if key is not None}))


def resolve(anchor: Anchor, events: Sequence[Anchor]) -> str | None:
    """The event that an anchor means among those of its report now; None where it is gone."""
    best: tuple[int, str] | None = None
    for event in events:
        if event.event == anchor.event:
            return event.event
        rank = (-_shared(anchor, event), event.event)
        if rank[0] < 0 and (best is None or rank < best):
            best = rank
    return best[1] if best else None


def _shared(anchor: Anchor, event: Anchor) -> int:
    """Words in common of two passages of one report, at least half of the shorter's; else 0."""
    ours, theirs = set(anchor.words.split()), set(event.words.split())
    shared = len(ours & theirs)
    return shared if 2 * shared >= max(1, min(len(ours), len(theirs))) else 0


def _pairs(ruling: Ruling) -> dict[Pair, bool]:
    keys = ruling.keys
    if ruling.judgement.verdict == "merge":
        return {pair(a, b): True for n, a in enumerate(keys) for b in keys[n + 1 :]}
    if ruling.judgement.verdict == "split":
        return {pair(a, b): False for a in keys for b in ruling.others if a != b}
    return {}


def people_of(judgement: Judgement) -> str:
    """The people whose figure a judgement sets: a code of people.tsv, `by` or `to`."""
    known = (*groups(), "by", "to")
    return judgement.value if judgement.value in known else "all"
