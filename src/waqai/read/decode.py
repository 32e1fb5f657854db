"""Bytes to text: UTF-8, UTF-16, the single-byte Arabic encodings, and files that mix them.

Nothing is normalised: only a byte order mark is left out and what is no character at all (a lone
surrogate, a broken UTF-8 sequence) becomes U+FFFD. The raw bytes are kept elsewhere.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from waqai.errors import DecodeError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Windows' first: it wins where two decode a text equally well.
_LEGACY = ("windows-1256", "iso-8859-6", "cp720", "mac-arabic")
# The commonest Arabic words: bytes decoded by the wrong table do not give them.
_COMMON = re.compile(
    r"(?<!\w)(?:في|من|على|إلى|الى|أن|ان|عن|مع|التي|الذي|هذا|هذه|بعد|قال|بين|كما|ما|لا|و?ال\w{2,})(?!\w)"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOJIBAKE = re.compile("(?:[ØÙÚÛ][\x80-\xff\u0152-\u2122 ]){4}")
# Share of control bytes above which bytes are no text.
_BINARY_SHARE = 0.02


class Decoded(NamedTuple):
    """A text and the name of what it was decoded by, several joined by +."""

    text: str
    encoding: str


def decode(raw: bytes, where: str) -> Decoded:
    """The text of `raw`. Raises DecodeError naming `where` if it is binary or no known encoding."""
    found = _by_mark(raw)
    if found:
        return _utf(raw, *found)
    if len(_CONTROL.findall(raw)) > _BINARY_SHARE * len(raw):
        raise DecodeError("binary data, not text", where, "give text, HTML, JSONL, CSV or a zip")
    try:
        return _unmangled(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _by_line(raw, where)


def _by_mark(raw: bytes) -> tuple[str, int] | None:
    """Encoding and length of a byte order mark; UTF-16 without one betrays itself by its zeros."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return encoding, len(mark)
    sample = raw[:4096]
    if len(sample) < 4 or 0 not in sample:
        return None
    # The high byte of Latin is 0, of Arabic 6; spaces, digits and stops are in every text.
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in (0, 6) for byte in high) > 0.9 * len(high):
            return encoding, 0
    return None


def is_wide(head: bytes) -> bool:
    """Whether a text that begins so has two or four bytes a character, so that lines need care."""
    found = _by_mark(head)
    return found is not None and found[0] != "utf-8"


def _utf(raw: bytes, encoding: str, mark: int) -> Decoded:
    return Decoded(raw[mark:].decode(encoding, "replace"), encoding)


def _unmangled(text: str) -> Decoded:
    """A UTF-8 text, mended where it is UTF-8 once taken for windows-1252 and encoded again."""
    if _MOJIBAKE.search(text):
        try:
            return Decoded(_latin_bytes(text).decode("utf-8"), "utf-8+windows-1252")
        except UnicodeError:
            pass  # a text that only looks so: it stays as it came
    return Decoded(text, "utf-8")


def _latin_bytes(text: str) -> bytes:
    """The bytes that windows-1252 shows as `text`; its five holes show as C1 controls."""
    return b"".join(
        bytes((ord(c),)) if "\x80" <= c <= "\x9f" else c.encode("windows-1252") for c in text
    )


def _by_line(raw: bytes, where: str) -> Decoded:
    """Lines of several encodings, each decoded on its own; one table for all that are not UTF-8."""
    lines = raw.split(b"\n")
    odd = [line for line in lines if not _is_utf8(line)]
    legacy = [line for line in odd if not _broken_utf8(line)]
    table = _legacy(b"\n".join(legacy), where) if legacy else ""
    used: dict[str, None] = {}
    texts = []
    for line in lines:
        if _is_utf8(line):
            encoding = "utf-8" if _HIGH.search(line) else ""
        else:
            encoding = "utf-8" if _broken_utf8(line) else table
        if encoding:
            used[encoding] = None
        texts.append(line.decode(encoding or "utf-8", "replace"))
    return Decoded("\n".join(texts), "+".join(used))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _broken_utf8(line: bytes) -> bool:
    """Whether most of the high bytes are UTF-8 and a few are broken (a letter cut in two)."""
    high = len(_HIGH.findall(line))
    good = len(line.decode("utf-8", "ignore").encode("utf-8")) - (len(line) - high)
    return good > 0.8 * high


def _legacy(raw: bytes, where: str) -> str:
    """The single-byte table by which `raw` reads most like Arabic (or Latin with accents)."""
    scores = {encoding: _likeness(raw, encoding) for encoding in _LEGACY}
    best = max(_LEGACY, key=lambda encoding: scores[encoding])
    high = len(_HIGH.findall(raw))
    if scores[best] <= 0 and high > 0.3 * len(raw):
        raise DecodeError("text in no known encoding", where, "save it as UTF-8")
    return best


def _likeness(raw: bytes, encoding: str) -> float:
    """Common Arabic words for each byte; -1 where the table has no such bytes."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return -1
    return len(_COMMON.findall(text)) / max(1, len(raw))


def scrub(text: str) -> str:
    """The text with each lone surrogate as U+FFFD, so that offsets stay and it can be stored."""
    return _SURROGATE.sub("\ufffd", text)
