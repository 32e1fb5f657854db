"""Sources: files, folders, archives and standard input, each read by the reader it needs."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from waqai.errors import EmptyError, InputError, LimitError, RecordError
from waqai.model.report import Report
from waqai.read.archive import members, unzipped
from waqai.read.decode import decode, is_wide
from waqai.read.jsonl import read_json, read_jsonl
from waqai.read.limits import MIB, NESTING, SNIFFED
from waqai.read.page import read_page
from waqai.read.plain import read_plain, whole
from waqai.read.received import Media, Received
from waqai.read.sniff import kind_of
from waqai.read.table import read_csv
from waqai.read.webarchive import read_webarchive

STDIN = "-"
# Line formats in UTF-16 are held whole to be turned into UTF-8.
_WIDE_BYTES = 256 * MIB
_SPOOLED = 64 * MIB

Reader = Callable[[BinaryIO, str, str | None], Iterator[Received | InputError]]
READERS: Mapping[str, Reader] = {
    "text": read_plain,
    "html": read_page,
    "mhtml": read_webarchive,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
}
_LINE_KINDS = ("jsonl", "json", "csv")


def reports(path: str, published: str | None = None) -> Iterator[Report | InputError]:
    """The reports at `path` (file, folder, zip, or `-`) in order; what is bad is yielded as error.

    `published` (ISO) is taken for reports that do not say theirs. Nothing is raised for bad input.
    """
    for item in receive(path, published):
        yield item.report if isinstance(item, Received) else item


def receive(path: str, published: str | None = None) -> Iterator[Received | InputError]:
    """As `reports`, with the raw bytes and the origin of each."""
    yield from _some(_path(path, published), path)


def _some(found: Iterator[Received | InputError], source: str) -> Iterator[Received | InputError]:
    """What was found, or that nothing was: no reader is silent about what it was given."""
    item = None
    for item in found:
        yield item
    if item is None:
        yield EmptyError("no report in it", source)


def _path(path: str, published: str | None) -> Iterator[Received | InputError]:
    """The reports of a file, a folder or standard input; an empty folder has none."""
    if path == STDIN:
        yield from _stream(sys.stdin.buffer, STDIN, published, 0)
        return
    try:
        if Path(path).is_dir():
            yield from _folder(Path(path), published)
        else:
            with Path(path).open("rb") as stream:
                yield from _stream(stream, path, published, 0)
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror or error}", path)


def again(raw: bytes, media: Media, source: str) -> Received | InputError:
    """What the bytes kept of one report are read as now."""
    reader = READERS["json" if media == "jsonl" else media]
    found = list(reader(io.BytesIO(raw), source, None))
    read = [item for item in found if isinstance(item, Received)]
    if len(read) == 1:
        return read[0]
    errors = [item for item in found if isinstance(item, InputError)]
    return errors[0] if errors else RecordError(f"{len(read)} reports, not one", source)


def _folder(folder: Path, published: str | None) -> Iterator[Received | InputError]:
    """All files under a folder in the order of their names; hidden ones are no reports."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.name.startswith("."):
            yield from _path(str(entry), published)


def _stream(
    stream: BinaryIO, source: str, published: str | None, depth: int
) -> Iterator[Received | InputError]:
    """The reports in one stream, told by its first bytes and its name."""
    try:
        head = stream.read(SNIFFED)
        kind = kind_of(source, head)
        joined: BinaryIO = io.BufferedReader(_Joined(head, stream))
        if kind == "zip":
            yield from _zip(joined, source, published, depth)
        elif kind == "gzip":
            inner = unzipped(joined, source)
            yield from _stream(inner, source.removesuffix(".gz"), published, _deeper(depth, source))
        else:
            if kind in _LINE_KINDS and is_wide(head):
                joined = _narrowed(joined, source)
            yield from _some(READERS[kind](joined, source, published), source)
    except InputError as error:
        yield error


def _zip(
    stream: BinaryIO, source: str, published: str | None, depth: int
) -> Iterator[Received | InputError]:
    """The reports in every file of a zip."""
    inner = _deeper(depth, source)
    with tempfile.SpooledTemporaryFile(_SPOOLED) as spool:
        shutil.copyfileobj(stream, spool, MIB)
        spool.seek(0)
        for member in members(spool, source):
            if isinstance(member, InputError):
                yield member
            else:
                yield from _stream(member[1], member[0], published, inner)


def _deeper(depth: int, source: str) -> int:
    """The next depth of archives in archives. Raises LimitError below the deepest."""
    if depth >= NESTING:
        raise LimitError(f"archives nested more than {NESTING} deep", source, "unpack it first")
    return depth + 1


def _narrowed(stream: BinaryIO, source: str) -> BinaryIO:
    """A UTF-16 or UTF-32 stream as UTF-8."""
    text = decode(whole(stream, source, _WIDE_BYTES), source).text
    return io.BytesIO(text.encode("utf-8", "replace"))


class _Joined(io.RawIOBase):
    """A stream with the bytes that were read from it to look at put back before it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Always; what BufferedReader asks first."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` from the head, then from the rest; 0 at the end."""
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
