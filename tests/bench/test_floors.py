"""Floors hold or the bench fails; raising never lowers one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import floors

PINNED = {"speed": {"words_per_second": 100.0, "peak_megabytes_max": 400.0}, "dev": {"share": 0.5}}


@pytest.fixture(autouse=True)
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A floors file of the test's own."""
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(PINNED), encoding="utf-8")
    monkeypatch.setattr(floors, "FLOORS", path)
    return path


@pytest.mark.parametrize(
    ("measured", "status"),
    [
        ({"words_per_second": 100.0, "peak_megabytes_max": 400.0}, 0),
        ({"words_per_second": 120.0, "peak_megabytes_max": 300.0}, 0),
        ({"words_per_second": 99.0, "peak_megabytes_max": 300.0}, 1),
        ({"words_per_second": 120.0, "peak_megabytes_max": 401.0}, 1),
        ({"words_per_second": 120.0}, 1),
    ],
)
def test_a_broken_or_unmeasured_floor_fails(measured: dict[str, float], status: int) -> None:
    assert floors.check("speed", measured) == status


def test_without_lift_nothing_is_written(pinned: Path) -> None:
    floors.check("dev", {"share": 0.9})
    assert json.loads(pinned.read_text()) == PINNED


def test_lift_takes_what_is_better_and_only_that(pinned: Path) -> None:
    floors.check("speed", {"words_per_second": 150.0, "peak_megabytes_max": 500.0}, lift=True)
    floors.check("dev", {"share": 0.61278, "other": 1.0}, lift=True)
    assert json.loads(pinned.read_text()) == {
        "speed": {"words_per_second": 150.0, "peak_megabytes_max": 400.0},
        "dev": {"share": 0.612},
    }


def test_a_lifted_floor_holds_at_once() -> None:
    for share in (0.5004, 0.57, 0.58, 0.9999, 1.0):
        floors.check("dev", {"share": share}, lift=True)
        assert floors.check("dev", {"share": share}) == 0
