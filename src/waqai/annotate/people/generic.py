"""Nouns for people that count nobody: لا يجوز قتل المسلم, لإنقاذ جندي جريح, بيت عزاء الشهيد."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG, particles

# Tokens before a noun in which what may or may not be done is told, and what ends its clause.
_REACH: Final = 7
_ENDS: Final = frozenset((".", "\n", "؛", "،", ",", "!", "؟"))
# A question asks of what can be (كيف يمكن, كيف لمسلم), no other verb of being able does.
_CAN: Final = frozenset(("يمكن", "يستطيع", "يتمكن"))


def generic(scan: Scan) -> set[int]:
    """Tokens of nouns that stand for anyone, for people to be saved, or for one who is mourned."""
    return {
        k
        for noun in scan.chart.of(NOUN_TAG)
        if _is_anyone(scan, noun) or _is_to_be_saved(scan, noun) or _is_mourned(scan, noun)
        for k in range(noun.i, noun.j)
    }


def ruled(scan: Scan, none: Sequence[Node]) -> list[Node]:
    """Counts of nobody that tell of what may not be: لا يحق لأحد أن يقتل أحدا, لن نسمح بقتل أحد."""
    return [node for node in none if _is_ruled(scan, node)]


def _is_ruled(scan: Scan, node: Node) -> bool:
    """Whether a word of what may be follows the negation of a count of nobody."""
    first = node.parts[0].j if node.parts else node.i + 1
    return scan.key(first + (scan.key(first) == "من")) in particles("allowed")


def of_them(scan: Scan, node: Node) -> int:
    """Token after those one of whom is meant (أحدا من المواطنين); the end of the count without."""
    head = scan.heads.get(node.j + 1) if scan.key(node.j) == "من" else None
    return node.j if head is None else head.j


def _is_anyone(scan: Scan, noun: Node) -> bool:
    """Whether a singular is of what is right or can be: لا يجوز قتل المسلم, كيف يتسنى أن يقتل
    جنديا.
    """
    if noun.value.number != "sg" or noun.skip > 2 or noun.i in scan.number_until:
        return False
    harm = scan.before(noun.i, CONTEXT_TAG)
    if harm is None or harm.value.slot != "killed" or noun.j in scan.actors:
        return False
    keys = _clause(scan, harm.i)
    asked = any(
        one == "كيف" and (two in _CAN or two.startswith("ل")) for one, two in pairwise(keys)
    )
    return asked or not particles("moral").isdisjoint(keys)


def _clause(scan: Scan, i: int) -> list[str]:
    """The words of the clause before token i, in their order."""
    first = max(i - _REACH, 0)
    last = next((k for k in range(i - 1, first - 1, -1) if scan.key(k) in _ENDS), first - 1)
    return [scan.key(k).removeprefix("و") for k in range(last + 1, i)]


def _is_to_be_saved(scan: Scan, noun: Node) -> bool:
    """Whether people without a figure are whom somebody sets out to save: لإنقاذ جندي جريح."""
    i = noun.i
    before = scan.heads.get(i - 1)
    if before is not None and before.value.number == "sg" and not before.skip:
        i = before.i
    one = noun.value.number == "sg" and not definite(noun)
    told = one or noun.value.slot == "wounded"
    joined = noun.reading is not None and noun.reading.conj != ""
    return told and not joined and i not in scan.number_until and _saves(scan, i - 1)


def _saves(scan: Scan, i: int) -> bool:
    """Whether token i tells that somebody sets out to save people."""
    return scan.key(i).removeprefix("و") in particles("to_save")


def _is_mourned(scan: Scan, noun: Node) -> bool:
    """Whether a noun tells whose mourning house it is: بيت عزاء الشهيد."""
    dead = noun.value.slot == "killed" and noun.value.number == "sg" and definite(noun)
    return dead and scan.key(noun.i - 1) in ("عزاء", "العزاء")
