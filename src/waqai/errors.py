"""Every error that Waqai raises, drawn in one place.

WaqaiError
├── TableError        a data table of the package does not hold what it must (file, line)
├── InputError        something given to Waqai cannot be used; the rest goes on (source, line)
│   ├── DecodeError       bytes that are no text in any known encoding
│   ├── RecordError       a line or row that is not a report record
│   ├── LimitError        larger than Waqai reads (size, nesting, archive ratio)
│   ├── EmptyError        no text in it
│   └── FlawError         one field of a report is unusable; the report is read without it
├── StoreError        the database cannot be used as asked (path)
├── RequestError      the desk does not do what was asked of it (HTTP status)
└── UsageError        a wrong argument of a command

Each error says what was wrong, where, and what to do; `str(error)` is one line for a terminal.
"""

from __future__ import annotations


class WaqaiError(Exception):
    """Root of the tree. `what` was wrong, `where` it was (or ""), what to `do` (or "")."""

    def __init__(self, what: str, where: str = "", do: str = "") -> None:
        super().__init__(what, where, do)
        self.what = what
        self.where = where
        self.do = do

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.do})" if self.do else ""
        return f"{place}{self.what}{advice}"


class TableError(WaqaiError):
    """A table of the package is malformed; `where` is file:line."""


class InputError(WaqaiError):
    """One input is unusable; the others are processed and the exit status says so."""


class DecodeError(InputError):
    """Bytes that are no text."""


class RecordError(InputError):
    """A line or row that is not a report record."""


class LimitError(InputError):
    """Larger than Waqai reads."""


class EmptyError(InputError):
    """Nothing to read in it."""


class FlawError(InputError):
    """A field of a report cannot be used; the report itself is read, with that field unknown."""


class StoreError(WaqaiError):
    """The database cannot be opened, read or written as asked; `where` is its path."""


class RequestError(WaqaiError):
    """The desk refuses a request with an HTTP `status`; `retry` are seconds to wait, if that helps.

    Attributes besides those of every error: `status` (400..599), `retry` (None: not at all).
    """

    def __init__(
        self, status: int, what: str, do: str = "", where: str = "", retry: int | None = None
    ) -> None:
        super().__init__(what, where, do)
        self.status = status
        self.retry = retry


class UsageError(WaqaiError):
    """A command was called wrongly."""
