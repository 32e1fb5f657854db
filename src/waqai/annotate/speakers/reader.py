"""Words of a chart as the phrases of speakers ask for them: names, places, who is told."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from waqai.annotate.actors.names import common, is_known
from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.tables import FRAME_TAG, HEAD_TAG, QUALIFIER_TAG, VERB_TAG, words
from waqai.model.codes import SpeakerKind
from waqai.model.values import SpeakerValue

OPEN: Final = {'"': '"', "(": ")", "'": "'", "[": "]"}
COMMAS: Final = ("،", ",")
# What may follow a speaker before what is said.
CLOSERS: Final = (*COMMAS, ":")
_BREAKS: Final = frozenset((":", "،", ",", "؛", "!", "؟", "\n"))
_NO_NAME: Final = frozenset((FRAME_TAG, "trigger", "actor", "number", "date"))
_ENDS_NAME: Final = frozenset((FRAME_TAG, VERB_TAG, HEAD_TAG, "place.head"))
_BODIES: Final = frozenset(("armed_group", "political", "state_forces", "international"))
MOST_WORDS: Final = 5
# The second word of many names (عباد الله), which begins none.
_GOD: Final = "الله"
_QUOTED: Final = 8


class Reader:
    """Asks one chart for words."""

    __slots__ = ("chart", "keys")

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys

    def key(self, i: int) -> str:
        """Folded token i, "" outside the text."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def is_that(self, i: int) -> bool:
        """Whether what is said begins at token i: إن، بأنه، قوله."""
        return self.key(i) in words("that")

    def longest(self, i: int, kind: str) -> Node | None:
        """The longest node of a kind that begins at token i and has no suffix."""
        best: Node | None = None
        for node in self.chart.begins(i):
            if node.kind == kind and not node.cut and (best is None or node.j > best.j):
                best = node
        return best

    def body(self, i: int) -> Node | None:
        """The actor at token i, also one inside a longer actor (القيادي في) حركة النهضة."""
        found = self.longest(i, "actor")
        if found is not None:
            return found
        named = self.longest(i, "actor.name")
        return named if named is not None and named.value.kind in _BODIES else None

    def is_quality(self, head: Node) -> bool:
        """Whether a ministry's field is no ministry here: (صحة) الأنباء, unlike صحة غزة."""
        if definite(head) or self.key(head.i)[head.skip :] not in words("field"):
            return False
        return all(self.longest(head.j, kind) is None for kind in ("place", "actor.nisba"))

    def person(self, i: int) -> Node | None:
        """A person named at token i."""
        found = self.longest(i, "actor")
        return (
            found if found is not None and found.value.kind == "person" and not found.skip else None
        )

    def words(self, i: int, j: int, skip: int) -> str:
        """The words as written, on one line."""
        start, end = self.chart.doc.span(i, j, skip)
        return " ".join(self.chart.doc.text[start:end].split())

    def node(
        self, i: int, j: int, kind: SpeakerKind, rule: str, parts: tuple[Node, ...], skip: int = 0
    ) -> Node:
        """A speaker who is called by the words as written."""
        value = SpeakerValue(self.words(i, j, skip), kind)
        return Node("speaker", i, j, value, f"speaker.{rule}", parts, skip)

    def name_word(self, i: int) -> bool:
        """Whether a word may go on a name: no mark, number, preposition or verb of saying."""
        key = self.key(i)
        if key == _GOD:
            return self._of_god(i - 1)
        if not key.isalpha() or key in words("stop") or key in words("time") or self.is_that(i):
            return False
        if self.told_to(i):
            return False
        for node in self.chart.begins(i):
            if node.kind in _NO_NAME or (node.kind == VERB_TAG and node.value.need != "what"):
                return False
        return True

    def _of_god(self, i: int) -> bool:
        """Whether a word makes a name with الله behind it (عباد الله), no wish (حفظه الله)."""
        key = self.key(i)
        return key.isalpha() and not key.endswith("ه") and key not in common() and self.name_word(i)

    def told_to(self, i: int) -> bool:
        """Whether the word is one to whom something is told: للقناة، لصحيفة."""
        if not self.key(i).startswith("ل"):
            return False
        if self.key(i).startswith("للصح"):
            return True
        heads = sorted(self.chart.at(i, HEAD_TAG), key=attrgetter("j"))
        return bool(heads) and heads[-1].value.kind == "media" and prep(heads[-1]) == "ل"

    def body_name(self, i: int) -> int:
        """Token after the name of a body that no table holds: in quotes, or up to a common word."""
        if OPEN.get(self.key(i)) is not None:
            return self.quoted(i)
        end = i
        while end - i < MOST_WORDS and self.name_word(end):
            end += 1
        return end

    def quoted(self, i: int) -> int:
        """Token after a short name in quotation marks or brackets at token i, i where none is."""
        closer = OPEN.get(self.key(i))
        for k in range(i + 1, min(i + _QUOTED + 1, len(self.keys))):
            if self.keys[k] == closer:
                return k + 1 if k > i + 1 else i
            if self.keys[k] in _BREAKS:
                break
        return i

    def genitive(self, i: int, most: int = 3) -> int:
        """Token after a definite noun and its adjectives: (وزير) النقل, (شقيق) الضحية."""
        end = i
        if not self.key(i).startswith("ال") and self._in_idafa(i):
            i = end = i + 1
        while end - i < most and self.key(end).startswith("ال") and self._field(end):
            if self.key(end) in words("named") or self.key(end) in words("relative"):
                break
            end += 1
        return end + 1 if end > i and self._second(end) else end

    def _field(self, i: int) -> bool:
        """Whether a definite noun may be the field of an office: (مندوب) العمليات."""
        key = self.key(i)
        events = any(node.kind == "trigger" for node in self.chart.begins(i))
        return self.name_word(i) or (events and key.isalpha() and key not in words("stop"))

    def _in_idafa(self, i: int) -> bool:
        """Whether a noun stands here with a definite one after it: (مدير) مرفق الإسعاف."""
        noun = self.key(i)
        if is_known(noun) or not self.name_word(i) or self.longest(i, "actor") is not None:
            return False
        return self.key(i + 1).startswith("ال") and self.name_word(i + 1)

    def _second(self, i: int) -> bool:
        """Whether a second field of a body is joined here: (وزارة الصحة) والسكان."""
        if not self.key(i).startswith("وال") or not self.name_word(i):
            return False
        after = self.key(i + 1)
        return not after.isalpha() or self.is_that(i + 1) or after[0] in "با" or after == "في"

    def surname(self, i: int) -> int:
        """Token after more names behind a person's, none of which is a common word."""
        end = i + 1 if self.key(i) == "#" and self.name_word(i + 1) else i
        while end - i < 3 and self.name_word(end):
            key = self.key(end)
            leaves = self.chart.begins(end)
            if self._family(end):
                end += 1
                break
            if key in common() or len(key) < 3 or any(n.kind in _ENDS_NAME for n in leaves):
                break
            if key[0] in "وفبلك":
                break
            end += 1
        return end if end == i or self.key(end - 1) != "#" else i

    def _family(self, i: int) -> bool:
        """Whether a word that is also an adjective ends a name before an office: (سمير) المصري."""
        key = self.key(i)
        if not (nisba_like(key) and key.endswith("ي")) or self.longest(i, QUALIFIER_TAG):
            return False
        after = self.longest(i + 1, HEAD_TAG)
        told = after is not None and not after.skip and is_office(after)
        return told or self.is_that(i + 1) or self.key(i + 1) in CLOSERS

    def place(self, i: int) -> int:
        """Token after the places told of a body: (الشرطة) في بغداد, (الصليب) في س في ص."""
        once = self._place(i)
        return self._place(once) if once > i else i

    def _place(self, i: int) -> int:
        key = self.key(i)
        at = i + 1 if key == "في" else i
        place = self.longest(at, "place")
        if place is None:
            return i
        joined = at > i and not place.skip
        return place.j if joined or (at == i and prep(place) == "ب") else i


def prep(node: Node) -> str:
    """The preposition on the first word of a node."""
    leaf = node
    while leaf.reading is None and leaf.parts:
        leaf = leaf.parts[0]
    return leaf.reading.prep if leaf.reading is not None else ""


def definite(leaf: Node) -> bool:
    """Whether a word bears the article."""
    return leaf.reading is not None and (leaf.reading.article or leaf.reading.stem.startswith("ال"))


def nisba_like(key: str) -> bool:
    """Whether a word looks like a definite adjective of a name: الاشتراكي، الوطنيه."""
    return len(key) > 4 and key.startswith("ال") and key.endswith(("ي", "يه"))


def is_office(head: Node) -> bool:
    """Whether a head is what somebody is (مدير، والد), not whom he works for."""
    return head.value.cls in ("person", "people") and head.value.kind != "media"
