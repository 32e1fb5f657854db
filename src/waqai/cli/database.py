"""What the database commands share: where the database is, what is printed of it."""

from __future__ import annotations

from typing import Annotated

import typer

Db = Annotated[str, typer.Option("--db", metavar="PATH", help="The database.")]
Names = Annotated[
    bool, typer.Option("--names", help="Show the names of private persons (victims, suspects).")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one line an item.")]
DEFAULT = "waqai.db"
