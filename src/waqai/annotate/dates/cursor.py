"""Where a reader stands in a document: words of dates, numbers and ranks by token."""

from __future__ import annotations

from typing import Final, NamedTuple

from waqai.annotate.chart import Chart, Node
from waqai.annotate.dates.spec import Spec
from waqai.annotate.dates.tables import TAG
from waqai.annotate.numbers import PLAIN

Words = dict[str, Node]
_NO_WORDS: Final[Words] = {}


class Found(NamedTuple):
    """A reading of tokens [i, j); `skip` folded characters of the first are outside it."""

    i: int
    j: int
    spec: Spec
    rule: str
    skip: int = 0


class Cursor:
    """Look-ups by token position, none of which costs more than a dictionary access or two."""

    __slots__ = ("chart", "head", "keys", "numbers", "ranks", "words")

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        # Where the piece being read begins: its first word may bear a conjunction.
        self.head = -1
        self.words: dict[int, Words] = {}
        for node in chart.of(TAG):
            held = self.words.setdefault(node.i, {})
            role = node.value.role
            old = held.get(role)
            if old is None or (node.j, -node.skip) > (old.j, -old.skip):
                held[role] = node
        self.numbers = {node.i: node for node in chart.of(PLAIN)}
        self.ranks = {node.i: node for node in chart.of("ordinal")}

    def key(self, i: int) -> str:
        """The folded token at i, "" outside the document."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def roles(self, i: int) -> Words:
        """Words that begin at i by role."""
        return self.words.get(i, _NO_WORDS)

    def word(self, i: int, role: str) -> Node | None:
        """The word of a role that begins at i and bears no clitic."""
        node = self.words.get(i, _NO_WORDS).get(role)
        return node if node is not None and not node.skip else None

    def led(self, i: int, role: str) -> Node | None:
        """The word of a role at i; it may bear a preposition, at the head a conjunction too."""
        node = self.words.get(i, _NO_WORDS).get(role)
        if node is None or not node.skip or i == self.head:
            return node
        return None if node.reading is None or node.reading.conj else node

    def after(self, i: int, *roles: str) -> int:
        """The token after a word of one of the roles at i, or i where there is none."""
        for role in roles:
            node = self.word(i, role)
            if node is not None:
                return node.j
        return i

    def digits(self, i: int) -> tuple[int, int] | None:
        """A whole number in digits at i (الـ6 too): the token after it and the number."""
        key = self.key(i)
        if key == "ال" and self._adjoin(i):
            i += 1
            key = self.key(i)
        if "0" <= key < ":" and key.isdigit() and len(key) <= 4:
            return i + 1, int(key)
        return None

    def _adjoin(self, i: int) -> bool:
        """Whether nothing but tatweel stands between tokens i and i + 1."""
        doc = self.chart.doc
        return i + 1 < len(self.keys) and doc.starts[i + 1] - doc.ends[i] <= 1

    def dotted(self, i: int) -> bool:
        """Whether the word at i is written with stops between its letters, as initials are."""
        doc = self.chart.doc
        return "." in doc.text[doc.starts[i] : doc.ends[i]]

    def opens(self, i: int) -> bool:
        """Whether a quotation mark stands at i, right before the next word."""
        doc = self.chart.doc
        return self.key(i) == '"' and doc.starts[i + 1 : i + 2] == [doc.ends[i]]

    def number(self, i: int) -> tuple[int, float] | None:
        """A definite number at i in digits or words: the token after it and the number."""
        found = self.digits(i)
        if found is not None and (i not in self.numbers or self.numbers[i].j <= found[0]):
            return found
        start = i + 1 if self.key(i) == "ال" else i
        node = self.numbers.get(start)
        if node is None or node.skip or node.value.low is None:
            return None
        return (node.j, node.value.low) if node.value.low == node.value.high else None

    def rank(self, i: int) -> tuple[int, int] | None:
        """An ordinal at i: the token after it and its rank."""
        node = self.ranks.get(i)
        return (node.j, node.value.n) if node is not None else None
