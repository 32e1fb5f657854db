"""Publication dates as sources write them, to ISO; what is not certain stays unknown.

Read are ISO dates and datetimes, RFC 2822, seconds or milliseconds since 1970, day/month/year where
the day cannot be a month, and dates in words with the month names of every Arabic calendar system.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from waqai.lexicon.months import month_numbers
from waqai.text.fold import fold_key

_ISO = re.compile(r"\d{4}-\d\d?-\d\d?")
_NUMERIC = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d))?(?!\d)\s*([صم]|am|pm)?(?!\w)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s+([^\d\W]+(?:[\s/(]+[^\d\W]+)*)[\s/,،)]+(\d{4})(?!\d)")
_YEARS = range(1900, 2101)


def published(value: object) -> str | None:
    """The ISO form of a publication date, with its time and zone where given; None if absent.

    Raises ValueError where there is something that is no date, or could be two dates.
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("no date")
    if isinstance(value, int | float):
        return _since_1970(value)
    text = value.strip()
    if not text:
        return None
    return _iso(text) or _rfc(text) or in_words(text) or numeric(text) or _refuse()


def _refuse() -> str:
    raise ValueError("no date that exists, or one that could be two")


def _since_1970(value: float) -> str:
    seconds = value / 1000 if abs(value) > 1e11 else value
    if not 1e8 < seconds < 4.2e9:
        raise ValueError("no date")
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _iso(text: str) -> str | None:
    """ISO 8601 as it is; a date whose year is out of range is no publication date."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if moment.year in _YEARS and _ISO.match(text) else None


def _rfc(text: str) -> str | None:
    """Sat, 17 May 2025 10:00:00 +0300."""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, IndexError, TypeError):
        return None


def numeric(text: str, day_first: bool = False) -> str | None:
    """2025/5/17, or 17/5/2025; 5/6/2025 only if `day_first` (as Arabic pages write it)."""
    folded = fold_key(text)
    match = _NUMERIC.search(folded)
    if match is None:
        return None
    a, b, c = (int(group) for group in match.groups())
    if a in _YEARS:
        return _built(a, b, c, folded)
    if c in _YEARS and (a > 12 or a == b or day_first):
        return _built(c, b, a, folded)
    return None


def in_words(text: str) -> str | None:
    """17 مايو 2025, 3 كانون الأول/ديسمبر 2024 - 10:30."""
    folded = fold_key(text)
    names = month_numbers()
    for day, words, year in _WORDS.findall(folded):
        parts = [" ".join(part.split()) for part in re.split(r"[/()]", words)]
        months = {names[part] for part in parts if part in names}
        if len(months) == 1 and int(year) in _YEARS:
            return _built(int(year), months.pop(), int(day), folded)
    return None


def _built(year: int, month: int, day: int, text: str) -> str | None:
    """The ISO date, with the clock time that stands in the text."""
    try:
        base = date(year, month, day)
    except ValueError:
        return None
    clock = _CLOCK.search(text)
    if clock is None:
        return base.isoformat()
    hour, minute = int(clock[1]), int(clock[2])
    if clock[4] in ("م", "pm") and hour < 12:
        hour += 12
    elif clock[4] in ("ص", "am") and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return base.isoformat()
    return f"{base.isoformat()}T{hour:02}:{minute:02}:{clock[3] or '00'}"
