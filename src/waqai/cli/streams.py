"""Standard streams and exit status, the same for every command.

Data go to standard output as UTF-8 whatever the locale; everything else to standard error.
"""

from __future__ import annotations

import io
import sys

from waqai.errors import WaqaiError

BAD_INPUT = 1
WRONG_USE = 2


def use_utf8() -> None:
    """Make both streams UTF-8; what cannot be written (a lone surrogate) is escaped, never lost."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(line: bytes) -> None:
    """Write one line of data (UTF-8, without its line end) to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(line + b"\n")


def complain(error: WaqaiError) -> None:
    """Tell an error on standard error: where, what, what to do."""
    sys.stdout.flush()
    print(f"waqai: {error}", file=sys.stderr)
