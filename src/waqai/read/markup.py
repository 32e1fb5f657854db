"""HTML bytes to a tree, and the plain text of its elements."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from waqai.errors import EmptyError
from waqai.read.decode import Decoded, decode, scrub

# lxml ships no types; an element is what its parser returns.
Element = Any
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# What no character reference or control can be in a tree.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def page_text(raw: bytes, where: str) -> Decoded:
    """The page decoded: UTF-8 where it is valid, else what the page declares, else what fits."""
    try:
        return decode(raw, where) if _declared(raw) is None else _as_declared(raw, where)
    except LookupError:
        return decode(raw, where)


def _declared(raw: bytes) -> str | None:
    """The declared charset, None where it is UTF-8 or not declared."""
    match = _CHARSET.search(raw[:4096])
    name = match[1].decode("ascii", "replace").lower() if match else "utf-8"
    return None if name in ("utf-8", "utf8") else name


def _as_declared(raw: bytes, where: str) -> Decoded:
    """A page in the encoding that it declares. Raises LookupError for one that does not exist."""
    name = _declared(raw) or "utf-8"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return Decoded(raw.decode(name), name)
        except UnicodeDecodeError:
            return decode(raw, where)
    return decode(raw, where)


def tree(text: str, where: str) -> Element:
    """The page's root element. Raises EmptyError where there is no markup at all."""
    clean = _CONTROL.sub("", _DECLARATION.sub("", scrub(text)))
    try:
        return lxml_html.document_fromstring(clean)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise EmptyError("a page without content", where) from None


def words(element: Element | None) -> str | None:
    """The text of an element on one line, None where there is none."""
    if element is None:
        return None
    return squeezed(element.text_content())


def squeezed(text: str | None) -> str | None:
    """Single spaces and none around; None for nothing."""
    return " ".join(text.split()) or None if text else None
