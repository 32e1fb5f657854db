"""One incident and one report: every figure with its words; no private name where it may not be."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import BASE
from waqai.cli.extractor import extractor
from waqai.model.making import singly
from waqai.read import receive
from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.settings import Settings
from waqai.store.database import open_database
from waqai.store.ingest import ingest
from waqai.store.linking import link

EXAMPLES = Path(__file__).parents[2] / "examples"
NAME = "حسن"
STORIES = [
    {
        "id": "own-1",
        "published": "2024-02-10",
        "title": "مقتل المواطن حسن العبيدي برصاص مسلحين في تلعفر",
        "text": "قتل المواطن حسن العبيدي وأصيب شقيقه كريم العبيدي برصاص مسلحين مجهولين في تلعفر "
        "أمس الجمعة، وفق ما قال جاره حسن محمود لوكالة محلية.\nوقال قائد الشرطة العميد صالح "
        "الجبوري إن قواته تبحث عن المسلحين.",
    },
    {
        "id": "own-2",
        "published": "2024-02-10",
        "text": "قتل شخصان أحدهما المواطن حسن العبيدي برصاص مسلحين في تلعفر الجمعة، وفق مصدر أمني.",
    },
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stories") / "w.db"
    own = path.with_suffix(".jsonl")
    own.write_text("\n".join(map(json.dumps, STORIES)), encoding="utf-8")
    record = extractor().record
    with open_database(str(path), write=True) as database:
        for file in (own, *sorted(EXAMPLES.glob("*.jsonl"))):
            list(ingest(database, receive(str(file)), singly(record)))
        list(link(database))
    return path


Seeing = Callable[[bool], TestClient]


@pytest.fixture(scope="module")
def seeing(database: Path) -> Iterator[Seeing]:
    """Clients of somebody who sees names, or does not."""
    desks = {names: Desk(str(database), Settings(names=names)) for names in (True, False)}
    yield lambda names: TestClient(application(desks[names]), base_url=BASE)
    for desk in desks.values():
        desk.close()


@pytest.fixture(params=[True, False], ids=["names", "masked"])
def client(request: pytest.FixtureRequest, seeing: Seeing) -> TestClient:
    return seeing(request.param)


def details(client: TestClient) -> list[dict[str, Any]]:
    items = client.get("/api/incidents", params={"limit": 200}).json()["items"]
    assert len(items) > 15
    return [client.get(f"/api/incidents/{item['id']}").json() for item in items]


def test_every_figure_stands_in_a_passage(client: TestClient) -> None:
    shown = client.get("/api/me").json()["names_shown"]
    for one in details(client):
        told = (*one["incident"]["accounts"], *one["incident"]["responsibility"])
        for account in told:
            start, end = account["span"]["start"], account["span"]["end"]
            passages = one["texts"][account["report"]]["passages"]
            (passage,) = [p for p in passages if p["start"] <= start and end <= p["end"]]
            words = passage["text"][start - passage["start"] : end - passage["start"]]
            assert len(passage["text"]) == passage["end"] - passage["start"]
            assert (words == account["words"]) or not shown
        for passage in (p for t in one["texts"].values() for p in t["passages"]):
            assert passage["text"] == passage["text"].strip() or passage["start"] == 0


def test_passages_are_of_the_report(seeing: Seeing) -> None:
    client = seeing(True)
    for one in details(client):
        for key, told in one["texts"].items():
            text = client.get(f"/api/reports/{key}").json()["report"]["text"]
            for passage in told["passages"]:
                assert text[passage["start"] : passage["end"]] == passage["text"]


def test_disputed_tolls_stand_side_by_side(client: TestClient) -> None:
    disputed = [one for one in details(client) if one["line"]["disputed"]]
    assert disputed
    for one in disputed:
        relations = [r for r in one["incident"]["relations"] if r["kind"] == "contradiction"]
        assert relations
        assert all(
            len(one["incident"]["accounts"]) > max(r["first"], r["second"]) for r in relations
        )


def test_mentions_cover_their_words(client: TestClient) -> None:
    items = client.get("/api/incidents", params={"limit": 200}).json()["items"]
    keys = {key for i in items for key in client.get(f"/api/incidents/{i['id']}").json()["texts"]}
    kinds = set()
    for key in sorted(keys):
        one = client.get(f"/api/reports/{key}").json()
        text = one["report"]["text"]
        assert one["kept"] is True
        for mention in one["mentions"]:
            kinds.add(mention["kind"])
            assert text[mention["start"] : mention["end"]] == mention["text"]
        starts = [(m["start"], -m["end"]) for m in one["mentions"]]
        assert starts == sorted(starts)
        assert {e["incident"] for e in one["events"]} - {None} == {
            i["id"] for i in one["incidents"]
        }
    assert kinds >= {"trigger", "date", "place", "actor", "claim", "speaker"}


def test_private_names_reach_nobody_who_may_not_see_them(seeing: Seeing) -> None:
    paths = ["/api/incidents?limit=200", "/api/queue?limit=200", "/api/reports/own-1",
             "/api/reports/own-2", "/api/judgements"]  # fmt: skip
    paths += [f"/api/export?format={kind}" for kind in ("csv", "jsonl", "geojson")]
    for names in (True, False):
        client = seeing(names)
        ids = [i["id"] for i in client.get("/api/incidents?limit=200").json()["items"]]
        texts = [client.get(path).text for path in (*paths, *(f"/api/incidents/{i}" for i in ids))]
        assert any(f"{NAME} العبيدي" in text for text in texts) == names
        assert any("العبيدي" in text for text in texts) == names
        assert any(f"{NAME} محمود" in text for text in texts) == names
        # Who holds an office is public.
        assert any(
            "صالح الجبوري" in text.replace("صالح \\nالجبوري", "صالح الجبوري") for text in texts
        )


def test_a_covered_name_moves_no_offset(seeing: Seeing) -> None:
    plain, covered = (seeing(n).get("/api/reports/own-1").json()["report"] for n in (True, False))
    assert len(plain["text"]) == len(covered["text"])
    assert "█" in covered["text"]
    assert all(c in (p, "█") for p, c in zip(plain["text"], covered["text"], strict=True))
    assert covered["text"] == f"{covered['title']}\n{covered['body']}"


def test_nobody_is_found_by_a_name_that_is_withheld(seeing: Seeing) -> None:
    client = seeing(True)
    lines = client.get("/api/incidents?limit=200").json()["items"]
    persons = [p["name"] for i in lines for p in (*i["by"], *i["to"]) if _is_private(p)]
    for name in persons:
        asked = {"actor": name}
        assert client.get("/api/incidents", params=asked).json()["total"] > 0
        assert seeing(False).get("/api/incidents", params=asked).json()["total"] == 0


def _is_private(party: dict[str, Any]) -> bool:
    return party["kind"] == "person" and party["id"] is None


def test_what_is_not_there(client: TestClient) -> None:
    for path in (
        "/api/incidents/none",
        "/api/reports/none",
        "/api/incidents/%00",
        "/api/reports/%D8",
    ):
        answer = client.get(path)
        assert answer.status_code == 404
        assert answer.json()["error"]["do"]


def test_an_event_leads_to_its_incident(client: TestClient) -> None:
    one = details(client)[0]
    event = one["incident"]["members"][0]["event"]
    found = client.get(f"/api/incidents/{event}").json()
    assert found["moved_to"] == one["incident"]["id"]


def test_what_may_be_the_same_is_another_incident(steady: TestClient) -> None:
    lines = steady.get("/api/incidents", params={"limit": 60}).json()["items"]
    near = [
        (i["id"], n) for i in lines for n in steady.get(f"/api/incidents/{i['id']}").json()["near"]
    ]
    assert near
    for key, other in near:
        assert other["line"]["id"] != key
        assert other["why"]
    for line in lines:
        scores = [n["score"] for n in steady.get(f"/api/incidents/{line['id']}").json()["near"]]
        assert scores == sorted(scores, reverse=True)
