"""Naming: a place or a date where it is named, weighed by itself as that of an event."""

from __future__ import annotations

from mypy_extensions import mypyc_attr

from waqai.annotate.chart import Node
from waqai.events.scorer import Features


@mypyc_attr(acyclic=True)
class Naming:
    """A node, its features and their logit; its sentence, and whether that is one of the event's.

    `away`: how far a place stands from the words of the event, how long before publication a date
    lies; in steps.
    """

    __slots__ = ("away", "features", "logit", "node", "own", "sentence")

    def __init__(
        self, node: Node, features: Features, logit: float, sentence: int, own: bool, away: str
    ) -> None:
        self.node = node
        self.features = features
        self.logit = logit
        self.sentence = sentence
        self.own = own
        self.away = away
