"""Level: something that is found alike or unlike in two tellings."""

from __future__ import annotations

from functools import cache

from mypy_extensions import mypyc_attr

from waqai.lexicon.table import read_table


@mypyc_attr(acyclic=True)
class Level:
    """A row of the table of weights with its points; `feature` is its name up to the dot.

    Each is made once, for its sentence tells values of two tellings only when it is asked for.
    """

    __slots__ = ("feature", "name", "tenths")

    def __init__(self, name: str) -> None:
        self.name: str = name
        self.feature: str = name.partition(".")[0]
        self.tenths: int = points().get(name, 0)


def total(levels: list[Level]) -> int:
    """The sum of the points of some levels, times ten."""
    tenths = 0
    for level in levels:
        tenths += level.tenths
    return tenths


@cache
def points() -> dict[str, int]:
    """Tenths of the points of each level; one that is not here has none."""
    return {name: round(10 * float(value)) for name, value, _ in _rows()}


@cache
def sentences() -> dict[str, str]:
    """The sentence of each level."""
    return {name: sentence for name, _, sentence in _rows()}


def _rows() -> list[tuple[str, str, str]]:
    rows = read_table("waqai.link", "weights.tsv", ("level", "points", "sentence"))
    return [(row.cells[0], row.cells[1], row.cells[2]) for row in rows]
