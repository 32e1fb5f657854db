"""Which reading of a word is the trigger, if any: verb or masdar, voice, vetoes, special types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.setting import Setting, keys_of, retypes
from waqai.annotate.triggers.veto import vetoed
from waqai.annotate.triggers.words import HEAD_TAG, SUPPORT_TAG, WORD_TAG
from waqai.model.codes import EventType

SENSE_KIND: Final = "trigger.sense"
# Words that may stand between a verb and the rest of its phrase: its subject.
_APART: Final = 10
# Words of an aside between two commas (ألقت الشرطة، مساء الأحد، القبض على).
_ASIDE: Final = 6
# Pronouns of the first and second person: قتلى is no قتلي (my killing).
_SPEAKER: Final = ("ي", "ك", "كم")
_DAMMA: Final = "\u064f"
_RANK: Final = {"strong": 0, "result": 1, "weak": 2, "support": 3}
_MARKS: Final = frozenset("،,؛;:.!?؟\n")
_COMMAS: Final = frozenset("،,")


def candidates(chart: Chart, setting: Setting) -> Iterator[Node]:
    """Nodes of SENSE_KIND for every reading that its surroundings allow, special types given.

    A phrase whose parts stand apart has a node over its verb, with the rest as a part.
    """
    alike = {leaf.i for leaf in chart.of(WORD_TAG) if leaf.value.sense is None}
    alike |= _in_names(chart)
    for leaf in chart.of(WORD_TAG):
        if leaf.i in alike and leaf.j == leaf.i + 1:
            continue
        if (sense := _allowed(chart, leaf)) is not None:
            yield from _special(setting, leaf, leaf.j, sense, ())
    for leaf in chart.of(HEAD_TAG):
        yield from _phrase(chart, setting, leaf)


def _in_names(chart: Chart) -> set[int]:
    """The tokens within names of bodies that a table knows: جيش التحرير, فرقة الأبحاث والتفتيش."""
    inside: set[int] = set()
    for node in chart.of("actor"):
        for part in (node, *node.parts):
            if _is_name(part):
                inside.update(range(part.i + 1, part.j))
    return inside


def _is_name(part: Node) -> bool:
    """Whether a part of an actor's naming is a body's own name, or the noun of a state's body."""
    if part.kind == "actor.head":
        return bool(part.value.cls == "organ")
    return part.kind == "actor" and part.rule == "actor.row" and part.value.kind != "person"


def support(chart: Chart) -> Iterator[Node]:
    """Nodes of SENSE_KIND for light verbs (شن, نفذ, وقع)."""
    for leaf in chart.of(SUPPORT_TAG):
        if (sense := _allowed(chart, leaf)) is not None:
            yield _node(leaf, leaf.j, sense, ())


def _phrase(chart: Chart, setting: Setting, leaf: Node) -> Iterator[Node]:
    """The phrase that a head verb opens, where its rest follows."""
    rest = _rest(chart, leaf)
    sense = _allowed(chart, leaf) if rest is not None else None
    if rest is None or sense is None:
        return
    near = rest.i == leaf.j
    yield from _special(setting, leaf, rest.j if near else leaf.j, sense, () if near else (rest,))


def _rest(chart: Chart, leaf: Node) -> Node | None:
    """The rest of a phrase after its verb, at once or after its subject."""
    keys, rests = chart.doc.keys, leaf.value.rests
    reach = _APART if leaf.value.apart else 1
    # Most verbs that can open a phrase open none: no word of it stands anywhere near.
    if rests.keys().isdisjoint(keys[leaf.j : leaf.j + reach + _ASIDE + 2]):
        return None
    for k in _ahead(keys, leaf.j, reach):
        for words in rests.get(keys[k], ()):
            j = k + 1 + len(words)
            if tuple(keys[k + 1 : j]) == words:
                return Node("trigger.rest", k, j, None, leaf.rule)
    return None


def _ahead(keys: list[str], first: int, reach: int) -> Iterator[int]:
    """The tokens from `first` on, at most `reach`, up to a mark; one aside in commas is skipped."""
    k, skipped = first, False
    for _ in range(reach):
        if not skipped and k < len(keys) and keys[k] in _COMMAS:
            aside = range(k + 2, min(k + 2 + _ASIDE, len(keys)))
            k = next((m + 1 for m in aside if keys[m] in _COMMAS), k)
            skipped = True
        if k >= len(keys) or keys[k] in _MARKS:
            return
        yield k
        k += 1


def _allowed(chart: Chart, leaf: Node) -> Sense | None:
    """The sense as the words before and the marks on the word have it, None where it cannot be."""
    sense: Sense | None = leaf.value.sense
    if sense is None or (leaf.reading is not None and leaf.reading.suffix in _SPEAKER):
        return None
    if sense.pos != "verb":
        return sense
    jussive = leaf.value.jussive
    before = chart.doc.keys[leaf.i - 1] if leaf.i else ""
    if before in keys_of("preposition"):
        return None
    if jussive and before not in keys_of("lam") and not (leaf.reading and leaf.reading.prep):
        return None
    if leaf.reading is not None and leaf.reading.prep == "س" and sense.tense != "present":
        return None
    if sense.voice == "either" and _marked_passive(chart, leaf):
        sense = sense.copy()
        sense.voice = "passive"
    return sense


def _marked_passive(chart: Chart, leaf: Node) -> bool:
    """Whether a damma is written on the first letter of the verb (قُتل, يُقتل)."""
    start = chart.doc.tokens.inside(leaf.i, leaf.skip)
    return chart.doc.text[start + 1 : start + 2] == _DAMMA


def _special(
    setting: Setting, leaf: Node, j: int, sense: Sense, parts: tuple[Node, ...]
) -> Iterator[Node]:
    """The node of a reading, unless vetoed, with its special type."""
    if sense.type is None:
        return
    end = parts[-1].j if parts else j
    if vetoed(setting, leaf, j, end, sense):
        return
    kind = _retyped(setting, leaf, end, sense)
    if kind != sense.type:
        sense = sense.copy()
        sense.type = kind
        if kind == "seizure":
            sense.slot = None
    yield _node(leaf, j, sense, parts)


def _node(leaf: Node, j: int, sense: Sense, parts: tuple[Node, ...]) -> Node:
    cut = leaf.cut if j == leaf.j else 0
    return Node(SENSE_KIND, leaf.i, j, sense, leaf.rule, parts, leaf.skip, cut, leaf.reading)


def _retyped(setting: Setting, leaf: Node, j: int, sense: Sense) -> EventType | None:
    """The special type that a word of means beside the trigger gives it, else its own."""
    result = sense.strength == "result" and sense.type == "attack"
    rows = retypes().get("result" if result else sense.type or "", ())
    if rows and setting.means:
        first, last = setting.bounds(leaf.i)
        phrase = " " in sense.lemma
        for row in rows:
            # A phrase tells its type itself, unless a row names it.
            if phrase if not row.lemmas else sense.lemma not in row.lemmas:
                continue
            left = max(first, leaf.i - row.reach) if row.side != "after" else leaf.i
            right = min(last, j + 1 + row.reach) if row.side != "before" else j
            if setting.told(setting.means, row.means, left, right):
                return row.to
    return sense.type


def best(chart: Chart, nodes: list[Node]) -> list[Node]:
    """A cover without overlaps: longer first, then the likelier reading, then table order.

    The rest of a phrase that stands apart belongs to it and makes no trigger of its own.
    """
    order = sorted(range(len(nodes)), key=lambda n: (*_preference(chart, nodes[n]), nodes[n].i, n))
    taken: set[int] = set()
    kept = []
    for node in (nodes[n] for n in order):
        spans = [range(node.i, node.j), *(range(part.i, part.j) for part in node.parts)]
        covered = {k for span in spans for k in span}
        if taken.isdisjoint(covered):
            taken |= covered
            kept.append(node)
    return sorted(kept, key=lambda node: node.i)


def _preference(chart: Chart, node: Node) -> tuple[int, int, int]:
    """Length with its parts, verb or masdar as the words before want it, strength."""
    sense: Sense = node.value
    length = node.j - node.i + sum(part.j - part.i for part in node.parts)
    return -length, _misfit(chart, node, sense), _RANK[sense.strength]


def _misfit(chart: Chart, node: Node, sense: Sense) -> int:
    """1 for a verb after a word that governs a noun, and for a masdar that nothing asks for."""
    before = chart.doc.keys[node.i - 1] if node.i else ""
    governed = before in keys_of("governor") or before in keys_of("preposition")
    if sense.pos == "verb":
        return int(governed)
    clitic = node.reading is not None and (node.reading.article or bool(node.reading.prep))
    return int(sense.pos == "masdar" and not (governed or clitic))
