"""Lines and their columns: brought up to date they are what they would be made anew."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import func, select

from tests.link.build import line
from tests.store.test_linking import WHO, read, stories
from waqai.store import schema
from waqai.store.columns.selecting import selected
from waqai.store.columns.sorting import SORTS, Orders
from waqai.store.columns.table import Table, load, renewed
from waqai.store.columns.texts import NONE, Reports, lines_with, renewed_reports
from waqai.store.database import Database, open_database
from waqai.store.incidents import incident_of, incidents
from waqai.store.judging import anchors_of, judge, judgement_of
from waqai.store.linking import link
from waqai.store.query import Query
from waqai.store.verify import verify


def table(database: Database) -> Table:
    with database.read() as connection:
        return load(connection)


def told(found: Table) -> list[tuple[Any, ...]]:
    """What a table says of each incident, by its id; codes as words."""
    names = ("first", "last", "killed", "disputed", "judged", "main", "lat", "lon", "need")
    rows = []
    for n in range(len(found)):
        words = [
            getattr(found.words, name).word(int(getattr(found, name)[n]))
            for name in ("type", "status", "country", "admin1")
        ]
        facets = sorted(
            (found.words.facet.word(int(word)), int(kind))
            for line_id, word, kind in found.facets.T
            if line_id == found.line[n]
        )
        rows.append(
            (int(found.key[n]), *(repr(getattr(found, k)[n]) for k in names), words, facets)
        )
    return sorted(rows)


def pairs(found: Reports) -> list[tuple[int, int]]:
    return sorted(set(zip(found.version.tolist(), found.line.tolist(), strict=True)))


def test_every_incident_has_its_line(tmp_path: Path) -> None:
    with open_database(str(tmp_path / "w.db"), write=True) as database:
        read(database, stories())
        list(link(database))
        with database.read() as connection:
            keys = sorted(int(i.id, 16) for i in incidents(connection))
        assert sorted(table(database).key.tolist()) == keys
        with database.write() as connection:
            connection.exec_driver_sql("DELETE FROM line WHERE id = (SELECT min(id) FROM line)")
        with database.read() as connection:
            (fault,) = [found for found in verify(connection) if found]
        assert "line" in fault.what


def test_brought_up_to_date_is_made_anew(tmp_path: Path) -> None:
    reports = stories(80)
    random.Random(5).shuffle(reports)
    with open_database(str(tmp_path / "w.db"), write=True) as database:
        known, held = table(database), NONE
        for first in range(0, 80, 16):
            read(database, reports[first : first + 16])
            list(link(database))
            with database.read() as connection:
                known = renewed(connection, known)
                assert renewed(connection, known) is known
                held = renewed_reports(connection, held, known.line)
                assert pairs(held) == pairs(renewed_reports(connection, NONE, known.line))
            assert told(known) == told(table(database))
        with database.write() as connection:
            key = f"{int(known.key[0]):016x}"
            about = anchors_of(connection, (key,))
            judge(connection, judgement_of(connection, "reject", about, **WHO))
        list(link(database))
        with database.read() as connection:
            after = renewed(connection, known)
        assert len(after) == len(known) - 1
        assert told(after) == told(table(database))


def test_order_and_pages_do_not_depend_on_history(tmp_path: Path) -> None:
    tables = []
    for seed in (1, 2):
        reports = stories(60)
        random.Random(seed).shuffle(reports)
        with open_database(str(tmp_path / f"{seed}.db"), write=True) as database:
            for first in range(0, 60, 30):
                read(database, reports[first : first + 30])
                list(link(database))
            tables.append(table(database))
    one, other = tables
    every = [np.ones(len(one), np.bool_)] * 2
    for sort in SORTS:
        rows = [Orders(t).all(mask, sort) for t, mask in zip(tables, every, strict=True)]
        assert one.key[rows[0]].tolist() == other.key[rows[1]].tolist()
        paged, after, orders = [], None, Orders(one)
        while True:
            found = orders.page(every[0], sort, 7, after)
            paged += found.rows.tolist()
            after = found.next
            if after is None:
                break
        assert paged == rows[0].tolist()


def test_no_line_id_is_given_out_twice(tmp_path: Path) -> None:
    with open_database(str(tmp_path / "w.db"), write=True) as database:
        read(database, [("r1", line()), ("r2", line("raid", "idlib"))])
        list(link(database))
        seen: set[int] = set()
        for _ in range(3):
            ids = set(table(database).line.tolist())
            assert ids.isdisjoint(seen)
            seen |= ids
            list(link(database, everything=True))


def test_a_former_id_leads_to_where_its_event_is(tmp_path: Path) -> None:
    with open_database(str(tmp_path / "w.db"), write=True) as database:
        read(database, [("r2", line(killed=3))])
        list(link(database))
        with database.read() as connection:
            (before,) = incidents(connection)
        path = Path(database.path).with_suffix(".jsonl")
        path.unlink()
        with database.write() as connection:
            connection.execute(schema.version.update().values(published="2025-05-19"))
        read(database, [("r1", line(killed=3))])
        list(link(database, everything=True))
        with database.read() as connection:
            (after,) = incidents(connection)
            assert incident_of(connection, before.id) == after
            assert incident_of(connection, before.members[0].event) == after
            number = connection.execute(select(func.count()).select_from(schema.former)).scalar()
    assert number == (1 if before.id == after.id else 2)


@pytest.mark.parametrize(("text", "number"), [("homs", 1), ("HOMS", 1), ("nowhere", 0), ("؟", 0)])
def test_words_of_reports(tmp_path: Path, text: str, number: int) -> None:
    with open_database(str(tmp_path / "w.db"), write=True) as database:
        read(database, [("r1", line(place="homs")), ("r2", line("raid", "idlib"))])
        list(link(database))
        with database.read() as connection:
            lines = load(connection).line
            found = lines_with(connection, text, renewed_reports(connection, NONE, lines))
        mask = selected(table(database), Query(text=text), found)
    assert int(mask.sum()) == len(found) == number
