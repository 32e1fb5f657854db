"""Piece: an event with the report that tells it, as an incident is put together from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from waqai.link.moments import order
from waqai.link.telling import Telling
from waqai.link.words import alike
from waqai.model.event import Event
from waqai.model.report import Report

# Shingles in common above which a text is a copy of another, by whichever outlet.
_COPY: Final = 0.6


class Piece(NamedTuple):
    """An event, its report (whose body may be left out), and what linking knows of it."""

    report: Report
    event: Event
    telling: Telling


def in_time(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces by publication, then report, then position."""
    return sorted(pieces, key=lambda p: (order(p.report.published), p.report.id, p.telling.order))


def source_groups(pieces: list[Piece]) -> dict[str, int]:
    """A number for each report; copies of one text (wire copy) have the same."""
    found: dict[str, int] = {}
    firsts: list[frozenset[int]] = []
    for piece in pieces:
        if piece.report.id in found:
            continue
        sketch = frozenset(piece.telling.sketch)
        own = (n for n, first in enumerate(firsts) if alike(first, sketch) >= _COPY)
        number = next(own, len(firsts))
        if number == len(firsts):
            firsts.append(sketch)
        found[piece.report.id] = number
    return found
