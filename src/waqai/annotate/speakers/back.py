"""Second mentions: المصدر, البيان, المتحدث and a bare verb (وأضاف) mean one who spoke before."""

from __future__ import annotations

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.phrase import Phrases
from waqai.annotate.speakers.tables import HEAD_TAG, Said, SpeakerHead, words


class Memory:
    """Those who have spoken so far in a report, the last one last."""

    def __init__(self, chart: Chart, phrases: Phrases) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self.phrases = phrases
        self._told: list[Node] = []

    def resolve(self, node: Node) -> Node:
        """The speaker that a phrase means: itself, or for a bare second mention the one before.

        What is returned for a second mention is a node over its own words whose value is the other's
        and whose only part is the other.
        """
        if node.rule == "speaker.back":
            return node
        earlier = self._earlier(node) if self._bare(node) else None
        if earlier is not None:
            return earlier
        self._told.append(node)
        return node

    def last(self, said: Said) -> Node | None:
        """The one whom a verb without a subject means."""
        return self._told[-1] if self._told else None

    def _bare(self, node: Node) -> bool:
        """Whether a phrase is a definite noun alone (with ذاته or هذا) that names nobody."""
        head = next((part for part in node.parts if part.kind == HEAD_TAG), None)
        if head is None or head.j != node.j or len(node.parts) > 1:
            return False
        if head.reading is None or not head.reading.article:
            return False
        value: SpeakerHead = head.value
        return value.cls in ("source", "doc") or (value.cls == "person" and head.j - head.i == 1)

    def _earlier(self, node: Node) -> Node | None:
        """The last one who spoke that a second mention can mean."""
        return self._told[-1] if self._told else None
