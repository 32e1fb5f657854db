"""Parts of a card's sentences: dates, places, people, in English and Arabic."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from waqai.lexicon.table import read_table
from waqai.model.event import When

_PACKAGE = "waqai.export"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ARABIC_MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
)  # fmt: skip


class Country(NamedTuple):
    """ISO 3166-1 codes, ACLED's region (or ""), and names."""

    code: str
    iso3: str
    numeric: str
    region: str
    english: str
    arabic: str


@cache
def countries() -> Mapping[str, Country]:
    """Countries by ISO 3166-1 alpha-2 code."""
    columns = ("code", "iso3", "numeric", "region", "english", "arabic")
    rows = read_table(_PACKAGE, "countries.tsv", columns)
    return {row.cells[0]: Country(*row.cells) for row in rows}


@cache
def table(name: str, columns: int) -> Mapping[str, tuple[str, ...]]:
    """A table of this package by its first column."""
    rows = read_table(_PACKAGE, f"{name}.tsv", tuple(f"column {n}" for n in range(columns)))
    return {row.cells[0]: row.cells[1:] for row in rows}


def date_english(when: When | None) -> str:
    """`on 17 May 2025`, `in May 2025`, `from … to …`; the date unknown says so."""
    if when is None or when.value.start is None or when.value.end is None:
        return "on an unknown date"
    start, end, grain = when.value.start, when.value.end, when.value.grain
    assumed = " (assumed)" if when.assumed else ""
    if grain in ("month", "year") and start[:4] == end[:4]:
        return f"in {_english(start, grain)}{assumed}"
    if start[:10] == end[:10]:
        clock = f" at {start[11:16]}" if grain in ("hour", "minute") and len(start) > 10 else ""
        return f"on {_english(start, 'day')}{clock}{assumed}"
    return f"between {_english(start, 'day')} and {_english(end, 'day')}{assumed}"


def date_arabic(when: When | None) -> str:
    """The same in Arabic."""
    if when is None or when.value.start is None or when.value.end is None:
        return "في تاريخ غير معروف"
    start, end, grain = when.value.start, when.value.end, when.value.grain
    assumed = " (تاريخ مفترض)" if when.assumed else ""
    if grain in ("month", "year") and start[:4] == end[:4]:
        return f"في {_arabic(start, grain)}{assumed}"
    if start[:10] == end[:10]:
        clock = f" عند {start[11:16]}" if grain in ("hour", "minute") and len(start) > 10 else ""
        return f"في {_arabic(start, 'day')}{clock}{assumed}"
    return f"بين {_arabic(start, 'day')} و{_arabic(end, 'day')}{assumed}"


def _english(day: str, grain: str) -> str:
    month = _MONTHS[int(day[5:7]) - 1]
    return {"year": day[:4], "month": f"{month} {day[:4]}"}.get(
        grain, f"{int(day[8:10])} {month} {day[:4]}"
    )


def _arabic(day: str, grain: str) -> str:
    month = _ARABIC_MONTHS[int(day[5:7]) - 1]
    return {"year": day[:4], "month": f"{month} {day[:4]}"}.get(
        grain, f"{int(day[8:10])} {month} {day[:4]}"
    )


def people_english(cls: str, count: str, single: bool) -> str:
    """`3 civilians`, `1 person`."""
    one, many, _ = table("people", 4)[cls]
    return f"{count} {one if single else many}"


def people_arabic(cls: str, low: int | None, high: int | None) -> str:
    """The people with their figure, the noun in the form that the figure asks for."""
    one, two, few, many, hundred = table("people", 4)[cls][2].split("|")
    if low is None and high is None:
        return f"عدد غير محدد من ال{few}" if cls != "security" else "عدد غير محدد من عناصر الأمن"
    number = high if high is not None else low or 0
    last = number % 100
    noun = few if 3 <= last <= 10 else many if last > 10 else hundred
    if high is None:
        return f"ما لا يقل عن {_counted(low or 0, one, two, noun)}"
    if low != high and low is not None:
        return f"بين {low} و{high} {noun}"
    counted = _counted(number, one, two, noun)
    return counted if low is not None else f"{counted} على الأكثر"


def _counted(number: int, one: str, two: str, noun: str) -> str:
    return {1: one, 2: two}.get(number, f"{number} {noun}")
