"""JSONL: one report a line. A JSON array of reports is read too."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from waqai.errors import InputError, RecordError
from waqai.read.decode import decode
from waqai.read.limits import MIB
from waqai.read.lines import Line, lines
from waqai.read.plain import whole
from waqai.read.received import Received
from waqai.read.records import received

# A JSON array is held whole; JSONL has no such bound.
_ARRAY_BYTES = 64 * MIB
_DO = "give one JSON object a line"


def read_jsonl(
    stream: BinaryIO, source: str, published: str | None = None
) -> Iterator[Received | InputError]:
    """The reports of a JSONL stream, each line on its own: a broken one costs no other."""
    for line in lines(stream, source):
        if isinstance(line, InputError):
            yield line
        elif line.text.strip():
            yield from _report(line, source, published)


def _report(line: Line, source: str, published: str | None) -> Iterator[Received | InputError]:
    where = f"{source}:{line.number}"
    try:
        fields = parse(line.text)
    except ValueError as error:
        yield RecordError(f"broken JSON: {error}", where, _DO)
        return
    if not isinstance(fields, dict):
        yield RecordError(f"JSON {type(fields).__name__}, not an object", where, _DO)
        return
    yield from received(fields, line.raw, source, "jsonl", line.encoding, line.number, published)


def parse(text: str) -> Any:
    """JSON to values. Raises ValueError, also for nesting that no record has."""
    try:
        return msgspec.json.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except msgspec.DecodeError:
        # Lone surrogates (half an emoji, cut by an exporter) are legal JSON that msgspec refuses.
        if "\\u" not in text:
            raise
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def read_json(
    stream: BinaryIO, source: str, published: str | None = None
) -> Iterator[Received | InputError]:
    """A JSON array of reports, one object, or (whatever its name says) JSONL."""
    try:
        raw = whole(stream, source, _ARRAY_BYTES)
    except InputError as error:
        yield error
        return
    try:
        items = _items(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        yield from read_jsonl(io.BytesIO(raw), source, published)
        return
    at, number = 0, 1
    for piece in items:
        found = raw.index(piece, at)
        number += raw.count(b"\n", at, found)
        at = found
        text, encoding = decode(piece, f"{source}:{number}")
        yield from _report(Line(number, piece, text, encoding), source, published)


def _items(raw: bytes) -> list[bytes]:
    """The JSON of each item of an array, or of the one value that is all. Raises DecodeError."""
    if raw.lstrip().startswith(b"["):
        return [bytes(item) for item in msgspec.json.decode(raw, type=list[msgspec.Raw])]
    msgspec.json.decode(raw)
    return [raw.strip()]
