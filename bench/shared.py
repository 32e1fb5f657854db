"""The given material beside the project: where it lies, and how a bench does without it."""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from waqai.model.report import Report

# Set name -> its reports and its gold.
SETS = {
    "seed": ("seed-report.jsonl", "seed.jsonl"),
    "train": ("train-reports.jsonl", "train.jsonl"),
    "dev": ("dev-reports.jsonl", "dev.jsonl"),
}


def parser(description: str) -> argparse.ArgumentParser:
    """An argument parser with `--shared DIR` and `--raise`."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument(
        "--shared", type=Path, default=Path("../shared"), metavar="DIR", help="the given material"
    )
    made.add_argument(
        "--raise", dest="lift", action="store_true", help="pin better figures as new floors"
    )
    return made


def needed(path: Path) -> Path:
    """The path; where it is missing the bench ends here, saying so, with status 0."""
    if not path.exists():
        print(f"skipped: {path} is not here (give --shared DIR)")
        sys.exit(0)
    return path


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def reports(path: Path) -> Iterator[Report]:
    """The reports of a JSONL file of the given material."""
    for row in lines(path):
        yield Report(
            id=row["report"],
            title=row.get("title"),
            body=row["body"],
            published=row.get("published"),
            outlet=row.get("outlet"),
            url=row.get("url"),
        )


def scorer(folder: Path) -> ModuleType:
    """The given score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module
