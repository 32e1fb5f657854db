"""Passages: the words around spans, so that a page need not load whole reports."""

from __future__ import annotations

from collections.abc import Iterable

from waqai.model.span import Span
from waqai.serve.answers import Passage

# Code points to each side of a span.
_AROUND = 160


def passages(text: str, spans: Iterable[Span]) -> list[Passage]:
    """The words around spans, cut where words end, joined where they touch; in order."""
    found: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        start, end = _start(text, span.start), _end(text, span.end)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return [Passage(start, end, text[start:end]) for start, end in found]


def _start(text: str, at: int) -> int:
    """Where a word begins some way before an offset."""
    edge = at - _AROUND
    if edge <= 0:
        return 0
    space = next((n for n in range(edge, at) if text[n].isspace()), edge - 1)
    return space + 1


def _end(text: str, at: int) -> int:
    """Where a word ends some way after an offset."""
    edge = at + _AROUND
    if edge >= len(text):
        return len(text)
    return next((n for n in range(edge, at, -1) if text[n].isspace()), edge)
