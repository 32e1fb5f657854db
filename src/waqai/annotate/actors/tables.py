"""The tables of actors as words of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, cast, get_args

from waqai.annotate.actors.nisba import forms
from waqai.annotate.actors.rows import Body, Head, HeadClass, Named, Nisba, Take, Title, Use
from waqai.errors import TableError
from waqai.lexicon.table import Row, read_table
from waqai.lexicon.vocabulary import FREE, NAME, NOUN, Entry
from waqai.model.codes import ActorKind

PACKAGE: Final = "waqai.annotate.actors"
# Topic tables of named actors, all of one shape.
NAMED_TABLES: Final = ("states", "forces", "groups", "world", "parties", "media", "people")
# Endings that take no alef in the accusative: feminines, plurals, duals, adjectives.
_NO_ALEF: Final = ("ه", "ا", "ء", "ي", "و", "ون", "ين", "ان", "ات")
_NAMED: Final = ("id", "name", "kind", "country", "first", "last", "use", "keys")
_HEAD: Final = ("class", "suffix", "kind", "english", "bare", "keys")
_TITLE: Final = ("english", "office", "alone", "keys")


def entries() -> Iterator[tuple[str, Entry]]:
    """Every key of this dimension with its entry."""
    yield from _named_entries()
    yield from _head_entries()
    yield from _nisba_entries()
    yield from _title_entries()
    yield from _body_entries()
    for row in read_table(PACKAGE, "names.tsv", ("class", "keys"), ("keys",)):
        if row.cells[0] in ("given", "first", "called", "is", "age"):
            for key in row.variants(1):
                yield key, Entry(f"actor.{row.cells[0]}", key, row.cells[0], NAME)
    yield "علي", Entry("actor.first", "علي", "first", NAME)
    for key in ("ابو", "عبد"):
        yield key, Entry("actor.given", key, "given", NAME)
    for row in read_table(PACKAGE, "qualifiers.tsv", ("keys",), ("keys",)):
        for key in row.variants(0):
            yield key, Entry("actor.qualifier", key, "qualifier", NOUN)
    for row in read_table(PACKAGE, "deeds.tsv", ("class", "keys"), ("keys",)):
        for key in row.variants(1):
            yield key, Entry("actor.deed", row.cells[0], "deed", NOUN)
    for row in read_table(PACKAGE, "blocks.tsv", ("keys",), ("keys",)):
        for key in row.variants(0):
            yield key, Entry("actor.block", key, "block", NOUN)


@cache
def named() -> dict[str, Named]:
    """Actor id -> row; a second row of an id gives more aliases for another use.

    Raises TableError where two rows of an id differ in more than that.
    """
    found: dict[str, Named] = {}
    for value, row in _named_rows():
        first = found.setdefault(value.id, value)
        if first._replace(use="") != value._replace(use=""):
            raise TableError(f"two different rows of {value.id!r}", row.where, "make them agree")
    return found


def _named_rows() -> Iterator[tuple[Named, Row]]:
    for table in NAMED_TABLES:
        for row in read_table(PACKAGE, f"{table}.tsv", _NAMED, ("keys",)):
            identity, name, kind, country, first, last, use, _ = row.cells
            if kind not in get_args(ActorKind) or use not in get_args(Use):
                raise TableError(f"unknown kind {kind!r} or use {use!r}", row.where)
            yield (
                Named(
                    identity,
                    name,
                    cast(ActorKind, kind),
                    country or None,
                    int(first) if first else None,
                    int(last) if last else None,
                    cast(Use, use),
                ),
                row,
            )


@cache
def aliases() -> dict[str, Named]:
    """Folded alias -> the first row that has it."""
    found: dict[str, Named] = {}
    for value, row in _named_rows():
        for key in spellings(row.variants(7)):
            found.setdefault(key, value)
    return found


def _named_entries() -> Iterator[tuple[str, Entry]]:
    for value, row in _named_rows():
        for key in spellings(row.variants(7)):
            yield key, Entry("actor.name", value, value.id, NAME)


def spellings(keys: Iterable[str]) -> Iterator[str]:
    """Keys, and each with كرد also as كورد, as Kurdish outlets write it."""
    for key in keys:
        yield key
        if "كرد" in key:
            yield key.replace("كرد", "كورد")


def accusatives(keys: Iterable[str]) -> Iterator[str]:
    """Keys, and after each word that takes it the indefinite accusative: موقع، موقعا."""
    given = tuple(keys)
    yield from given
    for key in given:
        form = f"{key}ا"
        bare = " " not in key and len(key) > 2 and not key.startswith("ال")
        if bare and not key.endswith(_NO_ALEF) and form not in given:
            yield form


def _head_entries() -> Iterator[tuple[str, Entry]]:
    for row in read_table(PACKAGE, "heads.tsv", _HEAD, ("keys",)):
        cls, suffix, kind, english, bare, _ = row.cells
        if cls not in get_args(HeadClass) or kind not in get_args(ActorKind):
            raise TableError(f"unknown class {cls!r} or kind {kind!r}", row.where)
        head = Head(cast(HeadClass, cls), suffix, cast(ActorKind, kind), english, bare == "yes")
        keys = row.variants(5)
        for key in keys if cls == "crowd" else accusatives(keys):
            yield key, Entry("actor.head", head, suffix, NOUN)


def _body_entries() -> Iterator[tuple[str, Entry]]:
    for row in read_table(PACKAGE, "bodies.tsv", ("take", "kind", "english", "keys"), ("keys",)):
        take, kind, english, _ = row.cells
        if take not in get_args(Take) or kind not in get_args(ActorKind):
            raise TableError(f"unknown take {take!r} or kind {kind!r}", row.where)
        value = Body(cast(Take, take), cast(ActorKind, kind), english)
        for key in row.variants(3):
            yield key, Entry("actor.body", value, take, NOUN)
    for row in read_table(PACKAGE, "ordinals.tsv", ("n", "keys"), ("keys",)):
        for key in row.variants(1):
            yield key, Entry("actor.nth", int(row.cells[0]), "nth", 0)


def _nisba_entries() -> Iterator[tuple[str, Entry]]:
    for row in read_table(PACKAGE, "nisba.tsv", ("target", "english", "stems"), ("stems",)):
        target, english, _ = row.cells
        country = target if target.isupper() else None
        actor = None if country else target
        for stem in spellings(row.variants(2)):
            for key, form in forms(stem):
                value = Nisba(country, actor, english, form)
                yield key, Entry("actor.nisba", value, target, NOUN)


def _title_entries() -> Iterator[tuple[str, Entry]]:
    for row in read_table(PACKAGE, "titles.tsv", _TITLE, ("keys",)):
        english, office, alone, _ = row.cells
        for key in row.variants(3):
            yield key, Entry("actor.title", Title(english, office, alone == "yes"), office, FREE)


@cache
def fields() -> dict[str, tuple[str | None, ...]]:
    """Actor id -> the countries where a body of a shared name is at work."""
    rows = read_table(PACKAGE, "fields.tsv", ("id", "countries"))
    return {row.cells[0]: tuple(row.cells[1].split("|")) for row in rows}


@cache
def recalled() -> dict[str, frozenset[str]]:
    """Actor id -> those of whom a report names one where a bare noun means the actor."""
    rows = read_table(PACKAGE, "recalled.tsv", ("id", "named"))
    return {row.cells[0]: frozenset(row.cells[1].split("|")) for row in rows}


@cache
def adjectives() -> dict[str, str]:
    """ISO country -> English adjective."""
    rows = read_table(PACKAGE, "nisba.tsv", ("target", "english", "stems"))
    return {row.cells[0]: row.cells[1] for row in rows if row.cells[0].isupper()}
