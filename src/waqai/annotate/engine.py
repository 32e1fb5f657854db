"""The rule engine: small named rules over a chart. It knows no language.

A rule is a name, a pattern and a function. The pattern is a row of items on adjoining tokens; the
rule is tried only where its anchor (the first item that is a tag and not optional) has a node, so
the cost follows what was found, never the length of the text. `make` gets the nodes of the tag
items (None for an optional one that is absent), in pattern order, and returns the value of a new
node, or None to refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from waqai.annotate.chart import Chart, Node

Test = Callable[[Any], bool]
# A match longer than this many tokens is no expression.
LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a pattern: a node of one of `tags` whose value passes `when`, or a word.

    A node after the first place bears no proclitic (وثلاثة, بالأمس) unless the item is `joined`.
    """

    tags: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    when: Test | None = None
    optional: bool = False
    joined: bool = False

    def fits(self, node: Node, first: bool) -> bool:
        """Whether a node of one of the tags can stand here (in the `first` place or not)."""
        if node.skip and not (first or self.joined):
            return False
        return self.when is None or bool(self.when(node.value))


def tag(*tags: str, when: Test | None = None, joined: bool = False) -> Item:
    """A node of one of these tags or kinds."""
    return Item(tags=tags, when=when, joined=joined)


def word(*words: str) -> Item:
    """One token with one of these folded keys (punctuation too)."""
    return Item(words=frozenset(words))


def opt(item: Item) -> Item:
    """The item, or nothing."""
    return replace(item, optional=True)


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` on adjoining tokens makes a node of `kind` with the value that `make` returns."""

    name: str
    kind: str
    pattern: tuple[Item, ...]
    make: Callable[..., Any]
    anchor: int = field(init=False)

    def __post_init__(self) -> None:
        anchors = [n for n, item in enumerate(self.pattern) if item.tags and not item.optional]
        if not anchors:
            raise ValueError(f"rule {self.name!r} has no tag to anchor it")
        object.__setattr__(self, "anchor", anchors[0])


def apply(chart: Chart, rules: Sequence[Rule], rounds: int = 1) -> None:
    """Run each rule on every anchor, in order; repeat up to `rounds` times while nodes are new."""
    for _ in range(rounds):
        new = [node for rule in rules for node in _run(chart, rule)]
        if not new:
            return


def _run(chart: Chart, rule: Rule) -> list[Node]:
    """Add the new nodes of one rule and return them."""
    added = []
    for kind in rule.pattern[rule.anchor].tags:
        for anchor in tuple(chart.of(kind)):
            for node in _matches(chart, rule, anchor):
                if not chart.has(node):
                    chart.add(node)
                    added.append(node)
    return added


def _matches(chart: Chart, rule: Rule, anchor: Node) -> Iterator[Node]:
    """The nodes that a rule makes with `anchor` in its anchor's place."""
    item = rule.pattern[rule.anchor]
    if not item.fits(anchor, rule.anchor == 0):
        return
    left = rule.pattern[: rule.anchor]
    right = rule.pattern[rule.anchor + 1 :]
    for first, before in _leftward(chart, left, anchor.i, anchor.skip):
        for last, after in _rightward(chart, right, anchor.j):
            if last - first > LONGEST:
                continue
            found = (*before, anchor, *after)
            value = rule.make(*found)
            if value is not None:
                parts = tuple(part for part in found if part is not None)
                skip = next((p.skip for p in parts if p.i == first), 0)
                cut = next((p.cut for p in reversed(parts) if p.j == last), 0)
                yield Node(rule.kind, first, last, value, rule.name, parts, skip, cut)


Matched = tuple[Node | None, ...]


def _rightward(chart: Chart, items: tuple[Item, ...], i: int) -> Iterator[tuple[int, Matched]]:
    """Ways to match items from token i on: the end, and the nodes of the tag items."""
    if not items:
        yield i, ()
        return
    item, rest = items[0], items[1:]
    if item.words:
        if i < len(chart.doc.keys) and chart.doc.keys[i] in item.words:
            yield from _rightward(chart, rest, i + 1)
    else:
        for node in chart.begins(i):
            if node.kind in item.tags and item.fits(node, first=False):
                for end, nodes in _rightward(chart, rest, node.j):
                    yield end, (node, *nodes)
    if item.optional:
        for end, nodes in _rightward(chart, rest, i):
            yield end, nodes if item.words else (None, *nodes)


def _leftward(
    chart: Chart, items: tuple[Item, ...], j: int, skip: int
) -> Iterator[tuple[int, Matched]]:
    """Ways to match items that end before token j: the start, and the nodes of the tag items."""
    if not items:
        yield j, ()
        return
    item, rest = items[-1], items[:-1]
    if item.words:
        if j and chart.doc.keys[j - 1] in item.words:
            yield from _leftward(chart, rest, j - 1, 0)
    else:
        for kind in item.tags:
            for node in chart.until(j, kind):
                if item.fits(node, first=not rest):
                    for start, nodes in _leftward(chart, rest, node.i, node.skip):
                        yield start, (*nodes, node)
    if item.optional:
        for start, nodes in _leftward(chart, rest, j, skip):
            yield start, nodes if item.words else (*nodes, None)
