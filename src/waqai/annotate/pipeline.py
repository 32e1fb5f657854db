"""The dimensions in their order, and the annotator that runs them over a document."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from waqai.annotate import actors, dates, numbers, people, places, speakers, things, triggers
from waqai.annotate.chart import Chart, Node, leaves
from waqai.lexicon.vocabulary import Vocabulary
from waqai.model.codes import KINDS, Kind
from waqai.model.mention import Mention, Part
from waqai.text.document import Document

# A later dimension may read what an earlier one found.
DIMENSIONS: Final[tuple[ModuleType, ...]] = (
    numbers,
    dates,
    places,
    actors,
    people,
    triggers,
    things,
    speakers,
)


class Annotator:
    """Finds the mentions of documents; holds the tables, loaded once, and no state of a report."""

    def __init__(self, dimensions: tuple[ModuleType, ...] = DIMENSIONS) -> None:
        self._dimensions = dimensions
        self._vocabulary = Vocabulary([dimension.source() for dimension in dimensions])

    def chart(self, doc: Document) -> Chart:
        """All nodes of a document."""
        chart = leaves(doc, self._vocabulary)
        for dimension in self._dimensions:
            dimension.annotate(chart)
        return chart


def mentions(chart: Chart) -> list[Mention]:
    """The mentions of a chart, ordered by start, then the longer first, then by kind."""
    found = [mention(chart.doc, kind, node) for kind in KINDS for node in chart.of(kind)]
    return sorted(found, key=lambda m: (m.start, -m.end, m.kind))


def mention(doc: Document, kind: Kind, node: Node) -> Mention:
    """The mention that a node is."""
    start, end = doc.span(node.i, node.j, node.skip, node.cut)
    parts = tuple(part(doc, inner) for inner in node.parts)
    return Mention(kind, start, end, doc.text[start:end], node.value, node.rule, parts)


def part(doc: Document, node: Node) -> Part:
    """A node as a step of a derivation."""
    start, end = doc.span(node.i, node.j, node.skip, node.cut)
    parts = tuple(part(doc, inner) for inner in node.parts)
    return Part(node.kind, start, end, doc.text[start:end], node.rule, parts)
