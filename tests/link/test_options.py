"""Places of an incident: which of those that reports give comes first."""

from __future__ import annotations

from msgspec.structs import replace

from tests.link.build import piece
from waqai.link.options import dates, places
from waqai.link.sites import hurt_there
from waqai.model.event import Claim, Event, When, Where, Whom
from waqai.model.incident import PlaceOption
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue

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


def _options(*events: Event, title: str | None = None) -> tuple[PlaceOption, ...]:
    pieces = [
        piece(Report(f"r{n}", "", title), replace(event, id=f"e{n}"))
        for n, event in enumerate(events)
    ]
    first = {piece.event.id: 10 * n for n, piece in enumerate(pieces)}
    return places(pieces, {piece.report.id: n for n, piece in enumerate(pieces)}, first)


def _first(*events: Event) -> list[str]:
    return [option.value.name for option in _options(*events)]


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


def test_the_place_beside_the_hurt_outweighs_what_more_tell() -> None:
    elsewhere = _event(_place("A", 400))
    there = _event(_place("A", 400), _place("B", 40), claims=(_killed(60), _killed(30)))
    found = _options(elsewhere, elsewhere, there)
    assert [(option.value.name, option.hurt) for option in found] == [("B", (20, 21)), ("A", ())]


def test_whom_no_place_stands_beside_is_hurt_nowhere() -> None:
    far, country = _place("A", 400), _place("B", 40)
    wide = replace(country, value=replace(country.value, kind="country"))
    assert all(not o.hurt for o in _options(_event(far, wide, claims=(_killed(60),))))


def test_the_total_of_a_title_is_hurt_nowhere() -> None:
    told = _event(_place("A", 90), claims=(_killed(60),))
    assert _options(told, title="عنوان")[0].hurt == (0,)
    assert _options(told, title="عنوان طويل" * 7)[0].hurt == ()


def test_of_two_dates_the_more_surely_read_comes_first() -> None:
    def told(day: str, confidence: float) -> Event:
        value = DateValue(day, day, "day", "stated")
        return replace(_event(), when=When(value, TITLE, day, (), None, confidence))

    events = told("2025-05-16", 0.6), told("2025-05-17", 0.9), told("2025-05-15", 0.9)
    pieces = [piece(Report(f"r{n}", ""), event) for n, event in enumerate(events)]
    found = dates(pieces, {piece.report.id: n for n, piece in enumerate(pieces)})
    assert [option.start[-2:] for option in found] == ["15", "17", "16"]


def test_people_of_another_clause_are_hurt_elsewhere() -> None:
    near, far = _place("Sarmin", 20), _place("Binnish", 90)
    told = _event(near, far, claims=(_killed(50),))
    stop = Report("r", "x" * 40 + "." + "x" * 90)
    assert _hurt_at(stop, told) == "Binnish", "the stop parts them from the nearer place"
    assert _hurt_at(Report("r", "x" * 131), told) == "Sarmin"
    assert _hurt_at(stop, told, kept=True) == "Binnish", "as a database has it, without the body"


def _hurt_at(report: Report, event: Event, kept: bool = False) -> str:
    """Where the people of an event are hurt, if its piece comes from a database or not."""
    own = piece(report, event)
    if kept:
        own = own._replace(report=replace(report, body=""))
    return next(where.value.name for where, _ in hurt_there(own))
