"""Folding: one spelling for all variants of a word, with a map back to the original offsets.

Folded once, for everything: vowel marks, tatweel, zero-width and bidi controls go; alef forms,
ya/alef maqsura and ta marbuta/ha become one; hamza on a seat becomes ء (مسؤول = مسئول); Persian
letters and presentation forms become Arabic ones; digits of every set become ASCII; words broken
up to dodge platform filters (داع..ش, قـ ـصـ ـف, قـ.صف, ق*ص*ف) are joined again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

_MARKS: Final = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u08d3-\u08e1\u08e3-\u08ff\u0300-\u036f"
)
_CONTROLS: Final = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f"
)
_FORMS: Final = "\ufb50-\ufdff\ufe70-\ufefc"
_LETTER: Final = "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]"
_END: Final = f"(?!{_LETTER})"
_BEGIN: Final = f"(?<!{_LETTER})"

# Gaps inside a word broken up to dodge filters. A one-letter last piece after two dots is no word
# (but و is); a first piece "د." is a title and single dotted letters are an abbreviation. The first
# mark of a gap is read already, so that the search goes from mark to mark.
_GAPS: Final = "|".join(
    (
        f"(?<={_LETTER}\u0640)\u0640*(?:[ .*_]+\u0640+|[.*]+)(?={_LETTER})",
        f"(?<={_LETTER}[*])[*]*(?={_LETTER})",
        f"(?<={_BEGIN}(?!\u0648){_LETTER}_)_*(?={_LETTER})",
        f"(?<={_LETTER}_)_*(?=(?!\u0648){_LETTER}{_END})",
        f"(?<={_LETTER}\\.)\\.(?=(?!\u0648){_LETTER}{_END})",
        f"(?<={_BEGIN}{_LETTER}\\.)(?={_LETTER}(?:\\.|{_END}))",
        f"(?<=\\.{_LETTER}\\.)(?={_LETTER}(?:\\.|{_END}))",
    )
)
_ODD: Final = re.compile(
    f"[.*_{_FORMS}{_MARKS}{_CONTROLS}]"
    f"(?:{_GAPS}|(?<=[{_FORMS}])|(?<=[{_MARKS}{_CONTROLS}])[{_MARKS}{_CONTROLS}]*)"
)
# Each way begins with a mark, so that the search goes from mark to mark.
_GAP_HINT: Final = re.compile(f"\\*|_|\u0640[ .]|\\.\\.{_LETTER}|\\.(?<={_LETTER}\\.){_LETTER}")
_ANY_ODD: Final = re.compile(f"[{_FORMS}{_MARKS}{_CONTROLS}]")
_SIMPLE_ODD: Final = re.compile(
    f"[{_FORMS}{_MARKS}{_CONTROLS}](?:(?<=[{_FORMS}])|[{_MARKS}{_CONTROLS}]*)"
)
# A hamza that stands apart from its seat, and its seats.
_HAMZA: Final = "\u0654"
_SEATS: Final = "\u064a\u0649\u0648"
_TRAILING: Final = re.compile(f"[{_MARKS}]*")


def _digits() -> Iterator[tuple[int, str]]:
    """Every decimal digit of Unicode's Basic Multilingual Plane with its ASCII form."""
    for code in range(0x660, 0x10000):
        value = unicodedata.digit(chr(code), None)
        if value is not None and unicodedata.category(chr(code)) == "Nd":
            yield code, str(value)


_TABLE: Final[dict[int, str]] = {
    **dict(_digits()),
    **dict.fromkeys(map(ord, "أإآٱٲٳٵ"), "ا"),
    **dict.fromkeys(map(ord, "ىیېے"), "ي"),
    **dict.fromkeys(map(ord, "ئؤٶٸ"), "ء"),
    **dict.fromkeys(map(ord, "ةۃەہھ"), "ه"),
    **dict.fromkeys(map(ord, "کڪګ"), "ك"),
    **dict.fromkeys(map(ord, "پ"), "ب"),
    **dict.fromkeys(map(ord, "چ"), "ج"),
    **dict.fromkeys(map(ord, "ڤڥ"), "ف"),
    **dict.fromkeys(map(ord, "گ"), "غ"),
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    ord("٪"): "%",
    ord("٫"): ".",
    ord("٬"): ",",
    ord("\xa0"): " ",
    ord("_"): " ",
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
    **{code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)},
}


# Most texts have no other letters to change: replacing one at a time is then far quicker.
_FREQUENT: Final = tuple((letter, _TABLE[ord(letter)]) for letter in "أإآىئؤة“”«»–٠١٢٣٤٥٦٧٨٩")
_OTHERS: Final = re.compile(
    "[" + re.escape("".join(map(chr, _TABLE.keys() - {ord(one) for one, _ in _FREQUENT}))) + "]"
)


class Folded(NamedTuple):
    """Folded text; `starts[i]` is the original offset of folded character i (None: identity).

    `starts` has one more item than the text, the original length.
    """

    text: str
    starts: list[int] | None
    original: str

    def begin(self, index: int) -> int:
        """Original offset at which folded character `index` begins."""
        return index if self.starts is None else self.starts[index]

    def stop(self, index: int) -> int:
        """Original offset just after folded character `index - 1` and the marks on it."""
        if self.starts is None:
            return index
        end = self.starts[index - 1] + 1
        if self.starts[index] == end:
            return end
        trailing = _TRAILING.match(self.original, end)
        return trailing.end() if trailing else end

    def begins(self, indices: list[int]) -> list[int]:
        """`begin` of each index."""
        starts = self.starts
        return indices if starts is None else [starts[index] for index in indices]

    def stops(self, indices: list[int]) -> list[int]:
        """`stop` of each index."""
        starts = self.starts
        if starts is None:
            return indices
        return [
            end if (end := starts[index]) == starts[index - 1] + 1 else self.stop(index)
            for index in indices
        ]


def fold(text: str) -> Folded:
    """Fold a text, keeping the way back. Linear in its length; no text is refused."""
    gaps = _GAP_HINT.search(text) is not None
    if not gaps and _ANY_ODD.search(text) is None:
        return Folded(_unified(text), None, text)
    odd = _ODD if gaps else _SIMPLE_ODD
    pieces: list[str] = []
    starts: list[int] = []
    last = 0
    for match in odd.finditer(text):
        start, end = match.span()
        seated = text[start] == _HAMZA and start > last and text[start - 1] in _SEATS
        letters = "ء" if seated else _expanded(match.group())
        start -= seated
        pieces.append(text[last:start])
        starts.extend(range(last, start))
        for letter in letters:
            pieces.append(letter)
            starts.append(start)
        last = end
    pieces.append(text[last:])
    starts.extend(range(last, len(text) + 1))
    return Folded(_unified("".join(pieces)), starts, text)


def _unified(text: str) -> str:
    """One letter for all that stand for the same; the length stays."""
    for letter, plain in _FREQUENT:
        text = text.replace(letter, plain)
    return text.translate(_TABLE) if _OTHERS.search(text) else text


def _expanded(odd: str) -> str:
    """What an odd piece stands for: letters of a presentation form, or nothing."""
    if "\ufb50" <= odd[0] <= "\ufefc" and len(odd) == 1:
        form = unicodedata.normalize("NFKC", odd)
        return "" if form == odd else _SIMPLE_ODD.sub("", form)
    return ""


def fold_key(text: str) -> str:
    """A table key: folded, with single spaces and none around."""
    return " ".join(fold(text).text.split())
