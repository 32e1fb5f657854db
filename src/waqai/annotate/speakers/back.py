"""Second mentions: المصدر, البيان, المتحدث and a bare verb (وأضاف) mean one who spoke before."""

from __future__ import annotations

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.tables import HEAD_TAG, SpeakerHead

_PLURAL = frozenset(("مصادر", "جهات", "دواءر", "اوساط", "معلومات", "انباء", "تقارير"))
# Media and witnesses quote statements and make none.
_NO_STATEMENT = frozenset(("media", "witness"))


class Memory:
    """Those who have spoken so far in a report, the last one last."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self._told: list[Node] = []
        # The last one whose name begins with a noun: المنظمة after منظمة س.
        self._by_noun: dict[str, Node] = {}

    def resolve(self, node: Node) -> Node:
        """The speaker that a phrase means: itself, or for a bare second mention the one before."""
        earlier = self._earlier(node)
        if earlier is not None:
            return earlier
        self._told.append(node)
        noun = self._noun(node)
        self._by_noun[noun] = node
        return node

    def last(self) -> Node | None:
        """The one whom a verb without a subject means."""
        return self._told[-1] if self._told else None

    def _noun(self, node: Node) -> str:
        """The first word of a phrase without article and clitics."""
        return self.keys[node.i][node.skip :].removeprefix("ال")

    def _earlier(self, node: Node) -> Node | None:
        """The one that a second mention means, None where a phrase names somebody itself."""
        head = next((part for part in node.parts if part.kind == HEAD_TAG), None)
        if head is None or head.reading is None or not self._told:
            return None
        value: SpeakerHead = head.value
        if value.cls == "doc" and head.j < node.j:
            return self._whose(node)
        if not head.reading.article or head.j != node.j or head.j - head.i > 1:
            return None
        if head.reading.stem.removeprefix("ال") in _PLURAL:
            return None
        if value.cls == "doc":
            issued = (n for n in reversed(self._told) if n.value.kind not in _NO_STATEMENT)
            return next(issued, self._told[-1])
        return self._told[-1] if value.cls in ("source", "person") else None

    def _whose(self, node: Node) -> Node | None:
        """The body whose statement it is, where that is a second mention (بيان للمنظمة)."""
        owner = next((part for part in node.parts if part.kind == "speaker"), None)
        if owner is None or len(owner.parts) != 1 or owner.j - owner.i > 1:
            return None
        return self._by_noun.get(self._noun(owner))
