"""Span: where in a report's text a value stands."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """Half-open [start, end) in Unicode code points of `Report.text`, 0 <= start < end."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The surface that the span covers."""
        return text[self.start : self.end]
