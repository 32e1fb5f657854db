"""What the words of actors stand for: the values of this dimension's leaves."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from waqai.model.codes import ActorKind

Use = Literal["", "state", "weak", "head", "local"]
HeadClass = Literal["organ", "gear", "member", "group", "crowd"]
Take = Literal["field", "people", "forces", "name", "quoted", "study", "unit"]
Form = Literal["m", "f", "p", "d", "a"]

# Groups whose name is a noun for people, which only men under arms make theirs by themselves.
OF_PEOPLE: Final = frozenset(("al-shabaab",))


class Named(NamedTuple):
    """A table row: one actor. Years are inclusive, None where open.

    `use` says when the alias alone is the actor: `` always, `state` (a country) and `weak` (its
    capital) only where somebody acts or is acted on, `head` only after a word such as تنظيم.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    first: int | None
    last: int | None
    use: Use

    def lived(self, year: int | None) -> bool:
        """Whether the actor existed (held the office) in a year; an unknown year refuses none."""
        return year is None or (self.first or 0) <= year <= (self.last or 9999)


class Head(NamedTuple):
    """A noun that names a kind of actor (جيش، مسلحو، حركة).

    `suffix` ends the id that it makes with a country (`SY-army`); `english` holds `{}` where the
    adjective goes; `bare` tells whether the noun alone is an actor.
    """

    cls: HeadClass
    suffix: str
    kind: ActorKind
    english: str
    bare: bool


class Body(NamedTuple):
    """A noun that makes a body with what follows it; `take` as in bodies.tsv."""

    take: Take
    kind: ActorKind
    english: str


class Nisba(NamedTuple):
    """An adjective of relation: of a country (ISO code) or of an actor (its id), and its form."""

    country: str | None
    actor: str | None
    english: str
    form: Form


class Title(NamedTuple):
    """A rank, office or role before a person's name; `alone` where it is a person without one."""

    english: str
    office: str
    alone: bool
