"""Hostile text in reports, filters and judgements: data everywhere, an order nowhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from urllib.parse import quote

import msgspec
import pytest
from starlette.testclient import TestClient

from tests.link.build import extract, line
from tests.serve.asking import send
from tests.serve.conftest import BASE
from waqai.model.event import Record
from waqai.model.making import singly
from waqai.model.report import Report
from waqai.read import receive
from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.settings import Limits, Rate, Settings
from waqai.store.database import open_database
from waqai.store.ingest import ingest
from waqai.store.linking import link

FREE = Limits(reads=Rate(1e9, 1e9), changes=Rate(1e9, 1e9))
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "'; DROP TABLE incident; --",
    '" OR 1=1 --',
    "NEAR(a b) AND words:x* OR (",
    "\u202eevil\u2066\u2069\u200f\u200e",
    "\u0000\u0001\u001b[31m",
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "%00%2e%2e%2f",
    "a" * 500,
    "\U0001f4a3\u0301" * 100,
    "ﷺ" * 200,
    "\ufeff\ufffe\uffff",
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk whose reports bear hostile titles, outlets and texts."""
    path = tmp_path_factory.mktemp("hostile") / "w.db"
    file = path.with_suffix(".jsonl")
    rows = [
        {"id": f"h{n}", "title": text, "outlet": text, "url": text, "published": "2025-06-29",
         "text": f"{line(day=f'2025-05-{n + 1:02}', killed=n)}\n{line('raid', by='x')} {text}"}
        for n, text in enumerate(HOSTILE)
    ]  # fmt: skip
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with open_database(str(path), write=True) as database:
        list(ingest(database, receive(str(file)), singly(_extract)))
        list(link(database))
    desk = Desk(str(path), Settings(names=True, limits=FREE))
    with TestClient(application(desk), base_url=BASE) as made:
        yield made
    desk.close()


def _extract(report: Report) -> Record:
    """The events of a hostile report, told by its first line alone."""
    return extract(msgspec.structs.replace(report, title=None, body=report.body.split("\n")[0]))


def test_text_comes_back_as_it_was_and_as_json_alone(client: TestClient) -> None:
    for n in range(len(HOSTILE)):
        answer = client.get(f"/api/reports/h{n}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        assert answer.json()["report"]["text"].count("shelling") == 1


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["text", "actor", "admin1", "country", "since", "box", "cursor"])
def test_filters_take_anything(client: TestClient, field: str, text: str) -> None:
    for path in ("incidents", "counts", "map", "export"):
        answer = client.get(f"/api/{path}", params={field: text})
        assert answer.status_code in (200, 400, 422), answer.text
        if answer.status_code != 200:
            assert answer.json()["error"]["what"]
    assert client.get("/api/incidents").json()["total"] > 0


@pytest.mark.parametrize("text", HOSTILE)
def test_judgements_take_anything(client: TestClient, text: str) -> None:
    key = client.get("/api/incidents").json()["items"][0]["id"]
    made = send(client, "/api/judgements", {"verdict": "accept", "ids": [key], "why": text})
    assert made.status_code == 201
    assert made.json()["judgement"]["why"] == text
    for field in ("ids", "others", "slot", "value"):
        body = {"verdict": "accept", "ids": [key], field: [text] if field.endswith("s") else text}
        assert send(client, "/api/judgements", body).status_code in (201, 400, 422)
    quoted = quote(text, safe="")
    for path in (f"/api/incidents/{quoted}", f"/api/reports/{quoted}", f"/{quoted}"):
        assert client.get(path).status_code in (404, 422, 200)


def test_no_cell_of_a_spreadsheet_is_a_formula(client: TestClient) -> None:
    rows = csv.reader(io.StringIO(client.get("/api/export").text))
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=@+")]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b'{"verdict": "\\ud800"}',
                                  b"[" * 20000, b'{"ids": ' + b"9" * 5000 + b"}"])  # fmt: skip
def test_bodies_that_are_none(client: TestClient, body: bytes) -> None:
    headers = {
        "X-Waqai-CSRF": client.get("/api/me").json()["csrf"],
        "content-type": "application/json",
    }
    for path in ("judgements", "judgements/x/undo", "read", "login", "accounts"):
        answer = client.post(f"/api/{path}", content=body, headers=headers)
        assert 400 <= answer.status_code < 500, (path, answer.text)


def test_huge_report(client: TestClient) -> None:
    headers = {"X-Waqai-CSRF": client.get("/api/me").json()["csrf"]}
    huge = json.dumps({"body": "و" * 300_000}).encode()
    assert client.post("/api/read", content=huge, headers=headers).status_code == 413
