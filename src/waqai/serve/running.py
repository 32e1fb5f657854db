"""Starting the desk, and the refusal to start where anybody could come in."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import uvicorn

from waqai.errors import UsageError
from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.settings import Settings, is_loopback
from waqai.store.database import open_database

# Connections that are served at once, and seconds that an idle one is kept.
_CONNECTIONS = 256
_IDLE = 30


def run(path: str, settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve the database at `path` until interrupted; `ready` is told the address.

    Raises UsageError for an address that others reach where there are no accounts, StoreError for a
    database that cannot be used.
    """
    open_database(path).close()
    desk = Desk(path, settings)
    try:
        # Before the first who asks has to wait for it.
        state = desk.state()
        if not is_loopback(settings.host) and not state.accounts:
            do = "`waqai account add NAME --role admin` first, or leave --host out"
            raise UsageError(f"others reach {settings.host}, and there are no accounts", do=do)
        config = _config(desk)
        with _bound(settings) as listening, suppress(KeyboardInterrupt):
            ready(address(settings.host, listening.getsockname()[1]))
            uvicorn.Server(config).run([listening])
    finally:
        desk.close()


def address(host: str, port: int) -> str:
    """What a browser opens."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _bound(settings: Settings) -> socket.socket:
    """The socket to listen on; port 0 is any that is free. Raises UsageError."""
    try:
        family, kind, number, _, where = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return _listening(family, kind, number, where)
    except OSError as error:
        at = f"{settings.host}:{settings.port}"
        raise UsageError(f"cannot listen: {error.strerror}", at, "give another --port") from error


def _listening(*told: Any) -> socket.socket:
    """A socket of a family, kind and protocol, that listens at an address. Raises OSError."""
    made = socket.socket(*told[:3])
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(told[3])
        made.listen()
    except OSError:
        made.close()
        raise
    return made


def _config(desk: Desk) -> uvicorn.Config:
    return uvicorn.Config(
        application(desk),
        http="httptools",
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=10,
    )
