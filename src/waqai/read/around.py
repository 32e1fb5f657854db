"""What of a page belongs to its article, and what stands around it: other stories, the site's own.

Names of classes are no proof: a page builder calls the text itself a widget, a theme the whole page
"with sidebar". So what holds the heading or the longest marked body is never around.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from waqai.lexicon.table import read_table
from waqai.read.markup import Element, words

_ROOTS = frozenset(("html", "body", "main"))
_SECTIONS = frozenset(("aside", "nav", "footer"))
_MARKED = "//*[self::div or self::section or self::article][@class or @id]"


@cache
def marks(kind: str) -> re.Pattern[str]:
    """A class or id of a kind of elements.tsv, whole between its ends."""
    rows = read_table("waqai.read", "elements.tsv", ("kind", "names"))
    names = [name for row in rows if row.cells[0] == kind for name in row.variants(1)]
    return re.compile(rf"(?:\A|[\s_-])(?:{'|'.join(map(re.escape, names))})(?:\Z|[\s_-])", re.I)


def named(element: Element) -> str:
    """The names that an element bears."""
    return " ".join(element.get(name, "") for name in ("class", "id", "itemprop", "rel"))


def bodies(page: Element) -> list[Element]:
    """Elements marked as the body of the article: by microdata, then by a usual class."""
    marked = [e for e in page.xpath(_MARKED) if marks("body").search(named(e))]
    return [*page.xpath("//*[@itemprop='articleBody']"), *marked]


def heading(page: Element) -> Element | None:
    """The one main heading: of the article, else of the page."""
    for path in ("//article//h1", "//h1"):
        found = [element for element in page.xpath(path) if words(element)]
        if len(found) == 1:
            return found[0]
    return None


class Article:
    """Where on a page the article is, by its heading and its body."""

    def __init__(self, page: Element) -> None:
        head = heading(page)
        text = _text(page)
        self._holders = {holder for e in (head, text) if e is not None for holder in _up(e)}
        self._holders.update(_layers(text) if text is not None else ())
        self._headed = head is not None
        self._before = set(head.xpath("preceding::*")) if head is not None else set()
        self._beside = _beside(head)

    def is_around(self, element: Element) -> bool:
        """Whether an element is by its own names no part of the article."""
        if element in self._holders or element.tag in _ROOTS:
            return False
        return element.tag in _SECTIONS or bool(marks("around").search(named(element)))

    def holds(self, element: Element) -> bool:
        """Whether the article is inside the element, or is it."""
        return element in self._holders

    def tells(self, element: Element) -> bool:
        """Whether what an element says is said of the article, not of another or of the site."""
        above = _up(element)
        if any(self.is_around(one) or self._is_other(one) for one in above):
            return False
        return element not in self._before or not self._beside.isdisjoint(above)

    def _is_other(self, element: Element) -> bool:
        return self._headed and element.tag == "article" and element not in self._holders


def _text(page: Element) -> Element | None:
    """What holds the article's text: the longest marked body, else what has most paragraphs."""
    if found := bodies(page):
        return max(found, key=lambda body: len(body.text_content()))
    letters: Counter[Element] = Counter()
    for paragraph in page.xpath("//p"):
        letters[paragraph.getparent()] += len(paragraph.text_content())
    return max(letters, key=lambda parent: letters[parent], default=None)


def _layers(text: Element) -> Iterator[Element]:
    """The wrappers inside: each with most of the text of the one that it lies in."""
    inner: Element | None = text
    while inner is not None:
        yield inner
        least = len(inner.text_content()) / 2
        inner = next((e for e in inner if len(e.text_content() or "") > least), None)


def _up(element: Element) -> list[Element]:
    """An element and all that it lies in."""
    return [element, *element.iterancestors()]


def _beside(head: Element | None) -> set[Element]:
    """What holds the heading closely: a date before it in there is of the article."""
    close = list(head.iterancestors())[:2] if head is not None else []
    return {element for element in close if element.tag not in _ROOTS}
