"""Openings: where what somebody says begins, behind what is told of him or of when he said it."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.elsewhere import AWAY
from waqai.annotate.speakers.tables import VERB_TAG, words
from waqai.text.sentences import Sentence

_COMMAS: Final = frozenset("،,؛;")
_WHICH: Final = frozenset(("الذي", "التي", "الذين"))
# The verb whose words أن, a colon or a quotation mark alone can open.
THAT_ALONE: Final = "قال"
# What is learnt is told by the one it is learnt from, named so near.
LEARNT: Final = "علم"
_NEAR: Final = 10
_STOPS: Final = frozenset((*_COMMAS, ".", "!", "؟", "\n"))
_OPENING: Final = frozenset(("ان", "انه", "انها", "انهم", ":", '"'))


def past_relative(chart: Chart, i: int, sentence: Sentence) -> int:
    """Token where what is said begins, after what is told from token i on of who says it: كشفت
    التحقيقات التي أجريت بعد مقتل ثلاثة أن; 0 where it is not told so.
    """
    keys = chart.doc.keys
    if i >= len(keys) or keys[i] not in _WHICH:
        return 0
    for k in range(i + 1, min(i + AWAY, sentence.last)):
        if _is_verb(chart, k):
            return 0
        if keys[k] in words("that") or keys[k] in (":", '"'):
            return k
        parted = keys[k - 1] in _COMMAS
        if parted and (keys[k] in words("masdar") or keys[k] in words("part")):
            return k
    return 0


def learnt_from(chart: Chart, i: int, sentence: Sentence) -> int:
    """Token behind من before the one from whom news was learnt (علمت القناة من مصدر), else 0."""
    keys = chart.doc.keys
    for k in range(i, min(i + _NEAR, sentence.last)):
        if keys[k] in _STOPS:
            return 0
        if keys[k] == "من":
            return k + 1
    return 0


def past_time(chart: Chart, i: int, sentence: Sentence) -> int:
    """Token where what قال tells begins, after what is told from token i on of when it was said:
    قال الوزير في بيان عقب مقتل ثلاثة إن; 0 where it is not told so.
    """
    keys = chart.doc.keys
    after = False
    for k in range(i, min(i + AWAY, sentence.last)):
        if keys[k] in _OPENING:
            return k if after else 0
        if keys[k] in words("after"):
            after = True
        elif _is_verb(chart, k):
            return 0
    return 0


def _is_verb(chart: Chart, k: int) -> bool:
    """Whether a verb of saying stands at a token."""
    return any(True for _ in chart.at(k, VERB_TAG))


def names_statement(frame: Node) -> bool:
    """A phrase that names a statement (في بيان), not one before it (جاء في)."""
    return not frame.rule.endswith(" في")
