"""What a stream holds: told by magic bytes, then by the name, then by how the text begins."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from waqai.errors import DecodeError
from waqai.read.table import is_header

Kind = Literal["text", "html", "jsonl", "json", "csv", "mhtml", "zip", "gzip"]

_BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".mht": "mhtml", ".mhtml": "mhtml",
    ".csv": "csv", ".tsv": "csv", ".tab": "csv",
}  # fmt: skip
_PACKED: tuple[tuple[bytes, Kind], ...] = ((b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"),
                                           (b"\x1f\x8b", "gzip"))  # fmt: skip
_FOREIGN = (
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|article|div|p|h1|title)\b", re.I)
# How a browser opens a page that it saves with its pictures.
_ARCHIVE = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.I
)
_MARK = "\ufeff"


def kind_of(source: str, head: bytes) -> Kind:
    """The kind of a stream by its name and first bytes. Raises DecodeError for a foreign format."""
    for magic, kind in _PACKED:
        if head.startswith(magic):
            return kind
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise DecodeError(f"{what}, not text", source, "save it as text, HTML, JSONL or CSV")
    named = _BY_SUFFIX.get(PurePath(source).suffix.lower())
    return named or _by_content(head)


def _by_content(head: bytes) -> Kind:
    """How the text begins; plain text where nothing else is sure."""
    if _ARCHIVE.match(head):
        return "mhtml"
    text = _loose(head).lstrip(_MARK + " \t\r\n")
    if text.startswith("{"):
        return "jsonl"
    if re.match(r"\[\s*\{", text):
        return "json"
    if text.startswith("<") and _MARKUP.search(text.encode("utf-8", "replace")[:4096]):
        return "html"
    return "csv" if is_header(text.partition("\n")[0]) else "text"


def _loose(head: bytes) -> str:
    """Enough of a text to see its ASCII signs."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")
