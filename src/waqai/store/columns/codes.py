"""Numbers for words: the values of a text column, so that it can be compared as a whole."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Codes:
    """Words and their numbers, in the order in which they were first met; None is -1."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, word: str | None) -> int:
        """The number of a word, given out now if it is new."""
        if word is None:
            return -1
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self.words)
            self.words.append(word)
        return found

    def known(self, words: Iterable[str]) -> list[int]:
        """The numbers of those words that there are."""
        return [self._numbers[word] for word in words if word in self._numbers]

    def word(self, number: int) -> str | None:
        """The word of a number."""
        return None if number < 0 else self.words[number]
