"""Who does what befalls others: قتل مسلح 38 سائحا, واستهدفهم انتحاري; he is none whom it befell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG, particles
from waqai.model.codes import CountSlot

# Tokens that tell of who does it, behind a verb of what he bears or drives.
_DESCRIBED: Final = 6
_TWO: Final = 2
# What a deed that is tried may be.
_MET: Final = frozenset(("killed", "wounded", "abducted"))
# Figures before the noun, and forms that no subject has.
_FIGURES: Final = ("number+noun", "number+of+noun", "number+of+body")
_STOPS: Final = frozenset(("،", ",", ".", "؛", ":", "\n", "(", ")", '"', "-"))


def act(scan: Scan, counts: Sequence[Node]) -> None:
    """Tell those who kill, wound or take from those whom they do: the people right behind them."""
    for order, node in enumerate(counts):
        if (deed := _tried(scan, node)) is not None:
            _tries(node, deed, counts[order + 1] if order + 1 < len(counts) else None)
            continue
        slot = _deed(scan, node)
        if slot is None:
            continue
        if _is_behind_pronoun(scan, node):
            _does(node)
            continue
        after = counts[order + 1] if order + 1 < len(counts) else None
        force = after is not None and scan.past_force(node.i) == after.i
        if after is not None and (_is_few(node) or force) and _befalls(scan, node, after):
            _does(node)
            after.value = msgspec.structs.replace(after.value, context=slot)


def _tried(scan: Scan, node: Node) -> Node | None:
    """The noun of a deed right behind those who try it: حاول أربعة أشخاص خطف تاجر."""
    if node.skip or scan.key(node.i - 1).removeprefix("و") not in particles("trying"):
        return None
    deed = scan.tagged(node.j, CONTEXT_TAG)
    return deed if deed is not None and not deed.skip and deed.value.slot in _MET else None


def _tries(node: Node, deed: Node, after: Node | None) -> None:
    """Nothing befell those who try a deed, nor is it told to have befallen its object."""
    _does(node)
    if after is not None and after.i in (deed.i, deed.j) and not after.skip:
        _does(after)


def _does(node: Node) -> None:
    node.value = msgspec.structs.replace(node.value, context=None, acts=True)


def _deed(scan: Scan, node: Node) -> CountSlot | None:
    """What the verb right before people tells, which may be their own deed; None without one."""
    value: Counted = node.value
    if value.slot is not None or value.context is None or node.skip or _is_object(node):
        return None
    verb = scan.context(node.i)
    if verb is None or verb.j != node.i or verb.rule.partition(":")[2] not in particles("acting"):
        return None
    slot: CountSlot | None = verb.value.slot
    return slot


def _is_few(node: Node) -> bool:
    """Whether a figure behind people is no breakdown of them: one or two, or militants."""
    value: Counted = node.value
    few = value.low == value.high and value.low is not None and value.low <= _TWO
    return (few and not node.rule.startswith("number")) or value.cls == "militant"


def _is_behind_pronoun(scan: Scan, node: Node) -> bool:
    """قتلهم مسلحون, واستهدفه انتحاري: the pronoun on the verb is of whom it befell."""
    verb = scan.context(node.i)
    if verb is None or verb.reading is None or not verb.reading.suffix:
        return False
    present = verb.rule.partition(":")[2].startswith(("ي", "ت"))
    return (present or node.value.cls == "militant") and _is_nominative(scan, node)


def _is_nominative(scan: Scan, node: Node) -> bool:
    """Whether people are one, or many in a form that a subject has: مسلحون, مسلحان, الجنود."""
    many = node.rule in ("plural", "dual") and not scan.key(node.j - 1).endswith("ين")
    return node.rule == "singular" or many


def _is_object(node: Node) -> bool:
    """Whether a noun has the form that a subject has not: جنديا."""
    return any(part.kind == NOUN_TAG and part.value.accusative for part in node.parts)


def _befalls(scan: Scan, node: Node, after: Node) -> bool:
    """Whether people stand as the object behind those who do it."""
    value: Counted = after.value
    if after.skip or value.subset or value.others or value.slot not in (None, "protesters"):
        return False
    if after.i == scan.past_force(node.i) and not scan.key(after.j).startswith("ال"):
        return True
    object_ = _is_object(after) or _is_oblique(scan, after) or _is_bare(scan, after)
    if not (after.rule.startswith(_FIGURES) or object_):
        return False
    if after.i == node.j:
        return True
    verb = scan.key(node.j) in particles("state")
    return verb and after.i - node.j <= _DESCRIBED and _is_plain(scan, node.j + 1, after.i)


def _is_oblique(scan: Scan, node: Node) -> bool:
    """Whether people are two in the form of an object: شرطيين."""
    return node.rule == "dual" and scan.key(node.j - 1).endswith("ين")


def _is_bare(scan: Scan, node: Node) -> bool:
    """أسر رجال القبائل 12 من قوات ...: a number alone of people of whom it is told who they are."""
    return node.rule == "bare" and scan.key(node.j) == "من"


def _is_plain(scan: Scan, i: int, j: int) -> bool:
    """Whether the tokens [i, j) go on with the description: no mark, no و, nothing that governs."""
    keys = scan.keys[i:j]
    if not _STOPS.isdisjoint(keys) or any(key.startswith("و") for key in keys):
        return False
    return scan.key(j - 1) not in particles("before") and not any(
        k in scan.heads or k in scan.number_at for k in range(i, j)
    )
