"""Whether the words before a date say that it is still to come."""

from __future__ import annotations

from datetime import date
from typing import Final

from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.coming import is_coming
from waqai.annotate.dates.cursor import Found
from waqai.annotate.dates.foretold import SET, calls, foretells, is_set, tells_future
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.spec import Named, Range
from waqai.text.document import Document

# Tokens before a date that are looked at.
_LOOK: Final = 6
# Those before it among which a call for something can stand.
_CALL: Final = 12
# Tokens from the first of a sentence among which the verb of a deed opens it, and up to the date.
_OPENS: Final = 2
_FAR: Final = 16
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
    if spec.month is None and _is_from(doc, found.i):
        return _is_nearer_ahead(spec, doc.published, 1)
    if spec.weekday is None and found.i and doc.keys[found.i - 1] in beside("by"):
        return True
    if spec.weekday is not None and spec.day is None:
        return is_coming(doc, found)
    nearer = _is_nearer_ahead(spec, doc.published, 1)
    before = _before(doc, found, _CALL if nearer else _LOOK)
    if foretells(before) or calls(_before(doc, found, _CALL)):
        return True
    return is_set(_before(doc, found, _LOOK))


def _is_bound(doc: Document, i: int, spec: Named) -> bool:
    """Whether a day bounds what goes on (حتى 9 مايو, اعتبارا من يوليو)."""
    before = doc.keys[i - 1] if i else ""
    if _is_from(doc, i):
        return True
    if (spec.day is None and before == "الي") or not beside("not").isdisjoint(
        doc.keys[max(0, i - SET) : i]
    ):
        return False
    return before in beside("unto")


def _is_from(doc: Document, i: int) -> bool:
    """Whether اعتبارا من or the like stands before token i."""
    return i > 1 and doc.keys[i - 1] == "من" and doc.keys[i - 2] in beside("asof")


def _is_nearer_ahead(spec: Named, published: date | None, farther: int = _FARTHER) -> bool:
    """Whether the next such day is not much farther than the last (من مايو حتى 17 يونيو)."""
    last, following = resolve(spec, published), resolve(spec, published, ahead=True)
    if published is None or last is None or following is None:
        return True
    if last.start is None or following.start is None:
        return True
    ago = (published - date.fromisoformat(last.start[:10])).days
    return (date.fromisoformat(following.start[:10]) - published).days <= farther * ago


def is_told(doc: Document, found: Found) -> bool:
    """Whether the words before a date tell what has happened (قتل, نفذه, منذ), or what follows one
    that opens its sentence (وفي مطلع مايو، التقى).
    """
    before = _before(doc, found, _LOOK)
    if any(tells(key) for key in before) or _opens_with_deed(doc, found):
        return True
    behind = found.j + (doc.keys[found.j : found.j + 1] == ["،"])
    return len(before) <= 1 and any(tells(key) for key in doc.keys[behind : behind + 1])


def _opens_with_deed(doc: Document, found: Found) -> bool:
    """Whether the sentence of a date opens with the verb of a deed (واستولى المسلحون على البلدة في
    23 مايو) and tells of nothing to come up to the date.
    """
    first = doc.sentences[doc.sentence_index(found.i)].first
    keys = doc.keys[first : min(found.i, first + _FAR)]
    if found.i - first > _FAR or not any(is_among(beside("deed"), key) for key in keys[:_OPENS]):
        return False
    return not any(tells_future(key) or key in beside("turn") for key in keys)


def tells(key: str) -> bool:
    """Whether a word, the pronoun of its object set aside, tells what has happened."""
    told = beside("told")
    bare = key[1:] if key[:1] in ("و", "ف") and key not in told else key
    return bare in told or any(
        bare.endswith(end) and bare.removesuffix(end) in told for end in _OBJECTS
    )


def _before(doc: Document, found: Found, look: int) -> list[str]:
    """At most so many tokens of its sentence before a date."""
    first = doc.sentences[doc.sentence_index(found.i)].first
    return doc.keys[max(first, found.i - look) : found.i]
