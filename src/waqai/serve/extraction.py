"""Reading what is pasted or sent, in a process of its own.

The desk itself never loads the extractor: its tables stay out of the desk's memory, its work out of
the desk's way, and a text that takes too long is ended with the process.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from waqai.errors import InputError, RequestError
from waqai.model.event import Record
from waqai.model.report import Report
from waqai.read import Received, again, receive

if TYPE_CHECKING:
    from waqai.annotate.pipeline import Annotator
    from waqai.events.extract import Extractor

# Seconds to wait for another's turn, in parts of the time that reading may take.
_TURNS = 2
_SPAWN = get_context("spawn")
_NAME = "-"


class Marked(msgspec.Struct, frozen=True):
    """A mention: code points of the text, what it means (as plain data), the rule."""

    kind: str
    start: int
    end: int
    value: Any
    rule: str


class Found(msgspec.Struct, frozen=True):
    """A report with what was read in it; or where and what could not be read."""

    received: Received | None
    record: Record | None
    mentions: list[Marked]
    where: str = ""
    what: str = ""


class Asked(msgspec.Struct, frozen=True):
    """A file's bytes, or one line of JSON, or a report that is read already."""

    kind: Literal["file", "line", "report"]
    raw: bytes = b""
    name: str = _NAME
    published: str | None = None
    report: Report | None = None


_FOUND = msgspec.msgpack.Decoder(list[Found])
_ASKED = msgspec.msgpack.Decoder(Asked)


class Extraction:
    """Reads in a process that starts at the first need; one text at a time, `seconds` each."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def read(self, asked: Asked) -> list[Found]:
        """What is asked for, read. Raises RequestError where it takes too long."""
        if not self._lock.acquire(timeout=self._seconds * _TURNS):
            raise RequestError(503, "other texts are being read", "try again", retry=30)
        try:
            return self._read(asked)
        finally:
            self._lock.release()

    def record(self, report: Report) -> Record:
        """The record of a report. Raises InputError for one that cannot be read."""
        found = self.read(Asked("report", report=report))[0]
        if found.record is None:
            raise InputError(found.what, found.where)
        return found.record

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def _read(self, asked: Asked) -> list[Found]:
        pipe = self._started()
        try:
            pipe.send_bytes(msgspec.msgpack.encode(asked))
            if not pipe.poll(self._seconds):
                self.close()
                do = "send less, or read it by `waqai read`"
                raise RequestError(413, "it takes too long to read", do)
            return _FOUND.decode(pipe.recv_bytes())
        except (EOFError, OSError) as error:
            self.close()
            raise RequestError(503, "reading failed", "try again, or send less") from error

    def _started(self) -> Connection:
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self._pipe, inner = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=_serve, args=(inner,), daemon=True)
            self._process.start()
            inner.close()
        return self._pipe


def _serve(pipe: Connection) -> None:
    """The loop of the process: ends with the desk."""
    while True:
        try:
            asked = _ASKED.decode(pipe.recv_bytes())
        except EOFError:
            return
        pipe.send_bytes(msgspec.msgpack.encode(list(_found(asked))))


def _found(asked: Asked) -> Iterator[Found]:
    if asked.report is not None:
        item = Received(asked.report, b"", _NAME, "jsonl", "utf-8")
        yield _one(item)
        return
    for given in _items(asked):
        if isinstance(given, InputError):
            yield Found(None, None, [], given.where, given.what)
        else:
            yield _one(given)


def _items(asked: Asked) -> Iterator[Received | InputError]:
    if asked.kind == "line":
        yield again(asked.raw, "jsonl", _NAME)
        return
    with tempfile.TemporaryDirectory() as folder:
        # Only the end of a name means anything to a reader.
        file = Path(folder, "file" + "".join(Path(asked.name).suffixes[-2:])[:20])
        file.write_bytes(asked.raw)
        for item in receive(str(file), asked.published):
            where = item.where if isinstance(item, InputError) else item.source
            named = where.replace(str(file), Path(asked.name).name or "file")
            if isinstance(item, InputError):
                yield type(item)(item.what, named, item.do)
            else:
                yield msgspec.structs.replace(item, source=named)


def _one(item: Received) -> Found:
    from waqai.annotate.pipeline import mentions
    from waqai.text.document import Document

    try:
        record = _extractor().record(item.report)
        chart = _annotator().chart(Document.of(item.report))
    except InputError as error:
        return Found(None, None, [], error.where or item.where, error.what)
    marked = [
        Marked(m.kind, m.start, m.end, msgspec.to_builtins(m.value), m.rule)
        for m in mentions(chart)
    ]
    return Found(item, record, marked)


@cache
def _annotator() -> Annotator:
    from waqai.annotate.pipeline import Annotator

    return Annotator()


@cache
def _extractor() -> Extractor:
    from waqai.events.extract import Extractor

    return Extractor(_annotator())
