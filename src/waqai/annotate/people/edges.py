"""Edges: the longest node at each edge, and the tokens that nodes cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from waqai.annotate.chart import Node


def longest(nodes: Iterable[Node], edge: Callable[[Node], int]) -> dict[int, Node]:
    """The longest node at each edge (the first of equals)."""
    found: dict[int, Node] = {}
    for node in nodes:
        held = found.get(edge(node))
        if held is None or node.j - node.i > held.j - held.i:
            found[edge(node)] = node
    return found


def tokens(nodes: Iterable[Node]) -> set[int]:
    """Tokens that the nodes cover."""
    return {k for node in nodes for k in range(node.i, node.j)}
