"""Whether the text tells that a thing is struck, as what its row needs says.

قصف مبنى، إطلاق النار على سيارة، أضرموا النار في ثلاث شاحنات، قصف الجيش لسيارة، منزل دمرته غارة.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.annotate.chart import Chart, Node
from waqai.annotate.things.tables import WEAPON_TAG, Need, hits

# How far before a struck thing the word that tells the blow may stand.
_REACH = 10
# Events that befall things; a sentence or a meeting does not make a prison or a hotel a target.
_BLOWS = frozenset(
    ("attack", "assassination", "bombing", "suicide_attack", "air_strike", "shelling", "mine",
     "explosion", "clash", "raid", "destruction", "riot", "protest", "crackdown", "territory",
     "abduction")
)  # fmt: skip
# Between the word of a blow and what is struck who or what strikes may stand.
_STRIKERS = ("actor", "weapon", "trigger")
_VEHICLE = "vehicle"
_INTO = frozenset(("في", "داخل"))
_TOWARDS = frozenset(("علي", "نحو", "صوب", "باتجاه", "تجاه"))


class Struck:
    """Reads what befalls the things of one chart whose weapons are found."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self._blows = {n.i for n in chart.of("trigger") if n.value.type in _BLOWS}

    def meets(self, leaf: Node, need: Need) -> bool:
        """Whether the text tells of the thing what its row asks."""
        if need == "struck":
            return self._told(leaf)
        if need == "march":
            return not leaf.cut and self._by(leaf, hits("disperse"))
        return need in ("hit", "blow") and self._hit(leaf)

    def _hit(self, leaf: Node) -> bool:
        """Whether the word of a blow governs the thing."""
        if self._is_weapon(leaf) or (leaf.value.english == _VEHICLE and self._runs(leaf.i)):
            return False
        return self._by(leaf, hits("blow")) or self._behind(leaf)

    def _runs(self, i: int) -> bool:
        """Whether a vehicle is told to strike itself: صدمت سيارة متظاهرا."""
        return i > 0 and self._is(i - 1, hits("run"))

    def _is_weapon(self, leaf: Node) -> bool:
        """Whether the words are a weapon's, which is a target only where it is brought down."""
        named = any(weapon.j >= leaf.j for weapon in self.chart.at(leaf.i, WEAPON_TAG))
        if not named or leaf.value.kind == "convoy":
            return False
        at = self._start(leaf.i)
        return at < 1 or not self._is(at - 1, hits("down"))

    def _told(self, leaf: Node) -> bool:
        """Whether an event is told within a few words before, in the same sentence."""
        sentence = self.chart.doc.sentences[self.chart.doc.sentence_index(leaf.i)]
        first = max(sentence.first, leaf.i - _REACH)
        return not self._blows.isdisjoint(range(first, leaf.i))

    def _by(self, leaf: Node, blow: frozenset[str]) -> bool:
        """Whether one of the words `blow`, or fire on it, governs the thing from before."""
        start = self._start(leaf.i)
        prep = self.keys[leaf.i][: leaf.skip]
        if start == 0:
            return False
        if prep == "ل":
            return any(self._is(k, blow) for k in self._strikers(start))
        if prep == "ب":
            return self.keys[start - 1] in hits("in")
        if prep:
            return False
        before = self.keys[start - 1]
        if before in _TOWARDS:
            return self._on(start - 1)
        if before in _INTO:
            return start > 1 and self.keys[start - 2] in hits("in")
        return self._is(start - 1, blow) or any(self._is(k, blow) for k in self._strikers(start))

    def _on(self, at: int) -> bool:
        """Whether the preposition at token `at` stands behind fire, an attack or who attacks."""
        if at and self.keys[at - 1] in hits("on"):
            return True
        return any(self.keys[k] in hits("on") for k in self._strikers(at))

    def _start(self, i: int) -> int:
        """The first token of the quantity before token i: (قصف) عشرات المباني، 4 سيارات."""
        while i > 0:
            before = min((n.i for n in self.chart.until(i, "number")), default=i)
            if before == i and self.keys[i - 1] in hits("few"):
                before = i - 1
            if before == i:
                break
            i = before
        return i

    def _is(self, at: int, told: frozenset[str]) -> bool:
        """Whether token `at` is one of some words, what is written on its front apart."""
        key = self.keys[at].removeprefix("و")
        return key in told or (key[1:] in told and key[:1] in ("ب", "ل", "ف"))

    def _strikers(self, end: int) -> Iterator[int]:
        """The tokens before who or what strikes, told right before token `end`."""
        for kind in _STRIKERS:
            for node in self.chart.until(end, kind):
                if node.i and not node.skip:
                    yield node.i - 1

    def _behind(self, leaf: Node) -> bool:
        """Whether the blow is told of the thing right behind it: منزل دمرته غارة."""
        if leaf.j >= len(self.keys) or leaf.cut or "ال" in self.keys[leaf.i][:3]:
            return False
        key = self.keys[leaf.j]
        bare = key.removesuffix("ا").removesuffix("ه")
        return bare != key and bare in hits("blow")
