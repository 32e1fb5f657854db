"""Groups of events while they are joined, with the sums of the scores between them."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Container, Mapping
from typing import Final, NamedTuple

# The mean score between two groups from which they are one.
JOINED: Final = 1.5
# What a pair that cannot be one incident counts in a mean.
IMPOSSIBLE: Final = -6.0
# Members of a group that are weighed for all of it where groups are compared as they stand.
_SAMPLE: Final = 8

Pair = tuple[str, str]
Score = Callable[[str, str], float]


class Bonds(NamedTuple):
    """What analysts decided of pairs (the lesser key first): `same` always, `apart` never."""

    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    def among(self, keys: Container[str]) -> Bonds:
        """What was decided of pairs of some keys."""
        same, apart = (
            frozenset(p for p in decided if p[0] in keys and p[1] in keys)
            for decided in (self.same, self.apart)
        )
        return Bonds(same, apart)


NO_BONDS: Final = Bonds()


def pair(a: str, b: str) -> Pair:
    """A pair of keys, the lesser first."""
    return (a, b) if a < b else (b, a)


def _between(one: list[str], other: list[str], ties: Mapping[Pair, float], score: Score) -> float:
    """The sum of the scores between two groups, of large ones from a few members of each."""
    if len(one) == len(other) == 1:
        both = pair(one[0], other[0])
        known = ties.get(both)
        return score(*both) if known is None else known
    ours, theirs = one[:_SAMPLE], other[:_SAMPLE]
    total = 0.0
    for a in ours:
        for b in theirs:
            found = ties.get(pair(a, b))
            total += score(*pair(a, b)) if found is None else found
    return total * (len(one) * len(other)) / (len(ours) * len(theirs))


class Groups:
    """Groups named by their least key, with the sums of the scores between them."""

    def __init__(
        self, start: list[list[str]], ties: Mapping[Pair, float], score: Score, bonds: Bonds
    ) -> None:
        self._of = {keys[0]: keys for keys in start}
        self._sums: dict[str, dict[str, float]] = {name: {} for name in self._of}
        self._apart: dict[str, set[str]] = {name: set() for name in self._of}
        for n, one in enumerate(start):
            for other in start[n + 1 :]:
                value = _between(one, other, ties, score)
                self._sums[one[0]][other[0]] = self._sums[other[0]][one[0]] = value
        held = {key: keys[0] for keys in start for key in keys} if bonds.apart else {}
        for a, b in bonds.apart:
            if a in held and b in held:
                self._apart[held[a]].add(held[b])
                self._apart[held[b]].add(held[a])

    def mean(self, a: str, b: str) -> float:
        """The mean score between two groups, far below any other where they are judged apart."""
        if b in self._apart[a]:
            return IMPOSSIBLE
        return self._sums[a][b] / (len(self._of[a]) * len(self._of[b]))

    def heap(self) -> list[tuple[float, str, str]]:
        """Every pair of groups that may be joined, as a heap, the closest first."""
        found = [
            (-self.mean(a, b), a, b)
            for a in self._of
            for b in self._sums[a]
            if a < b and self.mean(a, b) >= JOINED
        ]
        heapq.heapify(found)
        return found

    def is_current(self, a: str, b: str, mean: float) -> bool:
        """Whether both groups are still there and this is still their mean."""
        return a in self._of and b in self._of and self.mean(a, b) == mean

    def join(self, a: str, b: str, judged: bool = False) -> list[str]:
        """Put group b into a (the lesser name); the other groups.

        Of groups that are one by judgement, others need to be like either.
        """
        others = sorted(self._sums.keys() - {a, b})
        sizes = len(self._of[a]), len(self._of[b])
        for c in others:
            ours, theirs = self._sums[a][c], self._sums[b][c]
            total = ours + theirs
            if judged:
                total = max(ours / sizes[0], theirs / sizes[1]) * sum(sizes)
            self._sums[a][c] = self._sums[c][a] = total
            del self._sums[c][b]
        self._of[a] = sorted(self._of[a] + self._of.pop(b))
        del self._sums[a][b], self._sums[b]
        for c in self._apart.pop(b):
            self._apart[a].add(c)
            self._apart[c].discard(b)
            self._apart[c].add(a)
        return others

    def join_keys(self, a: str, b: str) -> None:
        """Join the groups of two keys where both are here and nothing keeps them apart."""
        held = {key: name for name, keys in self._of.items() for key in keys}
        if a in held and b in held and held[a] != held[b]:
            one, other = pair(held[a], held[b])
            if other not in self._apart[one]:
                self.join(one, other, judged=True)

    def members(self) -> list[list[str]]:
        """The groups."""
        return list(self._of.values())
