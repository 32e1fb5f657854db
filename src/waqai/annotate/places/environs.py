"""What lies around a place named before, or is a side of its quarters: القرى المحيطة بالبلدة."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import Gazetteer
from waqai.annotate.places.sites import Site, bears_clitic
from waqai.annotate.places.words import Head

_AROUND: Final = frozenset(("المحيطه", "المجاوره", "المتاخمه", "المحاذيه"))
_LANDS: Final = (
    "القري", "البلدات", "المناطق", "المزارع", "الاحياء", "الجبال", "التلال", "المرتفعات", "الاراضي",
    "الحقول", "البساتين",
)  # fmt: skip
# What points back to a place behind المحيطة.
_BACK: Final = {
    "بالمدينه": "town", "بالبلده": "town", "بالقريه": "town", "للمدينه": "town",
    "للبلده": "town", "للقريه": "town", "بها": "place", "لها": "place", "به": "place",
    "بالمخيم": "place", "بالعاصمه": "capital", "للعاصمه": "capital",
}  # fmt: skip
_QUARTERS: Final = ("الاحياء", "الحي")
_OF: Final = ("المدينه", "البلده", "العاصمه")
# Words behind which another place tells whose quarters are meant.
_OF_ANOTHER: Final = frozenset(("من", "في", "داخل"))
# Letters of a conjunction and a preposition.
_CLITICS: Final = 2
_SIDES: Final = frozenset(("n", "s", "e", "w"))


class Environs:
    """Finds the surroundings and the quarters of places named before."""

    def __init__(self, chart: Chart, table: Gazetteer) -> None:
        self._chart = chart
        self._table = table
        self._keys = chart.doc.keys

    def all(self) -> Iterator[Site]:
        """Lands around a place named before, and its quarters on one side."""
        for i, key in enumerate(self._keys[:-1]):
            if self._keys[i + 1] in _AROUND:
                skip = _before(key, _LANDS)
                if skip is not None:
                    yield from self._lands(i, skip)
        for side in self._chart.of("place.adj"):
            if side.i and side.value in _SIDES and side.j - side.i == 1:
                yield from self._quarters(side)

    def _lands(self, i: int, skip: int) -> Iterator[Site]:
        """القرى المحيطة بالبلدة, الجبال المجاورة: of no place that is named behind it."""
        after = self._keys[i + 2] if i + 2 < len(self._keys) else "."
        noun = _BACK.get(after)
        if noun is not None:
            yield _pointer(i, i + 3, skip, noun, None)
        elif not after.startswith(("ل", "ب")) and after not in _OF_ANOTHER:
            yield _pointer(i, i + 2, skip, "place", None)

    def _quarters(self, side: Node) -> Iterator[Site]:
        """الأحياء الشرقية, أحياء المدينة الشرقية: of no place that is named behind them."""
        after = self._keys[side.j] if side.j < len(self._keys) else "."
        if after in _OF_ANOTHER or any(not n.skip for n in self._chart.at(side.j, "place.name")):
            return
        names = (n for n in self._chart.at(side.j, "place.name") if n.skip)
        if any(bears_clitic(self._keys, n, self._table) for n in names):
            return
        if any(n.reading and n.reading.prep for n in self._chart.at(side.j, "place.head")):
            return
        before = self._keys[side.i - 1]
        skip = _before(before, _QUARTERS)
        if skip is not None:
            yield _pointer(side.i - 1, side.j, skip, "town", side)
        elif before in _OF and side.i > 1:
            skip = _before(self._keys[side.i - 2], ("احياء",))
            noun = "capital" if before == "العاصمه" else "town"
            if skip is not None:
                yield _pointer(side.i - 2, side.j, skip, noun, side)


def _before(key: str, nouns: tuple[str, ...]) -> int | None:
    """The letters before one of `nouns` in a word (و, ب), None where it is none of them."""
    for noun in nouns:
        if key == noun:
            return 0
        if key.endswith(noun) and len(key) - len(noun) <= _CLITICS and key[0] in "وبف":
            return len(key) - len(noun)
    return None


def _pointer(i: int, j: int, skip: int, noun: str, side: Node | None) -> Site:
    return Site(
        i, j, i, skip, "named before", None, Head("area", ""), side.value if side else None,
        part=True, located=True, noun=noun, parts=[side] if side else [],
    )  # fmt: skip
