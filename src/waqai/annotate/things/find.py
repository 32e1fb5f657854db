"""Where a report names weapons and targets, and how far each name goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.actors.tails import detached
from waqai.annotate.actors.words import words as belonging
from waqai.annotate.chart import Chart, Node
from waqai.annotate.things.struck import Struck
from waqai.annotate.things.tables import BLOCK_TAG, MORE_TAG, TARGET_TAG, WEAPON_TAG, More
from waqai.model.values import TargetValue, WeaponValue

# Adjectives and complements that one name has at most.
_MOST: Final = 4
_WHOSE: Final = frozenset(("ي", "ك", "كم"))
_MAKE: Final = "طراز"
_MODEL: Final = frozenset((_MAKE, "نوع"))


class Things:
    """Reads the weapons and targets of one chart."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self._taken = {k for n in chart.of(BLOCK_TAG) for k in range(n.i, n.j)}
        # Inside the name of a body or a person no word is a thing (منظمة حظر الأسلحة، سيف).
        self._names = {k for n in chart.of("actor") for k in range(n.i, n.j) if _names(n, k)}

    def weapons(self) -> Iterator[Node]:
        """All weapons, overlapping ones too."""
        for leaf in self.chart.of(WEAPON_TAG):
            if self._other(leaf):
                continue
            end, telling = self._more(leaf.j, "weapon")
            telling = telling or self._key(end + 1) == _MAKE
            if leaf.value.weak and not (telling or self._actor(leaf.i)):
                continue
            end = self._model(end)
            value = WeaponValue(leaf.value.english, leaf.value.kind)
            cut = leaf.cut if end == leaf.j else 0
            yield Node("weapon", leaf.i, end, value, leaf.rule, (leaf,), leaf.skip, cut)

    def targets(self) -> Iterator[Node]:
        """All targets, overlapping ones too."""
        struck = Struck(self.chart)
        for leaf in self.chart.of(TARGET_TAG):
            need = leaf.value.need
            if self._other(leaf) or (need in ("named", "hit", "blow") and self._town(leaf)):
                continue
            named = need != "blow" and self._is_name(leaf)
            if need and not (named or struck.meets(leaf, need)):
                continue
            if need and struck.flies(leaf):
                continue
            end = self._model(self._named(leaf))
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
            coded = self._key(i + 3) == "-" and self._key(i + 4).isalnum()
            return i + 3 + 2 * coded if self._key(i + 2).isalpha() else i
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
        known = leaf.reading is not None and leaf.reading.article
        owner = self._whose(end, end, known=known)
        if owner == end and self._key(end) in belonging("belonging"):
            owner = self._whose(end + 1, end)
        quoted = '"' in self.keys[leaf.j : owner] and self._key(owner) == '"'
        return owner + 1 if quoted else owner

    def _whose(self, i: int, end: int, *, known: bool = False) -> int:
        """Token after the owner at token i, or behind لـ and a mark there; `end` without one.

        Behind a thing that bears the article, `known`, he is told with ل: الممرض بالمركز فلان.
        """
        these = self._key(i) in belonging("for_these") or self._key(i) in belonging("these")
        if these and not known and self._key(i + 1).startswith("ال"):
            return max((n.j for n in self.chart.at(i + 1, "actor")), default=end)
        at = detached(self.keys, i)
        told = at == i or i > end
        whose = (n for n in self.chart.at(at, "actor") if told or n.value.kind != "media")
        owners = (n.j for n in whose if _owns(n) and (n.skip or not known))
        return max(owners, default=end)

    def _is_name(self, leaf: Node) -> bool:
        """Whether what follows a target is a name of its own."""
        return any(n.j > leaf.j for n in self.chart.at(leaf.i, "place")) or any(
            _owns(n) for n in self.chart.at(leaf.j, "actor")
        )

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
