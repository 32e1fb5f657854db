"""Participles that no table knows are people, and who is of somewhere, where people are counted."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.bare import is_personal
from waqai.annotate.people.befallen import TAKEN
from waqai.annotate.people.classes import class_of
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.figures import OPEN, Figure, of_number
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, particles

# The plural of who is of somewhere.
_ORIGINS: Final = ("يين", "يون")
# Above it the noun that a number counts is a singular.
_TEN: Final = 10
# Letters of the shortest words that are looked at.
_VERB: Final = 4


def of_participle(scan: Scan, before: Node) -> Node | None:
    """4 مبتعثين, أحد المعدين, ثلاثة من المتعهدين: participles that no table knows are people."""
    i = before.j + (scan.key(before.j) in ("من", '"'))
    i += before.kind == "people.one" and scan.tagged(i, "people.great") is not None
    key = scan.key(i)
    article = key.startswith("الم")
    behind = i == before.j or scan.key(before.j) == '"'
    if before.kind != "number" and (node := _of_unknown(scan, before, i)) is not None:
        return node
    if before.kind == "number" and _are_told(scan, before, i):
        return _of_participle(scan, of_number(before, "number+participle"), i, definite=True)
    if not (article or (key.startswith("م") and behind)) or not _is_participle(scan, i):
        return _of_origin(scan, before, i)
    if before.kind == "people.some":
        context = scan.context(before.i)
        if context is None or not (context.value.slot and article):
            return None
        figure = Figure(before.i, before.skip, None, None, OPEN, "some+participle", (before,))
        return _of_participle(scan, figure, i, definite=True)
    if before.kind == "people.one":
        figure = Figure(before.i, before.skip, 1, 1, "exact", "one+participle", (before,))
        return _of_participle(scan, figure, i, definite=True) if article else None
    if article and i == before.j:
        return None
    figure = of_number(before, "number+participle")
    return _of_participle(scan, figure, i, definite=article)


def _of_unknown(scan: Scan, before: Node, i: int) -> Node | None:
    """اعتقال عدد من الرافضين, اغتيال أحد أبرز رموز الحزب: whoever they are, behind what befalls
    nobody but people.
    """
    context = scan.context(before.i)
    if context is None or not (context.value.slot and is_personal(context)):
        return None
    known = (scan.heads, scan.actors, scan.number_at, scan.inner, scan.dated)
    key = scan.key(i)
    if any(i in found for found in known) or not key.isalpha() or len(key) < _VERB:
        return None
    after = scan.key(i + 1)
    governs = after.startswith("ال") or (after.isalpha() and after not in particles("before"))
    governs = governs and key.startswith("م") and key.endswith("ي")
    plural = key.startswith("ال") and not key.endswith(("ه", "ات"))
    if before.kind == "people.one":
        if not (plural or governs or scan.tagged(i - 1, "people.great") is not None):
            return None
        figure = Figure(before.i, before.skip, 1, 1, "exact", "one+participle", (before,))
    elif (plural or governs) and scan.key(i - 1) == "من":
        figure = Figure(before.i, before.skip, None, None, OPEN, "some+participle", (before,))
    else:
        return None
    return _of_participle(scan, figure, i, definite=True)


def _are_told(scan: Scan, before: Node, i: int) -> bool:
    """خمسة من الطواقم استشهدوا: some of those of whom no table knows, by what befell them."""
    known = (scan.heads, scan.actors, scan.number_at, scan.dated)
    key = scan.key(i)
    if scan.key(before.j) != "من" or not key.startswith("ال") or any(i in found for found in known):
        return False
    return befell(scan, i + 1)


def befell(scan: Scan, i: int) -> bool:
    """Whether a verb in the plural at token i tells what befell those told of before it."""
    i += scan.key(i) == "قد"
    verb = scan.tagged(i, CONTEXT_TAG)
    harms = verb is not None and verb.value.slot in TAKEN and not verb.skip
    return harms and scan.key(i).endswith("وا")


def _of_origin(scan: Scan, before: Node, i: int) -> Node | None:
    """قتل أربعة ماليين: so many of a people that no table knows, where people are expected."""
    key = scan.key(i)
    if before.kind != "number" or i != before.j or len(key) <= _VERB:
        return None
    many = before.value.low is not None and before.value.low > _TEN
    if not (key.endswith(_ORIGINS) or (many and key.endswith("يا"))):
        return None
    national = scan.actors.get(i)
    foreign = national is not None and national.rule != "actor.nationals"
    if foreign or any(i in found for found in (scan.heads, scan.number_at)):
        return None
    context = scan.context(before.i)
    if (context is None or context.value.slot is None) and not befell(scan, i + 1):
        return None
    return _of_participle(scan, of_number(before, "number+participle"), i, definite=False)


def _is_participle(scan: Scan, i: int) -> bool:
    """A word of the form م...ين or م...ون in no table (not فعالين: ملايين, ميادين)."""
    key = scan.key(i).removeprefix("ال")
    if key == "مليون":
        return False
    if not key.endswith(("ين", "ون")) or len(key) < 5 or (len(key) == 6 and key[2] == "ا"):
        return False
    actor = scan.actors.get(i)
    if actor is not None and (actor.rule != "actor.head" or actor.j > i + 1 or actor.skip):
        return False
    return not any(i in found for found in (scan.heads, scan.inner, scan.number_at))


def _of_participle(scan: Scan, figure: Figure, i: int, *, definite: bool) -> Node:
    """A count of people whose noun is the participle at token i, which no table of people knows."""
    body = scan.actors.get(i)
    cls = class_of(None, (), body.value.kind) if body is not None else "unknown"
    value = Counted(
        figure.low, figure.high, figure.hedge, "", cls, definite=definite, who=(i, i + 1),
        licensed=True,
    )  # fmt: skip
    return Node("count", figure.i, i + 1, value, figure.rule, figure.parts, figure.skip)
