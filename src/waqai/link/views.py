"""Views: figures computed from the accounts by the policies of policies.tsv."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple, cast

from waqai.lexicon.table import read_table
from waqai.link.moments import order
from waqai.link.relations import Found
from waqai.link.tallies import Tallied, Tally, counts
from waqai.link.together import together
from waqai.model.codes import COUNT_SLOTS, CountSlot
from waqai.model.incident import Account, People, Policy, View

# Two figures are near each other up to so many times, or so many people apart.
_TIMES: Final = 1.5
_APART: Final = 2
# Of so many people or more one is but some, whoever tells of that one.
_MANY: Final = 9
_PEOPLE: Final[tuple[People, ...]] = (
    "all", "civilians", "security", "militants", "protesters", "by", "to",
)  # fmt: skip


class Rule(NamedTuple):
    """A policy: whose accounts, of which standing, whether those near the best alone, and what of
    them.
    """

    speakers: frozenset[str]
    ever: bool
    near: bool
    low: str
    best: str
    high: str


class Support(NamedTuple):
    """How figures are supported: the sources of reports, and the places of outgrown accounts."""

    sources: Mapping[str, int]
    outgrown: frozenset[int]


@cache
def policies() -> dict[Policy, Rule]:
    """The named policies, in the order in which they are shown."""
    columns = ("policy", "speakers", "standing", "reach", "low", "best", "high")
    rows = read_table("waqai.link", "policies.tsv", columns)
    return {
        cast(Policy, row.cells[0]): Rule(
            frozenset(row.variants(1)),
            row.cells[2] == "ever",
            row.cells[3] == "near",
            *row.cells[4:],
        )
        for row in rows
    }


def views(
    accounts: Sequence[Account], found: Found, sources: Mapping[str, int], tallied: Tallied
) -> list[View]:
    """Every view of every slot and people that anything is told of."""
    made = []
    slots = {account.slot for account in accounts}
    for slot in (slot for slot in COUNT_SLOTS if slot in slots):
        for people in _told_of(accounts, slot):
            told = tallied.of(slot, people)
            whole = together(told, accounts) if people == "all" else told
            for policy, rule in policies().items():
                own = told if rule.speakers else whole
                made.append(_view(own, found, sources, policy, slot, people))
    return made


def _told_of(accounts: Sequence[Account], slot: CountSlot) -> Iterator[People]:
    """All, and each part of the people of whom something is told."""
    own = [account for account in accounts if account.slot == slot]
    for people in _PEOPLE:
        counted = [account for account in own if counts(account, people)]
        if counted and (people in ("all", "civilians") or len(counted) < len(own)):
            yield people


def _view(
    every: Sequence[Tally],
    found: Found,
    sources: Mapping[str, int],
    policy: Policy,
    slot: CountSlot,
    people: People,
) -> View:
    """One view; its figures are None where no account counts."""
    rule = policies()[policy]
    told = [
        tally
        for tally in every
        if (rule.ever or not found.superseded.intersection(tally.whole))
        and (not rule.speakers or tally.kind in rule.speakers)
    ]
    if not rule.ever:
        told = [t for t in told if t.main or found.heirs.intersection(t.whole)] or told
    support = Support(sources, found.outgrown)
    if rule.near and told:
        told = _near(told, _supported(_several(_firm(told)), support))
    low, best, high = (_figure(told, support, w) for w in (rule.low, rule.best, rule.high))
    rests = sorted({n for tally in told for n in tally.whole})
    more = bool(rule.high) and any(tally.high is None and tally.low == high for tally in told)
    return View(policy, slot, people, low, best, high, tuple(rests), open=more)


def _figure(told: list[Tally], support: Support, which: str) -> int | None:
    if not told or not which:
        return None
    if which == "highest":
        return max(tally.top for tally in told)
    firm = _firm(told)
    if which == "lowest":
        return min(tally.low for tally in firm)
    if which == "latest":
        return max(firm, key=lambda t: (_latest(t), -t.low)).low
    return _supported(_several(firm), support)


def _firm(told: list[Tally]) -> list[Tally]:
    """Tallies of so many; who tells how many at most (30 killed and wounded) says not that it may
    be nobody.
    """
    return [tally for tally in told if tally.low or not tally.high] or told


def _several(told: list[Tally]) -> list[Tally]:
    """Tallies of so many people without those of but one, where another tells of several."""
    several = [tally for tally in told if not (tally.some and tally.top == 1)]
    return several if any(tally.main and tally.top > _MANY for tally in several) else told


def _near(told: list[Tally], best: int) -> list[Tally]:
    """The tallies that can be of the same people as the best supported figure.

    What is far from it (a toll since the year began, the dead of one house) is mostly of other
    people, and nobody is far from somebody. Children or women alone, and one person, are some of
    those of a higher figure.
    """
    firm = [tally for tally in _firm(told) if not (tally.some and 0 < tally.top < best)]
    return [
        tally
        for tally in firm
        if bool(tally.top) == bool(best)
        and tally.low <= max(_TIMES * best, best + _APART)
        and best <= max(_TIMES * tally.top, tally.top + _APART)
    ]


def _latest(tally: Tally) -> tuple[str, str]:
    """When it was told; what nobody dates is no news."""
    return order(tally.told) if tally.told else ("", "")


def _supported(told: list[Tally], support: Support) -> int:
    """The figure that most independent sources give, then somebody, what a report is mainly
    about, the latest, what nothing outgrew on its day, that of a report's own voice, which sums
    up what its speakers tell, the lowest.
    """
    given: dict[int, set[object]] = {}
    latest: dict[int, tuple[str, str]] = {}
    main = {tally.low for tally in told if tally.main}
    own = {tally.low for tally in told if tally.kind == "own_voice"}
    less = {tally.low for tally in told if support.outgrown.intersection(tally.whole)}
    for tally in told:
        spoken = tally.voice if tally.kind != "own_voice" else support.sources[tally.report]
        given.setdefault(tally.low, set()).add(spoken)
        latest[tally.low] = max(latest.get(tally.low, ("", "")), _latest(tally))
    return max(
        given,
        key=lambda n: (
            n not in less and len(given[n]) > 1,
            len(given[n]),
            n > 0,
            n in main,
            latest[n],
            n not in less,
            n in own,
            -n,
        ),
    )
