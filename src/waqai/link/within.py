"""Within: accounts of people who are among those of another account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.link.accounts import bound, voice
from waqai.model.incident import Account

# Code points between two figures of one sentence.
BREATH: Final = 120
_ARMED: Final = frozenset(("security", "militant"))


def without_armed(accounts: Sequence[Account], slot: str) -> Sequence[Account]:
    """Accounts less the armed whom a report tells to be among them (12 جريحا بينهم 4 مجندين)."""
    made = list(accounts)
    for part in (a for a in accounts if a.slot == slot and "part" in a.scope):
        n = _whole_of(accounts, part)
        if n is None or part.whom.cls not in _ARMED or part.assumed or not part.low:
            continue
        low, high = made[n].low, made[n].high
        made[n] = replace(
            made[n],
            low=None if low is None else max(0, low - part.low),
            high=None if high is None else max(0, high - part.low),
        )
    return made


def _whole_of(accounts: Sequence[Account], part: Account) -> int | None:
    """The place of the account of which another tells a part: the nearest greater one before it."""
    near = [
        n
        for n, whole in enumerate(accounts)
        if whole.event == part.event
        and whole.slot == part.slot
        and voice(whole) == voice(part)
        and 0 < part.span.start - whole.span.start <= BREATH
        and bound(whole) > bound(part)
        and "part" not in whole.scope
    ]
    return max(near, key=lambda n: accounts[n].span.start, default=None)


def wholly(accounts: Sequence[Account], places: list[int]) -> list[int]:
    """Places without those of people who are among others that are told (61 بينهم 17 جنديا), and of
    somebody whom no noun names, who was told of (استشهد الجندي ... وقد استشهد وهو يدافع).
    """
    told = [n for n in places if "part" in accounts[n].scope]
    within = {n for n in told if _whole_of(accounts, accounts[n]) in places}
    within.update(n for n in places if _is_told_again(accounts, places, n))
    return [n for n in places if n not in within]


def _is_told_again(accounts: Sequence[Account], places: list[int], n: int) -> bool:
    one = accounts[n]
    if one.who is not None or bound(one) != 1:
        return False
    return any(accounts[m].who is not None and accounts[m].event == one.event for m in places)
