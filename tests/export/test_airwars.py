"""Incidents as Airwars publishes them."""

from __future__ import annotations

from tests.link.build import extract, line, report
from waqai.export.airwars import airwars
from waqai.link.stories import incidents


def test_rows_come_by_date_and_those_that_hurt_first() -> None:
    told = [
        report("a", line(place="homs", killed=0)),
        report("b", line(place="idlib", killed=4)),
        report("c", line(place="douma", day="2025-05-16", wounded=2), published="2025-05-16"),
        report("d", line(place="saraqib", killed=9, background=1)),
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
