"""The web of ties between events, a few bytes a tie: which events are grouped by themselves.

Very many events hang together by chains of ties. What has to be loaded together, and what stays as
it was when others come, is found here by rows and scores, before any telling is read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from waqai.link.cluster import cutter, parts, settled
from waqai.link.cut import Ties

# The rows of events that are grouped by themselves, in one piece or in several.
Rows = list[list[int]]


class Judged(NamedTuple):
    """What analysts decided, by row: pairs (the one with the lesser key first), and no events."""

    same: list[tuple[int, int]]
    apart: frozenset[tuple[int, int]]
    rejected: frozenset[int]


class Web:
    """Events by row, in the order of their keys, and the ties between them."""

    def __init__(self, rows: Iterable[int], judged: Judged) -> None:
        self._rows = list(rows)
        self._number = {row: n for n, row in enumerate(self._rows)}
        self._judged = judged
        self._decided = judged.apart.union(judged.same)
        self._ties = Ties(array("i"), array("i"), array("d"))

    def tie(self, a: int, b: int, score: float) -> None:
        """Tie two rows, the one with the lesser key first; what is decided of them comes first."""
        rejected = self._judged.rejected
        if (a, b) not in self._decided and a not in rejected and b not in rejected:
            self._ties.a.append(self._number[a])
            self._ties.b.append(self._number[b])
            self._ties.score.append(score)

    def parts(self) -> Iterator[Rows]:
        """The rows of what is grouped by itself."""
        for part in parts(len(self._rows), self._ties, self._same()):
            yield [[self._rows[n] for n in piece] for piece in part]

    def parts_beside(self, opened: frozenset[int], touched: Iterable[int]) -> Iterator[Rows]:
        """The parts that can be others than before `opened` came, whose ties reach `touched`.

        What would be a part of very many without the opened, and is beside none of them, is one
        with them too, and was one before, whatever was in their place.
        """
        numbers = {self._number[row] for row in (*opened, *touched)}
        without = {self._number[row] for row in opened}
        kept = self._without(without)
        same = [p for p in self._same() if without.isdisjoint(p)]
        cells = cutter(len(self._rows), kept, same).cells()
        stay = {tuple(self._rows[n] for n in piece) for piece in settled(cells, numbers)}
        for part in self.parts():
            if len(part) > 1 or tuple(part[0]) not in stay:
                yield part

    def _same(self) -> list[tuple[int, int]]:
        rejected, number = self._judged.rejected, self._number
        return [
            (number[a], number[b])
            for a, b in self._judged.same
            if a in number and b in number and a not in rejected and b not in rejected
        ]

    def _without(self, gone: set[int]) -> Ties:
        """The ties of which neither end is gone."""
        found = Ties(array("i"), array("i"), array("d"))
        for a, b, score in zip(*self._ties, strict=True):
            if a not in gone and b not in gone:
                found.a.append(a)
                found.b.append(b)
                found.score.append(score)
        return found
