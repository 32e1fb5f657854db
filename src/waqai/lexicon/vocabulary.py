"""Vocabulary: which table rows a word form can be, clitics considered, each form analysed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from mypy_extensions import mypyc_attr

from waqai.text.clitics import Reading, readings

# Which clitics an entry may bear; a table says so by the letters of its `clitics` column or code.
CONJ: Final = 1
PREP: Final = 2
ARTICLE: Final = 4
SUFFIX: Final = 8
WILL: Final = 16
NOUN: Final = CONJ | PREP | ARTICLE
NAME: Final = CONJ | PREP
FREE: Final = CONJ | PREP | ARTICLE | SUFFIX
VERB: Final = CONJ | SUFFIX | WILL
# Forms kept in the cache at most; it is emptied when full, so that hostile text cannot grow it. Not
# final: tests make it small.
CACHE_SIZE = 200_000


@mypyc_attr(acyclic=True)
class Entry:
    """A table row as a word of some tag: `value` is what rules read, `row` names it in derivations.

    An entry whose key begins with ال is written with it; else the article is allowed by ARTICLE.
    """

    __slots__ = ("clitics", "row", "tag", "value")

    def __init__(self, tag: str, value: Any, row: str, clitics: int = NOUN) -> None:
        self.tag = tag
        self.value = value
        self.row = row
        self.clitics = clitics


@mypyc_attr(acyclic=True)
class Found:
    """An entry that a word form can be, and the reading that makes it so."""

    __slots__ = ("cut", "reading", "row", "skip", "tag", "value")

    def __init__(self, entry: Entry, reading: Reading) -> None:
        self.tag = entry.tag
        self.value: Any = entry.value
        self.row = entry.row
        self.skip = reading.skip
        self.cut = reading.cut
        self.reading = reading


@mypyc_attr(acyclic=True)
class Opening:
    """A phrase that a word form can open: keys after the second, its entry and the reading."""

    __slots__ = ("entry", "reading", "rest")

    def __init__(self, rest: tuple[str, ...], entry: Entry, reading: Reading) -> None:
        self.rest = rest
        self.entry = entry
        self.reading = reading


@mypyc_attr(acyclic=True)
class Form:
    """All that the tables know of one folded word form; openings by the second key of the phrase,
    None where it opens none.

    News says وزارة or قوات often: of the many phrases that they open, few go on with the next word.
    """

    __slots__ = ("openings", "singles")

    def __init__(self, singles: list[Found], openings: Mapping[str, list[Opening]] | None) -> None:
        self.singles = singles
        self.openings = openings


@mypyc_attr(allow_interpreted_subclasses=True)
class Source:
    """A table of entries; a large one makes them when asked (the gazetteer).

    No protocol: what every token asks is called directly.
    """

    def singles(self, stem: str) -> Sequence[Entry]:
        """Entries of a one-word key."""
        raise NotImplementedError

    def openings(self, first: str) -> Sequence[tuple[tuple[str, ...], Entry]]:
        """Phrases whose first word is `first`: the words that follow, and the entry."""
        raise NotImplementedError


class MapSource(Source):
    """A source held in memory: keys are folded words or phrases divided by single spaces."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        singles: dict[str, list[Entry]] = {}
        openings: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for key, entry in entries:
            first, *rest = key.split(" ")
            if rest:
                openings.setdefault(first, []).append((tuple(rest), entry))
            else:
                singles.setdefault(first, []).append(entry)
        self._singles: Mapping[str, list[Entry]] = singles
        self._openings: Mapping[str, list[tuple[tuple[str, ...], Entry]]] = openings

    def singles(self, stem: str) -> Sequence[Entry]:
        """Entries of a one-word key."""
        return self._singles.get(stem, ())

    def openings(self, first: str) -> Sequence[tuple[tuple[str, ...], Entry]]:
        """Phrases whose first word is `first`."""
        return self._openings.get(first, ())


class Vocabulary(dict[str, Form | None]):
    """What all sources know of a word form under every reading, by form, None where nothing.

    A form is analysed when it is first asked for.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        super().__init__()
        self._sources = tuple(sources)

    def __missing__(self, key: str) -> Form | None:
        if len(self) >= CACHE_SIZE:
            self.clear()
        self[key] = form = self._analyse(key)
        return form

    def _analyse(self, key: str) -> Form | None:
        singles: list[Found] = []
        openings: dict[str, list[Opening]] = {}
        for reading in readings(key) or (Reading("", "", False, key, "", 0, 0),):
            for stem in _stems(reading):
                needed = _needed(reading, stem)
                for source in self._sources:
                    for entry in source.singles(stem):
                        if needed & ~entry.clitics == 0:
                            singles.append(Found(entry, reading))
                    for rest, entry in () if reading.suffix else source.openings(stem):
                        if needed & ~entry.clitics == 0:
                            opening = Opening(rest[1:], entry, reading)
                            openings.setdefault(rest[0], []).append(opening)
        if not singles and not openings:
            return None
        return Form(_nearest(singles), openings or None)


def _stems(reading: Reading) -> tuple[str, ...]:
    """Keys to look up for a reading: where لل hides the article, also the form that begins with ال.

    Any other article form has a reading of its own in which ال is part of the stem.
    """
    hidden = reading.article and reading.prep == "ل"
    return (reading.stem, "ال" + reading.stem) if hidden else (reading.stem,)


def _needed(reading: Reading, stem: str) -> int:
    """The clitics that an entry must be able to bear so that it can be read so."""
    needed = CONJ if reading.conj else 0
    if reading.prep:
        needed |= WILL if reading.prep == "س" else PREP
    if reading.article and stem is reading.stem:
        needed |= ARTICLE
    if reading.suffix:
        needed |= SUFFIX
    return needed


def _nearest(found: list[Found]) -> list[Found]:
    """Per tag only the readings that strip fewest letters: وزارة is no و + زارة."""
    least: dict[str, int] = {}
    for item in found:
        stripped = item.skip + item.cut
        least[item.tag] = min(stripped, least.get(item.tag, stripped))
    return [item for item in found if item.skip + item.cut == least[item.tag]]
