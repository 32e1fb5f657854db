"""Clauses: where a sentence turns, and how each turn hangs on what stands before it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.lexicon.table import read_table
from waqai.text.document import Document

_MARKS: Final = {
    "،": "comma",
    ",": "comma",
    "؛": "stop",
    ";": "stop",
    ":": "colon",
    "(": "bracket",
    ")": "bracket",
    "[": "bracket",
    "]": "bracket",
    "-": "dash",
    ".": "stop",
    "!": "stop",
    "؟": "stop",
    "?": "stop",
    "…": "stop",
    "|": "stop",
    "*": "stop",
    "•": "stop",
}
# Marks that set an aside into a clause, and the small words that may stand in it.
_PAIRED: Final = frozenset(("comma", "dash", "bracket"))
_INNER: Final = frozenset(("في", "من", "الي"))
_ASIDE: Final = 16
# How far apart two sides of a turn are: what crosses a sum of 2 seldom belongs together.
COST: Final = {
    "comma": 1,
    "stop": 3,
    "colon": 1,
    "bracket": 1,
    "dash": 1,
    "contrast": 2,
    "aside": 3,
    "result": 0,
    "relative": 1,
    "complement": 1,
    "time": 0,
    "past": 2,
}


@mypyc_attr(acyclic=True)
class Turn:
    """A clause begins at token `at` (a mark: the token after it); `link` says how it hangs on."""

    __slots__ = ("at", "link")

    def __init__(self, at: int, link: str) -> None:
        self.at = at
        self.link = link


class Clauses:
    """The turns of a document in order, with running costs, so that distances are cheap."""

    __slots__ = ("_before", "_sums", "turns")

    def __init__(self, doc: Document, set_in: Collection[int] = ()) -> None:
        """`set_in`: tokens of dates and places; a pair of marks around nothing else is no turn."""
        told = _turns(doc)
        asides = _asides(doc, told, set_in)
        if asides:
            told = [turn for turn in told if turn.at - 1 not in asides or turn.link not in _PAIRED]
        self.turns: list[Turn] = sorted(told, key=attrgetter("at"))
        self._before = _before(self.turns, len(doc.keys))
        costs = [0] * (len(doc.keys) + 2)
        for turn in self.turns:
            costs[turn.at] = max(costs[turn.at], COST[turn.link])
        self._sums = list(accumulate(costs))

    def between(self, a: int, b: int) -> int:
        """Cost of the turns that lie between tokens a and b."""
        first, last = (a, b) if a <= b else (b, a)
        return self._sums[last] - self._sums[first]

    def links(self, first: int, last: int) -> list[Turn]:
        """Turns at tokens [first, last)."""
        return self.turns[self._before[first] : self._before[last]]


def _before(turns: Sequence[Turn], count: int) -> list[int]:
    """For each of so many tokens, and for the ends behind them, how many turns stand before it."""
    found: list[int] = []
    for order, turn in enumerate(turns):
        found += [order] * (turn.at + 1 - len(found))
    return found + [len(turns)] * (count + 3 - len(found))


def _asides(doc: Document, turns: Iterable[Turn], set_in: Collection[int]) -> set[int]:
    """Marks around a date or place that is set into a clause (داهمت القوات، الاثنين، منزلا)."""
    keys = doc.keys
    marks = [turn.at - 1 for turn in turns if turn.link in _PAIRED]
    return {
        mark
        for first, last in pairwise(marks)
        if 1 < last - first <= _ASIDE
        and all(k in set_in or keys[k] in _INNER for k in range(first + 1, last))
        for mark in (first, last)
    }


def _turns(doc: Document) -> list[Turn]:
    """All turns of the document."""
    keys = doc.keys
    found = []
    openers = _openers()
    for index, key in enumerate(keys):
        ways = openers.get(key)
        if ways is None:
            continue
        following = keys[index + 1] if index + 1 < len(keys) else ""
        for rest, link, ahead in ways:
            if rest and rest[0] != following:
                continue
            if len(rest) < 2 or tuple(keys[index + 1 : index + 1 + len(rest)]) == rest:
                found.append(Turn(index + ahead, link))
                break
    return found


# The words after the first, the link, and how many tokens after the first the clause begins.
Way = tuple[tuple[str, ...], str, int]


@cache
def _openers() -> dict[str, tuple[Way, ...]]:
    """Mark, or first word (و or ف may be joined) -> what it can open, longest first."""
    found: dict[str, list[Way]] = {key: [((), mark, 1)] for key, mark in _MARKS.items()}
    for row in read_table("waqai.events", "connectives.tsv", ("link", "key"), ("key",)):
        link, phrase = row.cells
        first, *rest = phrase.split(" ")
        for joined in (first, "و" + first, "ف" + first):
            found.setdefault(joined, []).append((tuple(rest), link, 0))
    return {key: tuple(sorted(ways, key=lambda w: -len(w[0]))) for key, ways in found.items()}
