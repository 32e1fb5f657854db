"""Whether the text tells that a thing is struck, as what its row needs says.

قصف مبنى، إطلاق النار على سيارة، أضرموا النار في ثلاث شاحنات، قصف الجيش لسيارة، منزل دمرته غارة.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.things.tables import TARGET_TAG, WEAPON_TAG, Need, hits

# How far before a struck thing the word that tells the blow may stand.
_REACH: Final = 10
# How far behind a march what is done to it may stand.
_FAR: Final = 20
# Things told together, joined by و, at most.
_JOINED: Final = 4
# Events that befall things; a sentence or a meeting does not make a prison or a hotel a target.
_BLOWS: Final = frozenset(
    ("attack", "assassination", "bombing", "suicide_attack", "air_strike", "shelling", "mine",
     "explosion", "clash", "raid", "destruction", "riot", "protest", "crackdown", "territory",
     "abduction")
)  # fmt: skip
# Between the word of a blow and what is struck who or what strikes may stand.
_STRIKERS: Final = ("actor", "weapon", "trigger")
_VEHICLE: Final = "vehicle"
# Kinds of things that stand on the ground, weapons though they are: منظومة دفاع جوي.
_HEAVY: Final = frozenset(("convoy", "base"))
# What goes past what explodes: لدى مرور آليتهم.
_PASSING: Final = "مرور"
_INTO: Final = frozenset(("في", "داخل"))
_PAUSES: Final = frozenset(("،", ","))
_TOWARDS: Final = frozenset(("علي", "نحو", "صوب", "باتجاه", "تجاه", "ضد"))


class Struck:
    """Reads what befalls the things of one chart whose weapons are found."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self._blows = {n.i for n in chart.of("trigger") if n.value.type in _BLOWS}

    def meets(self, leaf: Node, need: Need) -> bool:
        """Whether the text tells of the thing what its row asks."""
        if need == "struck":
            return self._told(leaf) or self._hit(leaf)
        if need == "march":
            return not leaf.cut and (self._by(leaf, hits("disperse")) or self._put_down(leaf))
        return need in ("hit", "blow") and self._hit(leaf)

    def _put_down(self, leaf: Node) -> bool:
        """Whether a march is told to be dispersed behind it: انطلقت مسيرة وفرقتها الشرطة."""
        doc = self.chart.doc
        last = doc.sentences[doc.sentence_index(leaf.i)].last
        return any(self._is(k, hits("put_down")) for k in range(leaf.j, min(last, leaf.j + _FAR)))

    def _hit(self, leaf: Node) -> bool:
        """Whether the word of a blow governs the thing."""
        if self._is_weapon(leaf) or (leaf.value.english == _VEHICLE and self._runs(leaf.i)):
            return False
        return self._by(leaf, hits("blow")) or self._behind(leaf)

    def _runs(self, i: int) -> bool:
        """Whether a vehicle is told to strike itself: صدمت سيارة متظاهرا."""
        return i > 0 and self._is(i - 1, hits("run"))

    def flies(self, leaf: Node) -> bool:
        """Whether what may be a march or struck is a drone that strikes: قصفت مسيرات الميناء."""
        drone = self.keys[leaf.i] in hits("drone") and leaf.i > 0
        return drone and self._is(leaf.i - 1, hits("fly"))

    def _is_weapon(self, leaf: Node) -> bool:
        """Whether the words are a weapon's, which is a target only where it is brought down."""
        named = any(weapon.j >= leaf.j for weapon in self.chart.at(leaf.i, WEAPON_TAG))
        if not named or leaf.value.kind in _HEAVY:
            return False
        at, _ = self._start(leaf.i, leaf.skip)
        down = hits("down")
        if at > 1 and self.keys[at - 1] in _TOWARDS and self._on(self._before(at - 1)):
            return False
        return at < 1 or not (
            self._is(at - 1, down) or any(self._is(k, down) for k in self._strikers(at))
        )

    def _told(self, leaf: Node) -> bool:
        """Whether an event is told within a few words before, in the same sentence."""
        sentence = self.chart.doc.sentences[self.chart.doc.sentence_index(leaf.i)]
        first = max(sentence.first, leaf.i - _REACH)
        return not self._blows.isdisjoint(range(first, leaf.i))

    def _by(self, leaf: Node, blow: frozenset[str], joined: int = _JOINED) -> bool:
        """Whether one of the words `blow`, or fire on it, governs the thing from before.

        Or one of the things, `joined` at most, that it is told together with.
        """
        start, skip = self._start(leaf.i, leaf.skip)
        prep = self.keys[start][:skip]
        if prep == "و":
            others = self.chart.until(start, TARGET_TAG) if joined else ()
            return any(self._by(other, blow, joined - 1) for other in others)
        end = self._before(start)
        if end == 0 or prep == "":
            return end > 0 and self._governs(start, blow)
        if prep == "ل":
            return any(self._is(k, blow) for k in self._strikers(end))
        return prep == "ب" and (self.keys[end - 1] in hits("in") or self._blast(end))

    def _blast(self, end: int) -> bool:
        """Whether what explodes is told right before token `end`: لغم أرضي (بسيارة)."""
        weapons = self.chart.until(end, "weapon")
        return any(self.keys[n.i] in hits("in") for n in weapons)

    def _governs(self, i: int, blow: frozenset[str]) -> bool:
        """Whether a blow governs what begins with token i, or a preposition behind a blow does."""
        end = self._before(self._start(i, 0)[0])
        if end == 0:
            return False
        before = self.keys[end - 1]
        if before in _TOWARDS:
            return self._on(self._before(end - 1))
        if before in _INTO:
            return end > 1 and self.keys[end - 2] in hits("in")
        if before == _PASSING and end > 1 and self.keys[end - 2] in hits("while"):
            return blow is hits("blow") and self._blown_up(end - 2)
        return self._is(end - 1, blow) or any(self._is(k, blow) for k in self._strikers(end))

    def _blown_up(self, i: int) -> bool:
        """Whether an event is told not far before token i: انفجار عبوة (لدى مرور سيارتهم)."""
        return not self._blows.isdisjoint(range(max(0, i - _REACH), i))

    def _on(self, end: int) -> bool:
        """Whether fire, an attack or who attacks is told right before token `end`."""
        if end == 0 or self._is(end - 1, hits("on")):
            return end > 0
        if any(self.keys[n.i] in hits("on") for n in self.chart.until(end, "weapon")):
            return True
        if self.keys[end - 1] in hits("fall") and any(self.chart.until(end - 1, "weapon")):
            return True
        # هجوم شنه مسلحون (على): the attack is told before the verb.
        told = hits("on") | hits("launch")
        return any(self.keys[k] in told for k in self._strikers(end))

    def _start(self, i: int, skip: int) -> tuple[int, int]:
        """The first token of the quantity before token i and what is attached to its front.

        (قصف) عشرات المباني، 4 سيارات، (قصف الجيش) لثلاث سيارات.
        """
        while i > 0:
            figure = next(iter(self.chart.until(i, "number")), None)
            if figure is not None:
                i, skip = figure.i, figure.skip
            elif self.keys[i - 1] in hits("few"):
                i, skip = i - 1, 0
            else:
                break
        return i, skip

    def _before(self, i: int) -> int:
        """Token i, or the first of a time or a quotation mark that stands before it."""
        while i > 0:
            time = next(iter(self.chart.until(i, "date")), None)
            if time is not None:
                i = time.i
            elif self.keys[i - 1] == '"' or (self.keys[i - 1] in _PAUSES and self._timed(i)):
                i -= 1
            else:
                break
        return i

    def _timed(self, i: int) -> bool:
        """Whether a pause before token i sets off a time: (استهدفت) ، أمس ،."""
        dates = self.chart.until(i - 1, "date") or self.chart.at(i, "date")
        return any(dates)

    def _is(self, at: int, told: frozenset[str]) -> bool:
        """Whether token `at` is one of some words, what is written on its front apart."""
        key = self.keys[at].removeprefix("و")
        return key in told or (key[1:] in told and key[:1] in ("ب", "ل", "ف"))

    def _strikers(self, end: int) -> Iterator[int]:
        """The tokens before who or what strikes, told right before token `end`."""
        for kind in _STRIKERS:
            for node in self.chart.until(end, kind):
                first = self._before(self._start(node.i, 0)[0])
                if first and not node.skip:
                    yield first - 1

    def _behind(self, leaf: Node) -> bool:
        """Whether the blow is told of the thing right behind it: منزل دمرته غارة."""
        if leaf.j >= len(self.keys) or leaf.cut or "ال" in self.keys[leaf.i][:3]:
            return False
        key = self.keys[leaf.j]
        bare = key.removesuffix("ا").removesuffix("ه")
        return bare != key and bare in hits("blow")
