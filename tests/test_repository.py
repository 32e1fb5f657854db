"""What is committed: no machine's paths, no registry's address, no room without a name."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Written in pieces so that this file does not find itself.
HOSTS = ["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", "deb" + r"\.debian"]
PATHS = ["/wo" + "rk/", "/fa" + "rm/", "file:" + "///", "--index" + "-url", "/ro" + "ot/"]
FORBIDDEN = re.compile("|".join(HOSTS + PATHS))
LONGEST_FILE = 400


def tracked() -> list[Path]:
    """The files of the repository; where there is no repository, there is nothing to hold."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_machine_path_and_no_registry() -> None:
    for path in tracked():
        if path.suffix not in (".gz", ".xlsx", ".zip", ".png"):
            found = FORBIDDEN.search(path.read_text(encoding="utf-8", errors="replace"))
            assert not found, f"{path}: {found}"


def test_code_files_are_short_and_named() -> None:
    for path in tracked():
        if path.suffix == ".py":
            assert path.stem not in ("utils", "util", "helpers", "helper", "common", "misc"), path
            lines = path.read_text(encoding="utf-8").count("\n")
            assert lines <= LONGEST_FILE, f"{path} has {lines} lines"


def test_tables_end_their_lines_and_define_their_columns() -> None:
    for path in tracked():
        if path.suffix == ".tsv":
            text = path.read_text(encoding="utf-8")
            assert text.startswith("#"), f"{path} does not say what its columns are"
            assert text.endswith("\n"), path
            assert "\r" not in text, path
