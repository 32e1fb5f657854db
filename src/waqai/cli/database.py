"""What the database commands share: the `--db` option, and the extractor loaded when needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from waqai.model.event import Record
    from waqai.model.report import Report

Db = Annotated[str, typer.Option("--db", metavar="PATH", help="The database.")]
Names = Annotated[
    bool, typer.Option("--names", help="Show the names of private persons (victims, suspects).")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one line an item.")]
DEFAULT = "waqai.db"


class Extraction:
    """Makes records; the tables are loaded at the first report that needs one."""

    def __init__(self) -> None:
        self._record: Callable[[Report], Record] | None = None

    def __call__(self, report: Report) -> Record:
        """The record of a report. Raises InputError for one that cannot be read."""
        if self._record is None:
            from waqai.cli.extractor import extractor

            self._record = extractor().record
        return self._record(report)
