"""Stance words: what a sentence says of who did it, with who says so where it names him.

Arabic puts who claims between the verb and the deed, or before the verb; what stands behind the
deed are its victims, and never claim it, but for a group right behind a deed with the article. Who
accuses whom: see `accusing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from waqai.events.accusing import Sides, objects
from waqai.events.implicated import Implicated
from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.events.stance_text import ITS, StanceText, stance_sets
from waqai.events.telling import Said, sense
from waqai.events.words import preposition

# Tokens between a verb and what it governs, and back to its subject.
_VERB: Final = 14
_BACK: Final = 6
# Unknown words that may stand between a verb of claiming and its deed.
_LOOSE: Final = 2
_NOT: Final = frozenset(("لم", "لن", "لا", "ولم", "ولا", "فلم", "ولن", "فلا"))
# Tokens from a verb back to the negated كان before its subject.
_WAS: Final = 8
# Before أن: what is not done (دون أن يتهم).
_WITHOUT: Final = frozenset(("دون", "بدون", "عدم", "قبل"))
# Tokens from an accusation that is denied on to what it says of him (بأن إيران ...).
_SAYS: Final = 4
_STOPS: Final = frozenset((".", "؛", ":", "؟", "!"))
_PAUSES: Final = _STOPS | {"،", ",", '"', "\n"}


def is_his(key: str) -> bool:
    """Whether a charge is a deed done to one who was told of: (اتهم س) بقتله."""
    return any(
        key[1:].removesuffix(end) in stance_sets()["deed"] for end in ITS if key.endswith(end)
    )


@cache
def _cues() -> frozenset[str]:
    """First words by which a stance can be said, و or ف joined or not."""
    sets = stance_sets()
    names = ("adopt", "adopted", "own", "the", "deny", "reject")
    blaming = ("accuse", "accusing", "charge", "blame")
    implied = ("ascribe", "lay", "behind", "involved")
    told = {key for name in (*names, *blaming, *implied) for key in sets[name]}
    return frozenset(joined + key for key in told for joined in ("", "و", "ف"))


def _kin(one: Party, other: Party) -> bool:
    """Whether one can deny what another is accused of: the same, or of the same country."""
    return one.key == other.key or (one.country is not None and one.country == other.country)


class Reader(StanceText):
    """Reads the stances of one report."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        # Those who are accused so far, by key.
        self._suspects: set[str] = set()
        self._implicated = Implicated(scene)

    def begins(self) -> bool:
        """Whether any word of a stance stands in the report."""
        return not _cues().isdisjoint(self._keys)

    def all(self) -> Iterator[Said]:
        """The stances in the order of the text."""
        cues = _cues()
        for i, key in enumerate(self._keys):
            if key not in cues or self._undone(i):
                continue
            for said in self._at(i):
                if said.stance == "accuses":
                    self._suspects.add(said.party.key)
                yield said

    def _undone(self, i: int) -> bool:
        """Whether the words before undo it: لم تتهم، دون أن يتهم، لم تكن س تتهم."""
        if (i and self._keys[i - 1] in _NOT) or self._was_not(i):
            return True
        after = i > 1 and self._keys[i - 1] == "ان"
        return after and (self._keys[i - 2] in _WITHOUT or self._is(i - 2, "deny"))

    def _was_not(self, i: int) -> bool:
        """Whether a negated كان before the subject governs the verb: لم تكن الحركة تعلن."""
        if self._keys[i][:1] in ("و", "ف"):
            return False
        for k in range(i - 1, max(self._first(i), i - _WAS) - 1, -1):
            if self._keys[k] in _PAUSES:
                return False
            if self._keys[k] in self._sets["was"]:
                return k > 0 and self._keys[k - 1] in _NOT
        return False

    def _at(self, i: int) -> Iterator[Said]:
        """What is said by the word at token i."""
        if self._is(i, "adopted"):
            if self._of_thought(i):
                return
            behind = self._parties(i + 1, min(i + 1 + _BACK, self._last(i)))
            near = behind and behind[0].first == i + 1
            yield from self._claimed(i, behind[0].last if near else i + 1)
        elif self._is(i, "adopt"):
            deed = self._deed(i + 1)
            if deed is not None and not self._many(i + 1, deed):
                yield from self._claimed(i, deed)
        elif self._is(i, "own") or self._is(i, "the"):
            yield from self._responsible(i)
        elif self._is(i, "deny") or self._is(i, "reject"):
            yield from self._denied(i)
        elif self._is(i, "accuse") or self._is(i, "accusing"):
            yield from self._accused(i)
        elif self._is(i, "charge"):
            yield from self._charged(i)
        elif self._is(i, "blame"):
            yield from self._blamed(i)
        else:
            yield from self._implicated.at(i)

    def _claimed(self, i: int, deed: int) -> Iterator[Said]:
        """Who claims by the verb at token i what begins with token `deed`."""
        party = self._subject(i, deed) or self._behind(deed)
        if party is not None:
            yield Said("claims", party, i, i + 1, deed, False, "stance:adopt")

    def _of_thought(self, i: int) -> bool:
        """Whether what a pronoun stands for is no deed: الفكرة التي يتبناها."""
        for k in range(i - 1, self._first(i) - 1, -1):
            bare = self._keys[k].removeprefix("و").removeprefix("ال")
            if bare in self._sets["other"]:
                return True
            if bare in self._sets["deed"] or self._is_deed(k):
                return False
        return False

    def _many(self, first: int, last: int) -> bool:
        """Whether many deeds of any time are spoken of: تبنى الكثير من الهجمات."""
        return not self._sets["many"].isdisjoint(self._keys[first:last])

    def _of_many(self, i: int) -> bool:
        """Whether it is the responsibility for such deeds: مسؤوليته عن معظم التفجيرات, or for
        others than these: مسؤوليتها عن هجمات مماثلة.
        """
        near = range(i + 1, min(i + 3, self._last(i) - 1))
        return any(
            self._keys[k] == "عن" and (self._many(k + 1, k + 2) or self._other(k + 1)) for k in near
        )

    def _other(self, k: int) -> bool:
        """Whether the deed at token k, without the article, is told to be another one."""
        behind = self._keys[k + 1 : min(k + 3, self._last(k - 1))]
        return not self._keys[k].startswith("ال") and not self._sets["alike"].isdisjoint(behind)

    def _once(self, verb: int, i: int) -> bool:
        """Whether a verb tells of deeds of before: سبق للجماعة أن أعلنت مسؤوليتها عن هجمات."""
        before = range(max(self._first(verb), verb - _WAS), verb)
        if self._keys[verb - 1] != "ان" or not any(self._is(k, "once") for k in before):
            return False
        return i + 2 < self._last(i) and not self._keys[i + 2].startswith("ال")

    def _responsible(self, i: int) -> Iterator[Said]:
        """Who announces, or has somebody bear, the responsibility at token i."""
        first = self._first(i)
        for verb in range(i - 1, max(first, i - _VERB) - 1, -1):
            if self._is(verb, "deny") or self._is(verb, "blame"):
                return
            if self._is(verb, "announce"):
                told = self._subject(verb, i) or self._behind(i)
                party = None if self._undone(verb) else told
                if party is not None and not self._of_many(i) and not self._once(verb, i):
                    yield self._borne(verb, i, party)
                return

    def _borne(self, verb: int, i: int, party: Party) -> Said:
        """The stance of who announces a responsibility: his own, or that of whom it is told to be
        (أعلنت الشرطة مسؤولية الحركة عن الهجوم).
        """
        whose = self._parties(i + 1, min(i + 1 + _BACK, self._last(i)))
        if not whose or whose[0].first > i + 1 or whose[0].skip or whose[0].key == party.key:
            return Said("claims", party, verb, i + 1, i + 1, False, "stance:announce")
        end = whose[0].last
        if party.kind in ("state", "state_forces", "person"):
            return Said("accuses", whose[0], verb, end, end, False, "stance:announce", party)
        return Said("claims", whose[0], verb, end, end, False, "stance:announce")

    def _denied(self, i: int) -> Iterator[Said]:
        """Who denies by the verb at token i that it was he, or rejects that he is accused of it."""
        for k in range(i + 1, min(i + 1 + _VERB, self._last(i))):
            if self._is(k, "denied"):
                yield from self._rejected(i, k)
                return
            if self._is(i, "deny") and self._part(k):
                party = self._subject(i, k)
                if party is not None and (not self._is(k, "part") or self._owned(k, party)):
                    yield Said("denies", party, i, k + 1, k + 1, False, "stance:deny")
                return

    def _part(self, k: int) -> bool:
        """Whether somebody's part in a deed, or that he did it, is told at token k."""
        pair = " ".join(self._keys[k : k + 2])
        told = any(self._is(k, name) for name in ("tied", "the", "part"))
        told = told or pair in self._sets["any"]
        return told or (pair in self._sets["been"] and self._does(k + 2))

    def _owned(self, k: int, party: Party) -> bool:
        """Whether the part at token k is that of who denies it: تورط بلاده, or of his own state."""
        if k + 1 < self._last(k) and self._keys[k + 1].endswith(ITS):
            return True
        named = self._parties(k + 1, min(k + 1 + _SAYS, self._last(k)))
        if not named or named[0].first > k + 1 or named[0].skip:
            return False
        return _kin(named[0], party)

    def _rejected(self, i: int, k: int) -> Iterator[Said]:
        """Who denies by the verb at token i the accusation at token k: one who was accused before,
        or of whom it is told here (اتهامات بأن إيران ...).
        """
        party = self._subject(i, k)
        last = self._last(i)
        at = next((n for n in range(k + 1, min(k + _SAYS, last)) if self._is(n, "says")), None)
        if at is not None:
            told = self._parties(at + 1, min(at + 1 + _SAYS, last))
            if told and told[0].first == at + 1 and (party is None or _kin(party, told[0])):
                yield Said("denies", told[0], i, k + 1, told[0].last, True, "stance:reject")
            return
        if party is not None and party.key in self._suspects:
            yield Said("denies", party, i, k + 1, k + 1, False, "stance:reject")

    def _does(self, k: int) -> bool:
        """Whether a verb of a deed stands at token k, or behind one word there (قد)."""
        near = self._scene.triggers_in.get(self._scene.sentence(k - 1), ())
        return any(k <= node.i <= k + 1 and sense(node).pos == "verb" for node in near)

    def _accused(self, i: int) -> Iterator[Said]:
        """Who is accused by the word at token i, before what he is accused of."""
        charge = self._charge(i + 1)
        if charge is None:
            return
        behind = self._parties(i + 1, charge)
        if self._is(i, "accusing"):
            sides = Sides(None, behind[-1:] if behind and behind[0].first == i + 1 else ())
        else:
            sides = self._sides(i, charge, behind)
        for party in sides.accused:
            yield Said("accuses", party, i, i + 1, charge, True, "stance:accuse", sides.accuser)

    def _sides(self, i: int, end: int, behind: Sequence[Party]) -> Sides:
        """Who accuses whom by the verb at token i, before token `end`."""
        before = self._before(i)
        if before is not None and self._recipient(before):
            before = None
        return objects(self._scene, i, end, behind, before)

    def _recipient(self, party: Party) -> bool:
        """Whether a body before an accusation is only whom it is brought to: بلاغ للنائب العام."""
        before = self._keys[party.first - 1] if party.first else ""
        joined = self._keys[party.first][: party.skip].removeprefix("و")
        if joined.startswith("ل"):
            return before not in self._sets["statement"]
        return before in self._sets["hearer"]

    def _charged(self, i: int) -> Iterator[Said]:
        """Who stands behind ل beside an accusation, whom one is of (اتهام س بقتله), or where
        fingers point to.
        """
        if " ".join(self._keys[max(0, i - 1) : i + 1]).removeprefix("و") in self._sets["finger"]:
            yield from self._pointed(i)
            return
        behind = self._parties(i + 1, min(i + 1 + _BACK, self._last(i)))
        if not behind or behind[0].first > i + 2:
            return
        party = behind[0]
        charge = self._charge(party.last)
        joined = self._keys[party.first][: party.skip].endswith("ل")
        whose = self._keys[i] == "اتهام" and party.first == i + 1 and charge == party.last
        if charge is not None and (joined or (whose and not self._refused(i))):
            yield Said("accuses", party, i, i + 1, charge, True, "stance:charge")

    def _refused(self, i: int) -> bool:
        """Whether words before say that an accusation is not brought: رفض الوزير اتهام س."""
        return self._keys[max(0, i - 1)] in _WITHOUT or self._implicated.unsure(i)

    def _pointed(self, i: int) -> Iterator[Said]:
        """Whom fingers point to: أصابع الاتهام تتجه حتى الآن إلى س."""
        party = self._implicated.pointed(i + 1)
        if party is not None:
            yield Said("accuses", party, i - 1, party.last, party.last, False, "stance:finger")

    def _blamed(self, i: int) -> Iterator[Said]:
        """Whom the verb at token i holds responsible: its last object before the responsibility."""
        for k in range(i + 1, min(i + 1 + _VERB, self._last(i))):
            if not self._is(k, "the"):
                continue
            needs = k + 1 < self._last(i) and self._keys[k + 1] not in _PAUSES
            sides = self._sides(i, k, self._parties(i + 1, k))
            for party in sides.accused:
                at, accuser = k + 1, sides.accuser
                yield Said("accuses", party, i, at, at, needs, "stance:blame", accuser)
            return

    def _subject(self, verb: int, deed: int) -> Party | None:
        """Who does what the verb tells: behind it and before the deed, else before the verb."""
        behind = self._parties(verb + 1, deed)
        return behind[0] if behind else self._before(verb)

    def _behind(self, deed: int) -> Party | None:
        """The group behind the deed that it claims: تبنى العملية في وقت لاحق تنظيم القاعدة."""
        if deed >= len(self._keys) or not self._keys[deed].startswith("ال"):
            return None
        own = self._parties(deed + 1, min(deed + 1 + _BACK, self._last(deed)))
        if not own or own[0].kind != "armed_group" or own[0].skip:
            return None
        led = preposition(self._keys, own[0].first, 0)
        return None if led else own[0]

    def _before(self, verb: int) -> Party | None:
        """The body named last before a verb, in its clause."""
        first = max(self._first(verb), verb - _BACK)
        own = self._parties(first, verb)
        for party in reversed(own):
            if party.kind == "person" and self._of_her(verb):
                continue
            if _STOPS.isdisjoint(self._keys[party.last : verb]):
                return None if self._of_kin(party) else party
        return None

    def _of_her(self, verb: int) -> bool:
        """Whether a verb goes on, as a feminine one, with who acts before: (أدانت الرئاسة قتل
        المدير س) وحملت الحركة; a person named last is not meant.
        """
        key = self._keys[verb]
        return key[:1] in ("و", "ف") and (key.endswith("ت") or key[1:2] == "ت")

    def _of_kin(self, party: Party) -> bool:
        """Whether a body only tells whose kin somebody is: شقيق زعيم الحركة."""
        k = party.first - 1
        k -= k > 0 and self._keys[k] == '"'
        return k >= 0 and self._is(k, "kin")

    def _deed(self, k: int) -> int | None:
        """The token of the deed that a verb of claiming before token k governs."""
        loose, last = 0, min(k + _VERB, self._last(k - 1))
        spans = {
            token for party in self._parties(k, last) for token in range(party.first, party.last)
        }
        while k < last and loose <= _LOOSE:
            bare = self._keys[k].removeprefix("ال")
            if bare in self._sets["other"]:
                return None
            if bare in self._sets["deed"] or self._is_deed(k):
                return k
            if k not in spans and not self._is(k, "between"):
                loose += 1
            k += 1
        return None
