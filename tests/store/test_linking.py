"""Incidents in the database: whatever the order and the batches, and under judgements."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.link.build import extract, line
from waqai.errors import UsageError
from waqai.model.incident import Incident
from waqai.model.making import singly
from waqai.read import receive
from waqai.store import deciding
from waqai.store.database import Database, open_database
from waqai.store.incidents import incidents
from waqai.store.ingest import ingest, reread
from waqai.store.judging import anchors_of, judge, judgement_of
from waqai.store.linking import link
from waqai.store.verify import verify

WHO = {"who": "me", "why": "so", "at": "2026-01-01T00:00:00+00:00"}


@pytest.fixture
def database(tmp_path: Path) -> Iterable[Database]:
    with open_database(str(tmp_path / "w.db"), write=True) as made:
        yield made


def stories(count: int = 60, seed: float = 1) -> list[tuple[str, str]]:
    chance = random.Random(seed)
    found = []
    for n in range(count):
        lines = [
            line(
                chance.choice(("shelling", "air_strike", "raid")),
                chance.choice(("douma", "homs", "idlib", "saraqib", "-")),
                f"2025-05-{chance.randint(10, 18)}",
                killed=chance.randint(1, 9),
            )
            for _ in range(chance.randint(1, 3))
        ]
        found.append((f"r{n:03d}", "\n".join(lines)))
    return found


def read(database: Database, told: Iterable[tuple[str, str]]) -> None:
    path = Path(database.path).with_suffix(".jsonl")
    rows = ({"id": key, "published": "2025-05-18", "text": text} for key, text in told)
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    list(ingest(database, receive(str(path)), singly(extract)))


def linked(database: Database, everything: bool = False) -> list[Incident]:
    list(link(database, everything))
    return held(database)


def held(database: Database) -> list[Incident]:
    with database.read() as connection:
        return list(incidents(connection))


def test_any_order_and_batches(tmp_path: Path) -> None:
    told = stories()
    with open_database(str(tmp_path / "a.db"), write=True) as whole:
        read(whole, told)
        expected = linked(whole)
        assert linked(whole) == expected
        assert linked(whole, everything=True) == expected
    assert any(len(one.members) > 3 for one in expected)
    for seed, size in ((1, 1), (2, 7), (3, 25)):
        random.Random(seed).shuffle(told)
        with open_database(str(tmp_path / f"{seed}.db"), write=True) as parts:
            for first in range(0, len(told), size):
                read(parts, told[first : first + size])
                linked(parts)
            assert held(parts) == expected


def test_many_at_once_equal_a_few_at_a_time(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from waqai.store import linking

    read(database, stories())
    few = linked(database)
    monkeypatch.setattr(linking, "_MANY", 1)
    assert linked(database, everything=True) == few


def test_a_new_version_takes_the_place_of_the_old(database: Database) -> None:
    read(database, [("a", line(killed=3)), ("b", line(killed=3)), ("c", line(killed=3))])
    (one,) = linked(database)
    assert len(one.members) == 3
    read(database, [("b", line(place="homs", killed=3))])
    found = linked(database)
    assert sorted(len(incident.members) for incident in found) == [1, 2]


def test_verify_checks_incidents(database: Database) -> None:
    read(database, stories(20))
    linked(database)
    with database.read() as connection:
        assert [fault for fault in verify(connection) if fault] == []
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM member WHERE id = 1")
    with database.read() as connection:
        (fault,) = [fault for fault in verify(connection) if fault]
    assert "waqai link --all" in fault.what


def test_rereading_changes_nothing(database: Database) -> None:
    read(database, stories(30))
    before = linked(database)
    list(reread(database, singly(extract), everything=True))
    assert linked(database) == before


def decide(database: Database, verdict: str, *keys: str, **more: object) -> str:
    with database.write() as connection:
        others = more.pop("others", ())
        made = judgement_of(
            connection,
            verdict,
            anchors_of(connection, keys),
            anchors_of(connection, others),
            **{**WHO, **more},
        )
        judge(connection, made)
    return made.id


def test_a_split_survives_ten_more_reports_and_rereading(database: Database) -> None:
    read(database, [(key, line(killed=3)) for key in "abcd"])
    (one,) = linked(database)
    event = next(m.event for m in one.members if m.report == "c")
    rest = [m.event for m in one.members if m.report != "c"]
    key = decide(database, "split", event, others=rest)
    assert sorted(len(i.members) for i in linked(database)) == [1, 3]
    read(database, [(f"n{n}", line(killed=3)) for n in range(10)])
    list(reread(database, singly(extract), everything=True))
    for found in (linked(database), linked(database, everything=True)):
        together = [{m.report for m in i.members} for i in found]
        assert not any({"c"} < reports and reports & set("abd") for reports in together)
        assert sum(map(len, together)) == 14
    decide(database, "undo", undoes=key)
    assert [len(i.members) for i in linked(database)] == [14]


def test_a_merge_joins_what_is_apart(database: Database) -> None:
    read(database, [("a", line(killed=3)), ("b", line(place="homs", killed=3))])
    keys = [one.id for one in linked(database)]
    assert len(keys) == 2
    decide(database, "merge", *keys)
    (one,) = linked(database)
    assert {m.report for m in one.members} == {"a", "b"}
    assert one.judgements
    assert "an analyst judged them the same" in one.members[0].why


def test_a_date_and_a_place_that_are_not_so(database: Database) -> None:
    read(database, [("a", line(killed="7@medic"))])
    (before,) = linked(database)
    day, there = before.dates[0], before.places[0].value
    told = {"who": "me", "why": "so"}
    with database.write() as connection:
        deciding.decide(connection, "reject", [before.id], slot="place", **told)
        days = f"{day.start}/{day.end}"
        deciding.decide(connection, "reject", [before.id], slot="date", value=days, **told)
    (one,) = linked(database)
    assert there not in [option.value for option in one.places]
    assert day.start not in [option.start for option in one.dates]
    with database.write() as connection, pytest.raises(UsageError, match="no place to reject"):
        deciding.decide(connection, "reject", [one.id], slot="place", **told)


def test_values_accepted_corrected_rejected(database: Database) -> None:
    read(database, [("a", line(killed="7@medic")), ("b", line(killed="8@official"))])
    (one,) = linked(database)
    assert one.disputed
    decide(database, "correct", one.id, slot="killed", low=5, high=5)
    (one,) = linked(database)
    judged = [v for v in one.views if v.slot == "killed" and v.people == "all"]
    assert {(v.policy, v.best) for v in judged} == {
        ("lowest", 5), ("best", 5), ("latest_official", 5), ("range", None),
    }  # fmt: skip
    assert [a.low for a in one.accounts] == [7, 8]
    decide(database, "correct", one.id, slot="date", value="2025-05-16")
    decide(database, "correct", one.id, slot="place", value="33.5,36.3,Damascus")
    (one,) = linked(database)
    assert one.dates[0].start == "2025-05-16"
    assert one.places[0].value.name == "Damascus"
    event = next(m.event for m in one.members if m.report == "b")
    decide(database, "reject", event, slot="killed", low=8)
    (one,) = linked(database)
    assert [a.standing for a in one.accounts] == ["current", "rejected"]
    assert not one.disputed
    decide(database, "accept", event, slot="killed", low=8)
    (one,) = linked(database)
    assert [a.standing for a in one.accounts] == ["current", "current"], "the later holds"
    decide(database, "reject", event, slot="killed")
    (one,) = linked(database)
    assert [a.standing for a in one.accounts] == ["current", "rejected"]
    rejected = decide(database, "reject", event)
    (one,) = linked(database)
    assert {m.report for m in one.members} == {"a"}
    decide(database, "undo", undoes=rejected)
    (one,) = linked(database)
    assert {m.report for m in one.members} == {"a", "b"}
