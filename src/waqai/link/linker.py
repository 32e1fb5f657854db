"""From tellings to groups: block, compare, cluster."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from waqai.link.candidates import is_linkable, pairs, rank
from waqai.link.cluster import clusters
from waqai.link.compare import TIED, compare, matched
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


def ties(tellings: Iterable[Telling]) -> dict[Pair, float]:
    """Pairs tied, with their scores."""
    found = {}
    for a, b in pairs(sorted(filter(is_linkable, tellings), key=rank)):
        comparison = matched(a, b)
        if comparison is not None and comparison.score >= TIED:
            found[pair(a.key, b.key)] = comparison.score
    return found


def link(tellings: Iterable[Telling], bonds: Bonds = NO_BONDS) -> list[Group]:
    """The groups of all tellings, whatever order they come in."""
    every = sorted(tellings, key=lambda t: t.key)
    return grouped({t.key: t for t in every}, ties(every), bonds)


def grouped(
    tellings: Mapping[str, Telling], tied: Mapping[Pair, float], bonds: Bonds = NO_BONDS
) -> list[Group]:
    """The groups of tellings whose ties are known."""
    return [group(keys, tellings, tied, bonds) for keys in clustered(tellings, tied, bonds)]


def clustered(
    tellings: Mapping[str, Telling], tied: Mapping[Pair, float], bonds: Bonds = NO_BONDS
) -> list[list[str]]:
    """The keys of the groups of tellings whose ties are known."""
    return clusters(tellings, tied, scorer(tellings), bonds)


def scorer(tellings: Mapping[str, Telling]) -> Score:
    """What tells the score of two tellings by key, the latest of which are kept ready."""
    faces = Faces(tellings)

    @lru_cache(maxsize=1 << 16)
    def score(a: str, b: str) -> float:
        one, other = pair(a, b)
        found = matched(faces.of(one), faces.of(other))
        return IMPOSSIBLE if found is None else found.score

    return score


def group(
    keys: list[str], tellings: Mapping[str, Telling], tied: Mapping[Pair, float], bonds: Bonds
) -> Group:
    """A group with the closest tie of each of its events."""
    return Group(tuple(keys), _closest(keys, tellings, tied, bonds))


def _closest(
    keys: list[str], tellings: Mapping[str, Telling], tied: Mapping[Pair, float], bonds: Bonds
) -> dict[str, Tie]:
    """For each event of a group the tie with the greatest score."""
    found: dict[str, Tie] = {}
    best: dict[str, tuple[float, str, str]] = {}
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            score = tied.get((a, b))
            if score is None and (a, b) not in bonds.same:
                continue
            for key in (a, b):
                rank = (-(score or 0.0), a, b)
                best[key] = min(best.get(key, rank), rank)
    for key, (_, a, b) in sorted(best.items()):
        found[key] = _tie(tellings, a, b, bonds)
    return found


def _tie(tellings: Mapping[str, Telling], a: str, b: str, bonds: Bonds) -> Tie:
    """Always the later after the earlier key, so that a sentence reads the same."""
    one, other = pair(a, b)
    comparison = compare(tellings[one], tellings[other])
    judged = "an analyst judged them the same" if (a, b) in bonds.same else ""
    why = comparison.why if comparison else ""
    return Tie(
        a, b, comparison.score if comparison else 0.0, "; ".join(filter(None, (judged, why)))
    )
