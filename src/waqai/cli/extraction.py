"""Making records for a command: in this process, or of many reports in several beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Final

import typer

from waqai.errors import InputError

if TYPE_CHECKING:
    from waqai.cli.workers import Workers
    from waqai.model.event import Record
    from waqai.model.making import Made
    from waqai.model.report import Report

# Reports from which on it pays to start other processes, each of which loads the tables.
MANY: Final = 100
# More processes than these are started where they are asked for by number alone.
_MOST: Final = 4

Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        min=0,
        metavar="N",
        help=f"Processes that read where there are over {MANY} reports; 0: one a core, at most "
        f"{_MOST}. Each takes some 300 MB.",
    ),
]


class Extraction:
    """Makes records; the tables are loaded at the first report that needs one.

    Called with reports it gives their records in the same order, an InputError for one that
    cannot be read, whichever process made them. `record_of` makes the records of this process.
    """

    def __init__(self, jobs: int = 0, record_of: Callable[[Report], Record] | None = None) -> None:
        self._jobs = jobs or min(cores(), _MOST)
        self._record_of = record_of
        self._seen = 0
        self._workers: Workers | None = None

    def __call__(self, reports: Iterable[Report]) -> Iterator[Made]:
        """The record of each report."""
        return (made for _, made in self.pairs(reports))

    def pairs(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Made]]:
        """Each report with its record; reports are taken from their source as they are needed."""
        source = iter(reports)
        for report in source:
            if self._jobs > 1 and self._seen >= MANY:
                yield from self._beside().pairs(chain((report,), source))
                return
            self._seen += 1
            yield report, self._own(report)

    def _own(self, report: Report) -> Made:
        """The record of a report, made here."""
        if self._record_of is None:
            from waqai.cli.extractor import extractor

            self._record_of = extractor().record
        try:
            return self._record_of(report)
        except InputError as error:
            return error

    def _beside(self) -> Workers:
        """The other processes, started when first needed."""
        if self._workers is None:
            from waqai.cli.workers import Workers

            self._workers = Workers(self._jobs)
        return self._workers


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
