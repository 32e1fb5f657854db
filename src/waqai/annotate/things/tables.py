"""The tables of weapons and targets as words of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple, cast, get_args

from waqai.errors import TableError
from waqai.lexicon.morphology import adjectival, noun_forms, with_article
from waqai.lexicon.table import Row, read_table
from waqai.lexicon.vocabulary import FREE, NOUN, Entry
from waqai.model.codes import TargetKind

PACKAGE: Final = "waqai.annotate.things"
WEAPON_TAG: Final = "things.weapon"
TARGET_TAG: Final = "things.target"
MORE_TAG: Final = "things.more"
BLOCK_TAG: Final = "things.block"
_COLUMNS: Final = ("kind", "english", "sound", "need", "singular", "plurals")
Need = Literal["", "struck", "hit", "blow", "named", "march"]


class Weapon(NamedTuple):
    """A word for a weapon; a `weak` one needs a telling word after it."""

    kind: str
    english: str
    weak: bool


class Target(NamedTuple):
    """A word for a target; `need` as in targets.tsv."""

    kind: TargetKind
    english: str
    need: Need


class More(NamedTuple):
    """A word that goes on the name of a weapon or a target."""

    after: str
    telling: bool


def entries() -> Iterator[tuple[str, Entry]]:
    """Every key of this dimension with its entry."""
    for row in read_table(PACKAGE, "weapons.tsv", _COLUMNS, ("singular", "plurals")):
        weapon = Weapon(row.cells[0], row.cells[1], row.cells[3] == "yes")
        yield from _forms(row, Entry(WEAPON_TAG, weapon, f"weapon:{row.cells[4]}", FREE))
    for row in read_table(PACKAGE, "targets.tsv", _COLUMNS, ("singular", "plurals")):
        kind, english, _, need, _, _ = row.cells
        if kind not in get_args(TargetKind) or need not in get_args(Need):
            raise TableError(f"unknown target kind {kind!r} or need {need!r}", row.where)
        target = Target(cast(TargetKind, kind), english, cast(Need, need))
        yield from _forms(row, Entry(TARGET_TAG, target, f"target:{row.cells[4]}", FREE))
    yield from _more()
    for row in read_table(PACKAGE, "blocks.tsv", ("keys",), ("keys",)):
        for key in row.variants(0):
            yield key, Entry(BLOCK_TAG, key, "things.block", NOUN)


@cache
def target_names() -> frozenset[str]:
    """What targets are called in English."""
    rows = read_table(PACKAGE, "targets.tsv", _COLUMNS, ("singular", "plurals"))
    return frozenset(row.cells[1] for row in rows)


@cache
def hits(use: str) -> frozenset[str]:
    """The words of a use right before what is struck, as hits.tsv defines them."""
    rows = read_table(PACKAGE, "hits.tsv", ("use", "keys"), ("keys",))
    return frozenset(key for row in rows if row.cells[0] == use for key in row.variants(1))


def _forms(row: Row, entry: Entry) -> Iterator[tuple[str, Entry]]:
    """The written forms of a noun or phrase, each once."""
    singular, sound = row.cells[4], row.cells[2]
    forms = noun_forms(singular, row.variants(5), "f" if sound == "f" else None)
    written = [form.key for form in forms if not adjectival(form, singular)]
    # Phrases among the plurals may be singulars of their own: برج سكني، برجا سكنيا.
    for phrase in row.variants(5):
        if " " in phrase and not phrase.startswith("ال"):
            written += [form.key for form in noun_forms(phrase) if form.case_ == "obl"]
    for key in dict.fromkeys(variant for form in written for variant in with_article(form)):
        yield key, entry


def _more() -> Iterator[tuple[str, Entry]]:
    for row in read_table(PACKAGE, "more.tsv", ("after", "telling", "forms", "keys"), ("keys",)):
        after, telling, inflected, _ = row.cells
        value = More(after, telling == "yes")
        for key in row.variants(3):
            plain = inflected != "yes" or " " in key
            forms = [key] if plain else [f.key for f in noun_forms(key, (), "m", True)]
            for form in dict.fromkeys(forms):
                yield form, Entry(MORE_TAG, value, f"{MORE_TAG}:{key}", NOUN)
