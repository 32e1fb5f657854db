"""Taking reports in, some at a time, so that a run cut off at any moment loses only its last few.

Each batch is one transaction, committed whole; running the same inputs again finishes the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Literal, NamedTuple

from waqai import __version__
from waqai.errors import FlawError, InputError
from waqai.read.received import Received
from waqai.store.batch import Batch
from waqai.store.database import Database
from waqai.store.records import Extract, forget, kept_version, outdated
from waqai.store.rows import Rows

BATCH = 50

Outcome = Literal["new", "unchanged", "version", "refused", "flawed"]


class Step(NamedTuple):
    """What became of one input; `language` of what was taken in, `error` of what was not."""

    outcome: Outcome
    where: str
    language: str | None = None
    error: InputError | None = None


def ingest(
    database: Database, items: Iterable[Received | InputError], extract: Extract
) -> Iterator[Step]:
    """Take in every input, in order. A step is yielded once its batch is safe on disk."""
    source = iter(items)
    while inputs := list(islice(source, BATCH)):
        received = [item for item in inputs if isinstance(item, Received)]
        with database.write() as connection:
            batch = Batch(connection, received)
            steps = [_take(batch, item, extract) for item in inputs]
            batch.flush()
        yield from steps


def _take(batch: Batch, item: Received | InputError, extract: Extract) -> Step:
    """Take in one input."""
    if isinstance(item, InputError):
        return Step("flawed" if isinstance(item, FlawError) else "refused", item.where, None, item)
    placed = batch.place(item)
    language = placed.report.language
    if placed.outcome == "unchanged":
        return Step("unchanged", item.where, language)
    try:
        record = extract(placed.report)
    except InputError as error:
        return Step("refused", item.where, language, _located(error, item.where))
    batch.keep(item, placed, record, now())
    return Step(placed.outcome, item.where, language)


def _located(error: InputError, where: str) -> InputError:
    return error if error.where else type(error)(error.what, where, error.do)


def reread(database: Database, extract: Extract, everything: bool = False) -> Iterator[int]:
    """Remake the records that another Waqai made (all with `everything`); how many, as it goes."""
    with database.read() as connection:
        todo = outdated(connection, everything)
    for first in range(0, len(todo), BATCH):
        batch = todo[first : first + BATCH]
        with database.write() as connection:
            rows = Rows(connection)
            for version in batch:
                record = extract(kept_version(connection, version).report)
                forget(connection, version)
                rows.record(version, __version__, now(), record)
            rows.flush()
        yield len(batch)


def now() -> str:
    """The clock, for the columns that say when: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
