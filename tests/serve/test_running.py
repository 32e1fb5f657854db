"""`waqai serve` as a process: its address, its refusals, and what it never loads."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Command
from waqai.serve.settings import is_loopback

# Runs the desk as the command does, asks every kind of route, and tells what was loaded.
LOADED = """
import json, sys
from starlette.testclient import TestClient
from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.settings import Settings
desk = Desk(sys.argv[1], Settings())
with TestClient(application(desk), base_url="http://127.0.0.1") as client:
    first = client.get("/api/incidents").json()["items"][0]["id"]
    report = list(client.get(f"/api/incidents/{first}").json()["texts"])[0]
    assert client.get(f"/api/reports/{report}").status_code == 200
    assert client.get("/api/export").status_code == 200
    headers = {"X-Waqai-CSRF": client.get("/api/me").json()["csrf"]}
    body = {"verdict": "accept", "ids": [first]}
    assert client.post("/api/judgements", json=body, headers=headers).status_code == 201
    if len(sys.argv) > 2:
        body = {"body": sys.argv[2]}
        answer = client.post("/api/read", json=body, headers=headers)
        assert answer.json()["events"], answer.text
desk.close()
print(json.dumps(sorted(sys.modules)))
"""


@contextmanager
def served(path: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "waqai", "serve", "--db", str(path), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[-4]
        try:
            yield process, address
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


def test_serves_until_interrupted(path: Path) -> None:
    with (
        served(path) as (process, address),
        urllib.request.urlopen(f"{address}api/health", timeout=10) as answer,
    ):
        assert json.load(answer)["status"] == "ok"
        assert "Server" not in answer.headers
    assert process.returncode == 0


@pytest.mark.parametrize("words", [(), ("قتل ثلاثة مدنيين في قصف على دوما أمس.",)])
def test_the_extractor_is_never_loaded(path: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LOADED, path, *words],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    modules = json.loads(done.stdout.splitlines()[-1])
    assert "waqai.export.privacy" in modules
    assert not [m for m in modules if m.startswith("waqai.events")]
    assert "waqai.annotate.pipeline" not in modules


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com"])
def test_refuses_other_addresses_without_accounts(waqai: Command, path: Path, host: str) -> None:
    outcome = waqai("serve", "--db", str(path), "--host", host)
    assert outcome.status == 2
    assert "account add" in outcome.err


def test_with_an_account_it_serves_elsewhere_and_asks_who(waqai: Command, path: Path) -> None:
    added = waqai(
        "account", "add", "root", "--role", "admin", "--db", str(path), text="long enough\n"
    )
    assert added.status == 0, added.err
    with served(path, "--host", "0.0.0.0") as (_, address):
        port = address.rstrip("/").rsplit(":", 1)[1]
        request = urllib.request.Request(f"http://127.0.0.1:{port}/api/incidents")
        with pytest.raises(urllib.request.HTTPError, match="401"):
            urllib.request.urlopen(request, timeout=10)


def test_no_database(waqai: Command, tmp_path: Path) -> None:
    outcome = waqai("serve", "--db", str(tmp_path / "none.db"))
    assert outcome.status == 1
    assert "waqai read" in outcome.err
    assert not (tmp_path / "none.db").exists()


def test_a_port_that_is_taken(waqai: Command, path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        outcome = waqai("serve", "--db", str(path), "--port", str(port))
    assert outcome.status == 2
    assert "--port" in outcome.err


@pytest.mark.parametrize(
    ("words", "text", "told"),
    [
        (("add", "a b"), "long enough\n", "no name"),
        (("add", "a", "--role", "king"), "long enough\n", "no role"),
        (("add", "a"), "short\n", "short"),
        (("change", "nobody", "--shut"), "", "no account"),
    ],
)
def test_wrong_accounts(
    waqai: Command, path: Path, words: tuple[str, ...], text: str, told: str
) -> None:
    outcome = waqai("account", *words, "--db", str(path), text=text)
    assert outcome.status == 2
    assert told in outcome.err


def test_accounts_by_commands(waqai: Command, path: Path) -> None:
    db = ("--db", str(path))
    for name, role in (("b", "admin"), ("a", "reader")):
        assert waqai("account", "add", name, "--role", role, *db, text="long enough\n").status == 0
    assert waqai("account", "add", "a", *db, text="long enough\n").status == 2
    assert waqai("account", "change", "b", "--shut", *db).status == 2
    assert waqai("account", "change", "a", "--role", "analyst", "--shut", *db).status == 0
    shown = waqai("account", "list", *db).out.splitlines()
    assert [line.split()[:3] for line in shown[-2:]] == [
        ["a", "analyst", "shut"],
        ["b", "admin", "open"],
    ]


@pytest.mark.parametrize(
    ("host", "is_so"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("[::1]", True),
     ("0.0.0.0", False), ("::", False), ("10.0.0.1", False), ("localhost.evil.example", False)],
)  # fmt: skip
def test_loopback(host: str, is_so: bool) -> None:
    assert is_loopback(host) is is_so
