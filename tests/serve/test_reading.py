"""Reading what is pasted and sent: shown, and kept only when asked to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tests.serve.asking import send
from waqai.serve.extraction import Asked, Extraction
from waqai.store.database import open_database
from waqai.store.verify import verify

STORY = {
    "title": "قصف على سوق في دوما",
    "body": "قتل تسعة مدنيين في قصف مدفعي على سوق شعبية في مدينة دوما أمس الثلاثاء، "
    "وفق الدفاع المدني، بينهم المواطن حسن العبيدي.",
    "published": "2025-03-12",
    "outlet": "وكالة الغوطة",
}


def test_read_without_keeping(client: TestClient, path: Path) -> None:
    before = path.stat().st_mtime_ns, client.get("/api/health").json()["incidents"]
    one = send(client, "/api/read", STORY).json()
    text = one["report"]["text"]
    assert one["kept"] is False
    assert "العبيدي" not in json.dumps(one, ensure_ascii=False)
    assert {m["kind"] for m in one["mentions"]} >= {"number", "place", "trigger", "date"}
    assert all(text[m["start"] : m["end"]] == m["text"] for m in one["mentions"])
    (event,) = [e["event"] for e in one["events"] if e["event"]["type"] == "shelling"]
    assert event["claims"][0]["low"] == 9
    assert client.get("/api/health").json()["incidents"] == before[1]
    assert client.get(f"/api/reports/{one['report']['id']}").status_code == 404


def test_keep_links_and_logs(client: TestClient, path: Path) -> None:
    one = send(client, "/api/read", {**STORY, "keep": True}).json()
    assert one["kept"] is True
    assert one["incidents"]
    kept = client.get(f"/api/reports/{one['report']['id']}").json()
    assert kept["report"]["outlet"] == STORY["outlet"]
    assert [e["action"] for e in client.get("/api/audit").json()["items"]] == ["read"]
    found = client.get("/api/incidents", params={"text": "سوق شعبية"}).json()["items"]
    assert {i["id"] for i in found} == {i["id"] for i in one["incidents"]}
    with open_database(str(path)) as database, database.read() as connection:
        faults = [f for f in verify(connection) if f and f.where.startswith(one["report"]["id"])]
    assert faults == []


def post_file(client: TestClient, raw: bytes, **asked: Any) -> dict[str, Any]:
    headers = {"X-Waqai-CSRF": client.get("/api/me").json()["csrf"],
               "content-type": "application/octet-stream"}  # fmt: skip
    answer = client.post("/api/read/file", content=raw, params=asked, headers=headers)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_files_of_every_kind(client: TestClient) -> None:
    text = STORY["body"].encode("windows-1256")
    assert post_file(client, text, name="a.txt")["total"] == 1
    lines = "\n".join(json.dumps({**STORY, "id": n}) for n in range(30)) + "\n{bad\n"
    found = post_file(client, lines.encode(), name="many.jsonl")
    assert (found["total"], len(found["reports"]), len(found["refused"])) == (30, 20, 1)
    assert found["refused"][0]["where"] == "many.jsonl:31"
    page = f"<html><body><article><h1>x</h1><p>{STORY['body']}</p></article></body></html>"
    assert post_file(client, page.encode(), name="page.html")["total"] == 1
    nothing = post_file(client, b"\x00\x01", name="../../etc/passwd")
    assert nothing["total"] == 0
    assert nothing["refused"]


def test_file_is_kept_once(client: TestClient) -> None:
    raw = json.dumps({**STORY, "id": "mine"}).encode()
    for _ in range(2):
        assert post_file(client, raw, name="one.jsonl", keep="yes")["reports"][0]["kept"]
    assert client.get("/api/reports/mine").json()["report"]["version"] == 1


def test_bad_reports_are_refused(client: TestClient) -> None:
    for wrong in ({}, {"body": ""}, {"body": "x", "published": "31 Foo"}, {"body": " \n "}):
        assert send(client, "/api/read", wrong).status_code == 422, wrong


def test_what_takes_too_long_is_ended_and_the_next_is_read() -> None:
    extraction = Extraction(seconds=60)
    line = json.dumps(STORY, ensure_ascii=False).encode()
    assert extraction.read(Asked("line", line))[0].record
    process = extraction._process
    assert process is not None
    process.kill()
    process.join()
    assert extraction.read(Asked("line", line))[0].record
    extraction.close()
