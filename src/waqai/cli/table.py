"""A table of values: drawn on a terminal, tab-separated lines for a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console


def draw(columns: Sequence[str], rows: Iterable[Sequence[str]], words: int = 0) -> None:
    """Print rows under their columns; the last ones are `words`, which may be Arabic and long.

    On a terminal the words of a row stand on a line of their own, cut to its width: ids, dates and
    codes before them are whole on every terminal, and can be copied.
    """
    from rich.console import Console

    console = Console(highlight=False)
    if not console.is_terminal:
        for row in (columns, *rows):
            typer.echo("\t".join(row))
        return
    found = [tuple(row) for row in rows]
    coded = len(columns) - words
    widths = [max(map(len, column)) for column in zip(columns, *found, strict=True)][:coded]
    _draw(console, columns, widths, "bold", "bold")
    for row in found:
        _draw(console, row, widths, "", "dim")


def _draw(
    console: Console, row: Sequence[str], widths: Sequence[int], style: str, below: str
) -> None:
    """A row: its codes under their columns, and below what words it has, on one line."""
    from rich.text import Text

    cells = zip(row, widths, strict=False)
    line = "  ".join(f"{cell:<{width}}" for cell, width in cells).rstrip()
    console.print(Text(line, style), soft_wrap=True)
    words = " · ".join(filter(None, row[len(widths) :]))
    if words:
        console.print(Text(f"    {words}", below), no_wrap=True, overflow="ellipsis")
