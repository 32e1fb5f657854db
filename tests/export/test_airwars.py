"""Incidents as Airwars publishes them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tests.link.build import extract, line, report
from waqai.export.airwars import airwars
from waqai.link.stories import incidents
from waqai.model.event import Record
from waqai.model.report import Report
from waqai.model.span import Span

OTHERS = ("saraqib", "homs")


def test_rows_come_by_date_and_those_that_hurt_first() -> None:
    told = [
        report("a", line(place="homs", killed=0)),
        report("b", line(place="idlib", killed=4)),
        report("c", line(place="douma", day="2025-05-16", wounded=2), published="2025-05-16"),
        report("d", line(place="36.2,38.1", killed=9, background=1)),
    ]
    rows = list(airwars(incidents((r, extract(r)) for r in told)))
    assert [row["reports"] for row in rows] == [["c"], ["b"], ["a"]]
    assert [row["date"] for row in rows] == ["2025-05-16", "2025-05-17", "2025-05-17"]
    assert [row["killed"]["high"] for row in rows] == [None, 4, 0]
    assert (rows[1]["lat"], rows[1]["lon"]) == (35.9567, 36.7134)


def test_a_report_is_archived_under_its_news_and_not_under_what_it_tells_beside_it() -> None:
    told = [
        report("a", line(place="homs", killed=4)),
        report("b", line(place="homs", killed=4)),
        report("c", line(place="idlib", killed=2), line(place="homs", killed=4, background=1)),
        report("d", line(place="idlib", killed=2)),
        report("e", line(place="douma", killed=1), line(place="homs", killed=4, background=1)),
    ]
    rows = list(airwars(incidents((r, extract(r)) for r in told)))
    assert sorted(row["reports"] for row in rows) == [["a", "b", "e"], ["c", "d"], ["e"]]


def test_what_is_recalled_days_later_is_no_news() -> None:
    told = [
        report("a", line(place="homs", killed=4)),
        report(
            "b",
            line(place="idlib", killed=2, day="2025-05-21"),
            line(place="homs", killed=4, background=1),
            published="2025-05-21",
        ),
    ]
    rows = list(airwars(incidents((r, extract(r)) for r in told)))
    assert [row["reports"] for row in rows] == [["a"], ["b"]]


def test_each_place_where_people_are_told_hurt_is_a_row() -> None:
    """One report tells of dead in two towns and of a third that was struck too."""
    told = report("a", line(place="idlib", killed=3, wounded=1))
    record = extract(told)
    (event,) = record.events
    other, third = (extract(report("x", line(place=name))).events[0].where for name in OTHERS)
    far = [replace(event.claims[0], low=2, high=2, span=Span(400, 410))]
    where = event.where + tuple(
        replace(w, span=Span(at, at + 5)) for w, at in ((other[0], 420), (third[0], 900))
    )
    both = replace(event, where=where, claims=(*event.claims, *far))
    rows = list(airwars(incidents([(told, replace(record, events=(both,)))])))
    assert [row["incident"].partition("/")[2] for row in rows] == ["", "1"]
    assert [row["reports"] for row in rows] == [["a"], ["a"]]
    assert {row["lat"] for row in rows} == {35.9567, 35.8617}
    assert sorted(row["killed"]["high"] for row in rows)[-1] == 3


def test_another_attack_of_the_round_is_a_row_and_history_is_none() -> None:
    """One report of a shelling tells of the dead of another that day, and of one weeks before."""
    told = [
        report(
            "a",
            line(place="idlib", killed=3),
            line(place="saraqib", killed=2, background=1),
            line(place="homs", killed=5, day="2025-04-02", background=1),
        ),
        report("b", line(place="douma", killed=4, background=1)),
    ]
    rows = list(airwars(incidents((r, extract(r)) for r in told)))
    assert [row["killed"]["high"] for row in rows] == [3, 2]
    assert [row["incident"].partition("/")[2] for row in rows] == ["", "1"]
    assert [row["reports"] for row in rows] == [["a"], ["a"]]


def _rows_of(body: str, claims: tuple[tuple[int, str], ...], places: dict[str, str]) -> Any:
    """Rows of a report that tells one event: wounded by figure and words, places by their words."""
    told = Report("a", body, None, "2025-05-18", "one", language="ar")
    (event,) = extract(report("x", line(place="idlib", wounded=1))).events

    def span(words: str) -> Span:
        at = body.index(words)
        return Span(at, at + len(words))

    where = []
    for name, words in places.items():
        (one,) = extract(report("x", line(place=name))).events[0].where
        where.append(replace(one, span=span(words), text=words))
    (claim,) = event.claims
    own = tuple(replace(claim, low=n, high=n, span=span(words), text=words) for n, words in claims)
    made = replace(event, where=tuple(where), claims=own)
    rows = airwars(incidents([(told, Record("a", told.published, "ar", "0", (made,)))]))
    return {(row["lat"], row["wounded"]["high"]) for row in rows}


def test_places_whose_figures_add_up_have_each_its_own() -> None:
    body = "أصيب خمسة مدنيين، ثلاثة منهم في سراقب بقصف على الحي. وأصيب اثنان آخران في إدلب."
    claims = ((5, "خمسة مدنيين"), (3, "ثلاثة منهم"), (2, "اثنان آخران"))
    rows = _rows_of(body, claims, {"idlib": "إدلب", "saraqib": "سراقب"})
    assert rows == {(35.9567, 2), (35.8617, 3)}


def test_whom_a_clause_tells_stands_beside_its_own_place() -> None:
    body = "أصيب خمسة مدنيين بقصف على سراقب، كما أصيب طفل بقصف مماثل على أطراف إدلب."
    claims = ((5, "خمسة مدنيين"), (1, "طفل"))
    rows = _rows_of(body, claims, {"saraqib": "سراقب", "idlib": "إدلب"})
    assert rows == {(35.8617, 5), (35.9567, 1)}
