"""How counts hang together: subsets, shared figures, running totals, killed and wounded in one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.bare import after_bare
from waqai.annotate.people.befallen import ENDS, KINDS, STOPS, TAKEN, is_joined, kinds
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.stead import follows, is_named, joins_name
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG, particles
from waqai.model.codes import Hedge
from waqai.text.clitics import Reading

# Counts back from آخرون among which its people were told of.
_INHERIT_REACH = 2
# Tokens between people and the pronoun that takes them up in the same clause.
_RESUME_REACH = 3
# Traits of nouns that stand for no single person whom a report counts with another.
_SINGLE = frozenset(("group", "member", "body", "doubtful"))
# Tokens between a person and a verb that tells what befell him, and words that take up another.
_FATE_REACH = 10
_SPEAKERS = frozenset(("انه", "انها", "بانه", "بانها", "لانه", "حيث", "وانه", "ثم"))
# What a round number of hundreds counts is a genitive (مئة قتيل وجريح).
_HUNDRED = 100
# Tokens from عدد القتلى to its figure.
_TALLY_REACH = 20
_SUM_REACH = 4
# What may stand between the hurt and how many they are.
_ARE = frozenset(("هم", ":"))
_SUMS = ("الحصيله", "العدد")


def related(scan: Scan, counts: Sequence[Node]) -> list[Node]:
    """The counts with what their neighbours say of them; in order."""
    found: list[Node] = []
    for node in counts:
        before = found[-1] if found else None
        if before is not None and (_resumes(scan, before, node) or _repeats(scan, before, node)):
            continue
        if before is not None and _befell(scan, before, node):
            slot = node.value.slot
            before.value = node.value = msgspec.structs.replace(before.value, slot=slot)
            found.append(node)
            continue
        if before is not None and _are_named(scan, before, node):
            found[-1] = _sum(before, node, "names")
            continue
        if before is not None and _is_family(before, node):
            found[-1] = _sum(before, node)
            continue
        if _is_with_him(scan, node):
            node = _with_him(node)
        value: Counted = node.value
        if _is_subset(scan, node, before):
            value = msgspec.structs.replace(value, subset=True)
        if value.others:
            value = _inherited(value, found)
        if before is not None:
            value = _shared(before, node, value)
            value = _both(before, node, value)
            value = _between(scan, before, node, value, found)
            value = _tallied(scan, before, node, value)
            value = _are(scan, before, node, value)
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
    return not STOPS.intersection(scan.keys[before.j : node.i])


def _repeats(scan: Scan, before: Node, node: Node) -> bool:
    """القتيل الذي قضى: the verb says of those just counted what was said already."""
    if node.rule == "fate+self":
        near = node.i - before.j <= _FATE_REACH and before.value.low == node.value.low
        return near and not ENDS.intersection(scan.keys[before.j : node.i])
    if node.rule == "fate+told":
        return not ENDS.intersection(scan.keys[before.j : node.i])
    if node.rule != "fate" or node.i - before.j > _RESUME_REACH:
        return False
    context = scan.context(before.i)
    told = before.value.slot or (context.value.slot if context is not None else None)
    return bool(told == node.value.slot)


def _befell(scan: Scan, before: Node, node: Node) -> bool:
    """رجل في السبعين من عمره توفي, سيدة أصيبت: the verb says what befell those just counted."""
    person: Counted = before.value
    if node.rule != "fate" or node.i - before.j > _FATE_REACH or person.low != person.high:
        return False
    if person.low != node.value.low or person.others or person.slot is not None:
        return False
    context = scan.context(before.i)
    if context is not None and context.value.slot is not None:
        return False
    if (node.value.sex == "f") != (person.sex == "f"):
        return False
    return (ENDS | particles("opener") | _SPEAKERS).isdisjoint(scan.keys[before.j : node.i])


def _is_family(before: Node, node: Node) -> bool:
    """شخص ووالدته, امرأة وطفل, مغربي وجزائري: singles that reports count together."""
    if not is_joined(before, node) or node.rule not in ("singular", "dual", "noun+number"):
        return False
    if node.value.low is None or node.value.high is None:
        return False
    if before.value.low is None or before.value.high is None:
        return False
    mine, others = _traits(node), _traits(before)
    kin = "kin" in mine and (node.value.definite or node.value.noun.endswith("ه"))
    if kin or (node.value.age and _is_owned(node)):
        return before.rule in ("singular", "dual", "family")
    if node.rule == "noun+number":
        return False
    if _are_singles(before, node):
        return True
    return "nation" in mine and "nation" in others and before.rule in ("singular", "family")


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


def _is_owned(node: Node) -> bool:
    """Whether the noun bears a pronoun: طفلها."""
    return any(reading.suffix for reading in _readings(node))


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


def _inherited(value: Counted, found: Sequence[Node]) -> Counted:
    """آخرون are of the class of the people told of last, who were no attackers."""
    for node in reversed(found[-_INHERIT_REACH:]):
        told: Counted = node.value
        if told.cls != "unknown" and not told.subset and told.licensed:
            if told.cls == "militant" and told.low == 1 and not told.actor:
                continue
            return msgspec.structs.replace(value, cls=told.cls, noun=told.noun, actor=told.actor)
    return value


def _is_subset(scan: Scan, node: Node, before: Node | None) -> bool:
    """After بينهم, or joined to a count that is."""
    if scan.before(node.i, "people.subset") is not None or node.rule == "number+subset":
        return True
    return before is not None and before.value.subset and is_joined(before, node)


def _shared(before: Node, node: Node, value: Counted) -> Counted:
    """عشرات القتلى والجرحى: the open figure goes for both."""
    if not (is_joined(before, node) and value.definite and node.rule == "plural"):
        return value
    if before.value.hedge != "indefinite" or before.rule == "plural":
        return value
    return msgspec.structs.replace(
        value, low=before.value.low, high=before.value.high, hedge=before.value.hedge,
        licensed=True,
    )  # fmt: skip


def _both(before: Node, node: Node, value: Counted) -> Counted:
    """30 قتيلا وجريحا: at most so many of each; a figure above ten, which the singular follows."""
    whole = before.value
    if not is_joined(before, node) or node.rule != "singular" or before.rule != "number+noun":
        return value
    hundreds = (whole.low or 0) >= _HUNDRED and not (whole.low or 0) % _HUNDRED
    if {whole.slot, value.slot} != {"killed", "wounded"}:
        return value
    if not (_is_accusative(before, node) or hundreds):
        return value
    most: Hedge = "indefinite" if whole.high is None else "at_most"
    before.value = msgspec.structs.replace(whole, low=None, hedge=most)
    node.rule = "both"
    return msgspec.structs.replace(
        value, low=None, high=whole.high, hedge=most, cls=whole.cls, actor=whole.actor,
        licensed=True,
    )  # fmt: skip


def _is_accusative(*nodes: Node) -> bool:
    """Whether the heads of counts are singulars in -ا (قتيلا)."""
    heads = (next(part for part in node.parts if part.kind == NOUN_TAG) for node in nodes)
    return all(head.value.accusative for head in heads)


def _between(
    scan: Scan, before: Node, node: Node, value: Counted, found: Sequence[Node]
) -> Counted:
    """12 جنديا بين قتيل وجريح: at most so many of each."""
    if node.rule != "singular" or value.slot not in (None, "killed", "wounded"):
        return value
    whole = before
    if is_joined(before, node) and before.rule == "between" and len(found) > 1:
        whole = found[-2]
    elif scan.key(node.i - 1) not in ("بين", "ما") or node.i - before.j > 3:
        return value
    high = whole.value.high
    node.rule = "between"
    return msgspec.structs.replace(
        value, low=None, high=high, hedge="at_most" if high else "indefinite",
        cls=whole.value.cls, actor=whole.value.actor, noun=whole.value.noun, who=whole.value.who,
        who_skip=whole.value.who_skip, licensed=True,
    )  # fmt: skip


def _tallied(scan: Scan, before: Node, node: Node, value: Counted) -> Counted:
    """ارتفاع عدد القتلى إلى 45 شخصا: the figure is of what the total is of."""
    if value.slot is not None or value.low is None or node.rule in ("singular", "dual"):
        return value
    total = before.value
    if total.slot is None or total.low is not None:
        return value
    if node.i - before.j > _TALLY_REACH or not _opens_tally(scan, before):
        return value
    between = scan.keys[before.j : node.i]
    if not particles("reach").intersection(between) or "\n" in between or "." in between:
        return value
    return msgspec.structs.replace(value, slot=total.slot, licensed=True)


def _are(scan: Scan, before: Node, node: Node, value: Counted) -> Counted:
    """المصابون ثلاثة مدنيين, القتلى هم 5 أطفال: so many they are; of some (بين القتلى 3 نساء)."""
    told: Counted = before.value
    if told.slot is None or told.low is not None or not told.definite or before.rule != "plural":
        return value
    if value.slot or value.low is None or node.skip or not node.rule.startswith("number"):
        return value
    if not _ARE.issuperset(scan.keys[before.j : node.i]) or node.i - before.j > 1:
        return value
    among = scan.key(before.i - 1).removeprefix("و") == "بين"
    return msgspec.structs.replace(value, slot=told.slot, subset=value.subset or among)


def _opens_tally(scan: Scan, node: Node) -> bool:
    """Whether عدد or حصيلة stands before a count."""
    return scan.before(node.i, "people.tally") is not None


def tally_numbers(scan: Scan, covered: set[int]) -> list[Node]:
    """Numbers without a noun that a running total leads to (ارتفاع عدد القتلى إلى 45)."""
    found = []
    for tally in scan.chart.of("people.tally"):
        noun = scan.tagged(tally.j, NOUN_TAG)
        if noun is None:
            number = _sum_told(scan, tally)
            if number is not None and number.i not in covered:
                found.append(number)
            continue
        j = noun.j
        while (further := scan.tagged(j, NOUN_TAG)) is not None and not further.skip:
            j, noun = further.j, further if further.value.slot else noun
        harmed = noun.value.slot is not None or _are_harmed(scan, j)
        number = _tally_figure(scan, j) if harmed else scan.number_at.get(j)
        if number is not None and number.i not in covered:
            found.append(number)
    return found


def _are_harmed(scan: Scan, j: int) -> bool:
    """Whether الذين and what befell them follow (عدد المسلحين الذين قتلهم الجيش)."""
    verb = scan.tagged(j + 1, CONTEXT_TAG) if scan.key(j) in ("الذين", "ممن") else None
    return verb is not None and verb.value.slot is not None


def _sum_told(scan: Scan, tally: Node) -> Node | None:
    """لترتفع الحصيلة إلى 12: the figure of a total whose people were told of before."""
    if tally.j - tally.i != 1 or scan.key(tally.i)[tally.skip :] not in _SUMS:
        return None
    if "رتفع" not in scan.key(tally.i - 1):
        return None
    number = _tally_figure(scan, tally.j)
    if number is None or number.i - tally.j > _SUM_REACH:
        return None
    return number if not scan.key(number.j) or scan.key(number.j) in after_bare() else None


def _tally_figure(scan: Scan, i: int) -> Node | None:
    """The first number after token i that a word of reaching stands before."""
    reached = False
    for k in range(i, min(i + _TALLY_REACH, len(scan.keys))):
        key = scan.key(k)
        if key in ("\n", ".", "؛"):
            return None
        reached = reached or key in particles("reach")
        number = scan.number_at.get(k)
        if number is not None and (reached or number.skip or k == i):
            return number
    return None
