"""Clustering: groups whose members agree on the whole, so that a chain of likenesses ties nobody.

A component of tied pairs is joined from the closest pair on; two groups are joined while all pairs
between them score enough on average. One that is too large to weigh every pair is cut first. The
result depends on the scores and the keys alone.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from waqai.link.compare import TIED
from waqai.link.cut import Cutter, Part, Piece, Ties
from waqai.link.forest import bundles
from waqai.link.groups import IMPOSSIBLE, JOINED, NO_BONDS, Bonds, Groups, Pair, Score, pair

# Components above this many members are cut at stronger ties first. Not final: tests make it small.
_LARGEST = 300


def parts(count: int, ties: Ties, same: Sequence[tuple[int, int]] = ()) -> Iterator[Part]:
    """What is clustered by itself, of numbers in the order of their keys."""
    return cutter(count, ties, same).parts()


def settled(cells: Iterable[list[Piece]], touched: Container[int]) -> Iterator[Piece]:
    """Of the cells of components those that stay parts whatever else ties to what is `touched`.

    They are of a component that falls into very many pieces without the touched ones.
    """
    for cell in cells:
        kept = [piece for piece in cell if not any(number in touched for number in piece)]
        kept = [piece for piece in kept if len(piece) <= _LARGEST]
        if len(kept) > _LARGEST:
            yield from kept


def cutter(count: int, ties: Ties, same: Sequence[tuple[int, int]] = ()) -> Cutter:
    """What cuts components that have more members than can be weighed pair by pair."""
    return Cutter(count, ties, same, _LARGEST)


def clusters(
    keys: Iterable[str], ties: Mapping[Pair, float], score: Score, bonds: Bonds = NO_BONDS
) -> list[list[str]]:
    """Groups of keys, sorted. `ties` are the pairs tied; `score` tells of any other pair."""
    ordered = sorted(keys)
    number = {key: n for n, key in enumerate(ordered)}
    same = [(number[a], number[b]) for a, b in sorted(bonds.same) if {a, b} <= number.keys()]
    held = Ties(array("i"), array("i"), array("d"))
    for both, reached in ties.items():
        if both not in bonds.apart and both not in bonds.same:
            held.a.append(number[both[0]])
            held.b.append(number[both[1]])
            held.score.append(reached)
    found = (
        [[ordered[n] for n in piece] for piece in part] for part in parts(len(ordered), held, same)
    )
    return sorted(joined(found, ties, score, bonds))


def joined(
    parts: Iterable[list[list[str]]], ties: Mapping[Pair, float], score: Score, bonds: Bonds
) -> Iterator[list[str]]:
    """The groups of parts; `ties` are of these parts alone."""
    kept = {p: s for p, s in ties.items() if p not in bonds.apart}
    kept.update({p: IMPOSSIBLE for p in bonds.same if p not in kept})
    for part in parts:
        yield from _grouped(part, kept, score, bonds)


def _grouped(
    pieces: list[list[str]], ties: Mapping[Pair, float], score: Score, bonds: Bonds
) -> list[list[str]]:
    """The groups of a part; of one in several pieces those of each, joined in their turn.

    Of too many groups only those are that judgements hold together.
    """
    found: list[list[str]] = []
    for piece in pieces:
        if _is_whole(piece, ties):
            found.append(piece)
        else:
            found += _joined([[key] for key in piece], ties, score, bonds)
    if len(pieces) == 1:
        return found
    again = [found] if len(found) <= _LARGEST else bundles(found, sorted(bonds.same))
    return [group for some in again for group in _joined(sorted(some), ties, score, bonds)]


def _is_whole(component: list[str], ties: Mapping[Pair, float]) -> bool:
    """Whether all are tied to each other, so that weighing them would join them all."""
    for n, one in enumerate(component):
        for other in component[n + 1 :]:
            if ties.get(pair(one, other), IMPOSSIBLE) < TIED:
                return False
    return True


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
