"""The invented world of bench/link.py: the same each time, and its incidents are found again."""

from __future__ import annotations

from pathlib import Path

from bench import link as bench
from waqai.store.database import open_database
from waqai.store.linking import link


def test_incidents_are_found_again(tmp_path: Path) -> None:
    with open_database(str(tmp_path / "w.db"), write=True) as database:
        truth = bench.fill(database, bench.World(400))
        list(link(database))
        precision, recall = bench.pair_scores(database, truth)
    assert len(truth) == 400
    # One day of many attacks in few towns, told apart by type, actor and toll alone.
    assert precision > 0.65
    assert recall > 0.95


def test_the_world_is_the_same_each_time() -> None:
    one, other = (list(bench.World(50).reports()) for _ in range(2))
    assert one == other
    assert len({number for number, *_ in one}) < 50
