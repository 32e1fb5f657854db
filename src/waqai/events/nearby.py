"""Nearby: whether a word of a table stands a few tokens before or behind, in the same clause."""

from __future__ import annotations


def told_before(
    keys: list[str], i: int, reach: int, those: frozenset[str], ends: frozenset[str]
) -> bool:
    """Whether one of `those` is among the `reach` tokens before token i, with no end between."""
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if keys[k] in ends:
            return False
        if keys[k] in those:
            return True
    return False


def told_behind(
    keys: list[str], j: int, reach: int, those: frozenset[str], ends: frozenset[str]
) -> bool:
    """Whether one of `those` is among the `reach` tokens from token j on, with no end between."""
    for key in keys[j : j + reach]:
        if key in ends:
            return False
        if key in those:
            return True
    return False
