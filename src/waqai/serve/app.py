"""The application: routes, gate and errors put together; a desk goes in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio.to_thread
from fastapi import FastAPI
from fastapi.responses import Response

from waqai import __version__
from waqai.serve import answers, pages
from waqai.serve.desk import Desk
from waqai.serve.extraction import Extraction
from waqai.serve.gate import Gate
from waqai.serve.headers import HEADERS
from waqai.serve.people import Somebody, TheDesk
from waqai.serve.rates import Buckets
from waqai.serve.refusals import install
from waqai.serve.routes import accounts, export, incident, judgements, lists, reading, reports

_ROUTERS = (lists, incident, reports, judgements, export, reading, accounts)
# More at once only wait for each other: the work is in one process.
_THREADS = 8


def application(desk: Desk) -> FastAPI:
    """The ASGI application of a desk; closing it leaves the desk open."""
    app = FastAPI(title="Waqai", version=__version__, docs_url=None, redoc_url=None, lifespan=_life)
    app.state.desk = desk
    app.state.wrong_passwords = Buckets(desk.settings.limits.wrong_passwords)
    app.state.extraction = Extraction(desk.settings.limits.read_seconds)
    install(app)
    app.add_api_route(
        "/api/health", _health, responses=answers.told(answers.Health), tags=["health"]
    )
    for module in _ROUTERS:
        app.include_router(module.router)
    app.include_router(pages.router(desk.settings.pages))
    app.add_middleware(Gate, desk=desk, headers=HEADERS)
    app.openapi = lambda: answers.describe(app)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield
    app.state.extraction.close()


async def _health(desk: TheDesk, person: Somebody) -> Response:
    """Whether the desk works, and with how many incidents."""
    number = len(desk.state().lines)
    return answers.answer(answers.Health("ok", __version__, number if person.role else None))
