"""How many people are, told behind their noun: أن المصابين سبعة, عدد المشاركين بألف."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.bare import closes
from waqai.annotate.people.extent import Extent
from waqai.annotate.people.figures import NOT, Figure, bounded, of_number
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import particles
from waqai.model.codes import CountSlot

_RULE: Final = "noun+number"
_PADDED: Final = 2
_ONLY: Final = "فقط"
# Tokens from a march to those who take part.
_RALLY: Final = 60
# Tokens before عدد in which somebody estimates.
_ESTIMATE: Final = 5
_PLURALS: Final = ("وا", "ون")


def predicate(scan: Scan, head: Node, extent: Extent) -> tuple[Figure, int] | None:
    """The figure that is told of the people of a noun with its later words, and where it ends."""
    if extent.number is not None:
        return None
    if (padded := _bracketed(scan, head, extent.j)) is not None:
        return padded
    if head.value.number == "sg" or not (definite(head) or extent.definite):
        return None
    tally = scan.before(head.i, "people.tally") is not None
    if not tally and scan.key(head.i - 1) not in particles("opener"):
        return None
    hurt = head.value.slot is not None
    found = _beyond(scan, head, extent.j, tally=tally)
    if found is None and (hurt or tally):
        found = _right_behind(scan, extent.j)
    if found is None and tally:
        found = _estimated(scan, head, extent.j) if hurt else _reached(scan, head, extent.j)
    if found is None:
        return None
    figure, j = found
    return figure._replace(i=head.i, skip=head.skip), j


def _bracketed(scan: Scan, head: Node, j: int) -> tuple[Figure, int] | None:
    """القضاء على إرهابيين (02): as reports of the Maghreb write it, with a nought."""
    key = scan.key(j + 1)
    padded = key.isdigit() and len(key) == _PADDED and key.startswith("0") and int(key) > 1
    if head.value.number == "sg" or scan.key(j) != "(" or scan.key(j + 2) != ")" or not padded:
        return None
    return Figure(head.i, head.skip, int(key), int(key), "exact", _RULE), j + 3


def _right_behind(scan: Scan, j: int) -> tuple[Figure, int] | None:
    """إن القتلى تسعة, عدد القتلى من الجنود 11: so many they are."""
    number = scan.number_at.get(j)
    if number is None or number.skip or number.value.low == number.value.high is None:
        return None
    return _closed(scan, number)


def _beyond(scan: Scan, head: Node, j: int, *, tally: bool) -> tuple[Figure, int] | None:
    """المشاركين تجاوزوا الألف, عدد الموقوفين لا يتجاوز خمسة: more than so many, or no more.

    Of those hurt whose number is told with عدد the figure is a total of its own.
    """
    below = scan.key(j) in NOT
    verb = j + below
    if scan.key(verb) not in particles("exceeding") or (tally and head.value.slot is not None):
        return None
    if not (tally or scan.key(verb).endswith(_PLURALS)):
        return None
    number = scan.number_at.get(verb + 1)
    found = _closed(scan, number) if number is not None and not number.skip else None
    if found is None:
        return None
    figure, end = found
    return bounded(figure, "at_most" if below else "at_least"), end


def _reached(scan: Scan, head: Node, j: int) -> tuple[Figure, int] | None:
    """عدد المتطوعين بلغ 70: what the number amounts to."""
    if scan.key(j) not in particles("amounting"):
        return _estimated(scan, head, j)
    number = scan.number_at.get(j + 1)
    return _closed(scan, number) if number is not None and not number.skip else None


def _estimated(scan: Scan, head: Node, j: int) -> tuple[Figure, int] | None:
    """قدر المنظمون عدد المشاركين بنحو ألف, عدد المشاركين بـ 300: the number that somebody tells."""
    before = range(max(head.i - 1 - _ESTIMATE, 0), head.i - 1)
    if not any(scan.key(k).removeprefix("و") in particles("estimating") for k in before):
        return None
    apart = scan.key(j) == "ب"
    number = scan.number_at.get(j + apart)
    if number is None or not (apart or scan.key(j)[: number.skip] == "ب"):
        return None
    return _closed(scan, number)


def _closed(scan: Scan, number: Node) -> tuple[Figure, int] | None:
    """The figure of a number that counts no noun behind it."""
    j = number.j + (scan.key(number.j) == _ONLY)
    key = scan.key(j)
    joined = key.startswith("و") and j not in scan.heads and key not in particles("no_and")
    return (of_number(number, _RULE), number.j) if joined or closes(scan, j) else None


def risen(scan: Scan, head: Node, figure: Figure) -> Figure:
    """تجاوز عدد الجرحى 90, لم يتجاوز عدد المشاركين 200: the verb before the number of people."""
    tally = scan.before(head.i, "people.tally")
    if tally is None or figure.rule != _RULE or figure.hedge != "exact":
        return figure
    if scan.key(tally.i - 1).removeprefix("و") not in particles("exceeding"):
        return figure
    below = scan.key(tally.i - 2).removeprefix("و") in NOT
    return bounded(figure, "at_most" if below else "at_least")


def of_rally(scan: Scan, head: Node) -> CountSlot | None:
    """عدد المشاركين بألف: who take part are protesters where a march is told of before."""
    before = range(max(head.i - _RALLY, 0), head.i)
    rally = (scan.key(k).removeprefix("و").removeprefix("ال") for k in before)
    partakes = head.value.lemma == "مشارك"
    return "protesters" if partakes and not particles("rally").isdisjoint(rally) else None
