"""A day told without its year that the report tells with it elsewhere (8 مايو, 8 مايو المقبل)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.spec import Named

# A day nearer to publication than so many days is that of the news, whatever was on it years ago.
_NEWS: Final = 150


def with_years_told(made: Sequence[Node], published: date | None) -> None:
    """Gives far days whose year is assumed the one year with which the same day is told."""
    far = [node for node in made if _is_far(node, published)]
    if not far:
        return
    told: dict[tuple[int, int], set[int]] = {}
    for node in made:
        day = _day(node)
        if day is not None and node.value.basis in ("stated", "relative") and node.value.start:
            told.setdefault(day, set()).add(int(node.value.start[:4]))
    for node in far:
        years = told.get(_day(node) or (0, 0), set())
        if len(years) == 1:
            _take(node, next(iter(years)))


def _day(node: Node) -> tuple[int, int] | None:
    """Month and day of a Gregorian date."""
    spec = node.parts[0].value
    if not isinstance(spec, Named) or spec.hijri or spec.month is None or spec.day is None:
        return None
    return None if spec.last is not None else (spec.month, spec.day)


def _is_far(node: Node, published: date | None) -> bool:
    value = node.value
    if published is None or value.basis != "year_assumed" or value.start is None:
        return False
    spec = node.parts[0].value
    if _day(node) is None or not isinstance(spec, Named) or spec.year is not None:
        return False
    return abs((published - date.fromisoformat(value.start[:10])).days) > _NEWS


def _take(node: Node, year: int) -> None:
    """The same day of another year."""
    said = node.parts[0]
    spec = msgspec.structs.replace(said.value, year=year, assumed=True)
    value = resolve(spec, None)
    if value is not None:
        node.value = value
        node.parts = (Node(said.kind, said.i, said.j, spec, said.rule, (), said.skip),)
