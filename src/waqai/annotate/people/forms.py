"""Forms of a people noun: singular, dual, plurals, feminine, as folded keys with their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

# `dp`: dual or sound plural, which are written alike (مدنيين).
Number = Literal["sg", "du", "dp", "pl"]


class NounForm(NamedTuple):
    """A written form: `bare` is False for one that must have a genitive or a pronoun after it.

    `accusative` marks the indefinite in -ا (جنديا), which can have none.
    """

    key: str
    number: Number
    bare: bool = True
    accusative: bool = False
    feminine: bool = False


def noun_forms(singulars: Sequence[str], plurals: Sequence[str], sound: str) -> Iterator[NounForm]:
    """All forms of a noun; `sound` holds m for a plural in -ون/-ين, f for a feminine in -ه."""
    for singular in singulars:
        yield from _singular(singular)
    for singular in singulars:
        if singular == singulars[-1]:
            yield from _dual(singular, alike="m" in sound)
        if "m" in sound:
            yield from _sound_plural(singular)
        if "f" in sound:
            yield from _feminine(singular)
    for plural in plurals:
        yield from _plural(plural)


def _singular(key: str) -> Iterator[NounForm]:
    yield NounForm(key, "sg")
    if " " not in key and not key.endswith(("ه", "اء", "ا")):
        yield NounForm(key + "ا", "sg", accusative=True)


def _dual(singular: str, *, alike: bool) -> Iterator[NounForm]:
    """قتيلان, قتيلين, and before a genitive قتيلا, قتيلي; of a phrase the first word changes."""
    first, space, rest = singular.partition(" ")
    stem = first[:-1] + "ت" if first.endswith("ه") else first
    if space:
        yield NounForm(f"{stem}ا {rest}", "du")
        yield NounForm(f"{stem}ي {rest}", "du")
        return
    yield NounForm(stem + "ان", "du")
    if not alike:
        yield NounForm(stem + "ين", "du")
        yield NounForm(stem + "ي", "du", bare=False)
    if stem != first:
        yield NounForm(stem + "ا", "du", bare=False)


def _sound_plural(singular: str) -> Iterator[NounForm]:
    yield NounForm(singular + "ون", "pl")
    yield NounForm(singular + "ين", "dp")
    # Misspellings that reports abound in: مواطنيين, مدنين.
    yield NounForm(singular.removesuffix("ي") + ("ين" if singular.endswith("ي") else "يين"), "pl")
    yield NounForm(singular + "و", "pl", bare=False)
    yield NounForm(singular + "ي", "pl", bare=False)


def _feminine(singular: str) -> Iterator[NounForm]:
    yield NounForm(singular + "ه", "sg", feminine=True)
    yield NounForm(singular + "تان", "du", feminine=True)
    yield NounForm(singular + "تين", "du", feminine=True)
    yield NounForm(singular + "ات", "pl", feminine=True)


def _plural(plural: str) -> Iterator[NounForm]:
    yield NounForm(plural, "pl")
    if " " not in plural and not plural.endswith(("ه", "اء", "ا", "ون", "ين", "ات", "ان", "ي")):
        yield NounForm(plural + "ا", "pl", accusative=True)
