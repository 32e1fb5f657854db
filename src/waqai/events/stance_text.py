"""Stance text: one report as the words of stances are looked for in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.lexicon.table import read_table
from waqai.model.codes import EventType

# What somebody claims or is accused of; nobody claims a meeting, an arrest is told as such.
DEEDS: Final[frozenset[EventType]] = frozenset(
    ("attack", "assassination", "bombing", "suicide_attack", "air_strike", "shelling", "mine",
     "explosion", "clash", "abduction", "execution", "raid", "destruction", "crackdown", "riot")
)  # fmt: skip
# Tokens among which the ب of what somebody is accused of stands.
_CHARGE: Final = 14
# Pronouns at the end of a deed: باستهدافها.
ITS: Final = ("ها", "ه", "هم", "هما", "نا")


@cache
def stance_sets() -> dict[str, frozenset[str]]:
    """The words of each set, those of one word."""
    rows = read_table("waqai.events", "stances.tsv", ("set", "keys"), ("keys",))
    return {row.cells[0]: frozenset(row.variants(1)) for row in rows}


class StanceText:
    """Asks one report for words of stances, and for the bodies and deeds beside them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._keys = scene.keys
        self._sets = stance_sets()

    def _is(self, i: int, name: str) -> bool:
        """Whether token i is a word of a set, و or ف joined or not."""
        key = self._keys[i]
        words = self._sets[name]
        return key in words or (key[:1] in ("و", "ف") and key[1:] in words)

    def _parties(self, first: int, last: int) -> Sequence[Party]:
        """The bodies named within tokens, one for each place."""
        found: list[Party] = []
        if last <= first:
            return found
        for party in self._scene.parties_in.get(self._scene.sentence(first), ()):
            inside = first <= party.first and party.last <= last
            if inside and party.sort == "actor" and (not found or party.first >= found[-1].last):
                found.append(party)
        return found

    def _is_deed(self, k: int) -> bool:
        """Whether token k begins a word that tells an event, with the article."""
        near = self._scene.triggers_in.get(self._scene.sentence(k), ())
        return self._keys[k].startswith("ال") and any(node.i == k for node in near)

    def _charge(self, k: int) -> int | None:
        """The token of the deed behind ب of which somebody is accused, from token k on."""
        for at in range(k, min(k + _CHARGE, self._last(k - 1))):
            key = self._keys[at]
            if key[:1] != "ب" or len(key) < 3:
                continue
            ways = {key[1:], key[1:].removeprefix("ال"), *(key[1:].removesuffix(e) for e in ITS)}
            if not ways.isdisjoint(self._sets["deed"]) or not ways.isdisjoint(self._sets["doing"]):
                return at
        return None

    def _first(self, i: int) -> int:
        return self._scene.doc.sentences[self._scene.sentence(i)].first

    def _last(self, i: int) -> int:
        return self._scene.doc.sentences[self._scene.sentence(max(0, i))].last
