"""Floors: the figures that a bench must hold, pinned in floors.json beside this file.

A floor is a least value; names that end in `_max` are greatest values. `--raise` writes what was
measured where it is better, and never lowers a floor: that takes an edit of the file, in sight.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
# Shares are rounded down to this step when pinned, so that a re-run of the same code holds.
STEP = 0.001


def floors(bench: str) -> dict[str, float]:
    """The floors of a bench by figure name."""
    pinned: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned.get(bench, {})


def is_better(name: str, value: float, floor: float) -> bool:
    """Whether `value` is on the good side of `floor`, or on it."""
    return value <= floor if name.endswith("_max") else value >= floor


def check(bench: str, measured: Mapping[str, float], *, lift: bool = False) -> int:
    """Print each figure beside its floor; 1 where a floor does not hold or was not measured."""
    pinned = floors(bench)
    broken = [
        name
        for name, floor in pinned.items()
        if name not in measured or not is_better(name, measured[name], floor)
    ]
    for name, value in measured.items():
        floor_text = f"{pinned[name]:g}" if name in pinned else "-"
        mark = "BELOW FLOOR" if name in broken else ""
        print(f"{bench:6} {name:28} {value:12.4g}   floor {floor_text:>10} {mark}".rstrip())
    for name in broken:
        print(f"{bench}: {name} does not hold its floor {pinned[name]:g}", file=sys.stderr)
    if lift:
        _raise(bench, measured)
    return 1 if broken else 0


def _raise(bench: str, measured: Mapping[str, float]) -> None:
    """Pin what was measured of the pinned figures, where it is better."""
    every = json.loads(FLOORS.read_text(encoding="utf-8"))
    held = every.setdefault(bench, {})
    for name, floor in held.items():
        value = measured.get(name, floor)
        if is_better(name, value, floor):
            held[name] = _rounded(value)
    FLOORS.write_text(json.dumps(every, indent=1) + "\n", encoding="utf-8")


def _rounded(value: float) -> float:
    """Down to the step for shares; other figures as they are."""
    return int(value / STEP) * STEP if 0 <= value <= 1 else value
