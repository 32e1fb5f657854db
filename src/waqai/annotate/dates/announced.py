"""Whether the words before a date say that it is still to come."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Found
from waqai.annotate.dates.spec import Named
from waqai.text.document import Document

# Tokens before a date that are looked at.
_LOOK = 6
# Those before it among which a call for something can stand.
_CALL = 12
# The shortest verb with س: سيصل.
_VERB = 4


def announced(doc: Document, found: Found) -> bool:
    """Whether a weekday or a date without a year stands behind المقرر, سيعقد and the like."""
    spec = found.spec
    if not isinstance(spec, Named) or spec.year is not None or spec.step is not None:
        return False
    if spec.offset is not None or (spec.weekday is None and spec.month is None):
        return False
    if spec.day is not None and doc.keys[found.i - 1 if found.i else 0] in beside("unto"):
        return True
    if spec.weekday is None and found.i and doc.keys[found.i - 1] in beside("by"):
        return True
    first = doc.sentences[doc.sentence_index(found.i)].first
    before = doc.keys[max(first, found.i - _LOOK) : found.i]
    called = doc.keys[max(first, found.i - _CALL) : found.i]
    return any(tells_future(key) for key in before) or _calls(called)


def _calls(keys: Sequence[str]) -> bool:
    """دعت المنظمة المواطنين للتجمع ... السبت: a call to come together, which is still to come."""
    return all(any(is_among(beside(use), key) for key in keys) for use in ("caller", "call"))


def is_told(doc: Document, found: Found) -> bool:
    """Whether the words before a date tell what has happened (قتل, وقعت, منذ)."""
    first = doc.sentences[doc.sentence_index(found.i)].first
    before = doc.keys[max(first, found.i - _LOOK) : found.i]
    return any(is_among(beside("told"), key) for key in before)


def tells_future(key: str) -> bool:
    """Whether a word is in the future tense (سيعقد) or speaks of what is planned."""
    if is_among(beside("soon"), key):
        return True
    key = key.removeprefix("و")
    if len(key) < _VERB or not key.startswith(("سي", "ست")) or key in beside("present"):
        return False
    return not key.startswith(("سيا", "ستا", "سيو"))
