"""The tables of this package as vocabulary entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from waqai.annotate.people.forms import Number, people_forms
from waqai.lexicon.table import Lazy, Row, by_first, read_table
from waqai.lexicon.vocabulary import CONJ, FREE, NAME, NOUN, SUFFIX, Entry
from waqai.model.codes import Age, CountSlot, Sex, WhomClass

PACKAGE: Final = "waqai.annotate.people"
NOUN_TAG: Final = "people.noun"
ADJECTIVE_TAG: Final = "people.adjective"
CONTEXT_TAG: Final = "people.context"
APART_TAG: Final = "people.apart"
FATE_TAG: Final = "people.fate"


class Person(NamedTuple):
    """A form of a people noun: what the lemma says and how the form is inflected."""

    lemma: str
    cls: WhomClass
    slot: CountSlot | None
    age: Age | None
    sex: Sex | None
    traits: frozenset[str]
    number: Number
    bare: bool
    accusative: bool


class Context(NamedTuple):
    """A word after which people are expected; `bare`: a number alone after it counts people.

    `owned`: with a pronoun it tells of the people meant (مقتله); `pronoun` is the one in the key
    (القبض عليه).
    """

    slot: CountSlot | None
    bare: bool
    owned: bool
    pronoun: str


class Fate(NamedTuple):
    """A verb of harm that means `number` people told of before; `voice` as in fates.tsv."""

    slot: CountSlot
    number: int
    feminine: bool
    voice: str


def particles(use: str) -> frozenset[str]:
    """The folded words of a use (particles.tsv), as they stand. Raises KeyError for no use."""
    return _PARTICLES[use]


def _read() -> dict[str, frozenset[str]]:
    return by_first(read_table(PACKAGE, "particles.tsv", ("use", "words"), ("words",)))


_PARTICLES: Final = Lazy(_read)


def entries() -> Iterator[tuple[str, Entry]]:
    """Every form of every table with its entry."""
    yield from _nouns()
    yield from _adjectives()
    yield from _words()
    yield from _contexts()
    yield from _fates()


def _noun_rows(name: str) -> list[Row]:
    """Rows of a table of people nouns."""
    columns = ("class", "slot", "age", "sex", "traits", "sound", "singular", "plurals")
    return read_table(PACKAGE, name, columns, ("singular", "plurals"))


def _nouns() -> Iterator[tuple[str, Entry]]:
    for row in _noun_rows("people.tsv") + _noun_rows("nations.tsv"):
        cls, slot, age, sex, _, sound, _, _ = row.cells
        lemma, *others = row.variants(6)
        traits = frozenset(row.variants(4))
        for form in people_forms([lemma, *others], row.variants(7), sound):
            number: Number = "pl" if "plural" in traits else form.number
            person = Person(
                lemma,
                cast(WhomClass, cls),
                cast(CountSlot, slot) if slot else None,
                cast(Age, age) if age else None,
                "f" if form.feminine or sex == "f" else None,
                traits,
                number,
                form.bare,
                form.accusative,
            )
            clitics = NOUN if form.accusative else FREE
            yield form.key, Entry(NOUN_TAG, person, f"people:{lemma}", clitics)


def _adjectives() -> Iterator[tuple[str, Entry]]:
    columns = ("class", "sound", "singular", "plurals")
    for row in read_table(PACKAGE, "adjectives.tsv", columns, ("singular", "plurals")):
        cls, sound, singular, _ = row.cells
        for form in people_forms([singular], row.variants(3), sound):
            if form.bare:
                entry = Entry(ADJECTIVE_TAG, cls or None, f"people.adjective:{singular}", NOUN)
                yield form.key, entry


def _words() -> Iterator[tuple[str, Entry]]:
    for row in read_table(PACKAGE, "words.tsv", ("tag", "key"), ("key",)):
        for key in row.variants(1):
            yield key, Entry(f"people.{row.cells[0]}", key, f"people.{row.cells[0]}:{key}", NAME)


def _contexts() -> Iterator[tuple[str, Entry]]:
    for row in read_table(PACKAGE, "contexts.tsv", ("slot", "bare", "key"), ("key",)):
        slot, bare, _ = row.cells
        for key in row.variants(2):
            context = Context(
                cast(CountSlot, slot) if slot else None,
                bare in ("yes", "own", "bound", "apart"),
                bare == "own",
                _pronoun(key) if bare == "with" else "",
            )
            clitics = CONJ if bare in ("no", "bound", "apart") else NAME | SUFFIX
            tag = APART_TAG if bare == "apart" else CONTEXT_TAG
            yield key, Entry(tag, context, f"people.context:{key}", clitics)


def _fates() -> Iterator[tuple[str, Entry]]:
    columns = ("slot", "number", "gender", "voice", "key")
    for row in read_table(PACKAGE, "fates.tsv", columns, ("key",)):
        slot, number, gender, voice, _ = row.cells
        fate = Fate(cast(CountSlot, slot), int(number), gender == "f", voice)
        for key in row.variants(4):
            yield key, Entry(FATE_TAG, fate, f"people.fate:{key}", CONJ)


def _pronoun(key: str) -> str:
    """The pronoun at the end of a phrase: عليه, عنهم, سراحها."""
    return next((p for p in ("هما", "هم", "هن", "ها", "ه") if key.endswith(p)), "")
