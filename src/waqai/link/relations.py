"""How accounts stand to each other: an update, a correction, a contradiction, a part of a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from waqai.lexicon.table import read_table
from waqai.link.accounts import bound
from waqai.link.comparable import Figure, are_comparable
from waqai.link.face import Faces
from waqai.link.moments import is_before, order
from waqai.link.tallies import Tallied, Tally
from waqai.model.codes import COUNT_SLOTS, CountSlot
from waqai.model.incident import Account, People, Relation, RelationKind

# The people whose accounts are set against each other, the narrower first.
_COMPARED: Final[tuple[People, ...]] = ("civilians", "security", "militants", "protesters", "all")
# Times, or people more, up to which what is told in passing brings a toll up to date.
_TIMES: Final = 3
_MORE: Final = 4
# Times up to which a rounded figure is the other; and two of one day differ without a word of it.
_ABOUT: Final = 1.12
_NEAR: Final = 1.3
# What words about a toll say that rises.
_RISING: Final = frozenset(("risen", "days"))


class Found(NamedTuple):
    """Relations, and the places of the accounts that later ones replace, and that are parts.

    `outgrown` are lesser figures of a day on which nobody can say which came later; `heirs` replace
    what a report tells that is mainly about the incident.
    """

    relations: tuple[Relation, ...]
    superseded: frozenset[int]
    outgrown: frozenset[int]
    parts: frozenset[int]
    heirs: frozenset[int]


def relate(accounts: Sequence[Account], faces: Faces, tallied: Tallied) -> Found:
    """Everything to be said of the accounts of one incident; `faces` are those of its events."""
    found: list[Relation] = []
    seen: set[tuple[int, int]] = set()
    told = {account.slot for account in accounts}
    for slot in (slot for slot in COUNT_SLOTS if slot in told):
        for people in _COMPARED:
            for relation in _of(accounts, slot, people, faces, tallied):
                if (relation.first, relation.second) not in seen:
                    seen.add((relation.first, relation.second))
                    found.append(relation)
    later = [r for r in found if r.kind in ("update", "correction")]
    parts = {r.second for r in found if r.kind == "part"}
    sure = {r.first for r in later if _is_known_later(accounts[r.first], accounts[r.second])}
    return Found(
        tuple(found),
        frozenset(sure),
        frozenset(r.first for r in later if r.first not in sure),
        frozenset(parts),
        frozenset(_heirs(accounts, later)),
    )


def _is_known_later(old: Account, new: Account) -> bool:
    """Whether the second was told later, by its clock or by words about the first."""
    return is_before(old.told, new.told) or "earlier" in old.scope


def _heirs(accounts: Sequence[Account], later: Sequence[Relation]) -> set[int]:
    """The later accounts of what a report tells that is mainly about it, and their later ones."""
    heirs: set[int] = set()
    for relation in sorted(later, key=lambda r: order(accounts[r.second].told)):
        if accounts[relation.first].salience == "main" or relation.first in heirs:
            heirs.add(relation.second)
    return heirs


def _of(
    accounts: Sequence[Account], slot: CountSlot, people: People, faces: Faces, tallied: Tallied
) -> Iterator[Relation]:
    told = tallied.of(slot, people)
    if people == "all":
        told = [tally for tally in told if tally.loose]
    for tally in told:
        for part in tally.parts:
            if _is_part(accounts[part], tally):
                why = _part(accounts, tally, part)
                yield Relation("part", slot, people, tally.whole[0], part, why)
    standing: list[Tally] = []
    for new in sorted(told, key=lambda tally: order(tally.told)):
        for old in tuple(standing):
            relation = _pair(accounts, old, new, people, faces)
            if relation is None:
                continue
            first, second = relation.first.whole[0], relation.second.whole[0]
            yield Relation(relation.kind, slot, people, first, second, relation.why)
            if relation.kind == "contradiction":
                continue
            if relation.first is new:
                break
            standing.remove(old)
        else:
            standing.append(new)


def _is_part(account: Account, tally: Tally) -> bool:
    """Whether the words tell that an account is of some of those that a greater figure tells."""
    return "part" in account.scope and bound(account) < tally.top


def _part(accounts: Sequence[Account], tally: Tally, part: int) -> str:
    return f"one voice in one report: {figure(tally)} in all, {accounts[part].words!r} among them"


class _Pair(NamedTuple):
    """A relation of two tallies."""

    kind: RelationKind
    first: Tally
    second: Tally
    why: str


def _pair(
    accounts: Sequence[Account], old: Tally, new: Tally, people: People, faces: Faces
) -> _Pair | None:
    """What a tally is to one that was not told later; None where they agree, or can be of other
    people.
    """
    same = old.voice == new.voice
    is_later = is_before(old.told, new.told)
    if _agree(old, new) or _is_about(accounts, old, new):
        if not (same and is_later and new.low > old.low):
            return None
        why = f"the same speaker, later and more precise: {figure(old)}, then {figure(new)}"
        return _Pair("update", old, new, why)
    less, more = (old, new) if old.top < new.low else (new, old)
    earlier = "earlier" in accounts[less.whole[0]].scope
    one, other = (Figure(accounts[t.whole[0]], t.low or t.top) for t in (old, new))
    recalled = earlier and one.account.event == other.account.event
    if not recalled and not are_comparable(one, other, people, faces):
        return None
    if earlier:
        why = f"told as an earlier toll: {figure(less)}, then {figure(more)}"
        return _Pair("update", less, more, why)
    if _has_risen(accounts, less, more):
        why = f"told on one day, of which a toll mostly rises: {figure(less)}, then {figure(more)}"
        return _Pair("update", less, more, why)
    counted = same or {old.kind, new.kind} <= counting()
    if new.low > old.top and is_later and counted and _can_grow(old, new):
        who = "the same speaker" if same else "another speaker"
        why = f"{who}, later and higher: {figure(old)}, then {figure(new)}"
        return _Pair("update", old, new, why)
    if same and is_later and _can_grow(old, new):
        return _Pair("correction", old, new, f"the same speaker, later and lower: {figure(new)}")
    return _Pair(
        "contradiction", old, new, f"{figure(old)} against {figure(new)}, {_when(old, new)}"
    )


def _is_about(accounts: Sequence[Account], one: Tally, other: Tally) -> bool:
    """Whether a rounded figure is the other one (نحو 300 and 271)."""
    rounded = any(accounts[t.whole[0]].hedge == "about" for t in (one, other))
    less, more = sorted((one.low, other.low))
    return rounded and more <= _ABOUT * less


def _has_risen(accounts: Sequence[Account], less: Tally, more: Tally) -> bool:
    """Whether of two figures that reports of one day are mainly about the greater came later: words
    tell so (ارتفعت الحصيلة، منذ فجر اليوم), none but the reports speak, or they are far apart.
    """
    if not (less.main and more.main) or not _on_one_day(less.told, more.told):
        return False
    told = [accounts[tally.whole[0]] for tally in (less, more)]
    if any(not _RISING.isdisjoint(account.scope) for account in told):
        return True
    own = all(account.speaker_kind == "own_voice" for account in told)
    return own or more.low > _NEAR * less.top


def _on_one_day(a: str | None, b: str | None) -> bool:
    """Whether both are told on one day, and no clock says which first."""
    return a is not None and b is not None and a[:10] == b[:10] and 10 in (len(a), len(b))


def _when(old: Tally, new: Tally) -> str:
    """When tallies were told that contradict each other."""
    if old.told == new.told:
        return "told at the same time"
    if not is_before(old.told, new.told):
        return "the order of the two is not known"
    if not _can_grow(old, new):
        return "later, in passing, and far more"
    return "later, yet lower" if new.low < old.low else "later, by who does not count the toll"


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
