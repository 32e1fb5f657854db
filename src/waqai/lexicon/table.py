"""Tables: tab-separated knowledge beside the rules that use it.

A table is UTF-8 text. Lines that begin with `#` are comments (each column is defined there), blank
lines are skipped, every other line has exactly the named columns; Arabic columns come last and
hold folded keys, alternatives divided by `|`. `-` stands for an empty cell. Large ones are packed
(`.gz`).
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Final, NamedTuple, TypeVar

from waqai.errors import TableError
from waqai.text.fold import fold_key

VARIANTS: Final = "|"
EMPTY: Final = "-"
Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Row(NamedTuple):
    """One row: its cells in column order (`-` read as ""), and where it stands (file:line)."""

    cells: tuple[str, ...]
    where: str

    def variants(self, column: int) -> list[str]:
        """The alternatives of a cell, none where it is empty."""
        return [part for part in self.cells[column].split(VARIANTS) if part]


def read_table(
    package: str, name: str, columns: Sequence[str], folded: Sequence[str] = ()
) -> list[Row]:
    """Rows of the table `name` in `package`; cells of the columns `folded` must fold to themselves.

    Raises TableError naming file and line where a row has other columns or an unfolded key.
    """
    data = (files(package) / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    return list(_rows(text, f"{package.replace('.', '/')}/{name}", columns, folded))


class Lazy(dict[Key, Answer]):
    """What a table says by key, read when first asked; KeyError where it says nothing."""

    def __init__(self, read: Callable[[], Mapping[Key, Answer]]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, key: Key) -> Answer:
        if not self:
            self.update(self._read())
        if key not in self:
            raise KeyError(key)
        return self[key]


def by_first(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    """The alternatives of the second cells of rows, by their first cells.

    Raises TableError where a first cell comes again: two uses would be one without a word.
    """
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        first = row.cells[0]
        if first in found:
            raise TableError(f"{first!r} is told twice", row.where, "join the rows, or rename one")
        found[first] = frozenset(row.variants(1))
    return found


def _rows(text: str, path: str, columns: Sequence[str], folded: Sequence[str]) -> Iterator[Row]:
    """The checked rows of a table's text."""
    keys = [columns.index(column) for column in folded]
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path}:{number}"
        cells = tuple("" if cell == EMPTY else cell for cell in line.split("\t"))
        if len(cells) != len(columns):
            raise TableError(
                f"{len(cells)} columns, not {len(columns)}", where, f"give {', '.join(columns)}"
            )
        row = Row(cells, where)
        for key in keys:
            _check_folded(row, key)
        yield row


def _check_folded(row: Row, column: int) -> None:
    """Refuse a key that the folded text could never hold."""
    for variant in row.variants(column):
        if fold_key(variant) != variant:
            raise TableError(f"key {variant!r} is not folded", row.where, fold_key(variant))
