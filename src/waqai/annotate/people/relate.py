"""How counts hang together: subsets, shared figures, killed and wounded in one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.befallen import ENDS, STOPS, TAKEN, is_joined
from waqai.annotate.people.between import between
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.parts import KINDS, kinds
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.stated import carried, fallen, stated
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG, particles
from waqai.annotate.people.tallies import again, are, tallied
from waqai.annotate.people.together import is_with_him, together, with_him
from waqai.model.codes import Hedge

# Counts back from آخرون among which its people were told of.
_INHERIT_REACH: Final = 2
# Tokens between people and the pronoun that takes them up in the same clause.
_RESUME_REACH: Final = 3
# Tokens between a person and a verb that tells what befell him, and words that take up another.
_FATE_REACH: Final = 10
_SPEAKERS: Final = frozenset(("انه", "انها", "بانه", "بانها", "لانه", "حيث", "وانه", "ثم"))
# What a round number of hundreds counts is a genitive (مئة قتيل وجريح).
_HUNDRED: Final = 100
# A singular counts from here on, and what tells that one alone is meant.
_TEN: Final = 10
_ONE: Final = frozenset(("واحد", "واحده", "اخر", "اخري"))
# How a figure stands before all those joined behind it.
_SHARED: Final = ("some+noun", "some+of+body", "number+of+noun", "number+of+body")


def related(scan: Scan, counts: Sequence[Node]) -> list[Node]:
    """The counts with what their neighbours say of them; in order."""
    found: list[Node] = []
    for node in counts:
        if not (found and _folds(scan, found, node)):
            found.append(_beside(scan, found, with_him(node) if is_with_him(scan, node) else node))
    for order, node in enumerate(found):
        for part in kinds(scan, node, found[order + 1 : order + 1 + KINDS]):
            part.value = msgspec.structs.replace(part.value, subset=True)
    return found


def _folds(scan: Scan, found: list[Node], node: Node) -> bool:
    """Whether a count says no more than something of those told before, who bear it from now on."""
    before = found[-1]
    if _resumes(scan, before, node) or _repeats(scan, before, node):
        return True
    hurt = fallen(scan, before, node) or carried(scan, before, node)
    if hurt is not None:
        before.value = hurt
        return True
    if (people := stated(scan, found, node)) is not None:
        people.value = msgspec.structs.replace(people.value, cls=node.value.cls)
        if not node.value.subset and scan.before(node.i, "people.subset") is None:
            return True
    if _befell(scan, before, node):
        slot = node.value.slot
        before.value = node.value = msgspec.structs.replace(before.value, slot=slot)
        if node.rule != "fate+self":
            found.append(node)
        return True
    one = together(scan, found, node)
    if one is not None:
        found[-1] = one
    return one is not None


def _beside(scan: Scan, found: Sequence[Node], node: Node) -> Node:
    """A count of its own with what those before it tell of it."""
    before = found[-1] if found else None
    value: Counted = node.value
    if _is_subset(scan, node, before):
        value = msgspec.structs.replace(value, subset=True)
    if value.others and not _blows_up(node):
        value = _inherited(value, found)
    if before is not None:
        value = _shared(scan, before, node, value)
        value = _both(scan, before, node, value)
    value = between(scan, node, value, found)
    if before is not None:
        value = are(scan, before, node, tallied(scan, before, node, value))
        value = again(scan, before, node, value)
        _hedge_both(scan, before, node)
        _mix(scan, before, node)
    node.value = value
    return node


def _resumes(scan: Scan, before: Node, node: Node) -> bool:
    """10 أشخاص ألقي القبض عليهم: the pronoun stands for those just counted."""
    if (
        node.rule != "pronoun"
        or not node.parts[0].value.pronoun
        or node.i - before.j > _RESUME_REACH
    ):
        return False
    if STOPS.intersection(scan.keys[before.j : node.i]) or _met_more(scan, before, node):
        return False
    # اعتقال فلان بعد الإفراج عنه: each befell him.
    context = scan.context(before.i)
    told = before.value.slot or (context.value.slot if context is not None else None)
    return told in (None, "protesters", node.value.slot)


def _met_more(scan: Scan, before: Node, node: Node) -> bool:
    """ثلاثة حراس احتجزوا ثم أفرج عنهم: a verb between tells what befell them first."""
    verb = scan.tagged(before.j, CONTEXT_TAG)
    first = verb is not None and verb.j <= node.i and verb.value.slot in TAKEN
    return first and verb is not None and verb.value.slot != node.value.slot


def _repeats(scan: Scan, before: Node, node: Node) -> bool:
    """القتيل الذي قضى: the verb says of those just counted what was said already."""
    if node.rule == "fate+self":
        near = node.i - before.j <= _FATE_REACH and before.value.low == node.value.low
        near = near and not ENDS.intersection(scan.keys[before.j : node.i])
        return near and not _is_news(scan, before, node)
    apart = not ENDS.isdisjoint(scan.keys[before.j : node.i])
    if node.rule == "fate+told":
        one = node.value.slot == "killed" or before.value.low == node.value.low
        return one and not apart and not _is_news(scan, before, node)
    if node.rule != "fate" or node.i - before.j > _RESUME_REACH or apart:
        return False
    context = scan.context(before.i)
    told = before.value.slot or (context.value.slot if context is not None else None)
    return bool(told == node.value.slot)


def _is_news(scan: Scan, before: Node, node: Node) -> bool:
    """وأصيب برصاصة أودت بحياته, الشاب الذي عذب حتى وافته المنية: it is not told of him before."""
    context = scan.context(before.i)
    told = before.value.slot or (context.value.slot if context is not None else None)
    return node.value.slot == "killed" and told != "killed"


def _befell(scan: Scan, before: Node, node: Node) -> bool:
    """رجل في السبعين من عمره توفي, سيدة أصيبت: the verb says what befell those just counted."""
    person: Counted = before.value
    told = node.rule == "fate+told" and node.value.slot == "killed"
    told = told or (node.rule == "fate+self" and person.cls in ("militant", "unknown"))
    far = node.i - before.j > _FATE_REACH or person.low != person.high
    if far or not (told or node.rule == "fate"):
        return False
    if person.low != node.value.low or person.others or person.slot is not None:
        return False
    context = scan.context(before.i)
    if context is not None and context.value.slot is not None:
        return False
    if (node.value.sex == "f") != (person.sex == "f"):
        return False
    return (ENDS | particles("opener") | _SPEAKERS).isdisjoint(scan.keys[before.j : node.i])


def _blows_up(node: Node) -> bool:
    """فجر نفسه: who does is an attacker, whoever was told of before."""
    return node.rule == "fate+self" and "فجر" in node.parts[0].rule.replace("تفجير", "فجر")


def _inherited(value: Counted, found: Sequence[Node]) -> Counted:
    """آخرون are of the class of the people told of last, who were no attackers.

    Behind some among these (3 جنود، بينهم ضابط وعريف، وآخرون) they themselves were told of last.
    """
    recent = found[-_INHERIT_REACH:]
    if found and found[-1].value.subset:
        recent = [node for node in found[-_INHERIT_REACH - KINDS :] if not node.value.subset][-1:]
    for node in reversed(recent):
        told: Counted = node.value
        known = told.licensed or told.slot is not None
        if not told.subset and told.cls != "unknown" and known:
            if told.cls == "militant" and told.low == 1 and not told.actor:
                continue
            return msgspec.structs.replace(value, cls=told.cls, noun=told.noun, actor=told.actor)
    return value


def _is_subset(scan: Scan, node: Node, before: Node | None) -> bool:
    """After بينهم, or joined to a count that is."""
    if scan.before(node.i, "people.subset") is not None or node.rule == "number+subset":
        return True
    if before is None or not before.value.subset or not is_joined(scan, before, node):
        return False
    return node.value.slot in (None, before.value.slot) or node.value.low is None


def _shared(scan: Scan, before: Node, node: Node, value: Counted) -> Counted:
    """عشرات القتلى والجرحى: the open figure goes for both."""
    if not (is_joined(scan, before, node) and value.definite and node.rule == "plural"):
        return value
    if before.value.hedge != "indefinite" or before.rule == "plural":
        return value
    return msgspec.structs.replace(
        value, low=before.value.low, high=before.value.high, hedge=before.value.hedge,
        licensed=True,
    )  # fmt: skip


def _mix(scan: Scan, before: Node, node: Node) -> None:
    """عدد من رجال الأمن والمصلين: one figure for people of two classes."""
    one, two = before.value, node.value
    shared = before.rule in _SHARED and node.rule == "plural" and two.definite
    if not (shared and is_joined(scan, before, node)) or "unknown" in (one.cls, two.cls):
        return
    if one.cls != two.cls and two.slot in (None, one.slot):
        before.value = msgspec.structs.replace(one, cls="mixed", actor=None)


def _hedge_both(scan: Scan, before: Node, node: Node) -> None:
    """35 قتيلا و23 مصابا على الأقل: the hedge behind two figures goes for both."""
    one, two = before.value, node.value
    joined = is_joined(scan, before, node)
    if one.hedge != "exact" or two.hedge != "at_least" or not joined:
        return
    figures = before.rule == node.rule == "number+noun" and one.low is not None
    last = node.parts[-1]
    if figures and None not in (one.slot, two.slot) and one.slot != two.slot and last.j < node.j:
        before.value = msgspec.structs.replace(one, high=None, hedge="at_least")


def _both(scan: Scan, before: Node, node: Node, value: Counted) -> Counted:
    """30 قتيلا وجريحا: at most so many of each; a figure above ten, which the singular follows.

    Many write the singular bare (30 قتيل وجريح); one hurt alone is told to be one (وجريح واحد).
    """
    whole = before.value
    if not is_joined(scan, before, node) or node.rule != "singular" or before.rule != "number+noun":
        return value
    hundreds = (whole.low or 0) >= _HUNDRED and not (whole.low or 0) % _HUNDRED
    if {whole.slot, value.slot} != {"killed", "wounded"}:
        return value
    bare = (whole.low or 0) > _TEN and scan.key(node.j) not in _ONE and _are_bare(before, node)
    if not (hundreds or bare or _is_accusative(before, node)):
        return value
    most: Hedge = "indefinite" if whole.high is None else "at_most"
    before.value = msgspec.structs.replace(whole, low=None, hedge=most)
    node.rule = "both"
    return msgspec.structs.replace(
        value, low=None, high=whole.high, hedge=most, cls=whole.cls, actor=whole.actor,
        licensed=True,
    )  # fmt: skip


def _are_bare(*nodes: Node) -> bool:
    """Whether the heads of counts are singulars without the ending of the accusative (قتيل)."""
    heads = [next(part for part in node.parts if part.kind == NOUN_TAG) for node in nodes]
    return all(head.value.number == "sg" and not head.value.accusative for head in heads)


def _is_accusative(*nodes: Node) -> bool:
    """Whether the heads of counts are singulars in -ا (قتيلا)."""
    heads = (next(part for part in node.parts if part.kind == NOUN_TAG) for node in nodes)
    return all(head.value.accusative for head in heads)
