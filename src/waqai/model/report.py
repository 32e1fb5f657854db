"""Report: one news report as received."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec


class Report(msgspec.Struct, frozen=True):
    """A report; what its source does not say is None.

    `published` is an ISO date (`2025-05-17`) or datetime with or without zone, as given.
    `text` (title, newline, body; or the body alone) is what every offset counts in.
    """

    id: str
    body: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    extra: dict[str, Any] = {}

    @property
    def text(self) -> str:
        """The text all offsets refer to: nothing is normalised away."""
        return f"{self.title}\n{self.body}" if self.title else self.body

    @property
    def title_length(self) -> int:
        """Code points of the title line inside `text`, 0 where there is none."""
        return len(self.title) if self.title else 0


def content_id(title: str | None, body: str, published: str | None) -> str:
    """Id of a report that came without one: 16 hex digits of the SHA-256 of its content."""
    content = "\x1f".join((title or "", body, published or ""))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
