"""Web archives (MHTML): the page that a browser saved with all that it shows in one file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from waqai.errors import EmptyError, InputError
from waqai.read.limits import PAGE_BYTES
from waqai.read.page import read_page
from waqai.read.plain import whole
from waqai.read.received import Received


def read_webarchive(
    stream: BinaryIO, source: str, published: str | None = None
) -> Iterator[Received | InputError]:
    """The one report of the page inside, whose own bytes are kept, or why there is none."""
    try:
        page = _page(whole(stream, source, PAGE_BYTES), source)
    except InputError as error:
        yield error
        return
    yield from read_page(io.BytesIO(page), source, published)


def _page(raw: bytes, source: str) -> bytes:
    """The first part that is HTML, in UTF-8. Raises EmptyError where there is none."""
    from email import message_from_bytes

    for part in message_from_bytes(raw).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            return _utf8(content, part.get_content_charset())
    raise EmptyError("a web archive without a page", source, "save the page as HTML")


def _utf8(page: bytes, charset: str | None) -> bytes:
    """A page whose charset its part alone declares."""
    try:
        return page.decode(charset).encode() if charset else page
    except (LookupError, UnicodeDecodeError):
        return page
