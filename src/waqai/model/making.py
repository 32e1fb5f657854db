"""Making: what gives the records of reports, in one process or in many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from waqai.errors import InputError
from waqai.model.event import Record
from waqai.model.report import Report

Made = Record | InputError
# Makes the records of reports, in their order; an InputError for one that cannot be read.
Extract = Callable[[Iterable[Report]], Iterable[Made]]


def singly(record_of: Callable[[Report], Record]) -> Extract:
    """Makes records one after the other, by what makes the record of one report."""

    def records(reports: Iterable[Report]) -> Iterator[Made]:
        for report in reports:
            try:
                yield record_of(report)
            except InputError as error:
                yield error

    return records
