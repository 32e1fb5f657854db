"""Clustering: groups whose members agree on the whole, so that a chain of likenesses ties nobody.

A component of tied pairs is joined from the closest pair on; two groups are joined while all pairs
between them score enough on average. The result depends on the scores and the keys alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from waqai.link.compare import TIED

# The mean score between two groups from which they are one.
JOINED = 2.0
# What a pair that cannot be one incident counts in a mean.
IMPOSSIBLE = -6.0
# Components above this many members are cut at stronger ties first.
_LARGEST = 300

Pair = tuple[str, str]
Score = Callable[[str, str], float]


class Bonds(NamedTuple):
    """What analysts decided of pairs (the lesser key first): `same` always, `apart` never."""

    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


NO_BONDS = Bonds()


def pair(a: str, b: str) -> Pair:
    """A pair of keys, the lesser first."""
    return (a, b) if a < b else (b, a)


def components(keys: Iterable[str], ties: Iterable[Pair]) -> list[list[str]]:
    """Keys reachable through ties, each component and the list of them sorted."""
    parent = {key: key for key in keys}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for a, b in ties:
        parent[root(a)] = root(b)
    found: dict[str, list[str]] = {}
    for key in sorted(parent):
        found.setdefault(root(key), []).append(key)
    return sorted(found.values())


def clusters(
    keys: Iterable[str], ties: Mapping[Pair, float], score: Score, bonds: Bonds = NO_BONDS
) -> list[list[str]]:
    """Groups of keys, sorted. `ties` are the pairs tied; `score` tells of any other pair."""
    own = set(keys)
    kept = {p: s for p, s in ties.items() if p not in bonds.apart}
    kept.update(
        {p: IMPOSSIBLE for p in bonds.same if p[0] in own and p[1] in own and p not in kept}
    )
    found = []
    for component in components(own, kept):
        for part in _cut(component, kept, bonds, TIED):
            plain = len(part) == 1 or (len(part) == 2 and (part[0], part[1]) in ties)
            found.extend([part] if plain else _joined(part, kept, score, bonds))
    return sorted(found)


def _cut(
    component: list[str], ties: Mapping[Pair, float], bonds: Bonds, least: float
) -> list[list[str]]:
    """A component, or its parts at stronger ties where it is too large to weigh every pair."""
    if len(component) <= _LARGEST:
        return [component]
    own = set(component)
    inside = {p: s for p, s in ties.items() if p[0] in own and p[1] in own}
    strong = [p for p, s in inside.items() if s >= least + 0.5 or p in bonds.same]
    if len(strong) == len(bonds.same & inside.keys()):
        return [component[i : i + _LARGEST] for i in range(0, len(component), _LARGEST)]
    parts = components(component, strong)
    return [cut for part in parts for cut in _cut(part, inside, bonds, least + 0.5)]


def _joined(
    keys: list[str], ties: Mapping[Pair, float], score: Score, bonds: Bonds
) -> list[list[str]]:
    """Average linkage over a component; judged pairs first and last."""
    groups = Groups(keys, ties, score, bonds)
    for a, b in sorted(bonds.same):
        groups.join_keys(a, b)
    heap = groups.heap()
    while heap:
        mean, a, b = heapq.heappop(heap)
        if not groups.is_current(a, b, -mean):
            continue
        for c in groups.join(a, b):
            new = groups.mean(a, c)
            if new >= JOINED:
                heapq.heappush(heap, (-new, *pair(a, c)))
    return groups.members()


class Groups:
    """Groups named by their least key, with the sums of the scores between them."""

    def __init__(
        self, keys: list[str], ties: Mapping[Pair, float], score: Score, bonds: Bonds
    ) -> None:
        self._of = {key: [key] for key in keys}
        self._sums: dict[str, dict[str, float]] = {key: {} for key in keys}
        self._apart: dict[str, set[str]] = {key: set() for key in keys}
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                if (a, b) in bonds.apart:
                    self._apart[a].add(b)
                    self._apart[b].add(a)
                found = ties.get((a, b))
                value = score(a, b) if found is None else found
                self._sums[a][b] = self._sums[b][a] = value

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
