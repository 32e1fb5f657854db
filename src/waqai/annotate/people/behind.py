"""Whether somebody stands behind a verb of harm who may be its late subject."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import is_known, name_end
from waqai.annotate.chart import Node
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import NOUN_TAG, particles

# Tokens of the clause behind a verb, and of its sentence in which a late subject may stand.
CLAUSE: Final = 10
SENTENCE: Final = 25
ENDS: Final = frozenset((".", "؛", "\n", "!", "؟", ":"))
_COMMAS: Final = frozenset(("،", ","))
_BODIES: Final = frozenset(("state", "state_forces", "armed_group", "political", "international"))
_ADJECTIVE: Final = frozenset(("adj", "nation"))


def names_nobody(scan: Scan, j: int, reach: int = CLAUSE, *, past_comma: bool = False) -> bool:
    """Whether no people stand between token j and the end of the clause, or of the sentence."""
    last = j + reach
    while j < last:
        if scan.key(j) in ENDS or scan.key(j) == "":
            return not (scan.key(j) == ":" and _is_name(scan, j + 1))
        if (scan.key(j) in _COMMAS and not past_comma) or scan.key(j) in particles("apart"):
            return True
        named = scan.actors.get(j) or scan.heads.get(j) or scan.number_at.get(j)
        if named is not None and not (_is_governed(scan, named) or _is_other(scan, named)):
            return False
        j = named.j if named is not None else j + 1
    return True


def _is_name(scan: Scan, i: int) -> bool:
    """Whether a name of two words or more begins at token i (أصيب في القصف: فلان وفلان)."""
    end = name_end(scan.chart.doc, i, True)
    return end is not None and end > i + 1 and is_known(scan.key(i))


def comes_late(scan: Scan, j: int) -> bool:
    """Whether people stand right behind the comma that ends the clause at token j."""
    comma = next((k for k in range(j, j + SENTENCE) if scan.key(k) in _COMMAS), None)
    return comma is not None and (comma + 1 in scan.number_at or comma + 1 in scan.heads)


def _is_other(scan: Scan, named: Node) -> bool:
    """Whether a name is of forces or a group, whom no single person is, or an adjective (عملية
    انتحارية).
    """
    if named.kind == "actor":
        return named.value.kind in _BODIES and named.i not in scan.heads
    if named.kind != NOUN_TAG or named.skip or not named.value.traits & _ADJECTIVE:
        return False
    noun = scan.key(named.i - 1)
    if definite(named):
        return noun.startswith("ال")
    return named.value.sex == "f" and noun.endswith("ه")


def _is_governed(scan: Scan, named: Node) -> bool:
    """Whether a preposition stands before a name, so that it is no subject (مثل أمام محكمة)."""
    on_it = named.reading is not None and bool(named.reading.prep)
    led = named.kind == "actor" and scan.key(named.i)[: named.skip][-1:] in ("ب", "ل")
    return on_it or led or scan.key(named.i - 1) in particles("before")
