"""The same reports give the same bytes, whatever the hash seed, the locale and the input order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
FILES = sorted(str(path) for path in EXAMPLES.glob("*.jsonl"))


def lines(command: tuple[str, ...], files: list[str], seed: str, locale: str) -> list[bytes]:
    """The lines that a fresh process prints for each file, one process for all."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": locale}
    out = subprocess.run(
        [sys.executable, "-m", "waqai", *command, *files],
        capture_output=True,
        check=True,
        env=environment,
    ).stdout
    return out.splitlines()


@pytest.mark.parametrize(
    "command",
    [("extract", "--format", "json"), ("extract", "--format", "gold"), ("explain", "--json")],
)
def test_same_bytes(command: tuple[str, ...]) -> None:
    first = lines(command, FILES, "0", "C")
    again = lines(command, FILES[::-1], "4321", "ar_SY.UTF-8")
    assert len(first) > 10
    assert sorted(first) == sorted(again)


def test_annotate_same_bytes() -> None:
    for file in FILES:
        assert lines(("annotate",), [file], "0", "C") == lines(("annotate",), [file], "77", "tr_TR")
