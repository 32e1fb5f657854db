"""A desk on a port of its own, over a database that is made for it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"
PATIENCE = 60


def waqai(*words: str | Path) -> None:
    """Run a command of Waqai. Raises CalledProcessError where it fails."""
    subprocess.run([sys.executable, "-m", "waqai", *map(str, words)], check=True, timeout=300)


def filled(db: Path, *sources: Path) -> Path:
    """A database of what `sources` hold, linked."""
    waqai("read", *sources, "--db", db)
    waqai("link", "--db", db)
    return db


def written(path: Path, reports: Iterable[Mapping[str, Any]]) -> Path:
    """A JSONL file of reports."""
    path.write_text("".join(json.dumps(r) + "\n" for r in reports), encoding="utf-8")
    return path


@contextmanager
def serving(db: Path, *options: str) -> Iterator[str]:
    """The address of a desk over `db`, as long as the context lasts."""
    port = free_port()
    words = (sys.executable, "-m", "waqai", "serve", "--db", str(db), "--port", str(port), *options)
    with subprocess.Popen(words) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            await_answer(address, server)
            yield address
        finally:
            server.terminate()


def asked(address: str) -> Any:
    """What an address answers, as JSON. Raises HTTPError where it refuses."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return json.load(answer)


def free_port() -> int:
    """A port of the loopback that nothing listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_answer(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers. Raises AssertionError where it ends or takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"{address}/api/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {address} in {PATIENCE} s")
