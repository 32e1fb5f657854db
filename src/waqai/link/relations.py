"""How accounts stand to each other: an update, a correction, a contradiction, a part of a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from waqai.lexicon.table import read_table
from waqai.link.moments import is_before, order
from waqai.link.tallies import Tally, tallies
from waqai.model.codes import COUNT_SLOTS, CountSlot
from waqai.model.incident import Account, People, Relation, RelationKind

# The people whose accounts are set against each other, the narrower first.
_COMPARED: Final[tuple[People, ...]] = ("civilians", "security", "militants", "protesters", "all")
# Times, or people more, up to which what is told in passing brings a toll up to date.
_TIMES, _MORE = 3, 4


class Found(NamedTuple):
    """Relations, and the places of the accounts that later ones replace, and that are parts.

    `heirs` replace what a report tells that is mainly about the incident.
    """

    relations: tuple[Relation, ...]
    superseded: frozenset[int]
    parts: frozenset[int]
    heirs: frozenset[int]


def relate(accounts: Sequence[Account]) -> Found:
    """Everything to be said of the accounts of one incident."""
    found: list[Relation] = []
    seen: set[tuple[int, int]] = set()
    for slot in COUNT_SLOTS:
        for people in _COMPARED:
            for relation in _of(accounts, slot, people):
                if (relation.first, relation.second) not in seen:
                    seen.add((relation.first, relation.second))
                    found.append(relation)
    later = [r for r in found if r.kind in ("update", "correction")]
    parts = {r.second for r in found if r.kind == "part"}
    return Found(
        tuple(found),
        frozenset(r.first for r in later),
        frozenset(parts),
        frozenset(_heirs(accounts, later)),
    )


def _heirs(accounts: Sequence[Account], later: Sequence[Relation]) -> set[int]:
    """The later accounts of what a report tells that is mainly about it, and their later ones."""
    heirs: set[int] = set()
    for relation in sorted(later, key=lambda r: order(accounts[r.second].told)):
        if accounts[relation.first].salience == "main" or relation.first in heirs:
            heirs.add(relation.second)
    return heirs


def _of(accounts: Sequence[Account], slot: CountSlot, people: People) -> Iterator[Relation]:
    told = tallies(accounts, slot, people)
    if people == "all":
        told = [tally for tally in told if tally.loose]
    for tally in told:
        for part in tally.parts:
            yield Relation("part", slot, people, tally.whole[0], part, _part(accounts, tally, part))
    standing: list[Tally] = []
    for new in sorted(told, key=lambda tally: order(tally.told)):
        for old in tuple(standing):
            relation = _pair(old, new)
            if relation is None:
                continue
            kind, why = relation
            if kind != "contradiction":
                standing.remove(old)
            yield Relation(kind, slot, people, old.whole[0], new.whole[0], why)
        standing.append(new)


def _part(accounts: Sequence[Account], tally: Tally, part: int) -> str:
    return f"one voice in one report: {figure(tally)} in all, {accounts[part].words!r} among them"


def _pair(old: Tally, new: Tally) -> tuple[RelationKind, str] | None:
    """What a tally is to one that was not told later; None where they agree."""
    same = old.voice == new.voice
    is_later = is_before(old.told, new.told)
    if _agree(old, new):
        grown = same and is_later and new.low > old.low
        why = f"the same speaker, later and more precise: {figure(old)}, then {figure(new)}"
        return ("update", why) if grown else None
    counted = same or {old.kind, new.kind} <= counting()
    if new.low > old.top and is_later and counted and _can_grow(old, new):
        who = "the same speaker" if same else "another speaker"
        return "update", f"{who}, later and higher: {figure(old)}, then {figure(new)}"
    if same and is_later and _can_grow(old, new):
        return "correction", f"the same speaker, later and lower: {figure(new)}"
    when = "the order of the two is not known"
    if is_later:
        when = "later, yet lower" if new.low < old.low else "later, by who does not count the toll"
    if is_later and not _can_grow(old, new):
        when = "later, in passing, and far more"
    if old.told == new.told:
        when = "told at the same time"
    return "contradiction", f"{figure(old)} against {figure(new)}, {when}"


def _can_grow(old: Tally, new: Tally) -> bool:
    """Whether a toll can have grown to another; told in passing, far more is of others too."""
    return new.main or new.low <= max(_TIMES * old.top, old.top + _MORE)


@cache
def counting() -> frozenset[str]:
    """Kinds of speakers who count a toll as it rises."""
    rows = read_table("waqai.link", "speakers.tsv", ("kind", "counts"))
    return frozenset(row.cells[0] for row in rows if row.cells[1] == "yes")


def _agree(one: Tally, other: Tally) -> bool:
    """Whether one figure can be what both say."""
    return (other.high is None or one.low <= other.high) and (
        one.high is None or other.low <= one.high
    )


def figure(tally: Tally) -> str:
    """`3`, `at least 30`, `3 to 5`."""
    if tally.high is None:
        return f"at least {tally.low}"
    return str(tally.low) if tally.low == tally.high else f"{tally.low} to {tally.high}"
