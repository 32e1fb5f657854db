"""Sum: a number as it is read word by word.

A sum takes words as long as each fits a free place: hundreds, then units before tens, then a
scale; a word that does not fit begins the next number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.numbers.tables import Atom, whole

# Places of a group below a thousand that are taken.
_UNITS: Final = 1
_TENS: Final = 2
_HUNDREDS: Final = 4
_DIGITS: Final = 8
_PART: Final = 16
_ALL: Final = _UNITS | _TENS | _HUNDREDS | _DIGITS | _PART
# No news counts further (a million milliards, 10^15); ألف told over and over is no number.
_GREATEST: Final = 10**15


class Sum:
    """A number being read: closed scales in `total`, the open group in `group`."""

    __slots__ = ("base", "case", "first", "group", "last", "mark", "nodes", "open", "total")

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.total: float | int = 0
        self.last: float = inf
        self.group: float | int = 0
        self.open = 0
        # Where the open group began among the nodes, for taking it back.
        self.mark = 0
        self.base: float | int | None = None
        self.case = False
        self.first = True

    def take(self, node: Node, *, joined: bool) -> bool:
        """Add a word if it fits; `joined`: و stands before it."""
        atom: Atom = node.value
        self.first = not self.nodes
        step = _STEPS.get(atom.role)
        if step is None or self.case_closed(atom, joined) or not step(self, atom, joined):
            return False
        self.nodes.append(node)
        return True

    def case_closed(self, atom: Atom, joined: bool) -> bool:
        """Whether nothing but a joined word may follow."""
        return self.base is None and self.total > 0 and not self.open and not joined and (
            atom.role not in ("scale", "many", "part", "parts", "case")
        )  # fmt: skip

    def put(self, value: float | int, places: int) -> bool:
        """Add to the open group, opening it where it is not."""
        if not self.open:
            self.mark = len(self.nodes)
        self.group += value
        self.open |= places
        return True

    def drop_point(self) -> None:
        """Take a decimal mark back that nothing follows."""
        if self.base is not None and not self.open:
            self.nodes.pop()
            self.group, self.open, self.base = self.base, _ALL, None

    def value(self) -> float | int:
        """The number read so far."""
        group = self.group
        if self.base is not None:
            group = float(f"{self.base}.{self.group}")
        elif self.open == _PART and self.total:
            group *= self.last
        return whole(self.total + group)


def _unit(total: Sum, atom: Atom, joined: bool) -> bool:
    if atom.role == "one" and not total.first and not joined:
        return False
    free = total.first or (joined and not total.open & (_UNITS | _TENS | _DIGITS | _PART))
    if total.base is not None:
        free = not total.open
    return (free or False) and (total.last > atom.n) and total.put(atom.n, _UNITS)


def _ten(total: Sum, _atom: Atom, joined: bool) -> bool:
    if not joined and total.open & _UNITS and not total.open & _TENS and total.group % 10:
        return total.put(10, _TENS)
    free = total.first or (joined and not total.open & ~_HUNDREDS)
    if total.base is not None:
        free = not total.open
    return free and total.put(10, _UNITS | _TENS)


def _tens(total: Sum, atom: Atom, joined: bool) -> bool:
    free = total.first or (joined and not total.open & (_TENS | _DIGITS | _PART))
    if total.base is not None and not total.open:
        free = True
    return free and total.put(atom.n, _TENS)


def _hundred(total: Sum, atom: Atom, joined: bool) -> bool:
    if not joined and total.open in (_UNITS, _DIGITS, _PART) and 0 < total.group < 10:
        if total.open != _PART and total.group in (1, 2):
            return False
        total.group *= 100
        total.open = _HUNDREDS
        return True
    return _hundreds(total, atom, joined)


def _hundreds(total: Sum, atom: Atom, joined: bool) -> bool:
    if total.first or (joined and not total.open and total.last > atom.n):
        return total.put(atom.n, _HUNDREDS)
    if joined and not total.total and not total.open & (_HUNDREDS | _DIGITS | _PART):
        # Units first, the way that years are told: no digits, no more places.
        return total.put(atom.n, _ALL ^ _DIGITS)
    return False


def _scale(total: Sum, atom: Atom, joined: bool) -> bool:
    size = atom.n
    if joined or total.first:
        if total.open:
            return _ascending(total, size, joined)
        return size < total.last and _close(total, size, size)
    if total.open == _PART and total.total:
        # مليون ونصف المليون, مليون ونصف مليون
        return _close(total, total.group * size, 0)
    if total.open:
        if size >= total.last:
            return False
        value = total.value() - total.total
        if total.open == _DIGITS and size > 1000:
            value = _decimal(total.nodes[-1].value, value)
        total.base = None
        return _close(total, value * size, size)
    if total.total and size >= total.last > 1 and total.total * size <= _GREATEST:
        # ألف مليون, مئة ألف مليون
        total.total, total.last = total.total * size, size
        return True
    return False


def _decimal(atom: Atom, value: float | int) -> float | int:
    """1.125 before مليون is no thousand."""
    dotted = atom.mark == "." and atom.n == value and 1000 <= value < 1_000_000
    return value / 1000 if dotted else value


def _ascending(total: Sum, size: float | int, joined: bool) -> bool:
    """تسع وتسعين وتسعمئة وألف: the way that years are told."""
    if not joined or total.total or total.group < 100 or size != 1000 or total.open & _DIGITS:
        return False
    return _close(total, total.group + size, 0)


def _close(total: Sum, value: float | int, last: float) -> bool:
    """Add a finished group to the total."""
    total.total += value
    total.last = last
    total.group, total.open = 0, 0
    return True


def _dual(total: Sum, atom: Atom, joined: bool) -> bool:
    if total.open or not (joined or total.first) or atom.n >= total.last:
        return _ascending(total, atom.n, joined) and _close(total, atom.n, 0)
    return _close(total, 2 * atom.n, atom.n)


def _case(total: Sum, atom: Atom, joined: bool) -> bool:
    alone = (total.first or joined) and not total.open
    taken = _scale(total, atom, joined)
    total.case = taken and alone
    return taken


def _many(total: Sum, atom: Atom, joined: bool) -> bool:
    if joined or not total.open or atom.n < 100:
        return False
    return _hundred(total, atom, joined) if atom.n == 100 else _scale(total, atom, joined)


def _digits(total: Sum, atom: Atom, joined: bool) -> bool:
    if total.first:
        return total.put(atom.n, _DIGITS)
    if total.base is not None:
        return not total.open and not atom.mark and total.put(atom.n, _DIGITS)
    if not joined or atom.n < 1:
        return False
    if not total.open and total.total:
        return atom.n < total.last and total.put(atom.n, _DIGITS)
    return total.open == _HUNDREDS and atom.n < 100 and total.put(atom.n, _DIGITS)


def _part(total: Sum, atom: Atom, joined: bool) -> bool:
    if total.first:
        return total.put(atom.n, _PART)
    if total.base is not None or not joined or total.open & _PART:
        return False
    if total.open == _HUNDREDS and total.group % 100 == 0:
        return False
    return total.put(atom.n, _PART)


def _parts(total: Sum, atom: Atom, joined: bool) -> bool:
    if joined or total.open != _UNITS or total.total or total.group * atom.n >= 1:
        return False
    total.group, total.open = total.group * atom.n, _PART
    return True


def _zero(total: Sum, _atom: Atom, joined: bool) -> bool:
    return total.first and not joined and total.put(0, _ALL)


def _point(total: Sum, _atom: Atom, joined: bool) -> bool:
    """واحد فاصلة خمسة: what follows are the decimals of the group before."""
    if total.first or joined or not total.open or total.base is not None:
        return False
    if total.group != int(total.group):
        return False
    total.base, total.group, total.open = total.group, 0, 0
    return True


_STEPS: Final[dict[str, Callable[[Sum, Atom, bool], bool]]] = {
    "unit": _unit, "one": _unit, "ten": _ten, "tens": _tens, "hundred": _hundred,
    "hundreds": _hundreds, "scale": _scale, "dual": _dual, "case": _case, "many": _many,
    "digits": _digits, "part": _part, "parts": _parts, "zero": _zero, "point": _point,
}  # fmt: skip


def sum_of(parts: Sequence[Node]) -> float | int | None:
    """The number of words of which each after the first is joined or not as it was, if they fit."""
    total = Sum()
    for part in parts:
        joined = bool(total.nodes) and part.reading is not None and part.reading.conj == "و"
        if not total.take(part, joined=joined):
            return None
    return total.value()
