"""Tokens of a folded text: words, number runs, single punctuation marks, line ends."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import Final

from waqai.text.fold import Folded, fold

# A number run keeps its thousands and decimal marks; a letter run has no digits in it. The plain
# Arabic letters are tried as a range before all letters, which is far quicker.
_TOKEN: Final = re.compile(
    r"([\u0621-\u064a]++[^\W\d_]*+|[^\W\d_]++|[0-9]+(?:[.,][0-9]+)*|\n|[^\s])"
)

# Marks that most often end a word.
_MARKS: Final = frozenset('،.,:؛)"؟!')
# Marks that most often open one.
_OPENING: Final = frozenset('"(')


class Tokens:
    """Parallel lists: folded `keys`, original `starts` and `ends` (code points)."""

    __slots__ = ("ends", "folded", "folded_starts", "keys", "starts")

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.keys: list[str] = []
        self.folded_starts: list[int] = []
        ends: list[int] = []
        at = 0
        for line in folded.text.split("\n"):
            if at:
                self._add("\n", at - 1, ends)
            self._read(line.split(" "), at, ends)
            at += len(line) + 1
        self.starts: list[int] = folded.begins(self.folded_starts)
        self.ends: list[int] = folded.stops(ends)

    def _read(self, pieces: list[str], at: int, ends: list[int]) -> None:
        """Add the tokens of the pieces of a line that begins at `at`, and where they end."""
        # Most are a word alone, the others mostly a number or a word with a mark.
        for piece, alone in zip(pieces, map(str.isalpha, pieces), strict=True):
            last = at + len(piece) - 1
            if alone:
                self._add(piece, at, ends)
            elif piece[-1:] in _MARKS and piece[:-1].isalpha():
                self._add(piece[:-1], at, ends)
                self._add(piece[-1], last, ends)
            elif piece[:1] in _OPENING and piece[1:].isalpha():
                self._add(piece[0], at, ends)
                self._add(piece[1:], at + 1, ends)
            elif piece.isdecimal() and piece.isascii():
                self._add(piece, at, ends)
            elif piece:
                self._cut(piece, at, ends)
            at += len(piece) + 1

    def _add(self, key: str, at: int, ends: list[int]) -> None:
        """Add a token that begins at `at`, and where it ends."""
        self.keys.append(key)
        self.folded_starts.append(at)
        ends.append(at + len(key))

    def _cut(self, piece: str, at: int, ends: list[int]) -> None:
        """Add the tokens of a piece of the text that begins at `at`, and where they end."""
        pieces = _TOKEN.split(piece)
        edges = list(accumulate(map(len, pieces), initial=at))
        self.keys += pieces[1::2]
        self.folded_starts += edges[1:-1:2]
        ends += edges[2::2]

    def inside(self, index: int, skip: int) -> int:
        """Original offset after the first `skip` folded characters of token `index`."""
        return self.folded.begin(self.folded_starts[index] + skip) if skip else self.starts[index]

    def before(self, index: int, cut: int) -> int:
        """Original offset before the last `cut` folded characters of token `index`."""
        if not cut:
            return self.ends[index]
        end = self.folded_starts[index] + len(self.keys[index])
        return self.folded.stop(end - cut)


@lru_cache(maxsize=1)
def tokens(text: str) -> Tokens:
    """The tokens of a text, never to be changed; the last text's are kept for its next reader."""
    return Tokens(fold(text))
