"""Whether a weekday is the next such day, not the last: سيعقد ... الأحد, اعتبارا من الأحد."""

from __future__ import annotations

from typing import Final

from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Found
from waqai.annotate.dates.foretold import calls, foretells, is_set, tells_future
from waqai.text.document import Document

# Tokens before a weekday that are looked at, and those among which a call can stand.
_LOOK: Final = 9
_CALL: Final = 12
# Those after the first words of a sentence that is all of what is to come.
_FAR: Final = 26
_OF: Final = ("من", "ومن")
_MARKS: Final = ("،", ",")
_THAT: Final = ("ان", "وان", "فان")
_ON: Final = ("علي", "ان")


def is_coming(doc: Document, found: Found) -> bool:
    """Whether the words around a weekday tell that it is still to come."""
    keys, i = doc.keys, found.i
    sentence = doc.sentences[doc.sentence_index(i)]
    before = keys[max(sentence.first, i - _LOOK) : i]
    if _is_subject(keys, found, i == sentence.first) or _on_condition(before):
        return True
    if any(is_among(beside("possible"), key) for key in before):
        return True
    if _foretold(before) or is_set(before) or calls(keys[max(sentence.first, i - _CALL) : i]):
        return True
    return i - sentence.first <= _FAR and _opens(keys[sentence.first : i])


def _foretold(keys: list[str]) -> bool:
    """What foretells, but for what was planned (كان من المقرر), which has most often its day behind
    it, and for what stands in a quotation that ends before the day.
    """
    told = [k for k, key in enumerate(keys) if tells_future(key)]
    if not told:
        return foretells(keys)
    if not beside("was").isdisjoint(key for k in told for key in keys[max(0, k - 2) : k]):
        return False
    return any(list(keys[k:]).count('"') % 2 == 0 for k in told)


def _opens(keys: list[str]) -> bool:
    """Whether a sentence opens with what foretells (ومن المقرر أن يلتقي ... الاثنين) and tells
    nothing else up to the day.
    """
    if len(keys) < 2 or keys[0] not in _OF or not tells_future(keys[1]):
        return False
    told = beside("told") | beside("was")
    return not any(is_among(told, key) for key in keys)


def _is_subject(keys: list[str], found: Found, first: bool) -> bool:
    """Whether the day itself is what a verb of the future is of (إن الأحد سيكون أول أيام العيد)."""
    if not first and keys[found.i - 1] not in _THAT:
        return False
    j = found.j + any(key in _MARKS for key in keys[found.j : found.j + 1])
    return any(tells_future(key) and is_among(beside("being"), key) for key in keys[j : j + 1])


def _on_condition(keys: list[str]) -> bool:
    """على أن يجتمع الاثنين: what is agreed is to come."""
    return any(
        tuple(keys[k : k + 2]) == _ON and keys[k + 2][:1] in ("ي", "ت")
        for k in range(len(keys) - 2)
    )
