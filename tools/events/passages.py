"""Passages that somebody has read to say which annotated event they tell: offsets and labels alone.

`passages.jsonl.gz` holds a line a report: `[start, end, event]` for each word that tells of
something, where `event` is the number of the annotated event (in the order of the annotation), or
one of the codes NONE, UNLISTED and UNSURE of `labels.py`.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).with_name("passages.jsonl.gz")
Passages = Mapping[int, int]


class Line(msgspec.Struct):
    """The passages of one report."""

    report: str
    passages: list[tuple[int, int, int]]


@cache
def judged() -> Mapping[str, Passages]:
    """By report: where a word begins -> the event that it tells, or a code."""
    lines = gzip.decompress(FILE.read_bytes()).splitlines()
    read = (msgspec.json.decode(line, type=Line) for line in lines)
    return {one.report: {start: event for start, _, event in one.passages} for one in read}


def main() -> None:
    """Add lines of JSONL files to `passages.jsonl.gz`; a report's later line counts."""
    arguments = argparse.ArgumentParser(description=(main.__doc__ or ""))
    arguments.add_argument("files", type=Path, nargs="+", help="JSONL in the form of the file")
    options = arguments.parse_args()
    held = gzip.decompress(FILE.read_bytes()).splitlines() if FILE.exists() else []
    added = [line for file in options.files for line in file.read_bytes().splitlines()]
    read = [msgspec.json.decode(line, type=Line) for line in (*held, *added)]
    kept = {one.report: one for one in read}
    data = b"".join(msgspec.json.encode(kept[name]) + b"\n" for name in sorted(kept))
    FILE.write_bytes(gzip.compress(data, mtime=0))


if __name__ == "__main__":
    main()
