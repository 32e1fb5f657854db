"""Who held an office of a country at the time of the report."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final, NamedTuple

from waqai.annotate.actors.rows import Named
from waqai.annotate.actors.tables import PACKAGE, named
from waqai.lexicon.table import read_table

# Offices that a country has one of, and those whose phrase says so without more (وزير الداخلية).
NATIONAL: Final = frozenset(
    (
        "president",
        "pm",
        "vp",
        "king",
        "crown",
        "emir",
        "leader",
        "interior",
        "defence",
        "foreign",
        "chief",
    )
)
_COLUMNS: Final = ("country", "office", "person", "first", "last")


class _Term(NamedTuple):
    """A person's time in an office, in months `2017-01`."""

    person: str
    first: str
    last: str


@cache
def _terms() -> dict[tuple[str, str], tuple[_Term, ...]]:
    """Country and office -> terms."""
    found: dict[tuple[str, str], list[_Term]] = {}
    for row in read_table(PACKAGE, "offices.tsv", _COLUMNS):
        country, office, person, first, last = row.cells
        term = _Term(person, first or "0000-00", last or "9999-99")
        found.setdefault((country, office), []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


@cache
def ruled(person: str | None) -> bool:
    """Whether the person of an id has ever held an office of a country."""
    return any(term.person == person for terms in _terms().values() for term in terms)


def holder(country: str, office: str, published: date | None) -> Named | None:
    """The one holder in the month of publication; None where there is none or two."""
    if published is None:
        return None
    month = f"{published.year:04d}-{published.month:02d}"
    held = [t for t in _terms().get((country, office), ()) if t.first <= month <= t.last]
    return named().get(held[0].person) if len(held) == 1 else None
