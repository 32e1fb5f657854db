"""Rates: how often a caller may ask, by the bucket that fills again with time."""

from __future__ import annotations

import math
import threading
from time import monotonic

from waqai.serve.settings import Rate

# Callers above which the full buckets are forgotten.
_MANY = 10_000


class Buckets:
    """A bucket for each caller, full at first; a request takes one drop."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._lock = threading.Lock()
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, caller: str) -> int:
        """Take a drop: 0, or the seconds (>= 1) to wait where none is left."""
        with self._lock:
            left, now = self._now(caller)
            if left < 1:
                return max(1, math.ceil((1 - left) / self._rate.second))
            self._left[caller] = (left - 1, now)
            return 0

    def wait(self, caller: str) -> int:
        """The seconds to wait, 0 where a drop is left; nothing is taken."""
        with self._lock:
            left, _ = self._now(caller)
        return 0 if left >= 1 else max(1, math.ceil((1 - left) / self._rate.second))

    def _now(self, caller: str) -> tuple[float, float]:
        """The drops of a caller at this moment, and the moment."""
        now = monotonic()
        if len(self._left) > _MANY:
            self._left = {
                who: told for who, told in self._left.items() if not self._full(told, now)
            }
        left, then = self._left.get(caller, (self._rate.burst, now))
        return min(self._rate.burst, left + (now - then) * self._rate.second), now

    def _full(self, told: tuple[float, float], now: float) -> bool:
        return told[0] + (now - told[1]) * self._rate.second >= self._rate.burst
