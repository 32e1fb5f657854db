"""Implicated: who is told to be behind a deed, where no verb of accusing says so.

A deed is ascribed to somebody (هجوم نسبته الشرطة إلى الحركة), the blame for it is laid on him, or
he himself is told to be behind it, involved in it or responsible for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.events.party import Party
from waqai.events.stance_text import DEEDS, ITS, StanceText
from waqai.events.telling import Said, sense

# Tokens from a verb to the preposition before whom it tells of, and on to him.
_VERB: Final = 12
_NEXT: Final = 2
# Tokens from fingers on to where they point.
_POINT: Final = 6
# Tokens from a word back to the deed that it is told of.
_BACK: Final = 5
# Tokens from a word back to one that denies it.
_DENIED: Final = 9
# Tokens from whom the blame is laid on to what for.
_CHARGE: Final = 5
_TO: Final = frozenset(("الي", "ل"))
_TOWARDS: Final = frozenset(("الي", "ل", "نحو", "صوب", "علي"))
_ON: Final = frozenset(("علي",))
_STOPS: Final = frozenset((".", "؛", ":", "؟", "!", "\n"))
_COMMAS: Final = frozenset(("،", ","))
_PAUSES: Final = _STOPS | _COMMAS


class Implicated(StanceText):
    """Reads of whom a report tells that he is behind a deed."""

    def at(self, i: int) -> Iterator[Said]:
        """What the word at token i tells of that."""
        if self.unsure(i):
            return
        if self._is(i, "ascribe"):
            yield from self._ascribed(i)
        elif self._is(i, "lay"):
            yield from self._laid(i)
        elif self._is(i, "behind"):
            yield from self._behind(i)
        elif self._is(i, "involved"):
            yield from self._involved(i)

    def pointed(self, k: int) -> Party | None:
        """The body that fingers point to, from token k on."""
        return self._to(k, _TOWARDS, "ل", _POINT)

    def unsure(self, i: int) -> bool:
        """Whether it is said not to be so, denied or asked: ليست الحركة متورطة, نفى أنها تقف."""
        for k in range(i - 1, max(self._first(i), i - _DENIED) - 1, -1):
            if self._keys[k] in _STOPS:
                return False
            if self._keys[k] in self._sets["unsure"]:
                return True
            if self._is(k, "deny") or self._is(k, "reject"):
                return True
        return False

    def _ascribed(self, i: int) -> Iterator[Said]:
        """To whom a deed is ascribed: هجوم نسب إلى س, نسبت الشرطة الهجوم إلى س."""
        to = self._to(i + 1, _TO, "ل")
        if to is None or not _COMMAS.isdisjoint(self._keys[i : to.first]):
            return
        deed = self._told_before(i)
        if deed is None:
            deed = next((k for k in range(i + 1, to.first) if self._names_deed(k)), None)
        if deed is not None:
            by = self._by(i + 1, to)
            yield Said("accuses", to, i, to.last, deed, True, "stance:ascribe", by)

    def _laid(self, i: int) -> Iterator[Said]:
        """On whom somebody lays the blame: ألقت الحكومة باللوم على س في الهجوم."""
        last = min(i + 1 + _VERB, self._last(i))
        blame = next((k for k in range(i + 1, last) if self._is(k, "guilt")), None)
        if blame is None:
            return
        on = self._to(blame + 1, _ON, "")
        if on is None:
            return
        near = range(blame + 1, min(on.last + _CHARGE, self._last(i)))
        deed = next((k for k in near if self._names_deed(k)), None)
        if deed is not None:
            by = self._by(i + 1, on)
            yield Said("accuses", on, i, on.last, deed, True, "stance:lay", by)

    def _behind(self, i: int) -> Iterator[Said]:
        """Who stands behind a deed: إن الحركة تقف وراء الهجوم, يقف س وراءه."""
        for k in range(i + 1, min(i + 1 + _BACK, self._last(i))):
            his = any(self._keys[k] == "وراء" + end for end in ITS)
            if not his and self._keys[k] not in ("وراء", "خلف"):
                continue
            party = self._subject(i, k)
            deed = k if his else k + 1
            if party is not None and (his or self._names_one(deed, i)):
                yield Said("accuses", party, i, k + 1, deed, not his, "stance:behind")
            return

    def _involved(self, i: int) -> Iterator[Said]:
        """Who is involved in a deed or responsible for it: س متورطة في الهجوم."""
        if i + 2 >= self._last(i) or self._keys[i + 1] not in ("في", "عن"):
            return
        party = self._subject(i, i + 1)
        deed = next((k for k in (i + 2, i + 3) if self._names_one(k, i)), None)
        if party is not None and deed is not None:
            yield Said("accuses", party, i, i + 2, deed, True, "stance:involved")

    def _subject(self, i: int, end: int) -> Party | None:
        """The body of which the word at token i is told: right before it, else right behind."""
        before = self._parties(max(self._first(i), i - _BACK), i)
        if before and before[-1].last == i and not self._governs(before[-1]):
            return before[-1]
        behind = self._parties(i + 1, end)
        return behind[0] if behind and behind[0].first == i + 1 and not behind[0].skip else None

    def _governs(self, party: Party) -> bool:
        """Whether a preposition or a noun before a body makes it no subject: من الحركة."""
        before = self._keys[party.first - 1] if party.first > self._first(party.first) else ""
        joined = self._keys[party.first][: party.skip].removeprefix("و")
        return bool(joined) or before in self._sets["of"]

    def _to(self, k: int, words: frozenset[str], joined: str, reach: int = _VERB) -> Party | None:
        """The body behind a preposition that stands near, from token k on."""
        for at in range(k, min(k + reach, self._last(k - 1))):
            if self._keys[at] in _STOPS:
                return None
            if self._keys[at] in words:
                near = self._parties(at + 1, min(at + 8, self._last(at)))
                return near[0] if near and near[0].first <= at + _NEXT else None
            if joined and self._keys[at].startswith(joined):
                near = self._parties(at, min(at + 8, self._last(at)))
                if near and near[0].first == at and near[0].skip:
                    return near[0]
        return None

    def _by(self, k: int, to: Party) -> Party | None:
        """Who ascribes or blames: the body named right behind the verb."""
        named = self._parties(k, to.first)
        return named[0] if named and named[0].first == k and not named[0].skip else None

    def _told_before(self, i: int) -> int | None:
        """The deed that a word follows in its clause: (هجوم انتحاري دام) نسبته الشرطة."""
        if self._keys[i][:1] in ("و", "ف"):
            return None
        for k in range(i - 1, max(self._first(i), i - _BACK) - 1, -1):
            if self._keys[k] in _PAUSES:
                return None
            if self._names_deed(k):
                return k
        return None

    def _names_one(self, k: int, i: int) -> bool:
        """Whether token k, in the sentence of token i, names a deed, not many of any time."""
        if k >= self._last(i) or not self._names_deed(k):
            return False
        if self._keys[k].endswith("ات") and not self._keys[k].removeprefix("ب").startswith("ال"):
            return False
        return k + 1 >= self._last(i) or self._keys[k + 1] not in self._sets["many"]

    def _names_deed(self, k: int) -> bool:
        """Whether token k names a deed."""
        key = self._keys[k]
        bare = key.removeprefix("ب").removeprefix("ال")
        if bare in self._sets["deed"]:
            return True
        near = self._scene.triggers_in.get(self._scene.sentence(k), ())
        return any(node.i == k and sense(node).type in DEEDS for node in near)
