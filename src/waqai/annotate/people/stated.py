"""What is said of people right behind them: 20 محتجا سقطوا مصابين, قتل 14 شخصا وهم جنود."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import NOUN_TAG, particles
from waqai.model.codes import Hedge

# Tokens from people to who they are, and counts between.
_FAR: Final = 24
_BETWEEN: Final = 2
# Tokens from a verb of bringing to the harm told behind it, and what stands apart.
_CARRIED: Final = 8
_APART: Final = frozenset((".", "\n", "؛", "،", ",", ":"))
_ENDS: Final = frozenset((".", "\n", "؛"))


def fallen(scan: Scan, before: Node, node: Node) -> Counted | None:
    """The people of a count as those hurt or killed that they fell: متظاهرين سقطوا جرحى."""
    told: Counted = before.value
    harm: Counted = node.value
    if _is_described(before, node):
        return msgspec.structs.replace(told, slot=harm.slot)
    if harm.slot not in ("killed", "wounded") or harm.definite or node.rule != "plural":
        return None
    if node.skip or told.slot not in (None, "protesters") or told.noun == "":
        return None
    between = [scan.key(k) for k in range(before.j, node.i) if scan.key(k) not in ("،", ",")]
    verb = scan.key(before.i - 1) if not between else between[0]
    state = not between and _is_state(scan, before, node)
    if len(between) > 1 or not (state or verb in particles("fell")):
        return None
    context = told.context if between else harm.slot
    told = msgspec.structs.replace(told, slot=harm.slot, context=context)
    return _at_most(told) if _goes_on(scan, node) else told


def _is_described(before: Node, node: Node) -> bool:
    """24 جنديا جريحا: the noun of harm in the singular right behind a counted one is theirs."""
    harm: Counted = node.value
    if before.rule != "number+noun" or node.rule != "singular" or before.value.slot is not None:
        return False
    heads = [part for part in (*before.parts, *node.parts) if part.kind == NOUN_TAG]
    harmed = harm.slot in ("killed", "wounded") and before.j == node.i and not node.skip
    return harmed and all(head.value.accusative for head in heads)


def carried(scan: Scan, before: Node, node: Node) -> Counted | None:
    """The people of a figure as hurt, of whom a verb tells that they were brought somewhere and a
    pronoun that they were: ستة محتجين نقلوا إلى المستشفى بعد إصابتهم.
    """
    told: Counted = before.value
    if node.rule != "pronoun" or node.value.slot != "wounded" or told.low is None:
        return None
    if told.slot not in (None, "protesters") or told.context not in (None, "protesters"):
        return None
    verb = scan.tagged(before.j, "people.treated")
    brought = verb is not None and verb.skip == 0 and verb.j <= node.i <= verb.j + _CARRIED
    both = (told.high == 1) == (node.value.low == 1)
    plain = _APART.isdisjoint(scan.keys[before.j : node.i])
    return msgspec.structs.replace(told, slot="wounded") if brought and both and plain else None


def _is_state(scan: Scan, before: Node, node: Node) -> bool:
    """نقل 14 من المتظاهرين مصابين: without the article behind those who have it, how they were."""
    known = before.rule in ("number+of+noun", "some+noun") and before.value.definite
    return known and before.j == node.i and scan.key(node.i).endswith(("ين", "ي"))


def _goes_on(scan: Scan, node: Node) -> bool:
    """سقطوا قتلى وجرحى: the figure is of both."""
    more = scan.heads.get(node.j)
    joined = more is not None and more.skip > 0 and more.value.slot in ("killed", "wounded")
    return joined and more is not None and more.value.slot != node.value.slot


def _at_most(told: Counted) -> Counted:
    """The people of a figure of dead and wounded together."""
    if told.low is None:
        return told
    most: Hedge = "indefinite" if told.high is None else "at_most"
    return msgspec.structs.replace(told, low=None, hedge=most)


def stated(scan: Scan, found: Sequence[Node], node: Node) -> Node | None:
    """The people of whom هم or جميعهم tells who they are, None where it tells of none before."""
    if not _is_predicate(scan, node) or node.value.cls == "unknown":
        return None
    for before in reversed(found[-1 - _BETWEEN :]):
        if node.i - before.j > _FAR or not _ENDS.isdisjoint(scan.keys[before.j : node.i]):
            return None
        told: Counted = before.value
        if told.low is not None and not told.subset:
            return before if told.cls == "unknown" else None
    return None


def _is_predicate(scan: Scan, node: Node) -> bool:
    """Whether a plural without article or figure stands behind هم: وهم عسكريون, وهم من الجيش."""
    value: Counted = node.value
    if node.rule != "plural" or value.slot is not None or node.skip:
        return False
    i = node.i - 1
    led = scan.key(i) == "من"
    return (led or not value.definite or value.actor is not None) and scan.key(
        i - led
    ) in particles("they_are")
