"""Received: a report together with what proves where it came from."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from waqai.model.report import Report

Media = Literal["text", "html", "jsonl", "csv"]


class Received(msgspec.Struct, frozen=True):
    """A report as read, and the bytes that it was read from.

    `raw` are the bytes of this report alone: the file, the page, the line, or the row of a table
    after the line that names its columns; the reader of `media` makes the same report of them.
    `source` is the path as given (`reports.zip/2025/a.html`, `-` for standard input), `line` the
    line of a file of many reports, from 1. `encoding` is what the bytes were decoded by. `given`
    tells that the source itself names the id; else the id is a content hash.
    """

    report: Report
    raw: bytes
    source: str
    media: Media
    encoding: str
    line: int | None = None
    given: bool = False

    @property
    def sha256(self) -> str:
        """64 hex digits of the SHA-256 of `raw`."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def where(self) -> str:
        """Source and line for a message."""
        return self.source if self.line is None else f"{self.source}:{self.line}"
