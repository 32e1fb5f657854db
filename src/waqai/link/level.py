"""Level: something found alike or unlike in two tellings."""

from __future__ import annotations

from functools import cache

from mypy_extensions import mypyc_attr

from waqai.lexicon.table import read_table


@mypyc_attr(acyclic=True)
class Level:
    """A row of the table of weights with its points, and the values that its sentence tells."""

    __slots__ = ("name", "tenths", "values")

    def __init__(self, name: str, values: tuple[object, ...] = ()) -> None:
        self.name: str = name
        self.tenths: int = points().get(name, 0)
        self.values: tuple[object, ...] = values


@mypyc_attr(acyclic=True)
class Comparison:
    """How alike two tellings are: `tenths` is the sum of the points of the levels, times ten."""

    __slots__ = ("levels", "tenths")

    def __init__(self, levels: list[Level]) -> None:
        tenths = 0
        for level in levels:
            tenths += level.tenths
        self.levels: list[Level] = levels
        self.tenths: int = tenths

    @property
    def score(self) -> float:
        """The sum of the points of the levels."""
        return self.tenths / 10

    @property
    def why(self) -> str:
        """One sentence: what speaks for it and against, each with its points."""
        told = []
        for level in self.levels:
            if level.tenths:
                sentence = sentences()[level.name].format(*level.values)
                told.append(f"{sentence} ({level.tenths / 10:+g})")
        return "; ".join(told)


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
