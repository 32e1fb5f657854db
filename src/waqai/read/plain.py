"""Plain text: the first line is the title where an empty line follows it, else there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from waqai.errors import EmptyError, InputError, LimitError
from waqai.model.report import Report, content_id
from waqai.read.decode import decode, scrub
from waqai.read.language import language
from waqai.read.limits import MIB, REPORT_BYTES
from waqai.read.received import Received


def read_plain(
    stream: BinaryIO, source: str, published: str | None = None
) -> Iterator[Received | InputError]:
    """The one report of a text file, or why there is none."""
    try:
        yield _report(whole(stream, source, REPORT_BYTES), source, published)
    except InputError as error:
        yield error


def whole(stream: BinaryIO, source: str, limit: int) -> bytes:
    """All bytes of a stream. Raises LimitError for more than `limit`, EmptyError for none."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        do = "split it: one report a file, or JSONL with one report a line"
        raise LimitError(f"larger than {limit // MIB} MiB for one report", source, do)
    if not raw.strip():
        raise EmptyError("empty", source)
    return raw


def _report(raw: bytes, source: str, published: str | None) -> Received:
    text, encoding = decode(raw, source)
    title, body = _split(scrub(text).replace("\r\n", "\n").strip("\n"))
    if not body.strip():
        raise EmptyError("no text in it", source)
    report = Report(
        id=content_id(title, body, published),
        body=body,
        title=title,
        published=published,
        language=language(text),
    )
    return Received(report, raw, source, "text", encoding)


def _split(text: str) -> tuple[str | None, str]:
    """Title and body."""
    first, _, rest = text.partition("\n")
    head, _, after = rest.partition("\n")
    if first.strip() and not head.strip() and after.strip():
        return first.strip(), after.lstrip("\n")
    return None, text
