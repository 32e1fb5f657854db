"""Names of more words than the table has, told by what stands behind them."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.places.names import new_member
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import Head, everyday, stops

# Endings of adjectives and of words with a pronoun, of which no second word of a name is one.
NO_SECOND: Final = ("يه", "ي", "ها", "ين", "ون", "ات")
# Beginnings of words that open no name of two everyday words, and how many words that has.
_NO_FIRST: Final = ("ال", "ب", "ل", "و", "م", "ت", "ي")
_PAIR: Final = 2
# Kinds whose name may have a word more than the table's, before what tells where they lie.
_HELD: Final = ("area", "town", "district")


class LongNames:
    """Asks of one document where a name behind a head noun ends."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._keys = chart.doc.keys

    def told_within(self, k: int, head: Head) -> int | None:
        """The end of a name of two everyday words, before what tells where it lies (منطقة أبواب
        الحديد بمديرية باقم).
        """
        words = self._keys[k : k + 2]
        if head.kind not in _HELD or len(words) < _PAIR:
            return None
        if not words[1].startswith("ال") or words[0].startswith(_NO_FIRST):
            return None
        named = all(word.isalpha() and word not in stops() for word in words)
        return k + 2 if named and self._is_within(k + 2) else None

    def longer(self, inner: Site, head: Head) -> int | None:
        """Where a village's name of two words ends of which the table has but the first (قرية
        جديدة كحيط), None where what follows is no such word.
        """
        if inner.name is None or inner.j - inner.k != 1 or inner.head or inner.part:
            return None
        if head.kind in _HELD and self._is_held(inner):
            return inner.j + 1
        if head.kind != "town":
            return None
        word = self._keys[inner.j] if inner.j < len(self._keys) else ""
        free = all(node.kind.startswith("place.") for node in self._chart.begins(inner.j))
        rare = free and new_member(word) and not word.endswith(NO_SECOND)
        rare = rare and word[0] not in "وف"
        return inner.j + 1 if rare and not any(self._chart.at(inner.j, "place.hint")) else None

    def _is_held(self, inner: Site) -> bool:
        """Whether the word behind a name may end it, before what tells where that lies (منطقة
        لكمة عرش بمحافظة الضالع).
        """
        at = inner.j
        word = self._keys[at] if at < len(self._keys) else ""
        if not word.isalpha() or word in stops() or not self._is_within(at + 1):
            return False
        if word.startswith("ال") and (self._keys[inner.k].startswith("ال") or _is_quality(word)):
            return False
        own = self._chart.begins(at)
        return all(node.kind == "place.name" and not node.skip for node in own)

    def _is_within(self, at: int) -> bool:
        """Whether a head noun with ب at a token tells what lies around."""
        return any(
            node.reading and node.reading.prep == "ب" and node.value.kind in ("area", "province")
            for node in self._chart.at(at, "place.head")
        )

    def has_second(self, inner: Site, head: Head) -> bool:
        """Whether a list of villages goes on behind the word after a name of one word, so that
        both words are the name (قريتي خالد كلو وتل زيوان).
        """
        at, one = inner.j, inner.name is not None and inner.j - inner.k == 1
        if not one or inner.head or head.kind != "town" or at + 1 >= len(self._keys):
            return False
        word = self._keys[at]
        if word in everyday() or word in stops() or not word.isalpha() or word[0] in "وفبل":
            return False
        names = self._chart.at(at + 1, "place.name") if "m" in head.traits else ()
        after = any(name.reading and name.reading.conj for name in names)
        free = all(node.kind.startswith("place.") for node in self._chart.begins(at))
        return after and free and not any(self._chart.at(at, "place.hint"))


def _is_quality(word: str) -> bool:
    """Whether a definite word ends as an adjective does."""
    return word.endswith(NO_SECOND)
