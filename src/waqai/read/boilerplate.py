"""What stands around an article and is no part of it: elements to cut, lines to leave out."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from waqai.lexicon.table import read_table
from waqai.read.around import Article, marks, named
from waqai.read.markup import Element, squeezed
from waqai.read.published import in_words, numeric
from waqai.text.fold import fold_key

_CUT = "script|style|noscript|template|figcaption|aside|nav|footer|form|button|iframe|svg|amp-ad"
_ROOTS = frozenset(("html", "body", "article", "main"))
# A line of this many words or fewer that holds a date is a dateline of the page, not prose.
_DATE_WORDS = 10


class _Lines(NamedTuple):
    """Openings and whole lines, longest first, with the most words of a line that has them."""

    opens: tuple[tuple[str, int], ...]
    whole: frozenset[str]


@cache
def _lines() -> _Lines:
    rows = read_table("waqai.read", "boilerplate.tsv", ("kind", "longest", "keys"), ("keys",))
    opens = [(key, int(row.cells[1])) for row in rows if row.cells[0] == "opens"
             for key in row.variants(2)]  # fmt: skip
    whole = [key for row in rows if row.cells[0] == "whole" for key in row.variants(2)]
    return _Lines(tuple(opens), frozenset(whole))


def cut(page: Element) -> None:
    """Remove from the tree all that is no article: scripts, captions, bylines, related stories."""
    article = Article(page)
    for element in page.xpath(" | ".join(f"//{name}" for name in _CUT.split("|"))):
        _drop(element)
    for element in page.xpath("//*[@class or @id or @itemprop or @rel]"):
        if article.is_around(element) or _is_note(element, article):
            _drop(element)


def _is_note(element: Element, article: Article) -> bool:
    """Whether an element is a caption or a byline, by its names."""
    if article.holds(element) or element.tag in _ROOTS:
        return False
    return bool(marks("note").search(named(element)))


def _drop(element: Element) -> None:
    """Remove an element, keeping the text that follows it."""
    if element.getparent() is not None:
        element.drop_tree()


def is_telling(line: str) -> bool:
    """Whether a line of the body tells something: no link to other stories, credit or date."""
    key = fold_key(line).strip(' -:|•*»«"')
    count = len(key.split())
    if not key or key in _lines().whole:
        return False
    if any(count <= most and key.startswith(opening) for opening, most in _lines().opens):
        return False
    return not (count <= _DATE_WORDS and _only_date(key))


def _only_date(key: str) -> bool:
    """Whether a short line is a date with its weekday and hour, and nothing else."""
    if in_words(key) is None and numeric(key, day_first=True) is None:
        return False
    return re.search(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}\s+[^\W\d_]{3,}\s+[^\W\d_]{2,}", key) is None


def paragraphs(text: str, title: str | None) -> str:
    """The telling lines of a body, one paragraph a line, the title's repetition left out."""
    lines = [line for part in text.split("\n") if (line := squeezed(part))]
    kept = [line for line in lines if is_telling(line) and line != title]
    return "\n".join(kept)
