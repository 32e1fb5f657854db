"""Who is known to be a public figure, and whose names are withheld, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import msgspec

from waqai.annotate.actors.names import common
from waqai.export.called import Name, called, parts
from waqai.export.offices import joined_before, words
from waqai.text.document import Document
from waqai.text.fold import fold_key

_PROCLITICS: Final = frozenset("وبلفك")
_LONG: Final = 6
# على (on), as it folds: no العلي.
_ON: Final = "علي"


class Known(msgspec.Struct, frozen=True):
    """Folded names of public figures, and single words of the names that are withheld."""

    public: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()

    def is_public(self, name: str) -> bool:
        """Whether a name, as written, is one of those of the public figures, or a part of one."""
        return any(fold_key(name) in public for public in self.public)

    def names(self, words: str) -> bool:
        """Whether words are, or hold, the full name of a public figure."""
        key = fold_key(words)
        return self.is_public(words) or any(" " in name and name in key for name in self.public)


NOBODY: Final = Known()


def known(texts: Iterable[str], public: Iterable[str], private: Iterable[str] = ()) -> Known:
    """What the texts of a report tell of its persons; `private` are names that are withheld."""
    before = Known(frozenset(public))
    shown, hidden = set(public), set[str]()
    for text in dict.fromkeys(texts):
        doc, found = _read(text)
        for name in found:
            words_of = " ".join(doc.keys[name.i : name.end])[name.skip :]
            if name.public or before.is_public(words_of):
                shown.add(words_of)
            else:
                hidden |= parts(doc.keys, name)
    for text in private:
        keys = Document(text).keys
        hidden |= parts(keys, Name(0, len(keys), 0, False))
    open_words = {word for name in shown for word in name.split()}
    return Known(frozenset(shown), frozenset(hidden - open_words))


def hidden(text: str, told: Known) -> Iterator[tuple[int, int]]:
    """Offsets of the private names of a text, and of their parts."""
    doc, found = _read(text)
    own = (parts(doc.keys, n) for n in found if not _is_open(doc, n, told))
    private = told.private.union(*own)
    at = {name.i: name for name in found}
    i = 0
    while i < len(doc.keys):
        name = at.get(i) or (_part(doc.keys, i, private) if private else None)
        if name is not None and not _is_open(doc, name, told):
            yield doc.span(name.i, name.end, name.skip)
        i = max(i + 1, name.end if name is not None else 0)


@lru_cache(maxsize=1 << 9)
def _read(text: str) -> tuple[Document, list[Name]]:
    """A text and the names in it; each is read for what it tells, and again to be masked."""
    doc = Document(text)
    return doc, called(doc)


def partly(text: str, private: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Offsets of the parts of private names alone, in the words of a place."""
    doc = Document(text)
    found = (_part(doc.keys, i, private) for i in range(len(doc.keys)))
    return (doc.span(n.i, n.end, n.skip) for n in found if n is not None)


def _is_open(doc: Document, name: Name, told: Known) -> bool:
    """Whether a name is a public figure's."""
    start, end = doc.span(name.i, name.end, name.skip)
    return name.public or (name.end > name.i + 1 and told.is_public(doc.text[start:end]))


def _part(keys: list[str], i: int, private: frozenset[str]) -> Name | None:
    """The part of a private name that token i is."""
    key = keys[i]
    for skip in (0, 1) if key[0] in _PROCLITICS else (0,):
        if not private.isdisjoint(_spellings(key[skip:])):
            thing = i > 0 and keys[i - 1] in words("thing")
            return None if thing or joined_before(keys, i) else Name(i, i + 1, skip, False)
    return None


def _spellings(key: str) -> tuple[str, ...]:
    """A word with the article and without it, as families are called either way."""
    if key in common() or key == _ON:
        return (key,)
    if key.startswith("لل"):
        return (key, f"ال{key[2:]}")
    if key.startswith("ال"):
        return (key, key[2:]) if len(key) > _LONG else (key,)
    return (key, f"ال{key}")
