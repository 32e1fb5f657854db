"""The words of places: head nouns, directions, nisba adjectives, and the gazetteer as a source."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple, cast

from waqai.annotate.places.gazetteer import NEEDS_CONTEXT, NEEDS_HEAD, Gazetteer, Name, gazetteer
from waqai.lexicon.table import read_table
from waqai.lexicon.vocabulary import FREE, NAME, NOUN, Entry, MapSource, Source
from waqai.model.codes import PlaceKind

_PACKAGE: Final = "waqai.annotate.places"
# Last letters of a name that spellings interchange, in names of this length or more.
_LAST: Final = {"ا": "ه", "ه": "ا"}
_LONG: Final = 5
_COLUMNS: Final = ("tag", "code", "traits", "keys")


class Head(NamedTuple):
    """A head noun: the kind of place it names, and its traits.

    Traits: `m` may govern a list (محافظتي حلب وإدلب), `u` names a place that no table holds,
    `e` is named for someone or something, not for where it is (شارع بغداد), `x` not for an
    everyday word (no place: مقر الحزب), `s` says what surrounds a place and is not one itself
    (ريف حلب: part of it), `a` is a point with an adjective (السفارة الأمريكية), `b` bare and
    definite means the one named before (المطار), `l` names definite places that no table holds
    at the head of a list or in quotation marks (مناطق الجروف والمخاضة), `d` is named for any
    definite noun (معسكر النصر).
    """

    kind: PlaceKind
    traits: str


class Hint(NamedTuple):
    """Weak evidence of a country (السوري, حماس)."""

    country: str
    weight: float


class Length(NamedTuple):
    """A unit of distance: kilometres, and whether the word itself means two (كيلومترين)."""

    scale: float
    dual: bool


def _value(tag: str, code: str, traits: str) -> object:
    """What rules read of a row."""
    if tag == "place.head":
        return Head(cast(PlaceKind, code), traits)
    if tag == "place.hint":
        return Hint(code, float(traits))
    if tag == "place.length":
        return Length(float(code), traits == "d")
    return code


_CLITICS: Final = {"place.head": FREE, "place.hint": NOUN, "place.house": FREE}


def entries() -> Iterator[tuple[str, Entry]]:
    """The rows of the word tables."""
    for table in ("heads.tsv", "hints.tsv", "words.tsv"):
        for row in read_table(_PACKAGE, table, _COLUMNS, folded=("keys",)):
            tag, code, traits, _ = row.cells
            entry = Entry(tag, _value(tag, code, traits), row.where, _CLITICS.get(tag, NAME))
            for key in row.variants(3):
                yield key, entry


class PlaceSource(Source):
    """The word tables and the gazetteer, whose entries are made when a form is first seen."""

    def __init__(self, words: MapSource, table: Gazetteer) -> None:
        self._words = words
        self._table = table

    def singles(self, stem: str) -> Sequence[Entry]:
        """Words, and the one-word name where it can stand without a head noun."""
        found = self._words.singles(stem)
        name = self._table.name(stem) or self._otherwise(stem)
        if name is None or name.flag >= NEEDS_HEAD:
            return found
        return [*found, Entry("place.name", name, "gazetteer", NAME)]

    def _otherwise(self, stem: str) -> Name | None:
        """A long name in another spelling: two words as one; or the last vowel written ا for ه
        or ه for ا, which needs context.
        """
        if len(stem) < _LONG or stem in everyday():
            return None
        parted = self._table.parted(stem)
        if parted is not None or stem[-1] not in _LAST:
            return parted
        name = self._table.name(stem[:-1] + _LAST[stem[-1]])
        return Name(name.key, max(name.flag, NEEDS_CONTEXT), name.rows) if name else None

    def openings(self, first: str) -> Sequence[tuple[tuple[str, ...], Entry]]:
        """Phrases of both."""
        found = list(self._words.openings(first))
        for phrases in self._table.opened(first).values():
            for rest, name in phrases:
                if name.flag < NEEDS_HEAD:
                    found.append((rest, Entry("place.name", name, "gazetteer", NAME)))
        return found


@cache
def source() -> PlaceSource:
    """The words of this dimension."""
    return PlaceSource(MapSource(entries()), gazetteer())


@cache
def capitals() -> dict[str, str]:
    """Folded name of the capital by country (ISO 3166-1 alpha-2)."""
    rows = read_table(_PACKAGE, "capitals.tsv", ("country", "key"), folded=("key",))
    return {row.cells[0]: row.cells[1] for row in rows}


@cache
def stops() -> frozenset[str]:
    """Folded words that are no proper name after a head noun (قرية صغيرة)."""
    return frozenset(
        key
        for row in read_table(_PACKAGE, "stops.tsv", ("keys",), folded=("keys",))
        for key in row.variants(0)
    )


@cache
def everyday() -> frozenset[str]:
    """Folded forms too frequent in news to be an unheard-of place."""
    data = (files(_PACKAGE) / "common.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode("utf-8").split("\n"))


@cache
def openers() -> frozenset[str]:
    """Folded words that never end a name (تل, أبو, بيت)."""
    return words_of("place.opener")


@cache
def nouns() -> frozenset[str]:
    """Folded head nouns of one word (معسكر, جبل)."""
    rows = read_table(_PACKAGE, "heads.tsv", _COLUMNS, folded=("keys",))
    return frozenset(key for row in rows for key in row.variants(3) if " " not in key)


@cache
def givens() -> frozenset[str]:
    """Folded first names: a street or hospital named for a person takes the next word too."""
    return words_of("place.given")


@cache
def gatherings() -> frozenset[str]:
    """Folded words of crowds and violence, after which أمام tells where."""
    return words_of("place.gather")


@cache
def singulars() -> dict[str, str]:
    """Folded noun of one place by that of several (مطاري)."""
    return {
        key: row.cells[1]
        for row in read_table(_PACKAGE, "words.tsv", _COLUMNS, folded=("keys",))
        if row.cells[0] == "place.one"
        for key in row.variants(3)
    }


@cache
def strikes() -> frozenset[str]:
    """Folded words of blows whose object, right behind them, is a building."""
    return words_of("place.strike")


@cache
def origins() -> frozenset[str]:
    """Folded words that with من tell where somebody comes from (ينحدر, نازح)."""
    return words_of("place.origin")


@cache
def words_of(tag: str) -> frozenset[str]:
    """The folded words of a tag of words.tsv."""
    return frozenset(
        key
        for row in read_table(_PACKAGE, "words.tsv", _COLUMNS, folded=("keys",))
        if row.cells[0] == tag
        for key in row.variants(3)
    )
