"""When something was told: a publication date or moment, and what is known to be earlier."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

# Minutes apart from which one report is later than another.
_APART: Final = 15
LAST: Final = "9999"


def is_before(a: str | None, b: str | None) -> bool:
    """Whether a is known to be earlier than b; a date alone is the whole day.

    Of two clocks of which one tells no zone the hands are compared.
    """
    if not a or not b:
        return False
    if len(a) <= 10 or len(b) <= 10:
        return a[:10] < b[:10]
    one, other = datetime.fromisoformat(a), datetime.fromisoformat(b)
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return (other - one).total_seconds() >= _APART * 60


def order(told: str | None) -> tuple[str, str]:
    """A key that sorts moments by their clock, a date before its hours, the unknown last."""
    if not told:
        return LAST, ""
    clock = moment(told).isoformat() if len(told) > 10 else ""
    return (clock or told)[:10], clock


def moment(told: str) -> datetime:
    """An ISO datetime on one clock: UTC where it has a zone, else as it stands."""
    found = datetime.fromisoformat(told)
    return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
