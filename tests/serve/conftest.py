"""A desk over invented incidents, and clients that ask it."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.link.build import extract, line
from tests.serve.asking import send
from waqai.model.making import singly
from waqai.read import receive
from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.passwords import hashed
from waqai.serve.settings import Settings
from waqai.store.accounts import ROLES, add_account
from waqai.store.database import open_database
from waqai.store.ingest import ingest
from waqai.store.linking import link

BASE = "http://127.0.0.1:8000"
PASSWORD = "a long password"
_TYPES = ("shelling", "air_strike", "raid", "arrest")
_PLACES = ("douma", "homs", "idlib", "saraqib", "-")
_ACTORS = ("SY-army", "RU-forces", "group")


def told(count: int = 150, seed: int = 7) -> Iterator[dict[str, str]]:
    """Reports of one to three events, long past; some without a day, a place or a figure."""
    chance = random.Random(seed)
    for n in range(count):
        lines = []
        for _ in range(chance.randint(1, 3)):
            day = f"2025-0{chance.randint(3, 6)}-{chance.randint(10, 28)}"
            more: dict[str, object] = {}
            if chance.random() < 0.8:
                more["killed"] = chance.randint(0, 40)
            if chance.random() < 0.3:
                more["killed"] = f"{chance.randint(6, 8)}@{chance.choice(('medic', 'official'))}"
            if chance.random() < 0.6:
                more["by"] = chance.choice(_ACTORS)
            day = day if chance.random() < 0.9 else "-"
            lines.append(line(chance.choice(_TYPES), chance.choice(_PLACES), day, **more))
        yield {"id": f"r{n:03d}", "published": "2025-07-20", "text": "\n".join(lines)}


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled database that nobody changes."""
    path = tmp_path_factory.mktemp("serve") / "w.db"
    file = path.with_suffix(".jsonl")
    file.write_text("\n".join(map(json.dumps, told())), encoding="utf-8")
    with open_database(str(path), write=True) as database:
        list(ingest(database, receive(str(file)), singly(extract)))
        list(link(database))
    return path


@pytest.fixture(scope="session")
def steady(whole: Path) -> Iterator[TestClient]:
    """A client of a desk that nobody changes, without accounts."""
    yield from _client(whole, Settings(who="tester"))


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """A database of the test's own."""
    return Path(shutil.copy(whole, tmp_path / "w.db"))


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """A client of a desk of the test's own, without accounts."""
    yield from _client(path, Settings(who="tester"))


@pytest.fixture(scope="session")
def kept_hash() -> str:
    return hashed(PASSWORD)


@pytest.fixture
def shared(path: Path, kept_hash: str) -> Iterator[Callable[[str | None], TestClient]]:
    """Clients of a desk with an account for each role, logged in (None: not)."""
    with open_database(str(path), write=True) as database, database.write() as connection:
        for role in ROLES:
            add_account(connection, role, role, kept_hash, "2026-01-01T00:00:00+00:00")
    desk = Desk(str(path), Settings())
    app = application(desk)

    def client_of(role: str | None) -> TestClient:
        made = TestClient(app, base_url=BASE, raise_server_exceptions=False)
        if role is not None:
            answer = send(made, "/api/login", {"name": role, "password": PASSWORD})
            assert answer.status_code == 200, answer.text
        return made

    yield client_of
    app.state.extraction.close()
    desk.close()


def _client(path: Path, settings: Settings) -> Iterator[TestClient]:
    desk = Desk(str(path), settings)
    with TestClient(application(desk), base_url=BASE, raise_server_exceptions=False) as made:
        yield made
    desk.close()
