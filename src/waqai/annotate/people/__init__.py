"""People of a report: how many, who they are, to which body they belong (nodes `count`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from waqai.annotate.actors.crowds import protests
from waqai.annotate.actors.seized import FEW
from waqai.annotate.chart import Chart, Node, longest
from waqai.annotate.people.bare import (
    counted_number,
    of_bare,
    of_body,
    of_cases,
    of_crowd,
    of_share,
    of_some,
)
from waqai.annotate.people.befallen import (
    befalls_both,
    dies_too,
    is_apart,
    is_wounded,
    lost_life,
    one_or_other,
    shared_by_two,
)
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.doers import act
from waqai.annotate.people.fates import of_fate
from waqai.annotate.people.freed import free
from waqai.annotate.people.generic import generic, of_them, ruled
from waqai.annotate.people.ill import sicken
from waqai.annotate.people.listed import lists
from waqai.annotate.people.losses import is_lost
from waqai.annotate.people.nobody import nobody, unheard
from waqai.annotate.people.nouns import kindred, of_noun
from waqai.annotate.people.others import of_as_many, of_nth, of_others
from waqai.annotate.people.participles import of_participle
from waqai.annotate.people.partitive import befell_of, of_side
from waqai.annotate.people.ranks import ranked
from waqai.annotate.people.relate import related
from waqai.annotate.people.resumed import resume
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.settle import settle
from waqai.annotate.people.stead import (
    of_name,
    of_owner,
    of_person,
    of_pronoun,
    of_those,
)
from waqai.annotate.people.stranger import of_stranger
from waqai.annotate.people.tables import (
    APART_TAG,
    CONTEXT_TAG,
    FATE_TAG,
    NOUN_TAG,
    entries,
    particles,
)
from waqai.annotate.people.tallies import tallies_of_whoever, tally_numbers
from waqai.annotate.people.targets import (
    breaks_down,
    discharge,
    is_aimed,
    is_mourner,
    is_spared,
    treat,
)
from waqai.lexicon.vocabulary import MapSource, Source

__all__ = ["Counted", "Scan", "annotate", "counted_number", "source"]

_ANCHORS: Final = (
    "actor.given",
    "people.one",
    APART_TAG,
    CONTEXT_TAG,
    FATE_TAG,
    "people.all_of",
    "people.some",
    "people.as_many",
    "people.others",
    "people.nth",
    "people.those",
    "people.some_of",
    "people.one_of",
)
# So many suspects who are arrested are still told of as persons.
_PAIR: Final = 2
_NO_WORDS: Final[Mapping[str, Node]] = MappingProxyType({})


def source() -> Source:
    """The words of this dimension."""
    return MapSource(entries())


def annotate(chart: Chart) -> None:
    """Add a `count` node, with a Counted as value, for each phrase that counts people.

    Runs after numbers, dates, places and actors, whose nodes it reads. The nodes do not overlap.
    """
    scan = Scan(chart, _ANCHORS)
    before: Node | None = None
    for node in related(scan, longest(_found(scan))):
        _befall(scan, before, node)
        _mean(scan, node)
        chart.add(node)
        before = node
    resume(scan, chart.of("count"))
    settle(scan, chart.of("count"))
    act(scan, chart.of("count"))
    free(scan, chart.of("count"))
    treat(scan, chart.of("count"))
    discharge(scan, chart.of("count"))
    sicken(scan, chart.of("count"))


def _found(scan: Scan) -> list[Node]:
    """All counts, those of nobody first; they may overlap."""
    none = nobody(scan)
    covered = {k for node in none for k in range(node.i, node.j)} | unheard(scan)
    for node in ruled(scan, none):
        covered.update(range(node.j, of_them(scan, node)))
        none.remove(node)
    covered |= kindred(scan) | generic(scan)
    counts = _in_order(scan, covered)
    covered.update(k for node in counts for k in range(node.i, node.j))
    counts += [counted_number(scan, number) for number in tally_numbers(scan, covered)]
    covered.update(k for node in counts for k in range(node.i, node.j))
    counts += tallies_of_whoever(scan, covered)
    return none + counts + lists(scan)


def _befall(scan: Scan, before: Node | None, node: Node) -> None:
    """Set what the words around a count say befell its people; `before` is the count before it."""
    context = scan.context(scan.unquoted(node.i))
    if context is not None:
        _befall_within(scan, before, node, context)
    elif (own := ranked(scan, node)) is not None:
        node.value = own
    elif before is not None and befalls_both(scan, before, node):
        node.value = msgspec.structs.replace(node.value, context=before.value.context)
    elif before is not None and dies_too(scan, before, node):
        node.value = msgspec.structs.replace(node.value, slot="killed", context="killed")
    elif node.rule == "noun+number" and (verb := befell_of(scan, node)) is not None:
        node.value = msgspec.structs.replace(node.value, context=verb.value.slot)
    elif is_lost(scan, node):
        node.value = msgspec.structs.replace(node.value, context="killed")
    elif breaks_down(scan, node):
        node.value = msgspec.structs.replace(node.value, context="wounded")


def _befall_within(scan: Scan, before: Node | None, node: Node, context: Node) -> None:
    """The same for a count behind a word after which people stand."""
    slot = context.value.slot
    if is_apart(scan, context, node):
        slot = None
    elif is_spared(scan, context, node):
        slot = None
        node.value = msgspec.structs.replace(node.value, acts=True)
    elif slot == "missing" and lost_life(scan, context, node):
        slot = "killed"
    elif slot == "killed" and (is_aimed(scan, context, node) or is_mourner(scan, context, node)):
        slot = None
    elif slot is None and before is not None and befalls_both(scan, before, node):
        slot = before.value.context
    node.value = msgspec.structs.replace(node.value, context=slot)
    if slot == "killed" and is_wounded(node):
        node.value = msgspec.structs.replace(node.value, slot=slot)
    node.value = shared_by_two(scan, context, node.value)
    node.value = one_or_other(scan, node, slot)


def _mean(scan: Scan, node: Node) -> None:
    """Set which people are meant where what they do or bear tells it."""
    if _protests(scan.chart, node):
        node.value = msgspec.structs.replace(node.value, cls="protester", kind=None)
    elif _held(node) or _tried(scan, node):
        node.value = msgspec.structs.replace(node.value, kind="person")
    elif _victim(scan, node):
        node.value = msgspec.structs.replace(node.value, kind=None)


# Words between people and what tells that they are tried.
_CHARGED: Final = 7


def _held(node: Node) -> bool:
    """Whether counted people are a few of whom no more is told, or one of no body, who are
    arrested: أربعة رجال، متشدد، طالبة.
    """
    counted: Counted = node.value
    if counted.slot or counted.actor or counted.context != "arrested":
        return False
    if counted.kind is not None:
        return counted.kind == "unknown" and counted.high == _PAIR
    if counted.cls in ("militant", "civilian"):
        return counted.high == 1 and (counted.cls == "militant" or node.rule != "one+plural")
    return counted.cls == "unknown" and counted.high is not None and 1 <= counted.high <= FEW


def _tried(scan: Scan, node: Node) -> bool:
    """Whether a few of whom no more is told are behind them told to be charged or convicted."""
    counted: Counted = node.value
    if counted.slot or counted.actor or counted.kind or counted.cls != "unknown":
        return False
    few = counted.high is not None and counted.high <= FEW
    return few and not particles("charged").isdisjoint(scan.keys[node.j : node.j + _CHARGED])


def _victim(scan: Scan, node: Node) -> bool:
    """Whether one told of by a nationality alone is harmed: قتلت القوات فلسطينيا."""
    counted: Counted = node.value
    if counted.kind != "person" or counted.context not in ("killed", "wounded"):
        return False
    noun = scan.tagged(node.i, NOUN_TAG)
    return noun is not None and "nation" in noun.value.traits


def _protests(chart: Chart, node: Node) -> bool:
    """Whether counted people whose class no word tells are told to protest, and nothing else."""
    counted: Counted = node.value
    if counted.who is None or counted.cls not in ("unknown", "civilian"):
        return False
    if not {counted.slot, counted.context} <= {None, "protesters"}:
        return False
    return counted.high != 1 and protests(chart, *counted.who, counted.who_skip)


def _in_order(scan: Scan, covered: set[int]) -> list[Node]:
    """Counts from left to right; a noun inside a phrase already read makes none of its own."""
    found: list[Node] = []
    end = 0
    for i in _starts(scan):
        if i < end or i in covered:
            continue
        node = _at(scan, i, found[-1] if found else None)
        if node is None or (found and node.i < found[-1].j and not _yields(found, node)):
            continue
        found.append(node)
        end = node.j
    return found


def _starts(scan: Scan) -> list[int]:
    """Tokens at which a count may be anchored."""
    return sorted({*scan.heads, *scan.number_at, *scan.actors, *scan.words})


def _yields(found: list[Node], node: Node) -> bool:
    """Drop counts of a number alone that a later noun takes as its figure."""
    while found and node.i < found[-1].j and found[-1].rule in ("bare", "number+pronoun"):
        found.pop()
    return not found or node.i >= found[-1].j


def _at(scan: Scan, i: int, previous: Node | None) -> Node | None:
    """The count that token i gives rise to."""
    head = scan.heads.get(i)
    if head is not None and _free(scan, head):
        node = of_noun(scan, head, previous)
        if node is not None:
            return node
    words = scan.words.get(i, _NO_WORDS)
    if (others := words.get("people.others")) is not None:
        return of_others(scan, others)
    if (number := scan.number_at.get(i)) is not None:
        return (
            of_body(scan, number)
            or of_participle(scan, number)
            or of_pronoun(scan, i, previous)
            or of_cases(scan, number, previous)
            or of_side(scan, number, previous)
            or of_bare(scan, number, previous)
            or of_share(scan, number, previous)
            or of_crowd(scan, number)
        )
    if (actor := scan.actors.get(i)) is not None:
        return of_person(scan, actor, previous)
    return _of_words(scan, i, words, previous) if words else None


def _of_words(scan: Scan, i: int, words: Mapping[str, Node], previous: Node | None) -> Node | None:
    """The count that the words at token i give rise to."""
    if (given := words.get("actor.given")) is not None and i not in scan.inner:
        return of_name(scan, given, previous)
    few = words.get("people.one") or words.get("people.some")
    if few is not None and (node := of_participle(scan, few)) is not None:
        return node
    if (those := words.get("people.those")) is not None:
        return of_those(scan, those)
    if (same := words.get("people.as_many")) is not None:
        return of_as_many(scan, same, previous)
    if (nth := words.get("people.nth")) is not None:
        return of_nth(scan, nth)
    if (some := words.get("people.all_of")) is not None and (node := of_some(scan, some, previous)):
        return node
    if (fate := words.get(FATE_TAG)) is not None and (node := of_fate(scan, fate)):
        return node
    return of_owner(scan, i) or of_pronoun(scan, i, previous) or of_stranger(scan, i)


def _is_harmed(scan: Scan, head: Node, place: Node) -> bool:
    """Whether a word that could be a place stands behind one of harm (مقتل حارسين, قتل مهاجران)."""
    prison = head.value.lemma == "معتقل"
    if head.skip or head.i != place.i or not (prison or head.value.number == "du"):
        return False
    context = scan.before(head.i, CONTEXT_TAG)
    return context is not None and context.value.slot in ("killed", "wounded", "arrested")


def _free(scan: Scan, head: Node) -> bool:
    """Whether a people noun is no part of a name (حزب العمال, حركة الشباب, وزارة شؤون الأسرى)."""
    outer = scan.inner.get(head.i)
    if outer is None or (head.skip and outer.kind == "actor" and outer.value.kind == "person"):
        return True
    if outer.kind == "place" and _is_harmed(scan, head, outer):
        return True
    if head.skip or not (head.value.bare or outer.kind == "actor"):
        return False
    counted = scan.number_until.get(head.i) or scan.before(head.i, "people.some")
    return counted is not None or scan.before(head.i, "people.one") is not None
