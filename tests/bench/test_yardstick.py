"""The yardstick: its work is always the same, and the fastest turn counts."""

from __future__ import annotations

import pytest

from bench.yardstick import Yardstick


def test_the_fastest_turn_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0.0, 2.0, 10.0, 11.0, 20.0, 24.0))
    monkeypatch.setattr("bench.yardstick.time.process_time", lambda: next(clock))
    yardstick = Yardstick()
    reached = []
    for _ in range(3):
        yardstick.turn()
        reached.append(yardstick.best)
    assert reached == [100_000.0, 200_000.0, 200_000.0]
