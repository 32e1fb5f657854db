"""Other processes that read reports, each with tables of its own."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import Final, NamedTuple

from waqai.errors import WaqaiError
from waqai.model.making import Extract, Made, singly
from waqai.model.report import Report

# Reports that a process is given at once, and so many times as many are on their way to each.
_TOGETHER: Final = 5
_AHEAD: Final = 3


class Workers:
    """Processes that stay until this one ends; they end with it, however it ends."""

    def __init__(self, jobs: int) -> None:
        self._most = jobs * _AHEAD
        # Processes of their own making, no forks: nothing of an open database goes along.
        self._pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin)

    def pairs(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Made]]:
        """Each report with its record, or why it cannot be read, in order.

        Raises WaqaiError where a process was ended from outside.
        """
        source = iter(reports)
        waiting: deque[_Chunk] = deque()
        while chunk := list(islice(source, _TOGETHER)):
            with _told_where_ended():
                waiting.append(_Chunk(chunk, self._pool.submit(_records, chunk)))
            if len(waiting) > self._most:
                yield from waiting.popleft().pairs()
        while waiting:
            yield from waiting.popleft().pairs()


class _Chunk(NamedTuple):
    """Reports that a process was given, and what it will give."""

    reports: list[Report]
    records: Future[list[Made]]

    def pairs(self) -> Iterator[tuple[Report, Made]]:
        """Each with its record, once all are there."""
        with _told_where_ended():
            return zip(self.reports, self.records.result(), strict=True)


@contextmanager
def _told_where_ended() -> Iterator[None]:
    """Tells as the user can understand it that a process is gone."""
    try:
        yield
    except BrokenProcessPool:
        raise WaqaiError(
            "a process that read reports was ended from outside, maybe for want of memory",
            do="--jobs 1 needs least",
        ) from None


def _begin() -> None:
    """In a new process: an interrupt is for the one that it works for, with which it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when that which it works for does, even if it was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _records(reports: Sequence[Report]) -> list[Made]:
    """The records of some reports."""
    return list(_extract()(reports))


@cache
def _extract() -> Extract:
    """What makes records here, with its tables."""
    from waqai.cli.extractor import extractor

    return singly(extractor().record)
