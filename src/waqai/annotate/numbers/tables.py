"""The tables of numbers as vocabulary entries, and digits read into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, cast

from waqai.lexicon.table import read_table
from waqai.lexicon.vocabulary import NAME, NOUN, Entry, MapSource, Source
from waqai.model.codes import Hedge

PACKAGE: Final = "waqai.annotate.numbers"
WORD: Final = "number.word"
NTH: Final = "number.nth"
HEDGE: Final = "number.hedge"
LABEL: Final = "number.label"
YEAR: Final = "number.year"
RANK: Final = "number.rank"
NAMED: Final = "number.named"
AFTER: Final = "number.after"
PERCENT: Final = "number.percent"

Role = Literal[
    "unit", "one", "ten", "tens", "hundred", "hundreds", "scale", "dual", "case", "many", "few",
    "odd", "zero", "part", "parts", "point", "digits", "nth", "nth_one",
]  # fmt: skip
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DOTTED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
_DECIMAL: Final = re.compile(r"[0-9]+[.,][0-9]+")
# Longer runs of digits are no figures of anything told in a report.
_LONGEST: Final = 15


class Atom(NamedTuple):
    """A word or digits of a number; `n` as in words.tsv, `mark`: the first mark in digits."""

    role: Role
    n: float | int
    mark: str = ""


class Hedged(NamedTuple):
    """How a number is meant, said before it or after it."""

    hedge: Hedge
    before: bool


class NumberSource(Source):
    """The words of numbers, and every run of digits as a word of its own."""

    def __init__(self) -> None:
        self._words = MapSource(_entries())

    def singles(self, stem: str) -> Sequence[Entry]:
        """Entries of one word or of a run of digits."""
        if "0" <= stem[0] <= "9":
            atom = read_digits(stem)
            return (Entry(WORD, atom, "number.digits", 0),) if atom else ()
        return self._words.singles(stem)

    def openings(self, first: str) -> Sequence[tuple[tuple[str, ...], Entry]]:
        """Phrases whose first word is `first`."""
        return self._words.openings(first)


def read_digits(key: str) -> Atom | None:
    """The value of a run of ASCII digits with thousands and decimal marks, None for no figure.

    1,200 and 1.200 are twelve hundred, 1.5 and 1,5 one and a half, 0.125 an eighth.
    """
    if len(key) > 2 * _LONGEST:
        return None
    if key.isdigit():
        return Atom("digits", int(key)) if len(key) <= _LONGEST else None
    if _GROUPED.fullmatch(key):
        return Atom("digits", whole(float(key.replace(",", ""))), ",")
    if _DOTTED.fullmatch(key):
        return Atom("digits", whole(float(key.replace(".", "").replace(",", "."))), ".")
    if _DECIMAL.fullmatch(key):
        return Atom("digits", whole(float(key.replace(",", "."))), "." if "." in key else ",")
    return None


@cache
def particles() -> Mapping[str, frozenset[str]]:
    """Small words by their use (particles.tsv)."""
    rows = read_table(PACKAGE, "particles.tsv", ("use", "words"), ("words",))
    return MappingProxyType({row.cells[0]: frozenset(row.variants(1)) for row in rows})


def whole(value: float) -> float | int:
    """A value without fraction as an int."""
    return int(value) if value == int(value) else value


def _entries() -> Iterator[tuple[str, Entry]]:
    yield from _words()
    for row in read_table(PACKAGE, "hedges.tsv", ("hedge", "place", "keys"), ("keys",)):
        hedged = Hedged(cast(Hedge, row.cells[0]), row.cells[1] == "before")
        for key in row.variants(2):
            yield key, Entry(HEDGE, hedged, f"number.hedge:{key}", NAME if hedged.before else 0)
    for row in read_table(PACKAGE, "around.tsv", ("tag", "value", "keys"), ("keys",)):
        for key in row.variants(2):
            tag = f"number.{row.cells[0]}"
            value = float(row.cells[1]) if row.cells[1] else None
            yield key, Entry(tag, value, f"{tag}:{key}", NOUN)


def _words() -> Iterator[tuple[str, Entry]]:
    rows = read_table(PACKAGE, "words.tsv", ("role", "n", "keys"), ("keys",))
    hundreds = [key for row in rows if row.cells[0] == "hundred" for key in row.variants(2)]
    for row in rows:
        role, n = row.cells[0], whole(float(row.cells[1]))
        for key in row.variants(2):
            if role == "stem":
                atom = Atom("hundreds", n * 100)
                for hundred in hundreds:
                    yield key + hundred, Entry(WORD, atom, f"number:{key}{hundred}", NOUN)
            else:
                tag = NTH if role in ("nth", "nth_one") else WORD
                yield key, Entry(tag, Atom(cast(Role, role), n), f"number:{key}", NOUN)
