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
from waqai.annotate.people.stead import follows, is_named, joins_name
from waqai.annotate.people.tables import NOUN_TAG, particles
from waqai.annotate.people.tallies import are, tallied
from waqai.model.codes import Hedge
from waqai.text.clitics import Reading

# Counts back from آخرون among which its people were told of.
_INHERIT_REACH: Final = 2
# Tokens between people and the pronoun that takes them up in the same clause.
_RESUME_REACH: Final = 3
# Traits of nouns that stand for no single person whom a report counts with another.
_SINGLE: Final = frozenset(("group", "member", "body", "doubtful"))
# Ends of kin's nouns that are pronouns, or as good as any.
_HERS: Final = ("ه", "ها")
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
        before = found[-1] if found else None
        if before is not None and (_resumes(scan, before, node) or _repeats(scan, before, node)):
            continue
        if (
            before is not None
            and (hurt := fallen(scan, before, node) or carried(scan, before, node)) is not None
        ):
            before.value = hurt
            continue
        if (people := stated(scan, found, node)) is not None:
            people.value = msgspec.structs.replace(people.value, cls=node.value.cls)
            if not node.value.subset and scan.before(node.i, "people.subset") is None:
                continue
        if before is not None and _befell(scan, before, node):
            slot = node.value.slot
            before.value = node.value = msgspec.structs.replace(before.value, slot=slot)
            if node.rule != "fate+self":
                found.append(node)
            continue
        if before is not None and _are_named(scan, before, node):
            found[-1] = _sum(before, node, "names")
            continue
        if before is not None and (
            (_is_family(scan, before, node) and not _is_listed(scan, found, node))
            or _is_with(scan, before, node)
        ):
            found[-1] = _sum(before, node)
            continue
        if _is_with_him(scan, node):
            node = _with_him(node)
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
            _hedge_both(scan, before, node)
            _mix(scan, before, node)
        node.value = value
        found.append(node)
    for order, node in enumerate(found):
        for part in kinds(scan, node, found[order + 1 : order + 1 + KINDS]):
            part.value = msgspec.structs.replace(part.value, subset=True)
    return found


def _resumes(scan: Scan, before: Node, node: Node) -> bool:
    """10 أشخاص ألقي القبض عليهم: the pronoun stands for those just counted."""
    if (
        node.rule != "pronoun"
        or not node.parts[0].value.pronoun
        or node.i - before.j > _RESUME_REACH
    ):
        return False
    if STOPS.intersection(scan.keys[before.j : node.i]):
        return False
    # اعتقال فلان بعد الإفراج عنه: each befell him.
    context = scan.context(before.i)
    told = before.value.slot or (context.value.slot if context is not None else None)
    return told in (None, "protesters", node.value.slot)


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


def _is_family(scan: Scan, before: Node, node: Node) -> bool:
    """شخص ووالدته, امرأة وطفل, مغربي وجزائري: singles that reports count together."""
    quoted = (
        before.rule in ("name", "person") and scan.key(before.j) == '"' and node.i == before.j + 1
    )
    if not (is_joined(scan, before, node) or (quoted and node.skip)):
        return False
    if node.rule not in ("singular", "dual", "noun+number"):
        return False
    if node.value.low is None or node.value.high is None:
        return False
    if before.value.low is None or before.value.high is None:
        return False
    mine, others = _traits(node), _traits(before)
    if _is_kin(scan, node):
        return before.rule in ("singular", "dual", "family", "name", "person")
    if node.rule == "noun+number":
        return False
    if _are_singles(before, node):
        return True
    return "nation" in mine and "nation" in others and before.rule in ("singular", "family")


def _is_with(scan: Scan, before: Node, node: Node) -> bool:
    """مقتله مع أطفاله الستة, اعتقاله رفقة شقيقه: one told of whom it befell, and kin of his."""
    if before.rule != "pronoun" or scan.key(node.i - 1) not in particles("along"):
        return False
    doer = scan.actors.get(before.j)
    last = doer.j if doer is not None and doer.value.kind == "state_forces" else before.j
    told = (before.value.low, before.value.high, node.value.low, node.value.high)
    return last == node.i - 1 and None not in told and _is_kin(scan, node)


def _is_kin(scan: Scan, node: Node) -> bool:
    """Whether people are told of by whose they are: ووالدته, وطفلها."""
    value: Counted = node.value
    if "kin" in _traits(node) and (value.definite or value.noun.endswith(_HERS)):
        return True
    return bool(value.age) and _is_owned(scan, node)


def _is_listed(scan: Scan, found: Sequence[Node], node: Node) -> bool:
    """6 أطفال وامرأة ورجل: in a list whose members are told by their figures each is one of it; so
    are بينهم امرأة وأطفالها الثلاثة.
    """
    before = found[-1]
    if node.rule == "noun+number":
        return bool(before.value.subset)
    if _is_kin(scan, node):
        return False
    return before.rule == "singular" and len(found) > 1 and is_joined(scan, found[-2], before)


def _are_named(scan: Scan, before: Node, node: Node) -> bool:
    """اغتيال فلان وفلان: people named one by one behind the word of what befell them."""
    joined = follows(scan, before, node) and joins_name(scan, node)
    if not (joined and is_named(before) and is_named(node)):
        return False
    context = scan.context(scan.unquoted(before.i))
    return before.rule == "names" or (context is not None and context.value.slot in TAKEN)


def _is_with_him(scan: Scan, node: Node) -> bool:
    """قتل هو وزوجته: who was told of and his kin."""
    if scan.key(node.i - 1) not in ("هو", "هي") or node.rule not in ("singular", "family"):
        return False
    context = scan.context(node.i - 1)
    harmed = context is not None and context.value.slot is not None
    return harmed and node.skip > 0 and "kin" in _traits(node)


def _with_him(node: Node) -> Node:
    """The count of kin with the pronoun before it, which is one more."""
    value: Counted = node.value
    low = value.low + 1 if value.low is not None else None
    high = value.high + 1 if value.high is not None else None
    value = msgspec.structs.replace(value, low=low, high=high)
    return Node("count", node.i - 1, node.j, value, "family", node.parts)


def _is_owned(scan: Scan, node: Node) -> bool:
    """Whether the noun bears a pronoun: طفلها; طفله where the text writes طفلة with its dots."""
    if any(reading.suffix for reading in _readings(node)):
        return True
    return scan.key(node.j - 1).endswith("ه") and scan.dots() and not scan.is_feminine(node)


def _readings(node: Node) -> list[Reading]:
    """How the people nouns of a count are read."""
    heads = (part.reading for part in node.parts if part.kind == NOUN_TAG)
    return [reading for reading in heads if reading is not None]


def _are_singles(before: Node, node: Node) -> bool:
    """Whether two counts are of one kind of people named one by one: امرأة وطفل, not جندي ومدني.

    A dual is a figure of its own.
    """
    one, two = before.value, node.value
    if before.rule not in ("singular", "family") or node.rule != "singular":
        return False
    if one.definite or two.definite:
        return False
    if not any(reading.conj == "و" for reading in _readings(node)):
        return False
    traits = _traits(before) | _traits(node)
    if one.subset or one.slot or two.slot or _SINGLE & traits:
        return False
    if "title" in traits and two.cls != "security":
        return False
    classes = {one.cls, two.cls}
    return len(classes) == 1 or classes == {"civilian", "unknown"}


def _traits(node: Node) -> frozenset[str]:
    """Traits of the last people noun in a count."""
    for part in reversed(node.parts):
        if part.kind == NOUN_TAG:
            return frozenset(part.value.traits)
        if part.kind == "count":
            return _traits(part)
    return frozenset()


def _sum(before: Node, node: Node, rule: str = "family") -> Node:
    """One count of two joined ones."""
    one, two = before.value, node.value
    first = one.who[0] if one.who else before.i
    value = msgspec.structs.replace(
        one, low=one.low + two.low, high=one.high + two.high, who=(first, node.j),
        cls=one.cls if one.cls != "unknown" else two.cls, age=None, sex=None,
    )  # fmt: skip
    return Node("count", before.i, node.j, value, rule, (before, node), before.skip)


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
