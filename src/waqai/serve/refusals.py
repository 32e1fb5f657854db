"""Errors as answers: what was wrong, where, what to do; never how the server is made."""

from __future__ import annotations

import logging

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from waqai.errors import InputError, LimitError, RequestError, StoreError, UsageError, WaqaiError

_log = logging.getLogger(__name__)
_DO = {404: "check the address", 405: "use another method"}


class Fault(msgspec.Struct, frozen=True):
    """What was wrong, where (or ""), what to do (or "")."""

    what: str
    where: str
    do: str


class Refusal(msgspec.Struct, frozen=True):
    """The body of every answer that is an error."""

    error: Fault


def answer(error: WaqaiError) -> Response:
    """The answer that an error is."""
    retry = error.retry if isinstance(error, RequestError) else None
    headers = {"Retry-After": str(retry)} if retry else None
    # The path of the database is nobody's business who only sees the desk.
    where = "" if isinstance(error, StoreError) else error.where
    return refusal(status_of(error), error.what, where, error.do, headers)


def refusal(
    status: int, what: str, where: str = "", do: str = "", headers: dict[str, str] | None = None
) -> Response:
    """An answer that is an error."""
    told = Refusal(Fault(*(_sound(text) for text in (what, where, do))))
    body = msgspec.json.encode(told)
    return Response(body, status, headers, media_type="application/json")


def status_of(error: WaqaiError) -> int:
    """The HTTP status of an error."""
    if isinstance(error, RequestError):
        return error.status
    if isinstance(error, UsageError):
        return 400
    if isinstance(error, LimitError):
        return 413
    if isinstance(error, InputError):
        return 422
    return 503 if isinstance(error, StoreError) else 500


def install(app: FastAPI) -> None:
    """Have every error of the application answered so."""

    @app.exception_handler(WaqaiError)
    async def _known(_: Request, error: WaqaiError) -> Response:
        return answer(error)

    @app.exception_handler(RequestValidationError)
    async def _invalid(_: Request, error: RequestValidationError) -> Response:
        told = [f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors()]
        where = str(error.errors()[0]["loc"][0]) if told else ""
        return refusal(422, "; ".join(told[:5]), where, "see /openapi.json")

    @app.exception_handler(HTTPException)
    async def _http(_: Request, error: HTTPException) -> Response:
        headers = dict(error.headers) if error.headers else None
        what = str(error.detail).lower()
        return refusal(error.status_code, what, "", _DO.get(error.status_code, ""), headers)

    @app.exception_handler(Exception)
    async def _unknown(request: Request, error: Exception) -> Response:
        _log.error("%s %s", request.method, request.url.path, exc_info=error)
        return refusal(500, "the desk failed", "", "tell who runs it; its log says why")


def _sound(text: str) -> str:
    """A text that UTF-8 can hold."""
    return text.encode("utf-8", "replace").decode()
