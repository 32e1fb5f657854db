"""Yardstick: how much of a fixed piece of work this machine does just now.

Machines differ, and one differs from hour to hour by half; what is asked of the code is asked in
turns of the yardstick, which slow down with it: words cut and looked up in a table too large for
the processor's nearest memory, as extraction does all the time.
"""

from __future__ import annotations

import time
from typing import Final

# Entries of the table, of which a round looks up each once.
_ENTRIES: Final = 200_000
# A step through the table that meets each entry once, far from the one before.
_STRIDE: Final = 77_773


class Yardstick:
    """Its table, made once, and the most turns a second that it has done so far."""

    def __init__(self) -> None:
        self._text = "".join(f"{number:06x}" for number in range(_ENTRIES))
        self._table = {f"{number:06x}": number for number in range(_ENTRIES)}
        self.best: float = 0.0

    def turn(self) -> None:
        """Do the work once more."""
        text, table = self._text, self._table
        begun = time.process_time()
        at = sum_of_all = 0
        for _ in range(_ENTRIES):
            at = (at + _STRIDE) % _ENTRIES
            sum_of_all += table[text[6 * at : 6 * at + 6]]
        seconds = time.process_time() - begun
        if sum_of_all != _ENTRIES * (_ENTRIES - 1) // 2:
            raise AssertionError("the stride must meet each entry once")
        self.best = max(self.best, _ENTRIES / seconds)
