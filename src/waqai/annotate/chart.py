"""Chart: the nodes found in a document so far, by where they begin and end and by kind."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from mypy_extensions import mypyc_attr

from waqai.lexicon.vocabulary import Opening, Vocabulary
from waqai.text.clitics import Reading
from waqai.text.document import Document


@mypyc_attr(acyclic=True)
class Node:
    """Something found on tokens [i, j): a table row's word (leaf) or what a rule made of others.

    `kind` is a tag of a table or a kind of mention; `rule` names the row or rule; `skip`/`cut` are
    folded characters of the first/last token outside the surface; `reading` only on leaves.
    """

    __slots__ = ("cut", "i", "j", "kind", "parts", "reading", "rule", "skip", "value")

    def __init__(
        self,
        kind: str,
        i: int,
        j: int,
        value: Any,
        rule: str,
        parts: tuple[Node, ...] = (),
        skip: int = 0,
        cut: int = 0,
        reading: Reading | None = None,
    ) -> None:
        self.kind = kind
        self.i = i
        self.j = j
        self.value = value
        self.rule = rule
        self.parts = parts
        self.skip = skip
        self.cut = cut
        self.reading = reading

    def __repr__(self) -> str:
        return f"Node({self.kind} {self.i}:{self.j} {self.value!r} {self.rule})"


class Chart:
    """Nodes of one document. `has` tells what is there already."""

    # Nodes of one token are found where they begin; `_end` holds the longer ones.
    __slots__ = ("_begin", "_end", "_kinds", "doc")

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._begin: list[list[Node] | None] = [None] * (len(doc.keys) + 1)
        self._end: dict[int, list[Node]] = {}
        self._kinds: dict[str, list[Node]] = {}

    def add(self, node: Node) -> None:
        """Add a node; the caller answers for not adding it twice."""
        begin = self._begin[node.i]
        if begin is None:
            self._begin[node.i] = [node]
        else:
            begin.append(node)
        if node.j - node.i > 1:
            end = self._end.get(node.j)
            if end is None:
                self._end[node.j] = [node]
            else:
                end.append(node)
        self._kind(node)

    def _kind(self, node: Node) -> None:
        """Add a node to those of its kind."""
        alike = self._kinds.get(node.kind)
        if alike is None:
            self._kinds[node.kind] = [node]
        else:
            alike.append(node)

    def read(self, vocabulary: Vocabulary) -> None:
        """Add a leaf for every table row that the words can be; asked of an empty chart."""
        begin, kinds = self._begin, self._kinds
        after = [*self.doc.keys[1:], ""]
        for i, form in enumerate(map(vocabulary.__getitem__, self.doc.keys)):
            if form is None:
                continue
            if form.singles:
                begin[i] = nodes = [
                    Node(f.tag, i, i + 1, f.value, f.row, (), f.skip, f.cut, f.reading)
                    for f in form.singles
                ]
                for node in nodes:
                    alike = kinds.get(node.kind)
                    if alike is None:
                        kinds[node.kind] = [node]
                    else:
                        alike.append(node)
            openings = form.openings
            if openings is not None and after[i] in openings:
                self._open(i, openings[after[i]])

    def _open(self, i: int, openings: Sequence[Opening]) -> None:
        """Add a leaf for each phrase that tokens i and i + 1 open and the next ones go on with."""
        keys = self.doc.keys
        for one in openings:
            rest, entry, reading = one.rest, one.entry, one.reading
            j = i + 2 + len(rest)
            if not rest or tuple(keys[i + 2 : j]) == rest:
                skip = reading.skip
                self.add(Node(entry.tag, i, j, entry.value, entry.row, (), skip, 0, reading))

    def has(self, node: Node) -> bool:
        """Whether a node of the same kind, range and value is there."""
        return any(
            other.kind == node.kind and other.j == node.j and other.value == node.value
            for other in self._begin[node.i] or ()
        )

    def replace(self, kind: str, nodes: Sequence[Node]) -> None:
        """Keep only `nodes` of a kind (after choosing among overlapping ones)."""
        kept = {id(node) for node in nodes}
        for node in self._kinds.get(kind, ()):
            if id(node) not in kept:
                self._begin[node.i] = [n for n in self._begin[node.i] or () if n is not node]
                if node.j - node.i > 1:
                    self._end[node.j] = [n for n in self._end[node.j] if n is not node]
        self._kinds[kind] = list(nodes)

    def of(self, kind: str) -> list[Node]:
        """Nodes of a kind in the order of adding."""
        return self._kinds.get(kind) or []

    def at(self, i: int, kind: str) -> list[Node]:
        """Nodes of a kind that begin at token i."""
        held = self._begin[i] if 0 <= i < len(self._begin) else None
        return [node for node in held if node.kind == kind] if held else []

    def until(self, j: int, kind: str) -> list[Node]:
        """Nodes of a kind that end before token j, those of one token last."""
        held = self._begin[j - 1] if 0 < j <= len(self._begin) else None
        alone = [n for n in held if n.kind == kind and n.j == j] if held else []
        longer = self._end.get(j)
        return [n for n in longer if n.kind == kind] + alone if longer else alone

    def begins(self, i: int) -> list[Node]:
        """All nodes that begin at token i."""
        return (self._begin[i] or []) if 0 <= i < len(self._begin) else []


def leaves(doc: Document, vocabulary: Vocabulary) -> Chart:
    """The chart of a document with a leaf for every table row that its words can be."""
    chart = Chart(doc)
    chart.read(vocabulary)
    return chart


def _is_cover(nodes: Sequence[Node]) -> bool:
    """Whether nodes are in order and none begins before the one before it ends."""
    last = first = -1
    for node in nodes:
        if node.i < last or node.i <= first:
            return False
        first, last = node.i, node.j
    return True


def longest(nodes: Sequence[Node]) -> list[Node]:
    """A cover without overlaps: longer first, then earlier, then the one added first."""
    if _is_cover(nodes):
        return list(nodes)
    ordered = sorted(nodes, key=attrgetter("i"))
    if _is_cover(ordered):
        return ordered
    taken: set[int] = set()
    kept = []
    for node in sorted(nodes, key=lambda n: (n.i - n.j, n.i)):
        if taken.isdisjoint(range(node.i, node.j)):
            taken.update(range(node.i, node.j))
            kept.append(node)
    return sorted(kept, key=lambda n: n.i)
