"""Judgements by the desk: made, seen everywhere, taken back; each once, each in the log."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.serve.asking import all_items, send

PATH = "/api/judgements"


@pytest.fixture
def first(client: TestClient) -> str:
    found: str = client.get("/api/incidents", params={"sort": "-killed"}).json()["items"][0]["id"]
    return found


def line(client: TestClient, key: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/incidents/{key}").json()["line"]
    return found


def test_correct_and_undo(client: TestClient, first: str) -> None:
    before = line(client, first)
    asked = {"verdict": "correct", "ids": [first], "slot": "killed", "low": 77, "why": "the list"}
    made = send(client, PATH, asked)
    assert made.status_code == 201
    key = made.json()["judgement"]["id"]
    assert made.json()["incidents"] == [first]
    assert line(client, first)["figures"]["killed"] == {
        "low": 77,
        "best": 77,
        "high": 77,
        "open": False,
    }
    assert line(client, first)["judged"] is True
    listed = client.get("/api/incidents", params={"killed": 77}).json()
    assert [item["id"] for item in listed["items"]] == [first]
    assert made.json()["lines"] == listed["items"]
    one = client.get(f"/api/incidents/{first}").json()
    assert [j["judgement"]["id"] for j in one["judgements"]] == [key]
    assert one["judgements"][0]["in_force"] is True
    undone = send(client, f"{PATH}/{key}/undo", {"why": "a slip"})
    assert undone.status_code == 201
    assert line(client, first) == before
    held = client.get(PATH, params={"incident": first}).json()["items"]
    assert [(j["judgement"]["verdict"], j["in_force"]) for j in held] == [
        ("undo", False),
        ("correct", False),
    ]
    assert held[1]["undone_by"] == undone.json()["judgement"]["id"]
    again = send(client, f"{PATH}/{undone.json()['judgement']['id']}/undo", {})
    assert again.status_code == 201
    assert line(client, first)["figures"]["killed"]["best"] == 77


def test_merge_keeps_both_ids(client: TestClient) -> None:
    items = client.get("/api/incidents").json()["items"]
    pair = [items[0]["id"], items[-1]["id"]]
    made = send(client, PATH, {"verdict": "merge", "ids": pair}).json()
    (kept,) = made["incidents"]
    gone = next(key for key in pair if key != kept)
    answer = client.get(f"/api/incidents/{gone}").json()
    assert answer["moved_to"] == kept
    assert answer["incident"]["id"] == kept
    assert client.get(f"/api/incidents/{kept}").json()["moved_to"] is None
    # A judgement on the id that the screen still shows is one on the incident.
    send(client, PATH, {"verdict": "accept", "ids": [gone]})
    assert len(client.get(f"/api/incidents/{kept}").json()["judgements"]) == 2
    send(client, f"{PATH}/{made['judgement']['id']}/undo", {})
    assert {i["id"] for i in all_items(client, "/api/incidents", limit=200)} >= set(pair)


def test_split(client: TestClient) -> None:
    items = all_items(client, "/api/incidents", limit=200)
    key = next(item["id"] for item in items if item["reports"] > 1)
    members = client.get(f"/api/incidents/{key}").json()["incident"]["members"]
    made = send(
        client, PATH, {"verdict": "split", "ids": [members[-1]["event"]], "others": [key]}
    ).json()
    assert len(made["incidents"]) > 1


def test_the_same_key_judges_once(client: TestClient, first: str) -> None:
    asked = {"verdict": "accept", "ids": [first]}
    once = {"Idempotency-Key": "press-1"}
    made, again = (send(client, PATH, asked, **once) for _ in range(2))
    assert (made.status_code, again.status_code) == (201, 200)
    assert made.json() == again.json()
    assert len(client.get(PATH).json()["items"]) == 1
    assert send(client, PATH, asked).json()["judgement"]["id"] != made.json()["judgement"]["id"]


def test_history_by_pages(client: TestClient, first: str) -> None:
    for _ in range(5):
        send(client, PATH, {"verdict": "accept", "ids": [first]})
    whole = client.get(PATH).json()
    assert whole["next"] is None
    begun = client.get(PATH, params={"limit": 3}).json()
    rest = client.get(PATH, params={"limit": 3, "cursor": begun["next"]}).json()
    assert begun["items"] + rest["items"] == whole["items"]
    assert rest["next"] is None
    assert client.get(PATH, params={"cursor": "x"}).status_code == 400


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"verdict": "accept", "ids": []}, 422),
        ({"verdict": "accept", "ids": ["nothing"]}, 400),
        ({"verdict": "merge", "ids": ["FIRST"]}, 400),
        ({"verdict": "merge", "ids": ["FIRST", "FIRST"], "slot": "killed"}, 400),
        ({"verdict": "split", "ids": ["FIRST"], "others": ["FIRST"]}, 400),
        ({"verdict": "correct", "ids": ["FIRST"], "slot": "killed", "low": 3}, 422),
        ({"verdict": "correct", "ids": ["FIRST"], "slot": "killed", "why": "w"}, 400),
        ({"verdict": "correct", "ids": ["FIRST"], "slot": "x", "low": 3, "why": "w"}, 400),
        ({"verdict": "correct", "ids": ["FIRST"], "slot": "date", "value": "x", "why": "w"}, 400),
        ({"verdict": "correct", "ids": ["FIRST"], "slot": "killed", "low": -1, "why": "w"}, 422),
        (
            {"verdict": "correct", "ids": ["FIRST"], "slot": "killed", "low": 5, "high": 3,
             "why": "w"}, 400,
        ),
        ({"verdict": "correct", "ids": ["FIRST"], "slot": "place", "value": "nan,1,x",
          "why": "w"}, 400),
        ({"verdict": "undo", "ids": ["FIRST"]}, 422),
        ({"verdict": "accept", "ids": ["FIRST"], "who": "somebody else"}, 422),
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_changes_nothing(
    client: TestClient, first: str, asked: dict[str, Any], status: int
) -> None:
    asked = {**asked, "ids": [first if key == "FIRST" else key for key in asked["ids"]]}
    if "others" in asked:
        asked["others"] = [first]
    answer = send(client, PATH, asked)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]["what"]
    assert client.get(PATH).json()["items"] == []
    assert client.get("/api/audit").json()["items"] == []


def test_undo_of_nothing(client: TestClient) -> None:
    assert send(client, f"{PATH}/none/undo", {}).status_code == 404


def test_every_change_is_in_the_log(client: TestClient, first: str) -> None:
    made = send(client, PATH, {"verdict": "accept", "ids": [first]}).json()["judgement"]["id"]
    send(client, f"{PATH}/{made}/undo", {"why": "no"})
    log = client.get("/api/audit").json()["items"]
    assert [(e["action"], e["who"], e["detail"]["verdict"]) for e in log] == [
        ("judge", "tester", "undo"),
        ("judge", "tester", "accept"),
    ]
    assert log[1]["about"] == made
    newer = client.get("/api/audit", params={"limit": 1}).json()
    older = client.get("/api/audit", params={"limit": 1, "cursor": newer["next"]}).json()
    assert newer["items"] + older["items"] == log
