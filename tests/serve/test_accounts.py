"""Accounts: who may what, log-in and log-out, the token of changes, wrong passwords."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.serve.asking import send
from tests.serve.conftest import PASSWORD
from waqai.store.accounts import change_account
from waqai.store.database import open_database

Shared = Callable[[str | None], TestClient]
ROLES = (None, "reader", "analyst", "admin")
# Route, and the least role that it takes.
READS = [
    ("/api/health", None), ("/api/me", None), ("/api/incidents", "reader"),
    ("/api/queue", "reader"), ("/api/map", "reader"), ("/api/counts", "reader"),
    ("/api/export", "reader"), ("/api/judgements", "reader"), ("/api/incidents/x", "reader"),
    ("/api/reports/x", "reader"), ("/api/accounts", "admin"), ("/api/audit", "admin"),
]  # fmt: skip
CHANGES = [
    ("/api/judgements", "analyst"), ("/api/judgements/x/undo", "analyst"),
    ("/api/read", "analyst"), ("/api/accounts", "admin"), ("/api/accounts/reader", "admin"),
]  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_what_each_may_see(shared: Shared, role: str | None) -> None:
    client = shared(role)
    for path, least in READS:
        status = client.get(path).status_code
        assert _is_let(status) == (ROLES.index(role) >= ROLES.index(least)), path
        if role is None and least:
            assert status == 401


@pytest.mark.parametrize("role", ROLES)
def test_what_each_may_change(shared: Shared, role: str | None) -> None:
    client = shared(role)
    for path, least in CHANGES:
        status = send(client, path, {"nothing": "known"}).status_code
        assert _is_let(status) == (ROLES.index(role) >= ROLES.index(least)), path


def _is_let(status: int) -> bool:
    assert status < 500
    return status not in (401, 403)


def test_every_route_is_in_the_tables(shared: Shared) -> None:
    known = {
        path.replace("/x", "/{key}").replace("/reader", "/{name}") for path, _ in READS + CHANGES
    }
    known |= {"/api/login", "/api/logout", "/api/read/file"}
    assert set(shared(None).get("/openapi.json").json()["paths"]) == known


def test_a_change_needs_the_token_of_the_session(shared: Shared) -> None:
    analyst, other = shared("analyst"), shared("admin")
    stolen = other.get("/api/me").json()["csrf"]
    body = {"verdict": "accept", "ids": [analyst.get("/api/incidents").json()["items"][0]["id"]]}
    for headers in ({}, {"X-Waqai-CSRF": ""}, {"X-Waqai-CSRF": "x"}, {"X-Waqai-CSRF": stolen}):
        assert analyst.post("/api/judgements", json=body, headers=headers).status_code == 403
    assert send(analyst, "/api/judgements", body).status_code == 201


def test_log_in_needs_the_token_too(shared: Shared) -> None:
    body = {"name": "reader", "password": PASSWORD}
    assert shared(None).post("/api/login", json=body).status_code == 403


def test_the_cookie_is_out_of_reach(shared: Shared) -> None:
    answer = send(shared(None), "/api/login", {"name": "reader", "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert answer.json()["role"] == "reader"


def test_log_out_ends_the_session(shared: Shared) -> None:
    client = shared("reader")
    token = client.cookies["waqai_session"]
    assert send(client, "/api/logout", {}).json()["role"] is None
    client.cookies.set("waqai_session", token)
    assert client.get("/api/incidents").status_code == 401


def test_wrong_passwords_are_slowed_for_name_and_address(shared: Shared) -> None:
    client = shared(None)
    for _ in range(5):
        assert send(client, "/api/login", {"name": "x", "password": "y"}).status_code == 401
    answer = send(client, "/api/login", {"name": "admin", "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


def test_a_shut_account_is_out_at_once(shared: Shared, path: Path) -> None:
    reader = shared("reader")
    assert reader.get("/api/incidents").status_code == 200
    # By the command, in another process.
    with open_database(str(path), write=True) as database, database.write() as connection:
        change_account(connection, "reader", active=False)
    assert reader.get("/api/incidents").status_code == 401
    refused = send(shared(None), "/api/login", {"name": "reader", "password": PASSWORD})
    assert refused.status_code == 401


def test_admins_make_and_change_accounts(shared: Shared) -> None:
    admin, reader = shared("admin"), shared("reader")
    new = {"name": "ليلى", "password": "another long one", "role": "analyst"}
    made = send(admin, "/api/accounts", new)
    assert made.status_code == 201
    assert "ليلى" in [account["name"] for account in made.json()["items"]]
    assert "password" not in made.text
    assert send(admin, "/api/accounts", new).status_code == 400
    assert send(admin, "/api/accounts", {**new, "password": "short"}).status_code == 422
    assert send(admin, "/api/accounts/reader", {"role": "analyst"}).status_code == 200
    assert reader.get("/api/incidents").status_code == 401
    assert send(admin, "/api/accounts/nobody", {"active": False}).status_code == 404
    log = admin.get("/api/audit").json()["items"]
    assert [e["action"] for e in log][:2] == ["change account", "add account"]
    assert "another long one" not in str(log)


def test_the_last_admin_stays(shared: Shared) -> None:
    admin = shared("admin")
    assert send(admin, "/api/accounts/admin", {"role": "reader"}).status_code == 400
    assert send(admin, "/api/accounts/admin", {"active": False}).status_code == 400
    assert admin.get("/api/accounts").status_code == 200


def test_a_judgement_bears_the_name_of_the_account(shared: Shared) -> None:
    analyst = shared("analyst")
    key = analyst.get("/api/incidents").json()["items"][0]["id"]
    made = send(analyst, "/api/judgements", {"verdict": "accept", "ids": [key]})
    assert made.json()["judgement"]["who"] == "analyst"


def test_one_key_of_two_people_is_two_judgements(shared: Shared) -> None:
    key = shared("reader").get("/api/incidents").json()["items"][0]["id"]
    body, once = {"verdict": "accept", "ids": [key]}, {"Idempotency-Key": "k"}
    for role in ("analyst", "admin"):
        assert send(shared(role), "/api/judgements", body, **once).status_code == 201
