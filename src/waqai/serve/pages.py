"""The built pages: what is in their folder at the start, and nothing else."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

from waqai.serve.refusals import refusal

_INDEX = "index.html"
_PAGES = re.compile(r"\A(|incident/[^/]+(/card)?|report(/[^/]+)?|review|login)/?\Z")
# What is small already.
_PACKED = (".woff2", ".png", ".webp", ".gz")
_FOREVER = "public, max-age=31536000, immutable"


class Pages:
    """The files of a folder by their path below it."""

    def __init__(self, folder: Path) -> None:
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        self._files = {
            path.relative_to(folder).as_posix(): path
            for path in found
            if not path.name.startswith(".")
        }

    def file(self, path: str) -> Path | None:
        """The file of an address; the one page for all that are pages."""
        return self._files.get(_INDEX if _PAGES.match(path) else path)


def router(folder: Path) -> APIRouter:
    """The routes of the pages; to come after all others."""
    pages, made = Pages(folder), APIRouter()

    @made.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        """A page, or a file that pages are made of."""
        file = pages.file(path)
        if file is not None:
            return _answer(file, request, is_forever=path.startswith("assets/"))
        if _PAGES.match(path):
            return refusal(404, "the pages are not built", "", "run `make web`, or use the API")
        return refusal(404, "not found", "", "check the address")

    return made


def _answer(file: Path, request: Request, is_forever: bool) -> Response:
    plain, packed, tag = _content(file)
    headers = {"ETag": tag, "Cache-Control": _FOREVER if is_forever else "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    headers["Vary"] = "Accept-Encoding"
    if packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(packed, headers=headers, media_type=kind)
    return Response(plain, headers=headers, media_type=kind)


@lru_cache(maxsize=512)
def _content(file: Path) -> tuple[bytes, bytes | None, str]:
    """Bytes, the same packed, and their tag."""
    plain = file.read_bytes()
    packed = None if file.suffix in _PACKED else gzip.compress(plain, 9, mtime=0)
    return plain, packed, f'"{hashlib.sha256(plain).hexdigest()[:32]}"'
