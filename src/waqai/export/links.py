"""Addresses of reports: one whose words name a private person is cut before them."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from waqai.export.known import Known, hidden
from waqai.text.document import Document

_PARTS: Final = re.compile(r"([/?#&])")
_NO_WORD: Final = re.compile(r"[\W\d_]")
# Letters of a word that is cut off with its address, at least.
_CUT: Final = 4


def link(url: str, told: Known) -> str:
    """The address, up to the first part of it that holds a private name."""
    if url.isascii() and "%" not in url:
        return url
    kept: list[str] = []
    for part in _PARTS.split(url):
        if _names(part, told):
            return "".join(kept).rstrip("?#&")
        kept.append(part)
    return url


def _names(part: str, told: Known) -> bool:
    """Whether the words of a part of an address name a private person."""
    text = _NO_WORD.sub(" ", unquote(part)).strip()
    if text.isascii():
        return False
    return next(hidden(text, told), None) is not None or _is_cut(text, told)


def _is_cut(text: str, told: Known) -> bool:
    """Whether the last word begins one of a private name: مقتل-سامر-الوحي."""
    last = Document(text).keys[-1]
    return len(last) >= _CUT and any(word.startswith(last) for word in told.private)
