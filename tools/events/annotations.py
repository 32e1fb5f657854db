"""Annotations of reports whose texts are not ours to keep: offsets and labels alone.

`annotations.jsonl.gz` holds a line a report, in the form of the given annotation with every passage
as `[start, end]` in code points of the report's text. `pack` makes such a line of an annotation
that quotes its words, `unpack` puts the words back from the text.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from bench.shared import reports
from waqai.model.report import Report

FILE = Path(__file__).with_name("annotations.jsonl.gz")
Row = dict[str, Any]
_PASSAGES = ("text", "who", "source")


def pack(text: str, row: Row) -> Row:
    """An annotated report with offsets in place of words. Raises ValueError for words not there."""

    def span(words: str) -> list[int]:
        start = text.find(words)
        if start < 0:
            raise ValueError(f"{row['report']}: not in the report: {words!r}")
        return [start, start + len(words)]

    return {"report": row["report"], "events": [_changed(e, span) for e in row["events"]]}


def unpack(text: str, row: Row) -> Row:
    """A packed report with its words."""
    return {
        "report": row["report"],
        "events": [_changed(e, lambda at: text[at[0] : at[1]]) for e in row["events"]],
    }


def _changed(event: Row, change: Callable[[Any], Any]) -> Row:
    """An event with `change` made to each of its passages."""

    def inner(value: Row) -> Row:
        return {k: change(v) if k in _PASSAGES and v is not None else v for k, v in value.items()}

    return {
        **{key: event[key] for key in ("type", "status", "salience")},
        "evidence": change(event["evidence"]),
        "when": inner(event["when"]) if event["when"] else None,
        **{slot: [inner(v) for v in event[slot]] for slot in ("where", "by", "to", "counts")},
        "weapons": [change(words) for words in event["weapons"]],
    }


def texts(shared: Path) -> Iterator[Report]:
    """The reports that annotations are about: of the corpus, then of incidents, in file order."""
    yield from reports(shared / "corpus" / "reports.jsonl.gz")
    yield from reports(shared / "incidents" / "reports.jsonl")


def _held() -> dict[str, Row]:
    """The packed annotations by report."""
    rows = map(msgspec.json.decode, gzip.decompress(FILE.read_bytes()).splitlines())
    return {row["report"]: row for row in rows}


def annotated(shared: Path) -> list[tuple[Report, Row]]:
    """The annotated reports with their words, in the order of the texts."""
    packed = _held()
    return [(r, unpack(r.text, packed[r.id])) for r in texts(shared) if r.id in packed]


def main() -> None:
    """Add annotations that quote their words to `annotations.jsonl.gz`."""
    arguments = argparse.ArgumentParser(description=(main.__doc__ or ""))
    arguments.add_argument("shared", type=Path, help="folder of corpus/ and incidents/")
    arguments.add_argument("files", type=Path, nargs="+", help="JSONL of annotations")
    options = arguments.parse_args()
    rows = {
        row["report"]: row
        for file in options.files
        for row in map(msgspec.json.decode, file.read_bytes().splitlines())
    }
    packed = _held() if FILE.exists() else {}
    for report in texts(options.shared):
        if report.id in rows:
            packed[report.id] = pack(report.text, rows[report.id])
    ordered = [packed[name] for name in sorted(packed)]
    data = b"".join(msgspec.json.encode(row) + b"\n" for row in ordered)
    FILE.write_bytes(gzip.compress(data, mtime=0))


if __name__ == "__main__":
    main()
