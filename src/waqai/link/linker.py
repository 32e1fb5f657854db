"""From tellings to groups: block, compare, cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from waqai.link.candidates import is_linkable, pairs, rank
from waqai.link.cluster import clusters
from waqai.link.compare import TIED, matched
from waqai.link.face import Faces
from waqai.link.groups import IMPOSSIBLE, NO_BONDS, Bonds, Pair, Score, pair
from waqai.link.telling import Telling


class Tie(NamedTuple):
    """Two events and why they are tied."""

    a: str
    b: str
    score: float
    why: str


class Group(NamedTuple):
    """The events of one incident by key, sorted, and for each its closest tie in it."""

    keys: tuple[str, ...]
    closest: Mapping[str, Tie]


def tied(ordered: Iterable[Telling]) -> Iterator[tuple[str, str, float]]:
    """The pairs tied of linkable tellings that come in their rank: keys, the lesser first, and
    score.
    """
    for a, b in pairs(ordered):
        found = matched(a, b, TIED)
        if found is not None:
            one, other = pair(a.key, b.key)
            yield one, other, found.score


def link(tellings: Iterable[Telling], bonds: Bonds = NO_BONDS) -> list[Group]:
    """The groups of all tellings, whatever order they come in."""
    every = sorted(tellings, key=lambda t: t.key)
    found = tied(sorted(filter(is_linkable, every), key=rank))
    return grouped({t.key: t for t in every}, {(a, b): score for a, b, score in found}, bonds)


def grouped(
    tellings: Mapping[str, Telling], ties: Mapping[Pair, float], bonds: Bonds = NO_BONDS
) -> list[Group]:
    """The groups of tellings whose ties are known."""
    faces = Faces(tellings)
    found = clusters(tellings, ties, scorer(faces), bonds)
    return [group(keys, faces, ties, bonds) for keys in found]


def scorer(faces: Faces) -> Score:
    """What tells the score of two tellings by key."""

    @lru_cache(maxsize=1 << 16)
    def score(a: str, b: str) -> float:
        one, other = pair(a, b)
        found = matched(faces.of(one), faces.of(other))
        return IMPOSSIBLE if found is None else found.score

    return score


def group(keys: list[str], faces: Faces, ties: Mapping[Pair, float], bonds: Bonds) -> Group:
    """A group with the closest tie of each of its events."""
    return Group(tuple(keys), _closest(keys, faces, ties, bonds))


def _closest(
    keys: list[str], faces: Faces, ties: Mapping[Pair, float], bonds: Bonds
) -> dict[str, Tie]:
    """For each event of a group the tie with the greatest score."""
    best: dict[str, tuple[float, str, str]] = {}
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            score = ties.get((a, b))
            if score is None and (a, b) not in bonds.same:
                continue
            rank = (-(score or 0.0), a, b)
            for key in (a, b):
                best[key] = min(best.get(key, rank), rank)
    made = {(a, b): _tie(faces, a, b, bonds) for _, a, b in set(best.values())}
    return {key: made[a, b] for key, (_, a, b) in sorted(best.items())}


def _tie(faces: Faces, a: str, b: str, bonds: Bonds) -> Tie:
    """Always the later after the earlier key, so that a sentence reads the same."""
    one, other = pair(a, b)
    comparison = matched(faces.of(one), faces.of(other))
    judged = "an analyst judged them the same" if (a, b) in bonds.same else ""
    why = comparison.why if comparison else ""
    return Tie(
        a, b, comparison.score if comparison else 0.0, "; ".join(filter(None, (judged, why)))
    )
