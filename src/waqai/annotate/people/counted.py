"""Counted: what a phrase that counts people says."""

from __future__ import annotations

import msgspec

from waqai.annotate.chart import Node
from waqai.model.codes import ActorKind, Age, CountSlot, Hedge, Sex, WhomClass


class Counted(msgspec.Struct, frozen=True):
    """Value of a node of kind `count`.

    `low`/`high`: bounds, None where the text leaves them open, 0/0 for nobody. `noun`: lemma of the
    people noun, "" where it is elided. `cls`: what the words themselves say of the people;
    "unknown" where they do not. `slot`: what the noun says befell them (قتيل), else None.
    `who`: tokens [i, j) of the people noun phrase, None where elided; its first token is written
    without `who_skip` folded characters. `actor`: the node of the body that they belong to.
    `definite`: with article, pronoun or a definite genitive. `licensed`: stands where people are
    expected (after مقتل, إصابة, بينهم, a number ...). `subset`: part of a figure told before it
    (بينهم, منهم). `others`: آخرون and the like, whose class is that of the people told before.
    `context`: what the word right before says befalls them (مقتل), else None.
    `kind`: the kind of actor that they are where their noun tells another than their class.
    `collective`: families and such, whose number is not one of people. `acts`: who does what
    befalls those told right behind them (قتل مسلح 38 سائحا), of whom it is denied (لم يصب فلان), or
    who are ill (مصاب بالسرطان).
    """

    low: int | None
    high: int | None
    hedge: Hedge
    noun: str
    cls: WhomClass
    slot: CountSlot | None = None
    age: Age | None = None
    sex: Sex | None = None
    definite: bool = False
    who: tuple[int, int] | None = None
    who_skip: int = 0
    actor: Node | None = None
    licensed: bool = False
    subset: bool = False
    others: bool = False
    collective: bool = False
    context: CountSlot | None = None
    kind: ActorKind | None = None
    acts: bool = False
