"""Places of an incident: which of those that reports give comes first."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.link.options import places
from waqai.link.piece import Piece
from waqai.model.event import Claim, Event, Where, Whom
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import PlaceValue

TITLE = Span(0, 20)


def _place(name: str, at: int, country: str = "SY", lat: float | None = 36.0) -> Where:
    value = PlaceValue(name, country, None, lat, 37.0, "town", 1, 1)
    return Where(value, Span(at, at + len(name)), name, ("test",))


def _killed(at: int) -> Claim:
    span = Span(at, at + 10)
    return Claim(
        "killed", 2, 2, "exact", Whom("civilian", "to"), None, span, "مقتل اثنين", None, ()
    )


def _event(*where: Where, claims: tuple[Claim, ...] = ()) -> Event:
    return Event(
        "e", "shelling", "happened", "main", TITLE, TITLE, None, where, (), (), (), (), claims,
        (), ("test",), 1.0,
    )  # fmt: skip


def _first(*events: Event) -> list[str]:
    pieces = [
        Piece(Report(f"r{n}", ""), 0, replace(event, id=f"e{n}"), ())
        for n, event in enumerate(events)
    ]
    found = places(pieces, {piece.report.id: n for n, piece in enumerate(pieces)})
    return [option.value.name for option in found]


def test_the_place_told_by_the_dead_comes_first() -> None:
    where = _place("A", 40), _place("B", 400)
    assert _first(_event(*where)) == ["A", "B"]
    assert _first(_event(*where, claims=(_killed(420),))) == ["B", "A"]
    assert _first(_event(*where, claims=(_killed(60), _killed(420)))) == ["A", "B"]


def test_more_sources_outweigh_one() -> None:
    told = _event(_place("B", 40), _place("A", 60))
    assert _first(told, _event(_place("A", 40))) == ["A", "B"]


def test_a_namesake_abroad_comes_last_of_the_located() -> None:
    home = _place("A", 40), _place("B", 60), _place("D", 80, lat=None)
    assert _first(_event(_place("C", 20, "PK"), *home)) == ["A", "B", "C", "D"]
    assert _first(_event(_place("C", 20, "PK"), _place("A", 40))) == ["C", "A"]
