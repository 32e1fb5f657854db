"""Clustering: groups whose members agree on the whole, so that a chain of likenesses ties nobody.

A component of tied pairs is joined from the closest pair on; two groups are joined while all pairs
between them score enough on average. The result depends on the scores and the keys alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

from waqai.link.compare import TIED
from waqai.link.groups import IMPOSSIBLE, JOINED, NO_BONDS, Bonds, Groups, Pair, Score, pair

# Components above this many members are cut at stronger ties first. Not final: tests make it small.
_LARGEST = 300


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
        found.extend(_grouped(component, kept, score, bonds))
    return sorted(found)


def _grouped(
    component: list[str], ties: Mapping[Pair, float], score: Score, bonds: Bonds
) -> list[list[str]]:
    """The groups of a component; of a large one those of its parts, joined in their turn."""
    if len(component) <= _LARGEST:
        if _is_whole(component, ties):
            return [component]
        return _joined([[key] for key in component], ties, score, bonds)
    parts = [
        group
        for part in _cut(component, ties, bonds, TIED)
        for group in _joined([[key] for key in part], ties, score, bonds)
    ]
    return _joined(sorted(parts), ties, score, bonds) if len(parts) <= _LARGEST else parts


def _is_whole(component: list[str], ties: Mapping[Pair, float]) -> bool:
    """Whether all are tied to each other, so that weighing them would join them all."""
    for n, one in enumerate(component):
        for other in component[n + 1 :]:
            if ties.get(pair(one, other), IMPOSSIBLE) < TIED:
                return False
    return True


def _cut(
    component: list[str], ties: Mapping[Pair, float], bonds: Bonds, least: float
) -> list[list[str]]:
    """A component, or its parts at stronger ties where it is too large to weigh every pair.

    Where no tie is stronger (one incident in very many reports) the parts are of equal size.
    """
    if len(component) <= _LARGEST:
        return [component]
    own = set(component)
    inside = {p: s for p, s in ties.items() if p[0] in own and p[1] in own}
    strong = [p for p, s in inside.items() if s >= least + 0.5 or p in bonds.same]
    if len(strong) == len(bonds.same.intersection(inside)):
        return [component[i : i + _LARGEST] for i in range(0, len(component), _LARGEST)]
    parts = components(component, strong)
    return [cut for part in parts for cut in _cut(part, inside, bonds, least + 0.5)]


def _joined(
    start: list[list[str]], ties: Mapping[Pair, float], score: Score, bonds: Bonds
) -> list[list[str]]:
    """Average linkage from some groups on; what is judged the same is joined before all else."""
    groups = Groups(start, ties, score, bonds)
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
