"""Whether the words before a date say that it is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Final

from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Found
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.spec import Named, Range
from waqai.text.document import Document

# Tokens before a verb of what is set for a day that may put it aside.
_SET: Final = 4
# Tokens before a date, and before a weekday, that are looked at.
_LOOK: Final = 6
_WEEKDAY_LOOK: Final = 9
# Those before it among which a call for something can stand.
_CALL: Final = 12
# The shortest verb with س: سيصل.
_VERB: Final = 4
# What a verb of the future ends in where its last letter is ا: a pronoun (سيزورها).
_PRONOUNS: Final = ("ها", "نا", "هما", "كما")
# What a verb that tells bears of its object (نفذه, أطلقتها).
_OBJECTS: Final = ("ه", "ها", "هم")
# A day behind حتى that lies past is meant where the next one is more than so many times as far.
_FARTHER: Final = 2


def announced(doc: Document, found: Found) -> bool:
    """Whether a weekday or a date without a year stands behind المقرر, سيعقد and the like."""
    spec = found.spec
    if isinstance(spec, Range):
        ends = (spec.first, spec.last)
        if any(end.month is None or end.year is not None or end.step is not None for end in ends):
            return False
        return foretells(_before(doc, found, _LOOK))
    if not isinstance(spec, Named) or spec.year is not None or spec.step is not None:
        return False
    if spec.offset is not None or (spec.weekday is None and spec.month is None):
        return False
    if spec.month is not None and _is_bound(doc, found.i, spec):
        return _is_nearer_ahead(spec, doc.published)
    if spec.weekday is None and found.i and doc.keys[found.i - 1] in beside("by"):
        return True
    look = _WEEKDAY_LOOK if spec.weekday is not None and spec.day is None else _LOOK
    before = _before(doc, found, look)
    if look == _LOOK and _is_nearer_ahead(spec, doc.published, 1):
        return foretells(_before(doc, found, _CALL)) or _is_set(before)
    if look == _WEEKDAY_LOOK:
        return _foretold(before) or _is_set(before) or _calls(_before(doc, found, _CALL))
    return foretells(before) or _is_set(before) or _calls(_before(doc, found, _CALL))


def _is_bound(doc: Document, i: int, spec: Named) -> bool:
    """Whether what goes on up to a day or from it on is told by it (حتى 9 مايو, اعتبارا من يوليو)."""
    before = doc.keys[i - 1] if i else ""
    if (spec.day is None and before == "الي") or not beside("not").isdisjoint(
        doc.keys[max(0, i - _SET) : i]
    ):
        return False
    return before in beside("unto") or (before == "من" and i > 1 and doc.keys[i - 2] in beside("asof"))


def _is_nearer_ahead(spec: Named, published: date | None, farther: int = _FARTHER) -> bool:
    """Whether the next such day is not much farther than the last (من مايو حتى 17 يونيو)."""
    last, following = resolve(spec, published), resolve(spec, published, ahead=True)
    if published is None or last is None or following is None:
        return True
    if last.start is None or following.start is None:
        return True
    ago = (published - date.fromisoformat(last.start[:10])).days
    return (date.fromisoformat(following.start[:10]) - published).days <= farther * ago


def foretells(keys: Sequence[str]) -> bool:
    """Whether words tell of what is to come: سيعقد, المقرر, دعا إلى with what is called for."""
    return any(tells_future(key) for key in keys) or _calls_to(keys)


def _foretold(keys: Sequence[str]) -> bool:
    """The same of a weekday, which what was planned (كان من المقرر) has most often behind it."""
    if not foretells(keys):
        return False
    return not any(
        tells_future(key) and not beside("was").isdisjoint(keys[max(0, k - 2) : k])
        for k, key in enumerate(keys)
    )


def _is_set(keys: Sequence[str]) -> bool:
    """Whether something is set for a day (الذي يبدأ الجمعة, على أن ينتهي), not denied (لم يبدأ حتى) nor
    of the past (كان مقررا أن تنتهي).
    """
    aside = beside("was") | beside("not")
    return any(
        is_among(beside("set"), key) and aside.isdisjoint(keys[max(0, k - _SET) : k])
        for k, key in enumerate(keys)
    )


def _calls_to(keys: Sequence[str]) -> bool:
    """دعا إلى مظاهرات, دعت للتظاهر: what is called for stands before the day; not دعا الأحد إلى."""
    for k, key in enumerate(keys):
        if is_among(beside("caller"), key):
            return any(to == "الي" or to in beside("call") for to in keys[k + 1 :])
    return False


def _calls(keys: Sequence[str]) -> bool:
    """دعت المنظمة المواطنين للتجمع ... السبت: a call to come together, which is still to come."""
    return all(any(is_among(beside(use), key) for key in keys) for use in ("caller", "call"))


def is_told(doc: Document, found: Found) -> bool:
    """Whether the words before a date tell what has happened (قتل, نفذه, منذ), or what follows one
    that opens its sentence (وفي مطلع مايو، التقى).
    """
    before = _before(doc, found, _LOOK)
    if any(tells(key) for key in before):
        return True
    behind = found.j + (doc.keys[found.j : found.j + 1] == ["،"])
    return len(before) <= 1 and any(tells(key) for key in doc.keys[behind : behind + 1])


def tells(key: str) -> bool:
    """Whether a word, the pronoun of its object set aside, tells what has happened."""
    told = beside("told")
    bare = key[1:] if key[:1] in ("و", "ف") and key not in told else key
    return bare in told or any(
        bare.endswith(end) and bare.removesuffix(end) in told for end in _OBJECTS
    )


def _before(doc: Document, found: Found, look: int) -> Sequence[str]:
    """At most so many tokens of its sentence before a date."""
    first = doc.sentences[doc.sentence_index(found.i)].first
    return doc.keys[max(first, found.i - look) : found.i]


@cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted(beside("stem")))


def tells_future(key: str) -> bool:
    """Whether a word is in the future tense (سيعقد) or speaks of what is planned."""
    if is_among(beside("soon"), key):
        return True
    if key in beside("present"):
        return False
    key = key.removeprefix("و")
    if len(key) < _VERB or not key.startswith(("سي", "ست")) or key in beside("present"):
        return False
    if key.endswith("ا") and not key.endswith(_PRONOUNS):
        return False
    return not key.startswith(("سيا", "ستا", "سيو", *_stems()))
