"""Dates in figures alone: 6/5/2024, 2024-05-06, 06.05.2024."""

from __future__ import annotations

from typing import Final

from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.spec import Named

_MARKS: Final = frozenset("/-\\")
_YEARS: Final = range(1900, 2100)
_HIJRI: Final = range(1300, 1501)


def numeric(cur: Cursor, i: int) -> Found | None:
    """Day, month and year with one mark between, the year first or last (two figures: 2000s)."""
    dotted = _dotted(cur.key(i))
    if dotted is not None:
        made, j = _ordered(dotted), i + 1
    else:
        fields = _fields(cur, i)
        if fields is None:
            return None
        made, j = _ordered(fields), i + 2 * len(fields) - 1
    if made is None:
        return None
    era = cur.word(j, "era")
    if era is not None:
        j = era.j
    return Found(i, j, made, "date.figures")


def day_and_month(cur: Cursor, i: int) -> Found | None:
    """6/8 where a weekday or the word day before says that it is a date."""
    fields = [cur.key(i), cur.key(i + 2)]
    if cur.key(i + 1) != "/" or cur.key(i + 3) in _MARKS:
        return None
    if not all(field.isdigit() and len(field) <= 2 for field in fields):
        return None
    day, month = map(int, fields)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Found(i, i + 3, Named(day=day, month=month), "date.figures")


def _fields(cur: Cursor, i: int) -> list[str] | None:
    """Figures with the same mark between: three of them, or two with a year."""
    mark = cur.key(i + 1)
    if mark not in _MARKS:
        return None
    fields = [cur.key(i), cur.key(i + 2)]
    if cur.key(i + 3) == mark and cur.key(i + 4).isdigit():
        fields.append(cur.key(i + 4))
        if cur.key(i + 5) == mark and cur.key(i + 6).isdigit():
            return None
    if not all(field.isdigit() and len(field) <= 4 for field in fields):
        return None
    if len(fields) == 2 and (mark == "-" or 4 not in map(len, fields)):
        return None
    return fields


def _dotted(key: str) -> list[str] | None:
    """The fields of a token such as 06.05.2024."""
    fields = key.split(".")
    if len(fields) != 3 or not all(field.isdigit() for field in fields):
        return None
    return fields if 4 in (len(fields[0]), len(fields[2])) else None


def _ordered(fields: list[str]) -> Named | None:
    """Fields as a date: the year at an end, the month in the middle unless above 12."""
    numbers = [int(field) for field in fields]
    if len(fields) == 2:
        year, month = sorted(numbers, reverse=True)
        return Named(year=year, month=month) if year in _YEARS and 1 <= month <= 12 else None
    if len(fields[0]) == 4:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if len(fields[2]) == 2 and max(map(len, fields)) == 2:
            year += 2000
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year in _HIJRI:
        return Named(year=year, month=month, day=day, hijri=True)
    return Named(year=year, month=month, day=day) if year in _YEARS else None
