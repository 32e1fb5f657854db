"""Cutting what is tied into parts that can be joined by themselves, by the ties alone.

Likenesses percolate: among very many events one chain of ties reaches a large share of them. No
group spans it, but whoever weighs its pairs has to hold all of it. It falls apart at stronger ties
before any telling is read. Events are numbers here, in the order of their keys: a part depends on
ties, judgements and keys, not on who asks.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from waqai.link.compare import TIED
from waqai.link.forest import Forest, bundles

# How much stronger ties have to be each time that what they hold together is too large.
_STEP: Final = 0.5

# Numbers that are weighed pair by pair, and several of these whose groups are joined in their turn.
Piece = list[int]
Part = list[Piece]


class Ties(NamedTuple):
    """Pairs tied and their scores, a few bytes each; none that is judged the same or apart."""

    a: array[int]
    b: array[int]
    score: array[float]


class Cutter:
    """Takes the components of ties apart; `same` pairs hold as long as anything holds."""

    def __init__(
        self, count: int, ties: Ties, same: Sequence[tuple[int, int]], largest: int
    ) -> None:
        self._count = count
        self._ties = ties
        self._same = same
        self._largest = largest
        self._forest = Forest(count)

    def cells(self) -> Iterator[list[Piece]]:
        """Of each component what is left of it at the ties at which it is small enough.

        A cell that is still too large has no stronger ties: one incident in very many reports.
        """
        forest, ties = self._forest, self._ties
        for one, other in zip(ties.a, ties.b, strict=True):
            forest.unite(one, other)
        for one, other in self._same:
            forest.unite(one, other)
        found = forest.sets(range(self._count))
        inside = self._inside(found, range(len(ties.a)))
        for component in found:
            yield self._cut(component, inside.get(component[0], []), TIED)

    def _cut(self, members: list[int], inside: list[int], least: float) -> list[Piece]:
        """The cells of members that ties of at least so much hold together: `inside` by place."""
        if len(members) <= self._largest:
            return [members]
        ties = self._ties
        strong = [n for n in inside if ties.score[n] >= least + _STEP]
        if not strong:
            return [members]
        forest = self._forest
        forest.part(members)
        for n in strong:
            forest.unite(ties.a[n], ties.b[n])
        own = set(members) if self._same else set()
        for one, other in self._same:
            if one in own and other in own:
                forest.unite(one, other)
        found = forest.sets(members)
        below = self._inside(found, strong)
        return [
            cell
            for part in found
            for cell in self._cut(part, below.get(part[0], []), least + _STEP)
        ]

    def _inside(self, found: list[list[int]], ties: Iterable[int]) -> dict[int, list[int]]:
        """Of sets that are too large the places of their ties, by the least member."""
        root = self._forest.root
        large = {root(part[0]): part[0] for part in found if len(part) > self._largest}
        inside: dict[int, list[int]] = {least: [] for least in large.values()}
        if large:
            for n in ties:
                least = large.get(root(self._ties.a[n]))
                if least is not None:
                    inside[least].append(n)
        return inside

    def parts(self) -> Iterator[Part]:
        """What is joined by itself: a component, or each piece of one of very many pieces.

        Pieces that judgements hold together stay together.
        """
        for cells in self.cells():
            pieces = [piece for cell in cells for piece in self._slices(cell)]
            if len(pieces) <= self._largest:
                yield pieces
            else:
                yield from bundles(pieces, self._same)

    def _slices(self, cell: Piece) -> Iterator[Piece]:
        """A cell, or pieces of equal size of one that is too large."""
        for first in range(0, len(cell), self._largest):
            yield cell[first : first + self._largest]
