"""CSV: one report a row, columns named as the fields of JSONL, any common delimiter."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Generator, Iterator
from typing import BinaryIO, Literal, NamedTuple

from waqai.errors import EmptyError, InputError, RecordError
from waqai.read.columns import FIELDS, TEXTS, columns
from waqai.read.limits import REPORT_BYTES
from waqai.read.lines import Line, lines
from waqai.read.received import Received
from waqai.read.records import received

_DELIMITERS = (",", ";", "\t", "|")
_DO = "name the columns in the first line: id, published, outlet, url, title, body"
# Columns that a refusal names, and letters of each.
_COLUMNS, _SEEN = 20, 30
# A row spread over more lines than this has a quotation mark that is never closed.
_ROW_LINES = 5_000


class _Header(NamedTuple):
    """Lower-case column names, the delimiter, and the bytes of the lines that say so."""

    names: tuple[str, ...]
    delimiter: str
    raw: bytes = b""


def is_header(line: str) -> bool:
    """Whether a line names the columns of a report table, its text among them, and no prose."""
    header = _header(line)
    return header is not None and len(FIELDS.intersection(header.names)) > 1


def read_csv(
    stream: BinaryIO, source: str, published: str | None = None
) -> Iterator[Received | InputError]:
    """The reports of a CSV stream; a broken row costs no other."""
    csv.field_size_limit(REPORT_BYTES)
    queue = _Queue(lines(stream, source))
    header = yield from _opening(queue, source)
    if header is None:
        return
    while (line := queue.next()) is not None:
        if isinstance(line, InputError):
            yield line
        elif line.text.strip():
            yield from _row(line, queue, header, source, published)


class _Queue:
    """Lines of a stream, with those that were looked at and not used put back."""

    def __init__(self, source: Iterator[Line | InputError]) -> None:
        self._source = source
        self._back: deque[Line | InputError] = deque()

    def next(self) -> Line | InputError | None:
        """The next line, None at the end."""
        return self._back.popleft() if self._back else next(self._source, None)

    def put_back(self, items: list[Line | InputError]) -> None:
        """Give these again before all others."""
        self._back.extendleft(reversed(items))


def _opening(queue: _Queue, source: str) -> Generator[InputError, None, _Header | None]:
    """The header line (after Excel's `sep=` line), None with an error where there is none."""
    line = queue.next()
    delimiter, raw = "", b""
    if isinstance(line, Line) and line.text.lower().startswith("sep="):
        delimiter, raw, line = line.text[4:5], line.raw + b"\n", queue.next()
    if line is None:
        yield EmptyError("empty", source)
        return None
    if isinstance(line, InputError):
        yield line
        return None
    header = _header(line.text.lstrip("\ufeff"), (delimiter,) if delimiter else _DELIMITERS)
    if header is None:
        yield RecordError(_without_text(line.text), f"{source}:{line.number}", _DO)
        return None
    return header._replace(raw=raw + line.raw)


def _without_text(line: str) -> str:
    """What a first line that names no column of texts does name."""
    found = (_cells(line, mark) or () for mark in _DELIMITERS)
    seen = ", ".join(cell.strip()[:_SEEN] for cell in max(found, key=len)[:_COLUMNS])
    return f"no column body or text; the columns are: {seen}"


def _row(
    line: Line, queue: _Queue, header: _Header, source: str, published: str | None
) -> Iterator[Received | InputError]:
    """The report that begins at `line`; a quoted cell may run over the lines after it."""
    where = f"{source}:{line.number}"
    more = _quoted_lines(line, queue) if line.text.count('"') % 2 else []
    parts = [line, *(item for item in more if isinstance(item, Line))]
    cells = _cells("\n".join(part.text for part in parts), header.delimiter)
    if cells is None or len(cells) != len(header.names):
        queue.put_back(more)
        parts = [line]
        cells = _cells(line.text, header.delimiter, csv.QUOTE_NONE)
    if cells is None or len(cells) != len(header.names):
        count = len(_cells(line.text, header.delimiter, csv.QUOTE_NONE) or ())
        what = f"a broken row: {count} columns, not {len(header.names)}"
        yield RecordError(what, where, "quote cells that hold the delimiter or line ends")
        return
    fields = {name: cell for name, cell in zip(header.names, cells, strict=True) if name and cell}
    raw = b"\n".join((header.raw, *(part.raw for part in parts)))
    encoding = "+".join(dict.fromkeys(part.encoding for part in parts))
    yield from received(fields, raw, source, "csv", encoding, line.number, published)


def _quoted_lines(line: Line, queue: _Queue) -> list[Line | InputError]:
    """The lines until the quotation mark that `line` leaves open is closed."""
    found: list[Line | InputError] = []
    size = len(line.raw)
    while size < REPORT_BYTES and len(found) < _ROW_LINES:
        item = queue.next()
        if item is None:
            break
        found.append(item)
        if isinstance(item, InputError):
            break
        size += len(item.raw)
        if item.text.count('"') % 2:
            break
    return found


def _header(line: str, delimiters: tuple[str, ...] = _DELIMITERS) -> _Header | None:
    """The column names and the delimiter that shows most of them; None without a text column."""
    found = [_Header(_cells(line, mark) or (), mark) for mark in delimiters]
    lowered = [h._replace(names=columns(h.names)) for h in found]
    best = max(lowered, key=lambda h: len(FIELDS.intersection(h.names)))
    return best if TEXTS.intersection(best.names) else None


def _cells(
    text: str, delimiter: str, quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
) -> tuple[str, ...] | None:
    """The cells of one row, None where it is none."""
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter,
                               quoting=quoting, strict=True))  # fmt: skip
    except csv.Error:
        return None
    return tuple(rows[0]) if len(rows) == 1 else None
