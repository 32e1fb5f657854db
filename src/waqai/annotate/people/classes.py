"""The class of counted people from the words that name them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from waqai.annotate.people.tables import PACKAGE, Person
from waqai.lexicon.table import read_table
from waqai.model.codes import ActorKind, WhomClass


@cache
def _of_body() -> dict[tuple[str, str], WhomClass]:
    """(class of the noun, kind of the body) -> class."""
    rows = read_table(PACKAGE, "classes.tsv", ("noun", "actor", "class"))
    return {(r.cells[0], r.cells[1]): cast(WhomClass, r.cells[2]) for r in rows}


def class_of(noun: Person | None, said: Sequence[str | None], body: str | None) -> WhomClass:
    """Class from a noun, the classes that words after it say, and the kind of the body named.

    A noun that says nothing (شخص, قتيل, عنصر) takes what the others say; the body decides last.
    """
    own = noun.cls if noun else "unknown"
    if own == "unknown" or (noun and "nation" in noun.traits):
        own = next((cast(WhomClass, cls) for cls in said if cls), own)
    if body is None:
        return own
    return _of_body().get((_sort(noun, own), body), own)


def of_member(body: str) -> WhomClass:
    """Class of those who belong to a body of a kind and of whom nothing else is told."""
    return _of_body().get(("member", body), "unknown")


def _sort(noun: Person | None, own: WhomClass) -> str:
    """How the table calls the noun: members, officials and offices, else by class."""
    traits = noun.traits if noun else frozenset()
    if "member" in traits and own == "unknown":
        return "official" if "title" in traits else "member"
    return "office" if "title" in traits and own == "civilian" else own


def kind_of(noun: Person, *, one: bool) -> ActorKind | None:
    """Kind of actor that people of no body are by their noun; None: the one of their class.

    One who has an office, is a national, a relative, a cleric or a suspect is a person; who several
    suspects or attackers are is not known; several who hold an office are their state.
    """
    traits = noun.traits
    if "press" in traits:
        return "media"
    if one and traits & {"title", "nation", "suspect"}:
        return "person"
    if traits & {"kin", "cleric"} and noun.number == "sg":
        return "person"
    if traits & {"faction", "office"}:
        return "political" if "faction" in traits else "state"
    return "unknown" if traits & {"suspect", "doer"} else None
