"""What befell people of whom the words right before them do not tell: joined ones, kinds, lives."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.bare import is_besides
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, FATE_TAG, NOUN_TAG, particles
from waqai.model.codes import CountSlot, Hedge

# What befalls people whom reports count one by one.
TAKEN: Final = frozenset(("killed", "wounded", "arrested", "abducted", "released"))
STOPS: Final = frozenset(("،", ",", ".", "؛", "\n", "و"))
ENDS: Final = frozenset((".", "؛", "\n"))
# Tokens between people and the life that they lost, or others joined to them.
_LIFE_REACH: Final = 5
_NEAR: Final = 3
# The same to those told of besides them.
_BESIDES: Final = 8
_LOST: Final = ("فقد", "فقدت", "فقدان")


def shared_by_two(scan: Scan, context: Node, value: Counted) -> Counted:
    """مقتل وإصابة 25, مقتل أو اعتقال 20: at most so many of each."""
    i = context.i
    joined = context.skip > 0
    if scan.key(i - 1) in ("او", "و"):
        i, joined = i - 1, True
    first = scan.before(i, CONTEXT_TAG) or _before_doer(scan, i)
    if not joined or first is None or value.low is None or value.hedge == "none":
        return value
    words = {node.rule.partition(":")[2] for node in (first, context)}
    if not (words <= particles("deed") or words <= particles("acted")):
        return value
    if first.rule.partition(":")[2] in particles("done") and not _opens(scan, first.i, value):
        return value
    if first.cut or first.value.slot == context.value.slot or _befell_in_turn(first, value):
        return value
    most: Hedge = "indefinite" if value.high is None else "at_most"
    return msgspec.structs.replace(value, low=None, hedge=most)


def _before_doer(scan: Scan, i: int) -> Node | None:
    """قتلت القوات وأسرت 22: the verb before who does both; مسلحا is whom the first befell."""
    doer = scan.actor_until.get(i)
    people = scan.heads.get(doer.i) if doer is not None else None
    if people is not None and people.value.accusative:
        return None
    verb = scan.before(doer.i, CONTEXT_TAG) if doer is not None and not doer.skip else None
    did = verb is not None and verb.rule.partition(":")[2] in particles("acted")
    return verb if did else None


def one_or_other(scan: Scan, node: Node, slot: CountSlot | None) -> Counted:
    """قتل 20 مسلحا أو تم أسرهم: at most so many of each."""
    value: Counted = node.value
    j = node.j + 1 + (scan.key(node.j + 1) in particles("carried_out"))
    deed = scan.tagged(j, CONTEXT_TAG) if scan.key(node.j) == "او" else None
    other = deed is not None and deed.value.slot in TAKEN and deed.value.slot != slot
    if not other or slot not in TAKEN or value.low is None or value.high == 1:
        return value
    most: Hedge = "indefinite" if value.high is None else "at_most"
    return msgspec.structs.replace(value, low=None, hedge=most)


def _befell_in_turn(first: Node, value: Counted) -> bool:
    """اختطاف وقتل شيخين, اعتقال وإصابة شاب: who was abducted first, or one alone, met with both."""
    return first.value.slot == "abducted" or value.high == 1


def _opens(scan: Scan, i: int, value: Counted) -> bool:
    """Whether a verb opens its clause, so that its subject follows, and no other one's (رجل قتل
    وأصيب آخر).
    """
    opens = scan.opens_sentence(i) or scan.key(i - 1) in STOPS | particles("clause")
    return opens and not value.others


def befalls_both(scan: Scan, before: Node, node: Node) -> bool:
    """إصابة امرأتين وطفلين, مقتل امرأة وجرح ..., وامرأة أخرى: what befell the first befell both.

    Another of the same noun may stand behind a comma; no verb of harm follows of its own.
    """
    told: Counted = before.value
    value: Counted = node.value
    if told.context not in TAKEN or value.slot is not None or value.subset != told.subset:
        return False
    if value.low is None:
        return False
    if is_besides(scan, node.i) and is_more(scan, before, node.i):
        return not value.definite or value.high == 1
    if node.rule == "names" and value.low == 1:
        return True
    if before.j == node.i - 1 and scan.key(before.j) in particles("along"):
        return _are_kin(node)
    if not _is_led_by_waw(scan, node) or (value.definite and not _are_kin(node)):
        return False
    if _is_told_behind(scan, node):
        return False
    if is_joined(scan, before, node):
        return True
    more = scan.key(node.j - 1) in particles("more") or scan.key(node.j) in particles("more")
    another = more and value.noun != "" and value.noun == told.noun
    return another and ENDS.isdisjoint(scan.keys[before.j : node.i])


def is_more(scan: Scan, before: Node, i: int) -> bool:
    """Whether people at token i, behind إلى جانب or the like, are told of as more of those before,
    whom something befell: مقتل خمسة أشخاص بالإضافة إلى المهاجم.
    """
    told: Counted = before.value
    near = i - before.j <= _BESIDES and ENDS.isdisjoint(scan.keys[before.j : i])
    context = scan.context(before.i)
    slot = told.slot or (context.value.slot if context is not None else told.context)
    return near and slot in TAKEN and not told.subset


def _is_told_behind(scan: Scan, node: Node) -> bool:
    """Whether a verb of harm right behind people is theirs; one with و opens a clause of others."""
    told = scan.tagged(node.j, CONTEXT_TAG) or scan.tagged(node.j, FATE_TAG)
    return told is not None and scan.key(told.i)[: told.skip] != "و"


def is_apart(scan: Scan, context: Node, node: Node) -> bool:
    """إخلاء سبيلهم وطالب الدفاع: the pronoun is of whom it befell; و joins nobody but their kin."""
    bound = context.value.pronoun or (context.reading is not None and context.reading.suffix)
    joined = node.skip > 0 and scan.key(node.i)[: node.skip].startswith("و")
    return bool(bound) and joined and context.j == node.i and not _are_kin(node)


def _are_kin(node: Node) -> bool:
    """Whether people are told of by whose they are: (مقتل ثلاثة أطفال) ووالدتهم."""
    heads = [part for part in node.parts if part.kind == NOUN_TAG]
    return bool(heads) and all(
        (head.value.age or "kin" in head.value.traits)
        and head.reading is not None
        and (head.reading.suffix != "" or _is_kin_of_his(head))
        for head in heads
    )


def _is_kin_of_his(head: Node) -> bool:
    """عمه, ابنه: kin whose ه the table takes for a letter."""
    return "kin" in head.value.traits and head.value.lemma.endswith("ه")


def is_wounded(node: Node) -> bool:
    """Whether some of the wounded are counted: أحد الجرحى."""
    return node.rule == "one+plural" and node.value.slot == "wounded" and node.value.definite


def dies_too(scan: Scan, before: Node, node: Node) -> bool:
    """استشهاد سائق السيارة وأحد الجرحى: it befell one too whose wounds were told of."""
    near = node.skip > 0 and STOPS.isdisjoint(scan.keys[before.j : node.i])
    near = near and node.i - before.j <= _NEAR
    return near and before.value.context == "killed" and is_wounded(node)


def lost_life(scan: Scan, context: Node, node: Node) -> bool:
    """فقدان ثلاثة مدنيين من القرية حياتهم: who lost it is dead, as are kin whom one lost."""
    if _are_kin(node) and not node.skip and context.rule.partition(":")[2] in _LOST:
        return True
    near = scan.keys[node.j : node.j + _LIFE_REACH]
    end = next((n for n, key in enumerate(near) if key in STOPS), len(near))
    return not particles("life").isdisjoint(near[:end])


def is_joined(scan: Scan, before: Node, node: Node) -> bool:
    """Whether a count is joined by و to the one right before it, on its word or by itself (و4)."""
    if before.j == node.i:
        return node.skip > 0
    return before.j == node.i - 1 and scan.key(before.j) == "و"


def _is_led_by_waw(scan: Scan, node: Node) -> bool:
    """Whether و stands before a count, on its word or by itself."""
    return (node.skip > 0 and scan.key(node.i).startswith("و")) or scan.key(node.i - 1) == "و"
