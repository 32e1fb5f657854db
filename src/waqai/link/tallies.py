"""Tallies: what one voice in one report says in all of some people, and the parts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from waqai.lexicon.table import read_table
from waqai.link.accounts import bound, voice
from waqai.link.moments import order
from waqai.link.within import BREATH, wholly, without_armed
from waqai.model.incident import Account, People
from waqai.text.fold import fold_key

Places = tuple[int, ...]
_ARMED: Final = frozenset(("security", "militant"))
# What joins people to those before them, and tells that one is none of them.
_AND: Final = "و"
_ANOTHER: Final = frozenset(("اخر", "اخري"))


class Tally(NamedTuple):
    """A voice's total in a report: at least `low`, at most `high` (None: open).

    `whole` are the places of the accounts that it rests on, `parts` of those that it takes in.
    `some`: it tells of one person, or of people of one age or sex alone.
    """

    report: str
    voice: str
    kind: str
    told: str | None
    low: int
    high: int | None
    whole: Places
    parts: Places
    loose: bool
    main: bool
    some: bool = False

    @property
    def top(self) -> int:
        """The highest figure told."""
        return self.low if self.high is None else self.high


class Group(NamedTuple):
    """Classes of people that a view counts; `loose` ones may take in the others."""

    classes: frozenset[str]
    loose: frozenset[str]


@cache
def groups() -> dict[str, Group]:
    """Classes by the people of a view."""
    rows = read_table("waqai.link", "people.tsv", ("people", "classes", "loose"))
    return {
        row.cells[0]: Group(frozenset(row.variants(1)), frozenset(row.variants(2))) for row in rows
    }


@cache
def _loose(people: People) -> frozenset[str]:
    return groups()["all" if people in ("by", "to") else people].loose


def counts(account: Account, people: People) -> bool:
    """Whether a view of `people` counts those of the account."""
    if people in ("by", "to"):
        return account.whom.side == people
    return role(account, people) in groups()[people].classes


def role(account: Account, people: People) -> str:
    """The class of people as a view takes it: civilians are counted with those of whom no word
    tells the role, however likely it is that they were armed.
    """
    cls = account.whom.cls
    untold = people == "civilians" and account.assumed and cls != "civilian"
    return "unknown" if untold else cls


def tallies(accounts: Sequence[Account], slot: str, people: People) -> list[Tally]:
    """The tallies of a slot, in the order of the accounts."""
    counted = [n for n, a in enumerate(accounts) if a.slot == slot and counts(a, people)]
    if not counted:
        return []
    found: dict[tuple[str, str], list[int]] = {}
    mixed = _mixed(accounts, slot)
    if people == "civilians":
        accounts = without_armed(accounts, slot)
    for n in counted:
        account = accounts[n]
        stands = account.standing not in ("rejected", "open")
        if stands and (n not in mixed or people != "civilians"):
            found.setdefault((account.report, voice(account)), []).append(n)
    told = _wholes([_tally(accounts, own, people, mixed) for own in found.values()])
    some = {(a.report, voice(a)) for a in accounts if a.slot == slot and _is_open(a, people)}
    return [tally for tally in told if tally.top or (tally.report, tally.voice) not in some]


class Tallied:
    """The tallies of accounts, each made once."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._accounts = accounts
        self._made: dict[tuple[str, People], list[Tally]] = {}

    def of(self, slot: str, people: People) -> list[Tally]:
        """The tallies of a slot and people."""
        made = self._made.get((slot, people))
        if made is None:
            made = self._made[slot, people] = tallies(self._accounts, slot, people)
        return made


def _is_open(account: Account, people: People) -> bool:
    """Whether it tells of some of the people, not of how many: nobody, then, is of elsewhere."""
    return account.standing == "open" and counts(account, people)


def _mixed(accounts: Sequence[Account], slot: str) -> set[int]:
    """Places of totals whose people are mixed: 5 dead, of whom 4 soldiers and a
    civilian are told, by whomever, or 10, of whom their report tells 5 soldiers and 5 gunmen.
    """
    own = [(n, a) for n, a in enumerate(accounts) if a.slot == slot and a.low]
    armed: dict[str, dict[str, int]] = {}
    some: dict[str, set[int]] = {}
    for _, account in own:
        report, cls, low = account.report, account.whom.cls, account.low or 0
        if cls in _ARMED and not account.assumed:
            most = armed.setdefault(report, {})
            most[cls] = max(most.get(cls, 0), low)
        elif cls == "civilian":
            some.setdefault(report, set()).add(low)
    whole = {report: sum(most.values()) for report, most in armed.items()}
    sums = {low + rest for report, low in whole.items() for rest in some.get(report, ())}
    return {
        n
        for n, account in own
        if (account.low in sums and _is_of_no_role(account))
        or (account.low == whole.get(account.report) and account.whom.cls == "unknown")
    }


def _is_of_no_role(account: Account) -> bool:
    """Whether an account's words tell no role of its people."""
    said = fold_key(account.who).split() if account.who else []
    armed = account.whom.cls in _ARMED and not account.assumed
    return not armed and (not said or said[0] in _persons())


@cache
def _persons() -> frozenset[str]:
    """Words for people of no stated role."""
    rows = read_table("waqai.link", "persons.tsv", ("words",), ("words",))
    return frozenset(word for row in rows for word in row.variants(0))


def _wholes(told: list[Tally]) -> list[Tally]:
    """The tallies without those that can only be parts of a greater one of their report.

    One person, or children and women alone, whoever tells of them, are among those of the report.
    """
    greatest: dict[str, Tally] = {}
    for tally in told:
        if tally.report not in greatest or tally.top > greatest[tally.report].top:
            greatest[tally.report] = tally
    parts: dict[str, Places] = {}
    kept = []
    for tally in told:
        if 0 < tally.top < greatest[tally.report].top and tally.some:
            parts[tally.report] = (*parts.get(tally.report, ()), *tally.whole, *tally.parts)
        else:
            kept.append(tally)
    return [
        t._replace(parts=(*t.parts, *parts.get(t.report, ()))) if t is greatest[t.report] else t
        for t in kept
    ]


def _is_some(told: Sequence[Account], top: int) -> bool:
    """Whether accounts tell of one person, or of people of one age or sex alone."""
    return top == 1 or all(a.whom.age == "child" or a.whom.sex == "f" for a in told)


def _tally(
    accounts: Sequence[Account], places: list[int], people: People, mixed: set[int]
) -> Tally:
    """The total of one voice: a total that takes in the rest, else the sum of what it counts."""
    loose = _loose(people)
    whole = tuple(places) if len(places) == 1 else _whole(accounts, places, people, mixed)
    low, high = _bounds(accounts, whole)
    first = accounts[whole[0]]
    parts = tuple(n for n in places if not any(_is_same(accounts[n], accounts[w]) for w in whole))
    is_loose = any(role(accounts[n], people) in loose for n in whole)
    is_main = any(accounts[n].salience == "main" for n in whole)
    is_some = _is_some([accounts[n] for n in whole], low if high is None else high)
    return Tally(first.report, voice(first), first.speaker_kind, _told(accounts, whole), low, high,
                 whole, parts, is_loose, is_main, is_some)  # fmt: skip


def _whole(
    accounts: Sequence[Account], places: list[int], people: People, mixed: set[int]
) -> Places:
    """The places of several accounts of one voice on which its total rests."""
    loose = _loose(people)
    positive = wholly(accounts, [n for n in places if bound(accounts[n])] or places)
    by_class: dict[str, list[int]] = {}
    for n in positive:
        cls = "mixed" if n in mixed else role(accounts[n], people)
        by_class.setdefault(cls, []).append(n)
    told = {cls: _of_class(accounts, members) for cls, members in by_class.items()}
    takers = [cls for cls in told if cls in loose]
    named = [n for cls in told if cls not in loose for n in told[cls]]
    whole = max((told[cls] for cls in takers), key=lambda w: _sum(accounts, w), default=())
    if _sum(accounts, whole) < _sum(accounts, named) or not whole:
        whole = tuple(named)
    joined = max(_chains(accounts, positive), key=lambda c: _sum(accounts, c), default=())
    if _sum(accounts, whole) < _sum(accounts, joined):
        whole = joined
    return whole


def _chains(accounts: Sequence[Account], places: Iterable[int]) -> Iterator[Places]:
    """Figures that one verb tells of people joined by و: أصيبت امرأة وخمسة رجال are six hurt."""
    behind: dict[int, Places] = {}
    for n in sorted(places, key=lambda n: accounts[n].span.end):
        before = [m for m in behind if _joins(accounts[m], accounts[n])]
        last = max(before, key=lambda m: accounts[m].span.end, default=None)
        behind[n] = (*behind[last], n) if last is not None else (n,)
    return (chain for chain in behind.values() if len(chain) > 1)


def _joins(one: Account, other: Account) -> bool:
    """Whether the words of a figure begin with those of one before it and join to them, or tell in
    one breath of another (طفل آخر).
    """
    if one.event != other.event:
        return False
    if one.span.start == other.span.start:
        return other.words.startswith(f"{one.words} {_AND}")
    told = fold_key(other.who).split() if other.who else []
    another = bool(told) and told[-1] in _ANOTHER
    return another and 0 < other.span.start - one.span.end <= BREATH


def _is_same(a: Account, b: Account) -> bool:
    """Whether two accounts of one voice are one figure told again."""
    return (a.low, a.high, a.whom) == (b.low, b.high, b.whom)


def _told(accounts: Sequence[Account], whole: Iterable[int]) -> str | None:
    """The latest of the tellings that it rests on."""
    times = [accounts[n].told for n in whole]
    return max((time for time in times if time), key=order, default=None)


def _of_class(accounts: Sequence[Account], places: list[int]) -> Places:
    """The greatest figure of a class where one is told of all of it, else its kinds together."""
    plain = [n for n in places if not accounts[n].whom.age and not accounts[n].whom.sex]
    kinds: dict[tuple[object, ...], int] = {}
    for n in places:
        if n not in plain:
            key = (accounts[n].whom.age, accounts[n].whom.sex)
            if key not in kinds or bound(accounts[n]) > bound(accounts[kinds[key]]):
                kinds[key] = n
    # What is only a most (3 بين قتيل وجريح) is no total where a figure is told.
    plain = [n for n in plain if accounts[n].low is not None] or plain
    top = max(plain, key=lambda n: bound(accounts[n]), default=None)
    whole = _with_twins(accounts, places, top) if top is not None else ()
    apart = tuple(n for kind in kinds.values() for n in _with_twins(accounts, places, kind))
    return apart if not whole or _sum(accounts, apart) > _sum(accounts, whole) else whole


def _with_twins(accounts: Sequence[Account], places: list[int], place: int) -> Places:
    """A figure and what one breath tells beside it of as many others (امرأة ... وامرأة أخرى).

    An event's record tells a figure of a voice again only where it is of other people.
    """
    one = accounts[place]
    return tuple(
        n
        for n in places
        if n == place
        or (
            _is_same(accounts[n], one)
            and accounts[n].event == one.event
            and abs(accounts[n].span.start - one.span.start) <= BREATH
        )
    )


def _sum(accounts: Sequence[Account], places: Iterable[int]) -> int:
    return sum(bound(accounts[n]) for n in places)


def _bounds(accounts: Sequence[Account], places: Iterable[int]) -> tuple[int, int | None]:
    own = [accounts[n] for n in places]
    highs = [account.high for account in own]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return sum(account.low or 0 for account in own), high
