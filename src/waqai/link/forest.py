"""Forest: numbers put together, and which are together in the end."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


class Forest:
    """Sets of the numbers below a count, each number alone at first."""

    def __init__(self, count: int) -> None:
        self._above: list[int] = list(range(count))

    def root(self, number: int) -> int:
        """The number that stands for all that are together with one."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def unite(self, one: int, other: int) -> None:
        """Put what is with the one together with what is with the other."""
        self._above[self.root(one)] = self.root(other)

    def part(self, numbers: Iterable[int]) -> None:
        """Make each of some numbers, which are whole sets, alone again."""
        for number in numbers:
            self._above[number] = number

    def sets(self, numbers: Iterable[int]) -> list[list[int]]:
        """Some numbers by set, both in the order in which they come."""
        found: dict[int, list[int]] = {}
        for number in numbers:
            found.setdefault(self.root(number), []).append(number)
        return list(found.values())


def bundles(sets: list[list[T]], same: Iterable[tuple[T, T]]) -> list[list[list[T]]]:
    """Sets, and together those of which pairs hold members together."""
    pairs = list(same)
    if not pairs:
        return [[one] for one in sets]
    of = {member: n for n, one in enumerate(sets) for member in one}
    forest = Forest(len(sets))
    for a, b in pairs:
        if a in of and b in of:
            forest.unite(of[a], of[b])
    return [[sets[n] for n in together] for together in forest.sets(range(len(sets)))]
