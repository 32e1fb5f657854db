"""The desk's bench: what it asks is answered, and its database is what it says."""

from __future__ import annotations

import random
from pathlib import Path

from starlette.testclient import TestClient

from bench.desk import entered, filled, listing, overview
from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.settings import Settings
from waqai.store.database import open_database


def test_what_it_asks_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    assert filled(path, 60) > 40
    with open_database(str(path), write=True) as database:
        tokens = entered(database, 2)
    desk = Desk(str(path), Settings())
    chance, totals, texts = random.Random(1), [], []
    with TestClient(application(desk), base_url="http://127.0.0.1") as client:
        for n in range(120):
            client.cookies.set("waqai_session", tokens[n % 2])
            answer = client.get(listing(chance))
            assert answer.status_code == 200, answer.text
            totals.append(answer.json()["total"])
            texts.append(answer.text)
            assert client.get(overview(chance)).status_code == 200
    desk.close()
    assert len(set(totals)) > 5
    assert "[اسم محجوب]" in texts[0] + texts[2]
