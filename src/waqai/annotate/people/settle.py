"""A form that may be a dual or a plural in the title, settled by the figures of the report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.befallen import is_joined
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG
from waqai.model.codes import CountSlot

# Sentences, the title among them, that tell the news, and those that go on about it.
_TITLE: Final = 2
_STORY: Final = 6
_TWO: Final = 2
# Tokens between two people and the third.
_THIRD: Final = frozenset(("ثالث", "ثالثه", "ثالثا"))
_NEAR: Final = 3
_FIGURES: Final = ("dual", "number", "noun+number")


def settle(scan: Scan, counts: Sequence[Node]) -> None:
    """مقتل مدنيين over مقتل شخصين: the title tells of two where the story tells of no more."""
    _pair(scan, counts)
    doc = scan.chart.doc
    open_ones = [n for n in counts if _is_open(n) and doc.sentence_index(n.i) <= _TITLE]
    if not open_ones:
        return
    told = [n for n in counts if doc.sentence_index(n.i) <= _STORY and n.rule.startswith(_FIGURES)]
    for node in open_ones:
        again = {n.value.low for n in told if n.value.noun == node.value.noun}
        if again == {_TWO} and _slot(node) is not None and not _shares(scan, node):
            _take_two(node)
            continue
        slot = _slot(node) if not _shares(scan, node) else None
        figures = {n.value.low or 0 for n in told if _slot(n) == slot}
        if slot is not None and figures and max(figures) == _TWO:
            _take_two(node)


def _pair(scan: Scan, counts: Sequence[Node]) -> None:
    """ضابطين ومجندين و4 مدنيين: between figures of a list the form is a dual; so it is before one
    more who is the third (قتل مدنيين وإصابة ثالث).
    """
    for before, node, after in zip(counts, counts[1:], counts[2:], strict=False):
        listed = is_joined(scan, before, node) and is_joined(scan, node, after)
        if listed and _is_open(node) and _is_exact(before) and _is_exact(after):
            _take_two(node)
    for node, after in pairwise(counts):
        third = after.rule == "nth" and after.parts[0].value in _THIRD
        if third and after.i - node.j <= _NEAR and _is_open(node):
            _take_two(node)


def _is_exact(node: Node) -> bool:
    """Whether a count is told by a figure or by the form of two."""
    return node.rule.startswith(_FIGURES) and node.value.low is not None


def _take_two(node: Node) -> None:
    """Read a count as one of two."""
    node.value = msgspec.structs.replace(node.value, low=2, high=2, hedge="exact")
    node.rule = "dual"


def _is_open(node: Node) -> bool:
    """Whether a count rests on an indefinite form in -ين alone."""
    head = next((part for part in node.parts if part.kind == NOUN_TAG), None)
    if node.rule != "plural" or head is None or node.value.low is not None:
        return False
    return head.value.number == "dp" and not definite(head)


def _shares(scan: Scan, node: Node) -> bool:
    """Whether two deeds share the people (مقتل وإصابة متزلجين)."""
    context = scan.context(node.i)
    return (
        context is not None and context.skip > 0 and scan.before(context.i, CONTEXT_TAG) is not None
    )


def _slot(node: Node) -> CountSlot | None:
    """What is told to have befallen counted people."""
    slot: CountSlot | None = node.value.slot or node.value.context
    return slot
