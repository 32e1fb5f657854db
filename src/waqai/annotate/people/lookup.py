"""What is asked of a chart by position: folded tokens, nodes of a tag, how often a word stands."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from operator import attrgetter

from waqai.annotate.actors.names import is_known
from waqai.annotate.chart import Chart, Node
from waqai.annotate.people.edges import longest
from waqai.annotate.people.senses import is_other_word
from waqai.annotate.people.tables import CONTEXT_TAG


class Lookup:
    """Tokens and tagged nodes of one chart."""

    __slots__ = ("_ending", "_families", "_starting", "_times", "chart", "keys")

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self._starting: dict[str, dict[int, Node]] = {}
        self._ending: dict[str, dict[int, Node]] = {}
        self._times: Counter[str] | None = None
        self._families: frozenset[str] | None = None

    def key(self, i: int) -> str:
        """Folded token i, "" outside the text."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def times(self, key: str) -> int:
        """How often a token stands in the text."""
        if self._times is None:
            self._times = Counter(self.keys)
        return self._times[key]

    def family_names(self) -> frozenset[str]:
        """The tokens that stand behind a given name somewhere in the text."""
        if self._families is None:
            behind = pairwise(self.keys)
            self._families = frozenset(word for given, word in behind if is_known(given))
        return self._families

    def dots(self) -> bool:
        """Whether the text writes ة, so that ه at the end of a word is a pronoun."""
        return "ة" in self.chart.doc.text

    def tagged(self, i: int, tag: str) -> Node | None:
        """The longest node of a tag that begins at token i."""
        return self._held(tag).get(i)

    def _held(self, tag: str) -> dict[int, Node]:
        """The longest node of a tag at each token."""
        held = self._starting.get(tag)
        if held is None:
            held = self._starting[tag] = longest(self._read(tag), attrgetter("i"))
        return held

    def _read(self, tag: str) -> list[Node]:
        """The nodes of a tag, without words of harm that are other words here."""
        nodes = self.chart.of(tag)
        if tag != CONTEXT_TAG:
            return nodes
        return [node for node in nodes if not is_other_word(self.chart, node)]

    def before(self, j: int, tag: str) -> Node | None:
        """The longest node of a tag that ends before token j."""
        held = self._ending.get(tag)
        if held is None:
            held = self._ending[tag] = longest(self._read(tag), attrgetter("j"))
        return held.get(j)

    def opens_sentence(self, i: int) -> bool:
        """Whether token i is the first of a sentence."""
        sentences = self.chart.doc.sentences
        return bool(sentences) and sentences[self.chart.doc.sentence_index(i)].first == i

    def is_feminine(self, node: Node) -> bool:
        """Whether a word ends in ة as written, which is no pronoun: مسؤولية, رئيسية."""
        doc = self.chart.doc
        return doc.text[doc.ends[node.j - 1] - 1] == "ة"
