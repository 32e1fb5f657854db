"""People at whom somebody aims, who are treated or leave: what befell them is told beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, FATE_TAG, particles

_HARM: Final = frozenset(("killed", "wounded"))
# Tokens from the verb of bringing to the treatment, and from people back and on to that verb.
_TREATED: Final = 8
_REACH: Final = 40
_TWO: Final = 2
# What may be denied of one, and what tells that it is not all (لم يصب الرجل فحسب).
_MET: Final = frozenset(("killed", "wounded", "arrested", "abducted"))
_NOT_ONLY: Final = frozenset(("فحسب", "فقط", "وحده"))
# What people break down with stands so near behind them.
_NEAR: Final = 3
# Tokens behind mourners to the dead.
_BIER: Final = 12


def is_aimed(scan: Scan, context: Node, node: Node) -> bool:
    """تم استهداف ثلاثة أطفال، قتل منهم طفل: the sentence goes on to tell what befell whom."""
    if context.rule.partition(":")[2] not in particles("aiming"):
        return False
    doc = scan.chart.doc
    end = doc.sentences[doc.sentence_index(node.i)].last
    return any(_harms(scan, k) for k in range(node.j, end))


def is_mourner(scan: Scan, context: Node, node: Node) -> bool:
    """شيع آلاف الفلسطينيين جثمان شاب: who walk behind the bier are none whom death befell."""
    if context.rule.partition(":")[2] not in particles("mourning"):
        return False
    if node.value.slot is not None or _is_bier(scan.key(node.i)):
        return False
    doc = scan.chart.doc
    end = doc.sentences[doc.sentence_index(node.i)].last
    return any(_is_bier(scan.key(k)) for k in range(node.j, min(node.j + _BIER, end)))


def is_spared(scan: Scan, context: Node, node: Node) -> bool:
    """لم يصب الوزير, إيقاف 3 ضباط عن العمل: one of whom it is denied, and whom nobody arrests."""
    verb = context.rule.partition(":")[2]
    if context.value.slot == "arrested" and scan.key(node.j) == "عن":
        return verb in particles("stopping") and scan.key(node.j + 1) in particles("suspended")
    denied = scan.key(context.i - 1) in particles("never") and not context.skip
    one = node.value.low == node.value.high == 1 and node.value.definite
    return denied and one and context.value.slot in _MET and not _goes_on(scan, node.j)


def _goes_on(scan: Scan, j: int) -> bool:
    """Whether more is told to have befallen people than what is denied: لم يقتل الرجل فحسب."""
    return scan.key(j) in _NOT_ONLY


def _is_bier(key: str) -> bool:
    """Whether a word is one for the dead who are buried: جثمان, لجثامين."""
    return key.removeprefix("ل") in particles("bier")


def _harms(scan: Scan, k: int) -> bool:
    """Whether token k tells of dead or wounded, or who is brought somewhere, and of no aim."""
    if scan.tagged(k, "people.treated") is not None:
        return True
    for tag in (CONTEXT_TAG, FATE_TAG):
        told = scan.tagged(k, tag)
        if told is not None and told.value.slot in _HARM:
            return told.rule.partition(":")[2] not in particles("aiming")
    return False


def breaks_down(scan: Scan, node: Node) -> bool:
    """تعرضت امرأة لحالة انهيار عصبي: who breaks down under fire is counted as hurt."""
    if scan.key(node.i - 1) not in particles("met_with"):
        return False
    return not particles("ailment").isdisjoint(scan.keys[node.j : node.j + _NEAR])


def treat(scan: Scan, counts: Sequence[Node]) -> None:
    """استهدف قناص شابين، ونقلا إلى المشفى لتلقي العلاج: who is brought to be treated is hurt."""
    for verb in scan.chart.of("people.treated"):
        near = scan.keys[verb.j : verb.j + _TREATED]
        node = _treated(scan, counts, verb) if any(k.endswith("علاج") for k in near) else None
        if node is not None:
            node.value = msgspec.structs.replace(node.value, context="wounded")


def discharge(scan: Scan, counts: Sequence[Node]) -> None:
    """خرج 25 جريحا من المستشفى: the hurt who leave are some of those told of, no more people."""
    for node in counts:
        value: Counted = node.value
        if value.slot != "wounded" or value.subset or value.low is None:
            continue
        if _leaves(scan, node.i - 1, node.j) or _leaves(scan, node.j, node.j + 1):
            node.value = msgspec.structs.replace(value, subset=True)


def _leaves(scan: Scan, verb: int, j: int) -> bool:
    """Whether a verb of leaving stands at a token, and what is left right behind token j."""
    if scan.key(verb).removeprefix("و") not in particles("discharged"):
        return False
    return not particles("hospital").isdisjoint(scan.keys[j : j + _NEAR])


def _treated(scan: Scan, counts: Sequence[Node], verb: Node) -> Node | None:
    """The people told of last before a verb of bringing, of whom nothing but an attack is told."""
    doc = scan.chart.doc
    for node in reversed(counts):
        if node.j > verb.i:
            continue
        value: Counted = node.value
        untold = value.slot is None and value.context is None
        if verb.i - node.j > _REACH or not untold:
            return None
        if _agrees(str(verb.value), value):
            first = doc.sentences[doc.sentence_index(node.i)].first
            attacked = particles("attacked")
            hit = any(k.removeprefix("و") in attacked for k in scan.keys[first : node.i])
            return node if hit else None
    return None


def _agrees(verb: str, value: Counted) -> bool:
    """Whether a verb, or the pronoun on it, is of as many as are counted."""
    if verb.endswith(("وا", "هم")):
        return value.low is None or value.low > _TWO
    if verb.endswith(("ا", "هما")) and not verb.endswith("ها"):
        return value.low == value.high == _TWO
    return value.low == value.high == 1
