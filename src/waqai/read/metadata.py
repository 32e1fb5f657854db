"""What a page says of itself: title, publication time, outlet, author, address.

Each value is taken from the most explicit place that gives it: JSON-LD, meta elements, microdata,
the visible page. The date of a later change is never taken for that of publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from waqai.read.around import Article, named
from waqai.read.around import heading as main_heading
from waqai.read.linked import article, names
from waqai.read.markup import Element, squeezed, words
from waqai.read.published import in_words, numeric, published
from waqai.text.fold import fold_key

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
          "article.published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
          "dcterms.created", "publish-date", "publishdate", "pubdate", "publication_date", "date",
          "cxenseparse:recs:publishtime")  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher",
            "apple-mobile-web-app-title")  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_DIVIDERS = (" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " / ")
_VISIBLE = (
    "//*[contains(concat(' ',@class,' '),' date ') or contains(@class,'publish') or "
    "contains(@class,'posted') or contains(@class,'-date') or contains(@class,'_date') or "
    "contains(@class,'date-') or contains(@class,'Date') or contains(@class,'time') or "
    "contains(@class,'meta') or contains(@class,'dateline') or contains(@id,'date')]"
)
# A date without any mark is taken only where readers look for it: right after the heading.
_AFTER_HEADING = "(//h1)[1]/following::*[position() < 8][not(self::p)]"
_CHANGED = ("اخر تحديث", "تحديث", "عدل", "updated", "modified")
# A visible date is sought in texts no longer than this.
_LONGEST = 120


class Metadata(NamedTuple):
    """What is None the page does not say; `published` is ISO with its time where given.

    `refused` is what the page gives as its publication date and is none, where it gives no other.
    """

    title: str | None
    published: str | None
    outlet: str | None
    author: str | None
    url: str | None
    refused: str | None


def metadata(page: Element) -> Metadata:
    """The metadata of a page. Nothing is raised: what cannot be read is not said."""
    linked = article(page)
    metas = _metas(page)
    outlet = names(linked.get("publisher")) or _first(metas, _OUTLETS) or _prop(page, "publisher")
    heading = words(main_heading(page))
    shown = words(next(iter(page.xpath("//head/title | //title")), None))
    outlet = outlet or _suffix(shown, heading)
    moment, refused = _published(page, linked, metas)
    title = (_named(linked.get("headline")) or _first(metas, _TITLES)
             or _prop(page, "headline") or heading or shown)  # fmt: skip
    return Metadata(
        _without_outlet(title, outlet, heading),
        moment,
        outlet,
        _author(page, linked, metas),
        _url(page, linked, metas),
        refused,
    )


def _metas(page: Element) -> dict[str, str]:
    """Lower-case name or property of each meta element to its content, the first one winning."""
    found: dict[str, str] = {}
    for meta in page.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = squeezed(meta.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], wanted: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in wanted if name in metas), None)


def _named(value: Any) -> str | None:
    return squeezed(value) if isinstance(value, str) else None


def _prop(page: Element, name: str) -> str | None:
    """A microdata property: its content or datetime attribute, the name inside it, or its text."""
    for element in page.xpath("//*[@itemprop=$name]", name=name):
        inner = element.xpath(".//*[@itemprop='name']")
        holder = inner[0] if inner else element
        if found := _said(holder):
            return found
    return None


def _said(element: Element) -> str | None:
    """What an element gives to programs, else its text."""
    return squeezed(element.get("content") or element.get("datetime")) or words(element)


def _suffix(shown: str | None, heading: str | None) -> str | None:
    """The outlet after the heading in the window's title: عنوان الخبر | اسم الموقع."""
    if not shown or not heading or not shown.startswith(heading):
        return None
    rest = shown[len(heading) :]
    divider = next((mark for mark in _DIVIDERS if rest.startswith(mark)), None)
    last = rest[len(divider) :].split(divider)[-1] if divider else ""
    return squeezed(last)


def _without_outlet(title: str | None, outlet: str | None, heading: str | None) -> str | None:
    """The title without the site's name; the heading where the title is that and more, or cut."""
    if title is None:
        return None
    if heading and (title.startswith(heading) or heading.startswith(title.rstrip(". …"))):
        return heading
    for mark in _DIVIDERS:
        head, found, tail = title.rpartition(mark)
        if found and head and outlet and fold_key(tail) == fold_key(outlet):
            return head.strip()
    return title


def _published(
    page: Element, linked: dict[str, Any], metas: dict[str, str]
) -> tuple[str | None, str | None]:
    """The first explicit date that is one, and what is given for one where none is.

    A second one of the same day that has the time wins.
    """
    article = Article(page)
    given = [text for text in _given(page, article, linked, metas) if text]
    found = [date for text in (*given, *_shown(page, article)) if (date := _parsed(text))]
    if not found:
        return None, next(iter(given), None)
    first = found[0]
    return next((d for d in found if len(d) > 10 and d[:10] == first[:10]), first), None


def _given(
    page: Element, article: Article, linked: dict[str, Any], metas: dict[str, str]
) -> Iterator[str]:
    """Texts that the page gives as the publication date to programs."""
    for value in (linked.get("datePublished"), _first(metas, _DATES)):
        if isinstance(value, str):
            yield value.strip()
    for element in filter(article.tells, page.xpath("//*[@itemprop='datePublished']")):
        yield _said(element) or ""


def _shown(page: Element, article: Article) -> Iterator[str]:
    """Texts of the article, as readers see it, that may be the publication date."""
    for element in filter(article.tells, page.xpath("//time")):
        if not _is_change(element):
            yield element.get("datetime") or ""
            yield _visible(words(element))
    for element in filter(article.tells, (*page.xpath(_VISIBLE), *page.xpath(_AFTER_HEADING))):
        if not _is_change(element):
            yield _visible(words(element))


def _is_change(element: Element) -> bool:
    """Whether an element is marked as the time of a later change alone."""
    own = named(element).lower()
    return ("modified" in own or "updated" in own) and "published" not in own


def _visible(text: str | None) -> str:
    """The part of a visible text that is no date of a change."""
    if not text or len(text) > _LONGEST:
        return ""
    parts = [part.strip() for part in text.replace("•", "|").split("|")]
    return " ".join(part for part in parts if not fold_key(part).startswith(_CHANGED))


def _parsed(text: str) -> str | None:
    try:
        return published(text)
    except ValueError:
        return in_words(text) or numeric(text, day_first=True)


def _author(page: Element, linked: dict[str, Any], metas: dict[str, str]) -> str | None:
    """The author's name; an address of a profile is no name."""
    for value in (names(linked.get("author")), _first(metas, _AUTHORS), _prop(page, "author")):
        if value and not value.startswith(("http://", "https://")):
            return value
    return words(next(iter(page.xpath("//*[@rel='author']")), None))


def _url(page: Element, linked: dict[str, Any], metas: dict[str, str]) -> str | None:
    """The page's own address."""
    main = linked.get("mainEntityOfPage")
    candidates = (
        *page.xpath("//link[@rel='canonical']/@href"),
        metas.get("og:url"),
        linked.get("url"),
        main.get("@id") if isinstance(main, dict) else main,
    )
    return next((str(u) for u in candidates if isinstance(u, str) and u.startswith("http")), None)
