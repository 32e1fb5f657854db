"""A table of values: drawn on a terminal, tab-separated lines for a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import typer


def draw(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns; Arabic belongs into the last ones."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    if not console.is_terminal:
        for row in (columns, *rows):
            typer.echo("\t".join(row))
        return
    table = Table(*columns)
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console.print(table)
