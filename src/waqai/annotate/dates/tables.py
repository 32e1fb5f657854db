"""The words of this package, and month names, as vocabulary entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from waqai.lexicon.months import month_numbers
from waqai.lexicon.table import read_table
from waqai.lexicon.vocabulary import CONJ, NAME, NOUN, Entry

PACKAGE: Final = "waqai.annotate.dates"
TAG: Final = "date.word"
_CLITICS: Final = {"n": 0, "c": CONJ, "p": NAME, "a": NOUN}


class Word(NamedTuple):
    """What a word can be in a date.

    A month that is also something else is not `sure` unless in company, nor, where it is
    `doubtful`, without a preposition before it; named `dayed` it needs a day.
    """

    role: str
    value: int
    name: str
    sure: bool = True
    doubtful: bool = False


def entries() -> Iterator[tuple[str, Entry]]:
    """Every form with its entry."""
    columns = ("role", "value", "name", "clitics", "forms")
    rows = read_table(PACKAGE, "words.tsv", columns, ("forms",))
    risky = {form for row in rows if row.cells[0] == "risky" for form in row.variants(4)}
    doubtful = {form for row in rows if row.cells[0] == "doubtful" for form in row.variants(4)}
    dayed = {form for row in rows if row.cells[0] == "dayed" for form in row.variants(4)}
    for row in rows:
        role, value, name, clitics, _ = row.cells
        for form in row.variants(4):
            if role not in ("risky", "doubtful", "dayed"):
                word = Word(role, int(value or 0), name, form not in risky, form in doubtful)
                yield form, Entry(TAG, word, f"date.{role}", _CLITICS[clitics])
    for form, number in month_numbers().items():
        sure = form not in risky and form not in dayed and not form.isascii()
        name = "dayed" if form in dayed else ""
        word = Word("gregorian", number, name, sure, form in doubtful)
        yield form, Entry(TAG, word, "date.month_name", NAME if sure else CONJ)
