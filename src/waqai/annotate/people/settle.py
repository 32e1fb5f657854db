"""A form that may be a dual or a plural in the title, settled by the figures of the report."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG
from waqai.model.codes import CountSlot

# Sentences, the title among them, that tell the news, and those that go on about it.
_TITLE, _STORY = 2, 6
_TWO = 2
_FIGURES = ("dual", "number", "noun+number")


def settle(scan: Scan, counts: Sequence[Node]) -> None:
    """مقتل مدنيين over مقتل شخصين: the title tells of two where the story tells of no more."""
    doc = scan.chart.doc
    open_ones = [n for n in counts if _is_open(n) and doc.sentence_index(n.i) <= _TITLE]
    if not open_ones:
        return
    told = [n for n in counts if doc.sentence_index(n.i) <= _STORY and n.rule.startswith(_FIGURES)]
    for node in open_ones:
        slot = _slot(node) if not _shares(scan, node) else None
        figures = {n.value.low or 0 for n in told if _slot(n) == slot}
        if slot is not None and figures and max(figures) == _TWO:
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
