"""JSON-LD of a page: the object that describes the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from waqai.read.markup import Element

_ARTICLES = frozenset((
    "NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting",
    "AnalysisNewsArticle", "BackgroundNewsArticle", "Report",
))  # fmt: skip
_PAGES = frozenset(("WebPage", "ItemPage"))
_DEEPEST = 6


def article(page: Element) -> dict[str, Any]:
    """The article's JSON-LD object (else the page's), {} where there is none or it is broken."""
    found = [item for block in _blocks(page) for item in _objects(block, 0)]
    by_id = {item["@id"]: item for item in found if isinstance(item.get("@id"), str)}
    for wanted in (_ARTICLES, _PAGES):
        for item in found:
            if wanted.intersection(_types(item)):
                return {key: _followed(value, by_id) for key, value in item.items()}
    return {}


def names(value: Any) -> str | None:
    """The name of a person or organisation, or of several joined by a comma."""
    if isinstance(value, list):
        found = [name for name in map(names, value) if name]
        return "، ".join(dict.fromkeys(found)) or None
    if isinstance(value, dict):
        return names(value.get("name"))
    return value.strip() or None if isinstance(value, str) else None


def _blocks(page: Element) -> Iterator[Any]:
    """The parsed scripts; a broken one costs no other."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip()
        text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").rstrip(";")
        try:
            yield msgspec.json.decode("".join(c if c >= " " else " " for c in text))
        except (msgspec.DecodeError, RecursionError):
            continue


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """All objects at any depth, outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth)
    elif isinstance(value, dict):
        yield value
        for name, item in value.items():
            # Objects about other articles are not this page's.
            if name not in ("hasPart", "itemListElement", "relatedLink", "citation", "mentions"):
                yield from _objects(item, depth + 1)


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [t for t in (kind if isinstance(kind, list) else [kind]) if isinstance(t, str)]


def _followed(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """A reference {"@id": ...} replaced by what it refers to."""
    if isinstance(value, list):
        return [_followed(item, by_id) for item in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return by_id.get(value["@id"], value)
    return value
