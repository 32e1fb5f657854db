"""Incidents of very many tied events: cut by their ties alone, whatever came when."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.store.test_linking import decide, held, linked, read, stories
from waqai.link import cluster, linker
from waqai.store import building, linking, schema
from waqai.store.database import Database, open_database
from waqai.store.judging import current_rulings
from waqai.store.tellings import decode


@pytest.fixture(params=(2, 3, 6), autouse=True)
def _small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Components are large from a few events on, and few are built at a time."""
    monkeypatch.setattr(cluster, "_LARGEST", request.param)
    monkeypatch.setattr(building, "_BATCH", 5)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Database]:
    with open_database(str(tmp_path / "w.db"), write=True) as made:
        yield made


def of_all(database: Database) -> list[list[str]]:
    """The events of each incident as they are linked in memory, under the judgements in force."""
    with database.read() as connection:
        rulings = current_rulings(connection)
        told = map(decode, connection.execute(select(schema.telling.c.json)).scalars())
        kept = [telling for telling in told if telling.key not in rulings.rejected_events]
        return sorted(sorted(group.keys) for group in linker.link(kept, rulings.bonds))


def of_incidents(database: Database) -> list[list[str]]:
    return sorted(sorted(member.event for member in one.members) for one in held(database))


def decided(database: Database, chance: random.Random) -> None:
    """Some judgement of events that there are."""
    found = held(database)
    one, other = chance.sample(found, 2)
    event = chance.choice(one.members).event
    match chance.choice(("merge", "split", "reject")):
        case "merge":
            decide(database, "merge", one.id, other.id)
        case "split" if len(one.members) > 1:
            rest = [m.event for m in one.members if m.event != event]
            decide(database, "split", event, others=rest)
        case _:
            decide(database, "reject", event)


@pytest.mark.parametrize("seed", range(3))
def test_cut_the_same_in_any_order_and_batches(fresh: Database, tmp_path: Path, seed: int) -> None:
    told = stories(40, seed)
    read(fresh, told)
    expected = linked(fresh)
    assert of_incidents(fresh) == of_all(fresh)
    assert linked(fresh, everything=True) == expected
    chance = random.Random(seed)
    chance.shuffle(told)
    with open_database(str(tmp_path / "parts.db"), write=True) as parts:
        while told:
            some = chance.randint(1, 9)
            read(parts, told[:some])
            del told[:some]
            linked(parts)
        assert held(parts) == expected


@pytest.mark.parametrize("seed", range(4))
def test_what_comes_and_goes_leaves_what_all_anew_would_be(fresh: Database, seed: int) -> None:
    chance = random.Random(seed)
    told = stories(30, seed)
    read(fresh, told)
    linked(fresh)
    for step in range(12):
        if chance.random() < 0.4:
            decided(fresh, chance)
        else:
            key, _ = chance.choice(told)
            read(fresh, [(key if step % 2 else f"n{step}", stories(1, chance.random())[0][1])])
        now = linked(fresh)
        assert of_incidents(fresh) == of_all(fresh)
        assert linked(fresh, everything=True) == now


def test_many_opened_are_linked_as_few_are(
    fresh: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(fresh, stories(50))
    few = linked(fresh)
    monkeypatch.setattr(linking, "_MANY", 1)
    assert linked(fresh, everything=True) == few
