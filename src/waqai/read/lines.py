"""Lines of a byte stream, numbered, bounded and decoded one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from waqai.errors import InputError, LimitError
from waqai.read.decode import decode
from waqai.read.limits import MIB, REPORT_BYTES

_CHUNK = MIB


class Line(NamedTuple):
    """Line `number` (from 1): its bytes without the line feed, its text, what it was decoded by."""

    number: int
    raw: bytes
    text: str
    encoding: str


def lines(stream: BinaryIO, source: str, limit: int = REPORT_BYTES) -> Iterator[Line | InputError]:
    """Lines in order; one longer than `limit` bytes or of no encoding is an InputError instead."""
    for number, raw in enumerate(_raw_lines(stream, limit), 1):
        where = f"{source}:{number}"
        if raw is None:
            size = f"{limit // MIB} MiB"
            yield LimitError(f"a line of more than {size}", where, "split it: one report a line")
            continue
        bare = raw.removesuffix(b"\n")
        try:
            text, encoding = decode(bare, where)
        except InputError as error:
            yield error
        else:
            yield Line(number, bare, text.removesuffix("\r"), encoding)


def _raw_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines with their ends; None for one that is too long, which is skipped, not held."""
    while line := stream.readline(limit + 2):
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line
