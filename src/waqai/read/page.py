"""HTML pages: the article's text and what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from waqai.errors import EmptyError, FlawError, InputError
from waqai.model.report import Report, content_id
from waqai.read.language import language
from waqai.read.limits import PAGE_BYTES
from waqai.read.plain import whole
from waqai.read.received import Received

# Fewer letters than this are no article.
_SHORTEST = 25


def read_page(
    stream: BinaryIO, source: str, published: str | None = None
) -> Iterator[Received | InputError]:
    """The one report of a page, or why there is none."""
    try:
        yield from _report(whole(stream, source, PAGE_BYTES), source, published)
    except InputError as error:
        yield error


def _report(raw: bytes, source: str, published: str | None) -> Iterator[Received | InputError]:
    """The report of a page, before it a FlawError where its date is none.

    Raises EmptyError where no article is in it.
    """
    from waqai.read.body import body_of
    from waqai.read.markup import page_text, tree
    from waqai.read.metadata import metadata

    text, encoding = page_text(raw, source)
    page = tree(text, source)
    told = metadata(page)
    body = body_of(page, told.title)
    if sum(map(str.isalpha, body)) < _SHORTEST:
        raise EmptyError("a page without the text of an article", source, "save the page as shown")
    if told.refused:
        what = f"impossible publication date {told.refused[:60]!r}, read as unknown"
        yield FlawError(what, source, "give the date by --published")
    moment = told.published or published
    report = Report(
        id=content_id(told.title, body, moment),
        body=body,
        title=told.title,
        published=moment,
        outlet=told.outlet,
        url=told.url,
        author=told.author,
        language=language(body),
    )
    yield Received(report, raw, source, "html", encoding)
