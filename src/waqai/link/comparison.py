"""Comparison: what was found alike and unlike in two tellings, with a sentence that says it."""

from __future__ import annotations

from datetime import date

from mypy_extensions import mypyc_attr

from waqai.link.face import Face
from waqai.link.level import Level, sentences, total
from waqai.link.nearness import between, nearest


@mypyc_attr(acyclic=True)
class Comparison:
    """How alike two tellings are: `tenths` is the sum of the points of the levels, times ten."""

    __slots__ = ("_a", "_b", "levels", "tenths")

    def __init__(self, a: Face, b: Face, levels: list[Level]) -> None:
        self._a: Face = a
        self._b: Face = b
        self.levels: list[Level] = levels
        self.tenths: int = total(levels)

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
                sentence = sentences()[level.name].format(*self.values(level))
                told.append(f"{sentence} ({level.tenths / 10:+g})")
        return "; ".join(told)

    def values(self, level: Level) -> tuple[object, ...]:
        """What the sentence of a level tells; the words of a story may be names that are withheld,
        and nobody is shown them.
        """
        a, b, feature = self._a, self._b, level.feature
        if feature == "type":
            return a.type, b.type
        if feature == "types":
            return min(a.type, b.type), max(a.type, b.type)
        if feature == "kind":
            return (level.name.split(".")[1],)
        if feature == "status":
            return a.status, b.status
        if feature == "outlet":
            return (a.outlet,)
        if feature == "target":
            return (common(a.targets, b.targets),)
        if feature == "names":
            return (len(a.names & b.names),)
        if feature == "time":
            return _windows(a, b)
        if feature == "days":
            return (date.fromordinal(a.last),)
        if feature == "place":
            return _places(a, b)
        if feature in ("by", "to"):
            return _actors(a.by, b.by) if feature == "by" else _actors(a.to, b.to)
        if feature == "figure":
            slot, n, m = figures(a, b)
            return f"{n} {slot}", m
        if feature == "harm":
            return (a.killed, b.wounded) if a.killed else (b.killed, a.wounded)
        return ()


def _windows(a: Face, b: Face) -> tuple[object, ...]:
    """The days of both."""
    if not a.dated or not b.dated:
        return "an unknown day", "any"
    return a.telling.when, b.telling.when


def _places(a: Face, b: Face) -> tuple[object, ...]:
    """The names of the nearest places and the whole kilometres between them."""
    if not a.spots or not b.spots:
        return ()
    _, one, other = nearest(a, b)
    return one.name, other.name, f"{between(one, other):.0f}"


def _actors(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[object, ...]:
    """The same actor on both sides, else one of each."""
    same = common(ours, theirs)
    return (same,) if same else (ours[0], theirs[0])


def common(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str | None:
    """The first of some sorted names that stands among others."""
    for name in ours:
        if name in theirs:
            return name
    return None


def figures(a: Face, b: Face) -> tuple[str, int, int]:
    """The most telling agreement of the figures, by slot, else the worst disagreement; no slot
    where there is neither.
    """
    same, most = "", 0
    unlike = ("", 0, 0)
    for slot, n in a.figures.items():
        m = b.figures.get(slot)
        if m is None:
            continue
        if n == m and n > 0:
            if (n, slot) > (most, same):
                same, most = slot, n
        elif not unlike[0] and max(n, m) > 3 * min(n, m) and abs(n - m) > 4:
            unlike = (slot, n, m)
    return (same, most, most) if same else unlike
