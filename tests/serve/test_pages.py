"""Static files: the page for every address of a page, the files beside it, and no others."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.settings import Settings

INDEX = b"<!doctype html><title>Waqai</title>"
SCRIPT = b"console.log('x');" * 100


@pytest.fixture
def built(path: Path, tmp_path: Path) -> Iterator[TestClient]:
    folder = tmp_path / "pages"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_bytes(INDEX)
    (folder / "assets" / "main-1a2b.js").write_bytes(SCRIPT)
    (folder / ".hidden").write_bytes(b"x")
    desk = Desk(str(path), Settings(pages=folder))
    with TestClient(application(desk), base_url="http://127.0.0.1:8000") as made:
        yield made
    desk.close()


@pytest.mark.parametrize(
    "at", ["/", "/incident/1a", "/incident/1a/card", "/report", "/report/r1", "/review", "/login"]
)
def test_every_page_is_the_one_page(built: TestClient, at: str) -> None:
    answer = built.get(at)
    assert answer.content == INDEX
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-cache"
    tag = answer.headers["etag"]
    assert built.get(at, headers={"if-none-match": tag}).status_code == 304
    assert built.head(at).status_code == 200


def test_files_are_packed_and_kept(built: TestClient) -> None:
    answer = built.get("/assets/main-1a2b.js", headers={"accept-encoding": "gzip"})
    assert answer.content == SCRIPT
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(gzip.compress(SCRIPT, 9, mtime=0))
    assert "immutable" in answer.headers["cache-control"]
    assert "javascript" in answer.headers["content-type"]
    plain = built.get("/assets/main-1a2b.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == SCRIPT


@pytest.mark.parametrize(
    "at",
    ["/.hidden", "/assets/none.js", "/../w.db", "/%2e%2e/w.db", "/assets/..%2f..%2fw.db", "/w.db",
     "/incident/1/2/3", "/api", "/api/none", "/pages/index.html"],
)  # fmt: skip
def test_nothing_else_is_there(built: TestClient, at: str) -> None:
    assert built.get(at).status_code == 404


def test_pages_that_are_not_built_say_so(path: Path, tmp_path: Path) -> None:
    desk = Desk(str(path), Settings(pages=tmp_path / "none"))
    with TestClient(application(desk), base_url="http://127.0.0.1:8000") as client:
        assert "make web" in client.get("/").json()["error"]["do"]
    desk.close()
