"""Asking a desk: all pages of a list, a change with its token."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient


def send(client: TestClient, path: str, body: Mapping[str, Any], **headers: str) -> Response:
    """A change, with the token of the session."""
    token = client.get("/api/me").json()["csrf"]
    return client.post(path, json=dict(body), headers={"X-Waqai-CSRF": token, **headers})


def pages(client: TestClient, path: str, **asked: Any) -> Iterator[dict[str, Any]]:
    """Every page of a list."""
    cursor = None
    while True:
        more = {} if cursor is None else {"cursor": cursor}
        answer = client.get(path, params={**asked, **more})
        assert answer.status_code == 200, answer.text
        page: dict[str, Any] = answer.json()
        yield page
        cursor = page["next"]
        if cursor is None:
            return


def all_items(client: TestClient, path: str, **asked: Any) -> list[dict[str, Any]]:
    """Every line of a list."""
    return [item for page in pages(client, path, **asked) for item in page["items"]]
