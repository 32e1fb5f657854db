"""Parts of a day that stand without their day: خلال الليل, ساعات الصباح الأولى."""

from __future__ import annotations

from typing import NamedTuple

from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.spec import Part

# Words behind which another day stands, or what the part is of (في الليلة التالية).
_GOES_ON = ("في", "من", "التالي")


class Alone(NamedTuple):
    """Tokens [i, j) that name a part of a day; `skip` folded characters are outside it."""

    i: int
    j: int
    part: Part
    skip: int = 0


def part_alone(cur: Cursor, i: int) -> Alone | None:
    """The part of a day that begins at token i or behind its preposition, no day behind it."""
    words = cur.roles(i)
    here = words.get("here")
    found = Alone(i + 1, here.j, here.value.name) if here is not None else _hours(cur, i)
    return None if found is None or cur.key(found.j) in _GOES_ON else found


def _hours(cur: Cursor, i: int) -> Alone | None:
    """ساعات الصباح, ساعات الليل الأولى."""
    node = cur.roles(i).get("hours")
    if node is None or not cur.key(i).endswith("ساعات") or not cur.key(node.j).startswith("ال"):
        return None
    part = cur.roles(node.j).get("part")
    if part is None:
        return None
    return Alone(i, cur.after(part.j, "early"), part.value.name, node.skip)
