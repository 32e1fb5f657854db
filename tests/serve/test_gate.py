"""What stands before every route: policy, hosts, rates, sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.serve.asking import send
from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.settings import Limits, Rate, Settings

PATHS = [
    "/",
    "/api/me",
    "/api/incidents",
    "/api/nothing",
    "/nothing",
    "/openapi.json",
    "/api/export",
]
TIGHT = Limits(reads=Rate(5, 0.1), changes=Rate(2, 0.1), body=2048, file=4096)


@pytest.fixture
def tight(path: Path) -> Iterator[TestClient]:
    desk = Desk(str(path), Settings(limits=TIGHT))
    with TestClient(application(desk), base_url="http://localhost:9") as made:
        yield made
    desk.close()


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_bears_the_policy(steady: TestClient, path: str) -> None:
    headers = steady.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_nothing_of_the_database_is_stored_by_browsers(steady: TestClient) -> None:
    assert steady.get("/api/incidents").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "[::1"]
)
def test_another_name_is_refused_without_accounts(steady: TestClient, host: str) -> None:
    answer = steady.get("/api/incidents", headers={"host": host})
    assert answer.status_code == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:1", "[::1]:8000"])
def test_names_of_this_machine_are_answered(steady: TestClient, host: str) -> None:
    assert steady.get("/api/incidents", headers={"host": host}).status_code == 200


def test_without_accounts_a_change_needs_the_token(client: TestClient) -> None:
    key = client.get("/api/incidents").json()["items"][0]["id"]
    body = {"verdict": "accept", "ids": [key]}
    assert client.post("/api/judgements", json=body).status_code == 403
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert (
        client.post("/api/judgements", content=b"verdict=accept", headers=form).status_code == 403
    )
    assert client.get("/api/judgements").json()["items"] == []
    assert send(client, "/api/judgements", body).status_code == 201


def test_too_many_requests(tight: TestClient) -> None:
    answers = [tight.get("/api/health") for _ in range(7)]
    assert [a.status_code for a in answers] == [200] * 5 + [429] * 2
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert answers[-1].json()["error"]["do"].startswith("wait")


def test_too_many_changes(tight: TestClient) -> None:
    token = tight.get("/api/me").json()["csrf"]
    headers = {"X-Waqai-CSRF": token}
    found = [
        tight.post("/api/judgements/x/undo", json={}, headers=headers).status_code for _ in range(3)
    ]
    assert found == [404, 404, 429]


@pytest.mark.parametrize(("size", "status"), [(2000, 422), (3000, 413)])
def test_too_large(tight: TestClient, size: int, status: int) -> None:
    headers = {"X-Waqai-CSRF": tight.get("/api/me").json()["csrf"]}
    body = b'{"x": "' + b"a" * size + b'"}'
    answer = tight.post("/api/judgements", content=body, headers=headers)
    assert answer.status_code == status


def test_too_large_without_a_length(tight: TestClient) -> None:
    headers = {"X-Waqai-CSRF": tight.get("/api/me").json()["csrf"]}
    parts = (b"a" * 1000 for _ in range(10))
    assert tight.post("/api/judgements", content=parts, headers=headers).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods(steady: TestClient, method: str) -> None:
    answer = steady.request(method, "/api/incidents")
    assert answer.status_code == 405
    assert answer.json()["error"]["what"]
