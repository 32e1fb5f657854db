"""Counts that are one together: امرأة وطفلها, اغتيال فلان وفلان, هو وزوجته."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.befallen import TAKEN, is_joined
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.numbered import is_numbered, numbered
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.stead import follows, is_named, joins_name
from waqai.annotate.people.tables import NOUN_TAG, particles
from waqai.text.clitics import Reading

# Traits of nouns that stand for no single person whom a report counts with another.
_SINGLE: Final = frozenset(("group", "member", "body", "doubtful"))
# Ends of kin's nouns that are pronouns, or as good as any.
_HERS: Final = ("ه", "ها")


def together(scan: Scan, found: Sequence[Node], node: Node) -> Node | None:
    """One count of the one told last and another that says how many, or who, they are together."""
    before = found[-1]
    if is_numbered(scan, before, node):
        return numbered(before, node)
    if _are_named(scan, before, node):
        return _sum(before, node, "names")
    family = _is_family(scan, before, node) and not _is_listed(scan, found, node)
    return _sum(before, node) if family or _is_with(scan, before, node) else None


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


def is_with_him(scan: Scan, node: Node) -> bool:
    """قتل هو وزوجته: who was told of and his kin."""
    if scan.key(node.i - 1) not in ("هو", "هي") or node.rule not in ("singular", "family"):
        return False
    context = scan.context(node.i - 1)
    harmed = context is not None and context.value.slot is not None
    return harmed and node.skip > 0 and "kin" in _traits(node)


def with_him(node: Node) -> Node:
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
