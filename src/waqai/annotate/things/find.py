"""Where a report names weapons and targets, and how far each name goes."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.annotate.actors.words import words as belonging
from waqai.annotate.chart import Chart, Node
from waqai.annotate.things.tables import BLOCK_TAG, MORE_TAG, TARGET_TAG, WEAPON_TAG, More, hits
from waqai.model.values import TargetValue, WeaponValue

# Adjectives and complements that one name has at most.
_MOST = 4
# How far before a struck thing the word that tells the blow may stand.
_REACH = 10
# Events that befall things; a sentence or a meeting does not make a prison or a hotel a target.
_BLOWS = frozenset(
    ("attack", "assassination", "bombing", "suicide_attack", "air_strike", "shelling", "mine",
     "explosion", "clash", "raid", "destruction", "riot", "protest", "crackdown", "territory",
     "abduction")
)  # fmt: skip
_WHOSE = frozenset(("ي", "ك", "كم"))
_MODEL = frozenset(("طراز", "نوع"))


class Things:
    """Reads the weapons and targets of one chart."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self._taken = {k for n in chart.of(BLOCK_TAG) for k in range(n.i, n.j)}
        # Inside the name of a body or a person no word is a thing (منظمة حظر الأسلحة، سيف).
        self._names = {k for n in chart.of("actor") for k in range(n.i, n.j) if _names(n, k)}
        self._blows = {n.i for n in chart.of("trigger") if n.value.type in _BLOWS}

    def weapons(self) -> Iterator[Node]:
        """All weapons, overlapping ones too."""
        for leaf in self.chart.of(WEAPON_TAG):
            if self._other(leaf):
                continue
            end, telling = self._more(leaf.j, "weapon")
            if leaf.value.weak and not (telling or self._actor(leaf.i)):
                continue
            end = self._model(end)
            value = WeaponValue(leaf.value.english, leaf.value.kind)
            cut = leaf.cut if end == leaf.j else 0
            yield Node("weapon", leaf.i, end, value, leaf.rule, (leaf,), leaf.skip, cut)

    def targets(self) -> Iterator[Node]:
        """All targets, overlapping ones too."""
        for leaf in self.chart.of(TARGET_TAG):
            need = leaf.value.need
            if self._other(leaf) or (need in ("named", "hit") and self._town(leaf)):
                continue
            end = self._named(leaf)
            if need and not (self._is_name(leaf) or self._meets(leaf)):
                continue
            value = TargetValue(leaf.value.english, leaf.value.kind)
            cut = leaf.cut if end == leaf.j else 0
            yield Node("target", leaf.i, end, value, leaf.rule, (leaf,), leaf.skip, cut)

    def _other(self, leaf: Node) -> bool:
        """Whether the word is part of a fixed phrase or a name, or an adjective in -ي (مدفعي)."""
        suffix = leaf.reading.suffix if leaf.reading is not None else ""
        return leaf.i in self._taken or leaf.i in self._names or suffix in _WHOSE

    def _town(self, leaf: Node) -> bool:
        """Whether the word begins the name of a town or more (دير الزور)."""
        return any(
            n.value.kind not in ("point", "district") and n.j > leaf.j
            for n in self.chart.at(leaf.i, "place")
        )

    def _model(self, i: int) -> int:
        """Token after the make or calibre: من طراز "س"، عيار 120."""
        key = self._key(i)
        if key == "عيار" and any(c.isdigit() for c in self._key(i + 1)):
            return i + 2
        if key != "من" or self._key(i + 1) not in _MODEL:
            return i
        if self._key(i + 2) != '"':
            return i + 3 if self._key(i + 2).isalpha() else i
        closing = [k for k in range(i + 3, i + 8) if self._key(k) == '"']
        return closing[0] + 1 if closing else i

    def _key(self, i: int) -> str:
        return self.keys[i] if i < len(self.keys) else ""

    def _more(self, i: int, after: str) -> tuple[int, bool]:
        """Token after the words that go on a name, and whether one of them is telling."""
        telling = False
        for _ in range(_MOST):
            best: Node | None = None
            for node in self.chart.begins(i):
                fits = node.kind == MORE_TAG and node.value.after == after
                fits = fits or (node.kind == "actor.nisba" and node.value.form != "p")
                if fits and not node.skip and not node.cut:
                    best = node if best is None or node.j > best.j else best
            if best is None:
                break
            told = best.value
            telling = telling or (isinstance(told, More) and told.telling)
            i = best.j
        return i, telling

    def _named(self, leaf: Node) -> int:
        """Token after the name, the adjectives or the owner of a target."""
        end = max((n.j for n in self.chart.at(leaf.i, "place") if n.j > leaf.j), default=leaf.j)
        end, _ = self._more(end, "target")
        owner = max((n.j for n in self.chart.at(end, "actor") if _owns(n)), default=end)
        if owner == end and self._key(end) in belonging("belonging"):
            owner = max((n.j for n in self.chart.at(end + 1, "actor") if _owns(n)), default=end)
        quoted = '"' in self.keys[leaf.j : owner] and self._key(owner) == '"'
        return owner + 1 if quoted else owner

    def _is_name(self, leaf: Node) -> bool:
        """Whether what follows a target is a name of its own."""
        return any(n.j > leaf.j for n in self.chart.at(leaf.i, "place")) or any(
            _owns(n) for n in self.chart.at(leaf.j, "actor")
        )

    def _meets(self, leaf: Node) -> bool:
        """Whether the text tells that the thing is struck, as its row asks."""
        if leaf.value.need == "struck":
            return self._struck(leaf)
        if leaf.value.need == "march":
            return self._dispersed(leaf)
        return leaf.value.need == "hit" and self._hit(leaf)

    def _dispersed(self, leaf: Node) -> bool:
        """Whether a march is told to be broken up or fired on: تفريق مسيرة، النار على مظاهرة."""
        at = leaf.i - 1
        while at > 0 and self.keys[at] in hits("few"):
            at -= 1
        if at < 1 or leaf.cut:
            return False
        key = self.keys[at].removeprefix("و")
        return key in hits("disperse") or (key == "علي" and self.keys[at - 1] in hits("on"))

    def _hit(self, leaf: Node) -> bool:
        """Whether the word of a blow stands right before: قصف مبنى، إطلاق النار على سيارة."""
        at = leaf.i - 1
        while at > 0 and self.keys[at] in hits("few"):
            at -= 1
        if at < 0 or any(self.chart.at(leaf.i, WEAPON_TAG)):
            return False
        if not leaf.skip and (self._blow(at) or any(self._blow(k) for k in self._doers(at + 1))):
            return True
        if at == 0 or self.keys[at] != "علي":
            return False
        told = self.keys[at - 1] in hits("on")
        return told or any(self.keys[k] in hits("on") for k in self._doers(at))

    def _blow(self, at: int) -> bool:
        """Whether token `at` is the word of a blow."""
        key = self.keys[at].removeprefix("و")
        return key in hits("blow") or (key[1:] in hits("blow") and key[:1] in ("ب", "ل"))

    def _doers(self, end: int) -> Iterator[int]:
        """The tokens before whoever is named right before token `end`: دمر (الجيش) مباني."""
        for actor in self.chart.until(end, "actor"):
            if actor.i and not actor.skip:
                yield actor.i - 1

    def _struck(self, leaf: Node) -> bool:
        """Whether an event is told within a few words before, in the same sentence."""
        sentence = self.chart.doc.sentences[self.chart.doc.sentence_index(leaf.i)]
        first = max(sentence.first, leaf.i - _REACH)
        return not self._blows.isdisjoint(range(first, leaf.i))

    def _actor(self, i: int) -> bool:
        """Whether the word also names forces that act (مسيرة إسرائيلية)."""
        return any(n.value.kind == "state_forces" for n in self.chart.at(i, "actor"))


def _names(actor: Node, k: int) -> bool:
    """Whether token k of an actor is part of a name, not a word that the grammar put to it."""
    if actor.value.kind in ("person", "international", "political", "media"):
        return True
    return actor.rule == "actor.row" and (k > actor.i or actor.value.kind == "armed_group")


def _owns(node: Node) -> bool:
    """Whether an actor after a target is whose it is: للجيش, المدنيين."""
    leaf = node
    while leaf.reading is None and leaf.parts:
        leaf = leaf.parts[0]
    prep = leaf.reading.prep if leaf.reading is not None else ""
    return prep == "ل" or not node.skip
