"""Taking reports in, some at a time, so that a run cut off at any moment loses only its last few.

Each batch is one transaction, committed whole; running the same inputs again finishes the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Literal, NamedTuple

from waqai import __version__
from waqai.errors import FlawError, InputError
from waqai.model.making import Extract
from waqai.read.received import Received
from waqai.store.batch import Batch
from waqai.store.database import Database
from waqai.store.records import forget, kept_version, outdated
from waqai.store.rows import Rows
from waqai.store.versions import Placed

BATCH = 50

Outcome = Literal["new", "unchanged", "version", "refused", "flawed"]


class Step(NamedTuple):
    """What became of one input; `language` of what was taken in, `error` of what was not."""

    outcome: Outcome
    where: str
    language: str | None = None
    error: InputError | None = None


class _Waiting(NamedTuple):
    """An input, and where it belongs."""

    item: Received
    placed: Placed

    @property
    def is_new(self) -> bool:
        """Whether the database has no such text of it."""
        return self.placed.outcome != "unchanged"


def ingest(
    database: Database, items: Iterable[Received | InputError], extract: Extract
) -> Iterator[Step]:
    """Take in every input, in order. A step is yielded once its batch is safe on disk."""
    source = iter(items)
    while inputs := list(islice(source, BATCH)):
        received = [item for item in inputs if isinstance(item, Received)]
        with database.write() as connection:
            batch = Batch(connection, received)
            steps = list(_take(batch, inputs, extract))
            batch.flush()
        yield from steps


def _take(
    batch: Batch, inputs: Iterable[Received | InputError], extract: Extract
) -> Iterator[Step]:
    """Take inputs in, in order; one that hangs on those before it once they are inserted."""
    waiting: list[_Waiting | InputError] = []
    for item in inputs:
        if isinstance(item, InputError):
            waiting.append(item)
            continue
        placed = batch.place(item)
        if placed is None:
            yield from _finish(batch, waiting, extract)
            batch.flush()
            waiting.clear()
            placed = batch.place(item)
            assert placed is not None, "nothing is left that it could hang on"
        waiting.append(_Waiting(item, placed))
    yield from _finish(batch, waiting, extract)


def _finish(
    batch: Batch, waiting: Sequence[_Waiting | InputError], extract: Extract
) -> Iterator[Step]:
    """Have the records made of what is new, and keep them."""
    told = [one.placed.report for one in waiting if isinstance(one, _Waiting) and one.is_new]
    records = iter(extract(told))
    for one in waiting:
        if isinstance(one, InputError):
            yield Step("flawed" if isinstance(one, FlawError) else "refused", one.where, None, one)
            continue
        outcome, where, language = one.placed.outcome, one.item.where, one.placed.report.language
        made = next(records) if one.is_new else None
        if isinstance(made, InputError):
            yield Step("refused", where, language, _located(made, where))
            continue
        if made is not None:
            batch.keep(one.item, one.placed, made, now())
        yield Step(outcome, where, language)


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
            records = extract([kept_version(connection, version).report for version in batch])
            for version, record in zip(batch, records, strict=True):
                if isinstance(record, InputError):
                    raise record
                forget(connection, version)
                rows.record(version, __version__, now(), record)
            rows.flush()
        yield len(batch)


def now() -> str:
    """The clock, for the columns that say when: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
