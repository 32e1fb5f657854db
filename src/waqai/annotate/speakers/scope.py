"""Who says what: for each passage of a report, the one who is given as its source.

A verb of saying holds to the end of its sentence (or of the quotation it opens), an attribution
set behind (بحسب الشرطة) for what stands before it in its sentence, one set at the head of a
sentence for all of it. Where several hold, the one named nearest is the source; what nobody says is
the report's own voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.sayings import Saying, Sayings
from waqai.annotate.speakers.tables import words
from waqai.text.sentences import Sentence

SCOPE_KIND = "speaker.scope"
_STRONG, _BEHIND, _DOC, _MORE = 4, 3, 2, 1


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
    """All attributions of a chart in text order, and the speakers that they name."""

    attributions: list[Attribution]
    speakers: list[Node]


def attributions(chart: Chart) -> list[Attribution]:
    """The attributions that `annotate` found in a chart, in text order."""
    return [node.value for node in chart.of(SCOPE_KIND)]


def speaker_of(found: Sequence[Attribution], token: int) -> Node | None:
    """The nearest named source of a token; None is the report's own voice."""
    best = attribution_of(found, token)
    return best.speaker if best is not None else None


def attribution_of(found: Sequence[Attribution], token: int) -> Attribution | None:
    """The attribution that holds at a token."""
    held = [one for one in found if one.first <= token < one.last]
    return max(held, key=lambda one: (one.strength, one.first, -one.last), default=None)


def spoken(chart: Chart) -> Spoken:
    """Find who speaks in a chart, and over what."""
    reader = Sayings(chart)
    found: list[Attribution] = []
    for saying in reader.sayings():
        found.append(_laid(chart, saying, found))
    found += _going_on(chart, found)
    return Spoken(sorted(found, key=lambda one: (one.first, one.last)), reader.named)


def _laid(chart: Chart, saying: Saying, before: Sequence[Attribution]) -> Attribution:
    """The passage of one saying."""
    sentence = chart.doc.sentences[chart.doc.sentence_index(saying.cue)]
    if saying.behind:
        first = max(sentence.first, _turn_before(chart, sentence, saying.first))
        behind = [one.last for one in before if one.first >= first and one.how == saying.how]
        first = max([first, *(last for last in behind if last <= saying.first)])
        strength = _DOC if saying.how == "doc" else _BEHIND
        return Attribution(first, saying.last, saying.speaker, saying.how, strength, saying.chain)
    last = _end(chart, sentence, saying)
    return Attribution(saying.first, last, saying.speaker, saying.how, _STRONG, saying.chain)


def _end(chart: Chart, sentence: Sentence, saying: Saying) -> int:
    """Token after what is said: the sentence's end, the quotation's where it is longer."""
    keys = chart.doc.keys
    quoted = False
    end = sentence.last
    i = saying.last
    while i < len(keys):
        key = keys[i]
        if key == '"':
            quoted = not quoted
            if not quoted and i >= end:
                return i + 1
        elif i >= end and (not quoted or key == "\n"):
            return end
        elif not quoted and _turns(chart, i):
            return i
        i += 1
    return end


def _turns(chart: Chart, i: int) -> bool:
    """Whether what is said ends at token i, where the report turns to something else."""
    keys = chart.doc.keys
    if keys[i] in words("contrast"):
        return keys[i - 1] in ("،", ",", "؛") or keys[i][0] == "و"
    return i > 0 and " ".join(keys[i : i + 2]) in words("contrast2")


def _turn_before(chart: Chart, sentence: Sentence, i: int) -> int:
    """The last token before i where the sentence turns."""
    return sentence.first


def _going_on(chart: Chart, found: list[Attribution]) -> list[Attribution]:
    """Sentences that go on with what the one before says (كما، كذلك) and name nobody."""
    sentences = chart.doc.sentences
    keys = chart.doc.keys
    more: list[Attribution] = []
    for before, after in zip(sentences, sentences[1:], strict=False):
        if keys[after.first] not in words("more") or after.kind != "body":
            continue
        held = attribution_of([*found, *more], before.last - 1)
        if held is None or attribution_of(found, after.first) is not None:
            continue
        more.append(Attribution(after.first, after.last, held.speaker, "more", _MORE, held.chain))
    return more
