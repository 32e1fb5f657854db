"""What stands before every route: hosts, rates and bodies bounded, headers that browsers obey."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waqai.errors import RequestError
from waqai.serve.desk import Desk
from waqai.serve.people import COOKIE, person_of
from waqai.serve.rates import Buckets
from waqai.serve.refusals import answer
from waqai.serve.settings import is_loopback

FILE_ROUTE = "/api/read/file"
_PORT = re.compile(r":\d*\Z")
_SAFE = ("GET", "HEAD", "OPTIONS")


class Gate:
    """Wraps the application of a desk. Answers what it refuses itself: 400, 408, 413, 429."""

    def __init__(self, app: ASGIApp, desk: Desk, headers: Mapping[str, str]) -> None:
        self._app = app
        self._desk = desk
        self._headers = headers
        self._limits = desk.settings.limits
        self._reads = Buckets(self._limits.reads)
        self._changes = Buckets(self._limits.changes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        outward = self._outward(send)
        try:
            request = Request(scope)
            self._check_host(request)
            self._check_rate(request)
            body = await self._body(request, receive)
        except RequestError as error:
            await answer(error)(scope, receive, outward)
            return
        await self._app(scope, _replayed(body, receive), outward)

    def _outward(self, send: Send) -> Send:
        """A `send` that puts the headers on the answer."""

        async def outward(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        return outward

    def _check_host(self, request: Request) -> None:
        """Without accounts only a page of this machine's own address is answered.

        Another site whose name was made to lead here (DNS rebinding) would be the same origin.
        """
        if self._desk.state().accounts:
            return
        if not is_loopback(_PORT.sub("", request.headers.get("host", ""))):
            raise RequestError(400, "not the address of this desk", "use http://127.0.0.1")

    def _check_rate(self, request: Request) -> None:
        """Each session, or address where there is none, has its own rate."""
        token = request.cookies.get(COOKIE)
        caller = person_of(self._desk, token).name if token else None
        if caller is None:
            caller = request.client.host if request.client else ""
        buckets = self._reads if request.method in _SAFE else self._changes
        wait = buckets.take(caller)
        if wait:
            raise RequestError(429, "too many requests", f"wait {wait} s", retry=wait)

    async def _body(self, request: Request, receive: Receive) -> bytes:
        """The body, whole; bounded in size and in time."""
        if request.method in _SAFE:
            return b""
        most = self._limits.file if request.url.path == FILE_ROUTE else self._limits.body
        told = request.headers.get("content-length", "0")
        if not told.isdecimal() or int(told) > most:
            raise _too_large(most)
        try:
            async with asyncio.timeout(self._limits.body_seconds):
                return await _whole(receive, most)
        except TimeoutError:
            raise RequestError(408, "the request came too slowly", "try again") from None


async def _whole(receive: Receive, most: int) -> bytes:
    parts, size = [], 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size > most:
            raise _too_large(most)
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


def _too_large(most: int) -> RequestError:
    return RequestError(413, "too large", f"send at most {most // 1024} KiB")


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body that was read, then what comes."""
    is_given = False

    async def inward() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return inward
