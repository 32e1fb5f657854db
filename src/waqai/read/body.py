"""The text of an article: out of the element that is marked as its body, else as trafilatura finds.

The marked element is exact where there is one; trafilatura's model of a page serves all others.
"""

from __future__ import annotations

from collections.abc import Iterator

import trafilatura
from lxml import html as lxml_html

from waqai.read.around import bodies
from waqai.read.boilerplate import cut, paragraphs
from waqai.read.linked import article
from waqai.read.markup import Element

_TAGS = ("p", "h2", "h3", "h4", "li", "blockquote", "pre")
_BLOCKS = f"descendant::*[{' or '.join(f'self::{tag}' for tag in _TAGS)}]"
# A marked body of fewer letters than this is some other part of the page.
_SHORTEST = 40


def body_of(page: Element, title: str | None) -> str:
    """Paragraphs, one a line; what JSON-LD gives where the page shows none. The tree is changed."""
    linked = article(page).get("articleBody")
    cut(page)
    for container in bodies(page):
        found = paragraphs("\n".join(_blocks(container)), title)
        if len(found) >= _SHORTEST:
            return found
    found = paragraphs(_extracted(page), title)
    return found or (paragraphs(linked, title) if isinstance(linked, str) else "")


def _blocks(container: Element) -> Iterator[str]:
    """The text blocks of a container in order; lines of bare text between <br> count as blocks."""
    blocks = [block for block in container.xpath(_BLOCKS) if not block.xpath(_BLOCKS)]
    inside = sum(len(block.text_content()) for block in blocks)
    if inside > 0.7 * len(container.text_content().strip()):
        yield from (block.text_content().replace("\n", " ") for block in blocks)
        return
    for br in container.xpath(".//br"):
        br.tail = "\n" + (br.tail or "")
    for block in container.xpath(f"{_BLOCKS} | descendant::div"):
        block.tail = "\n" + (block.tail or "")
        block.text = "\n" + (block.text or "")
    yield container.text_content()


def _extracted(page: Element) -> str:
    """The main text of a page without a marked body."""
    found = _main_text(page)
    if found or not page.xpath("//table"):
        return found
    # A page of the tables' age: what lays it out is no data.
    for cell in page.xpath("//table | //tbody | //tr | //td | //font"):
        cell.tag = "span" if cell.tag == "font" else "div"
    for br in page.xpath("//br[following-sibling::node()[1][self::br]]"):
        br.tag = "p"
    return _main_text(page)


def _main_text(page: Element) -> str:
    found = trafilatura.extract(
        lxml_html.tostring(page, encoding="unicode"),
        output_format="txt",
        include_comments=False,
        include_tables=False,
        favor_precision=True,
    )
    return found or ""
