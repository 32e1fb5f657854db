"""Who says what: for each passage of a report, the one who is given as its source.

A verb of saying holds to the end of its sentence (or of the sentence in which the quotation that it
opens ends), an attribution set behind (بحسب الشرطة) for what stands before it in its sentence, one
set at the head of a sentence for all of it. Where several hold, the one named nearest is the
source; what nobody says is the report's own voice.
"""

from __future__ import annotations

import heapq
import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.sayings import DENIAL, Saying, Sayings
from waqai.annotate.speakers.tables import words

SCOPE_KIND: Final = "speaker.scope"
_COMMAS: Final = ("،", ",")
# A saying so near the head of a sentence is its own (كما قال ناشطون).
_NEXT: Final = 4
# A clause that tells of the others so soon goes on with what is said (فيما أصيب خمسة آخرون).
_OTHERS: Final = 6
_STRONG: Final = 4
_BEHIND: Final = 3
_DOC: Final = 2
_MORE: Final = 1


class Attribution(NamedTuple):
    """Tokens [first, last) are what `speaker` says.

    `chain` holds who passed it on, the outlet's nearest first and the speaker last; `how` names
    the rule; of attributions that overlap the stronger holds, of equal ones the later.
    """

    first: int
    last: int
    speaker: Node
    how: str
    strength: int
    chain: tuple[Node, ...]


class Spoken(NamedTuple):
    """All attributions of a chart in text order, and the phrases that name speakers."""

    attributions: list[Attribution]
    speakers: list[Node]


class Voices:
    """Which attribution holds where, for many questions about one report."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        self._starts: list[int] = []
        self._held: list[Attribution | None] = []
        borders = sorted({at for one in found for at in (one.first, one.last)})
        waiting = sorted(found, key=lambda one: one.first)
        open_: list[tuple[int, int, int, int]] = []
        at = 0
        for border in borders:
            while at < len(waiting) and waiting[at].first <= border:
                one = waiting[at]
                heapq.heappush(open_, (-one.strength, -one.first, one.last, at))
                at += 1
            while open_ and open_[0][2] <= border:
                heapq.heappop(open_)
            self._starts.append(border)
            self._held.append(waiting[open_[0][3]] if open_ else None)

    def at(self, token: int) -> Attribution | None:
        """The attribution that holds at a token; None is the report's own voice."""
        index = bisect_right(self._starts, token) - 1
        return self._held[index] if index >= 0 else None


def attributions(chart: Chart) -> list[Attribution]:
    """The attributions that `annotate` found in a chart, in text order."""
    return [node.value for node in chart.of(SCOPE_KIND)]


def voices(chart: Chart) -> Voices:
    """The attributions of a chart, ready to be asked token by token."""
    return Voices(attributions(chart))


def speaker_of(found: Sequence[Attribution], token: int) -> Node | None:
    """The nearest named source of a token; None is the report's own voice."""
    best = Voices([one for one in found if one.first <= token < one.last]).at(token)
    return best.speaker if best is not None else None


def spoken(chart: Chart) -> Spoken:
    """Find who speaks in a chart, and over what."""
    reader = Sayings(chart)
    layer = _Layer(chart)
    found = [layer.laid(saying) for saying in reader.sayings()]
    found += _going_on(chart, found)
    return Spoken(sorted(found, key=lambda one: (one.first, one.last)), reader.named)


class _Layer:
    """Lays sayings over the text: where quotations stand and where the report turns."""

    def __init__(self, chart: Chart) -> None:
        keys = chart.doc.keys
        self._sentences = chart.doc.sentences
        self._chart = chart
        self._quotes = [i for i, key in enumerate(keys) if key == '"']
        turning = _turning()
        self._turns = [i for i, key in enumerate(keys) if key in turning and _turns(keys, i)]
        self._behind = 0

    def laid(self, saying: Saying) -> Attribution:
        """The passage of one saying."""
        index = self._chart.doc.sentence_index(saying.cue)
        first, last, strength = saying.first, saying.last, _STRONG
        if saying.behind:
            sentence = self._sentences[index]
            alone = saying.first == sentence.first and index > 0
            first = max((self._sentences[index - 1] if alone else sentence).first, self._behind)
            strength = _DOC if saying.how == "doc" else _BEHIND
            self._behind = saying.last
            if self._inserted(saying):
                last = self._end(index, last)
        elif saying.how != DENIAL:
            last = self._end(index, saying.last)
        return Attribution(first, last, saying.speaker, saying.how, strength, saying.chain)

    def _inserted(self, saying: Saying) -> bool:
        """Whether a clause goes on after an attribution set into it between commas."""
        keys = self._chart.doc.keys
        if saying.last + 1 >= len(keys) or keys[saying.last] not in _COMMAS:
            return False
        return keys[saying.first - 1] in _COMMAS and keys[saying.last + 1][0] not in "وف"

    def _end(self, index: int, i: int) -> int:
        """Token after what is said from token i on: the end of the sentence or a turn before it.

        Inside a quotation the report does not turn, and a sentence goes on to its end.
        """
        sentence = self._sentences[index]
        end, opened = sentence.last, bisect_left(self._quotes, i)
        while opened < len(self._quotes) and self._quotes[opened] < end:
            begin = self._quotes[opened]
            close = self._quotes[opened + 1] if opened + 1 < len(self._quotes) else end
            turn = self._turn(i, begin)
            if turn is not None:
                return turn
            if close >= end:
                after = self._chart.doc.sentence_index(close)
                if self._sentences[after].paragraph == sentence.paragraph:
                    return max(end, self._turn_or_end(close, self._sentences[after].last))
                return end
            i, opened = close + 1, opened + 2
        return self._turn_or_end(i, end)

    def _turn(self, i: int, end: int) -> int | None:
        """The first turn in [i, end)."""
        at = bisect_left(self._turns, i)
        return self._turns[at] if at < len(self._turns) and self._turns[at] < end else None

    def _turn_or_end(self, i: int, end: int) -> int:
        turn = self._turn(i, end)
        return end if turn is None else turn


@cache
def _turning() -> frozenset[str]:
    """Words that a turn can begin with."""
    pairs = {phrase.split(" ")[0] for phrase in words("contrast2")}
    return words("contrast") | frozenset(pairs)


def _turns(keys: list[str], i: int) -> bool:
    """Whether the report turns to something else at token i."""
    if keys[i] in words("contrast"):
        if not words("others").isdisjoint(keys[i + 1 : i + _OTHERS]):
            return False
        return i == 0 or keys[i - 1] in ("،", ",", "؛") or keys[i][0] == "و"
    return " ".join(keys[i : i + 2]) in words("contrast2")


def _going_on(chart: Chart, found: list[Attribution]) -> list[Attribution]:
    """Sentences that go on with what the one before says (كما، كذلك) and name nobody."""
    keys = chart.doc.keys
    held_by = Voices(found)
    demanding = words("demand")
    begun = sorted(one.first for one in found)
    more: list[Attribution] = []
    last: Attribution | None = None
    for before, after in itertools.pairwise(chart.doc.sentences):
        held = held_by.at(before.last - 1) or (
            last if last is not None and last.last == before.last else None
        )
        if held is None or keys[after.first] not in words("more") or after.kind != "body":
            continue
        if _ended(keys, before.last) or keys[min(after.first + 1, after.last - 1)] in demanding:
            continue
        at = bisect_left(begun, after.first)
        if at < len(begun) and begun[at] < min(after.first + _NEXT, after.last):
            continue  # somebody else speaks in it
        if held_by.at(after.first) is None:
            last = Attribution(after.first, after.last, held.speaker, "more", _MORE, held.chain)
            more.append(last)
    return more


def _ended(keys: Sequence[str], i: int) -> bool:
    """Whether a quotation ends with the sentence before token i: what follows is not in it."""
    return i > 1 and '"' in keys[i - 2 : i]
