"""CSV and XLSX: the sheets of `cells`, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from waqai.export.cells import COLUMNS, Cell, Sheet, rows
from waqai.export.told import Told

BOM = "\ufeff".encode()
# A spreadsheet takes a cell that opens so for a formula; an apostrophe makes it text.
_FORMULA = re.compile(
    r"\A[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|\A[\t\r]"
)
# What XML cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs: text that opens like a formula gets an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def csv_lines(columns: Sequence[str], found: Iterable[dict[str, Cell]]) -> Iterator[bytes]:
    """A header and the rows as RFC 4180 lines (CRLF inside, no line end), UTF-8."""
    yield _line(columns)
    for row in found:
        yield _line([safe(row.get(column)) for column in columns])


def events_csv(items: Iterable[Told], sheet: Sheet) -> Iterator[bytes]:
    """One sheet as CSV."""
    return csv_lines(COLUMNS[sheet], rows(items, sheet))


def _line(cells: Sequence[Cell]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n").encode("utf-8", "replace")


def write_xlsx(items: Iterable[Told], stream: IO[bytes]) -> None:
    """A workbook with a sheet of events and one of claims. Texts are texts, never formulas."""
    found = list(items)
    sheets: tuple[Sheet, ...] = ("events", "claims")
    write_book(stream, {sheet: (COLUMNS[sheet], rows(found, sheet)) for sheet in sheets})


def write_book(
    stream: IO[bytes], sheets: Mapping[str, tuple[Sequence[str], Iterable[dict[str, Cell]]]]
) -> None:
    """A workbook of sheets by name, each of columns and rows, its header kept in sight."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, (columns, found) in sheets.items():
        page = book.create_sheet(name)
        page.freeze_panes = "A2"
        page.append(list(columns))
        for row in found:
            page.append([_cell(page, row.get(column)) for column in columns])
    book.save(stream)


def _cell(page: object, value: Cell) -> object:
    """A cell whose type is text where its value is."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(page, _ILLEGAL.sub("\ufffd", value))
    cell.data_type = "s"
    return cell
