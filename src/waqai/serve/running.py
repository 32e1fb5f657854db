"""Starting the desk, and the refusal to start where anybody could come in."""

from __future__ import annotations

from collections.abc import Callable

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
        if not is_loopback(settings.host) and not desk.state().accounts:
            do = "`waqai account add NAME --role admin` first, or leave --host out"
            raise UsageError(f"others reach {settings.host}, and there are no accounts", do=do)
        ready(address(settings))
        uvicorn.Server(_config(desk)).run()
    finally:
        desk.close()


def address(settings: Settings) -> str:
    """What a browser opens."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"


def _config(desk: Desk) -> uvicorn.Config:
    settings = desk.settings
    return uvicorn.Config(
        application(desk),
        host=settings.host,
        port=settings.port,
        http="httptools",
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=10,
    )
