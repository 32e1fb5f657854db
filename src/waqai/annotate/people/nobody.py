"""Nobody: لم يصب أحد, دون وقوع إصابات, لا ضحايا, بلا خسائر بشرية."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan, definite
from waqai.annotate.people.tables import CONTEXT_TAG, NOUN_TAG, particles
from waqai.model.codes import CountSlot

# How many tokens may stand between the negation and what is negated (لم ترد أنباء عن وقوع ...).
_REACH: Final = 8
# Words in the quotation marks of a name (لم تسفر مواجهات "الجلزون" عن إصابات).
_QUOTED: Final = 3
_BREAKS: Final = frozenset(
    (
        '"',
        "،",
        ",",
        ".",
        "؛",
        "\n",
        ":",
        "لكن",
        "بينما",
        "الا",
        "سوي",
        "غير",
        "حتي",
        "حيث",
        "فيما",
        "بل",
    )
)

_MEMBERS: Final = frozenset(("افراد", "اعضاء", "وافراد"))
_WHOLE: Final = frozenset(("جميع", "كل", "كافه"))
# دون أن يصاب بأذى.
_WITHOUT: Final = frozenset(("دون", "من"))
_CLAUSE: Final = frozenset(("،", ",", ".", "؛", "\n"))


def nobody(scan: Scan) -> list[Node]:
    """Counts of none, one for each noun of harm (and for أحد) under a negation."""
    if not scan.chart.of("people.negator"):
        return safe(scan)
    found = [
        _count(scan, noun, noun.value.slot, noun.value.lemma)
        for noun in scan.chart.of(NOUN_TAG)
        if _countable(scan, noun)
    ]
    found += [
        _count(scan, noun, slot, noun.value.lemma)
        for noun in scan.chart.of(NOUN_TAG)
        if noun.value.slot in (None, "protesters")
        and (slot := _any_slot(scan, noun) or _no_slot(scan, noun)) is not None
    ]
    found += [_unexposed(scan, negator) for negator in scan.chart.of("people.negator")]
    found += [_unhurt(scan, negator) for negator in scan.chart.of("people.negator")]
    found += [_count(scan, noun, "killed", "") for noun in scan.chart.of("people.lossless")]
    found += [_count(scan, noun, "arrested", "") for noun in scan.chart.of("people.seizures")]
    found += [
        _count(scan, noun, _verb_slot(scan, noun), "") for noun in scan.chart.of("people.anybody")
    ]
    return _in_turn([node for node in found if node is not None]) + safe(scan)


def safe(scan: Scan) -> list[Node]:
    """السفينة وطاقمها بخير: a crew or passengers who are told to be well are none of them hurt."""
    found = []
    for k in (k for k, key in enumerate(scan.keys) if key in particles("safe")):
        i = k - 1 - (scan.key(k - 1) in particles("all"))
        if scan.key(i) in particles("crew"):
            i -= scan.key(i - 1) in _MEMBERS
            i -= scan.key(i - 1).removeprefix("و") in _WHOLE
            value = Counted(0, 0, "none", "", "civilian", "wounded", licensed=True)
            found.append(Node("count", i, k + 1, value, "nobody", ()))
    return found


def _in_turn(found: list[Node]) -> list[Node]:
    """Of two harms under one negation (لم ترد أنباء عن سقوط قتلى أو جرحى) each by its own words."""
    for one, other in pairwise(sorted(found, key=lambda node: (node.i, node.j))):
        if one.i == other.i and one.j < other.j and one.value.slot != other.value.slot:
            other.i, other.skip = one.j, 0
    return found


def unheard(scan: Scan) -> set[int]:
    """Tokens of harm of which there is no news (دون أنباء عن ضحايا): neither people nor none."""
    if not (scan.chart.of("people.unheard") or scan.chart.of("people.undisclosed")):
        return set()
    nouns = [noun for noun in scan.chart.of(NOUN_TAG) if noun.value.slot is not None]
    nouns += scan.chart.of("people.lossless")
    return {k for noun in nouns if _is_unheard(scan, noun.i) for k in range(noun.i, noun.j)}


def _is_unheard(scan: Scan, i: int) -> bool:
    """Whether news that is denied stands before token i, in its clause."""
    for k in range(i - 1, max(i - 1 - _REACH, -1), -1):
        if _is_break(scan, k):
            return False
        if scan.tagged(k, "people.unheard") is not None:
            return _negator(scan, k) is not None
        if scan.key(k) in particles("announced") and scan.key(i - 1) in particles("of_harm"):
            return _negator(scan, k) is not None
    return False


def _is_break(scan: Scan, k: int) -> bool:
    """Whether no negation reaches over token k; it does over حتى الآن."""
    return scan.key(k) in _BREAKS and scan.key(k + 1) not in particles("now")


def _countable(scan: Scan, noun: Node) -> bool:
    """A noun of harm without article or figure: إصابات, ضحايا, أي قتلى."""
    person = noun.value
    if person.slot not in ("killed", "wounded", "arrested") or definite(noun):
        return False
    if person.number == "sg" and noun.reading is not None and noun.reading.prep:
        return False
    return noun.i not in scan.number_until and scan.key(noun.j) not in particles("more")


def _any_slot(scan: Scan, noun: Node) -> CountSlot | None:
    """What befell any of the people of a noun: لم يقتل أي جندي, لم يصب أي من ركابها."""
    i = noun.i - 1
    if scan.key(i) == "من" and definite(noun):
        i -= 1
    elif definite(noun):
        return None
    if scan.key(i) not in particles("any"):
        return None
    context = scan.context(i)
    slot: CountSlot | None = context.value.slot if context is not None else None
    return slot


def _no_slot(scan: Scan, noun: Node) -> CountSlot | None:
    """What did not befall people right behind the negation: عدم مقتل مدنيين."""
    context = scan.before(noun.i, CONTEXT_TAG)
    if context is None or noun.skip or definite(noun) or noun.value.number == "sg":
        return None
    if context.skip or not (
        scan.key(context.i - 1) in particles("none_of") or _is_denied(scan, context)
    ):
        return None
    slot: CountSlot | None = context.value.slot
    return slot


def _is_denied(scan: Scan, fall: Node) -> bool:
    """نفى المصدر سقوط مدنيين: somebody denies that any fell."""
    if scan.key(fall.i) not in particles("of_harm"):
        return False
    negator = _negator(scan, fall.i)
    return negator is not None and scan.key(negator.i) in particles("deny")


def _unhurt(scan: Scan, negator: Node) -> Node | None:
    """لم يصب بأذى, لم يصب الوزير بجروح: whoever is meant was not hurt."""
    that = scan.key(negator.i)[negator.skip :] in _WITHOUT and scan.key(negator.j) == "ان"
    verb = scan.tagged(negator.j + that, CONTEXT_TAG)
    if not (that or scan.key(negator.i)[negator.skip :] == "لم"):
        return None
    if verb is None or verb.value.slot != "wounded":
        return None
    if _is_all(scan, verb.j) and not _hits(verb):
        value = Counted(0, 0, "none", "", "unknown", "wounded", licensed=True)
        return Node("count", negator.i, verb.j, value, "nobody", (negator, verb), negator.skip)
    for k in range(verb.j, verb.j + _REACH):
        key = scan.key(k)
        if key in particles("unhurt"):
            harm = k + 2 if key == "باي" else k + 1
            value = Counted(0, 0, "none", "", "unknown", "wounded", licensed=True)
            return Node("count", negator.i, harm, value, "nobody", (negator, verb), negator.skip)
        other = k in scan.number_at or scan.tagged(k, "people.anybody") is not None
        if not key or key in _BREAKS or other:
            return None
    return None


def _unexposed(scan: Scan, negator: Node) -> Node | None:
    """لم يتعرض أي شخص للإصابة, دون أن يتعرض أحد لأذى: nobody met with harm."""
    verb = negator.j + (scan.key(negator.j) == "ان")
    if scan.key(verb) not in particles("exposed"):
        return None
    for k in range(verb + 1, verb + 1 + _REACH):
        if scan.key(k) in particles("exposed_to"):
            value = Counted(0, 0, "none", "", "unknown", "wounded", licensed=True)
            return Node("count", negator.i, k + 1, value, "nobody", (negator,), negator.skip)
        if not scan.key(k) or scan.key(k) in _BREAKS:
            return None
    return None


def _hits(verb: Node) -> bool:
    """لم يصبها: with an object it is told of what a shot hit."""
    return verb.reading is not None and bool(verb.reading.suffix)


def _is_all(scan: Scan, j: int) -> bool:
    """Whether nobody is told of between the verb and the end of its clause (لم يصب في الحادث)."""
    for k in range(j, j + _REACH):
        key = scan.key(k)
        if not key or key in _CLAUSE:
            return True
        named = k in scan.heads or k in scan.number_at or k in scan.actors
        if named or key in _BREAKS or scan.tagged(k, "people.anybody") is not None:
            return False
        if k == j and not (key in particles("before") or j in scan.dated):
            return False
    return False


def _verb_slot(scan: Scan, noun: Node) -> CountSlot | None:
    """What the verb before أحد negates (لم يصب أحد)."""
    context = scan.before(noun.i, CONTEXT_TAG)
    slot: CountSlot | None = context.value.slot if context is not None else None
    return slot


def _count(scan: Scan, noun: Node, slot: CountSlot | None, lemma: str) -> Node | None:
    """The count of none that begins at the negation, None where nothing negates the noun."""
    negator = _negator(scan, noun.i)
    if negator is None or slot is None or _is_unheard(scan, noun.i):
        return None
    if scan.key(noun.i - 1) in particles("amount"):
        return None
    value = Counted(0, 0, "none", lemma, "unknown", slot, licensed=True)
    return Node("count", negator.i, noun.j, value, "nobody", (negator, noun), negator.skip)


def _is_undisclosed(scan: Scan, k: int, i: int) -> bool:
    """Whether what is denied is the telling, at token k; of any at all (لم يعلن عن أي وفيات) it
    denies them.
    """
    if scan.tagged(k, "people.undisclosed") is None:
        return False
    return scan.key(k) not in particles("announced") or scan.key(i - 1) not in particles("any")


def _before_quoted(scan: Scan, k: int) -> int:
    """Token k, or the one before a name in quotation marks of which it closes the last."""
    if scan.key(k) != '"':
        return k
    opened = next((m for m in range(k - 2, k - 2 - _QUOTED, -1) if scan.key(m) == '"'), None)
    return k if opened is None else opened - 1


def _negator(scan: Scan, i: int) -> Node | None:
    """The negation that governs token i: none across a comma or a word of not knowing."""
    k = i
    while (k := _before_quoted(scan, k - 1)) > max(i - 1 - _REACH, -1):
        broken = _is_break(scan, k) and scan.key(k - 1) != "ولا"
        if broken or _is_undisclosed(scan, k, i):
            return None
        negator = scan.tagged(k, "people.negator")
        if negator is not None and "ك" not in scan.key(k)[: negator.skip]:
            unless = scan.key(k) == "لم" and scan.key(k - 1) == "ما"
            return None if unless or scan.key(negator.j) == "طيار" else negator
    return None
