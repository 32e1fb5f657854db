"""Seats of institutions: where a protest or an attack is told by whose house it is at.

A seat noun with its institution (مقر حزب البناء) is a point; after أمام the institution alone is
one (أمام مجلس النواب), where people gather or something happens there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import gazetteer
from waqai.annotate.places.names import known
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head, gatherings

# Words of an institution's name behind its noun at most, and how far back people gather.
_LONGEST: Final = 3
_REACH: Final = 7
_POINT: Final = Head("point", "")


class Seats:
    """Finds the seats of a document."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._keys = chart.doc.keys

    def all(self) -> Iterator[Site]:
        """Each institution behind a seat noun, or that people stand before."""
        for body in self._chart.of("place.body"):
            if not body.i or (body.skip and not (body.reading and body.reading.conj == "و")):
                continue
            end = self._end(body)
            if end is None:
                continue
            if body.value == "n" and self._is_inside(end):
                yield self._site(body, end, body)
            if body.skip:
                continue
            for seat in self._chart.until(body.i, "place.seat"):
                if seat.reading and not (seat.reading.article or seat.reading.suffix):
                    yield self._site(seat, end, body)
            for facing in self._chart.until(body.i, "place.facing"):
                if not facing.skip and self._gathers(facing.i):
                    yield self._site(body, end, body)

    def _is_inside(self, at: int) -> bool:
        """Whether the words from token `at` on say in the middle of which place a body is."""
        if self._keys[at : at + 1] not in (["وسط"], ["بوسط"]):
            return False
        kinds = ("place.back", "place.name", "place.head")
        return any(self._chart.at(at + 1, kind) for kind in kinds)

    def _end(self, body: Node) -> int | None:
        """Token after the institution's name; None where its noun needs one and has none."""
        keys, at = self._keys, body.j
        while at < min(len(keys), body.j + _LONGEST):
            joined = at > body.j and keys[at].startswith("وال")
            if not (keys[at].startswith("ال") or joined) or any(self._chart.at(at, "date")):
                break
            if keys[at] in ("التي", "الذي", "الي", "الذين", "اليوم"):
                break
            at += 1
        named = at > body.j or keys[body.i].startswith("ال") or body.j - body.i > 1
        return at if named else None

    def _gathers(self, at: int) -> bool:
        """Whether a word before token `at` tells of a crowd or of violence."""
        return any(key in gatherings() for key in self._keys[max(0, at - _REACH) : at])

    def _site(self, first: Node, end: int, body: Node) -> Site:
        province = known(self._keys, body.j, gazetteer()) if self._is_unit(body) else None
        named = province[1] if province and province[0] <= end else None
        return Site(
            first.i, end, body.j if named else first.i, first.skip, "seat", named, _POINT,
            located=True, hint=self._country(body, end), national=body.value != "l",
            parts=[first],
        )  # fmt: skip

    def _is_unit(self, body: Node) -> bool:
        """Whether a body is that of a unit named behind it (ديوان محافظة الغربية)."""
        return self._keys[body.j - 1] == "محافظه"

    def _country(self, body: Node, end: int) -> str | None:
        """The country that the institution is told to be of; an embassy lies in another one."""
        told = [
            node.value.country
            for at in range(body.j, end)
            for node in self._chart.at(at, "place.hint")
            if node.reading and node.reading.article
        ]
        return told[0] if told and body.value != "e" else None
