"""Sentences as token ranges: title, datelines, bullets, quotations, headlines without a stop."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from waqai.text.tokens import Tokens

SentenceKind = Literal["title", "body", "dateline", "caption"]

_STOPS: Final = frozenset(".!?؟…")
_BREAKS: Final = _STOPS | {"\n"}
_CLOSERS: Final = frozenset("\"')]}»”")
_DATELINE_ENDS: Final = frozenset("-:/")
_DATELINE_LONGEST: Final = 14
_DASHES: Final = frozenset("-/|")
# With none of these before it, a colon opens what someone says (وقال الرئيس: ...).
_MARKS: Final = _DASHES | frozenset("([")
# One letter before a stop is an initial or a title (د. أحمد), not the end of a sentence.
_INITIAL_LENGTH: Final = 1
# The name of a Latin letter: what follows its stop at once is the next letter (سي.إن.إن).
_LETTER_NAME: Final = 2
# Text without stops is cut after so many tokens, at a comma where the second half has one: what is
# read over one sentence (who says it, who did it) costs the same however long a text goes on.
_LONGEST: Final = 200
_COMMAS: Final = frozenset("،,؛;")
# The line under a picture: so many tokens at most, what tells that it is old, and what stands in
# brackets behind a headline.
_CAPTION_LONGEST: Final = 45
_ARCHIVES: Final = frozenset(
    ("ارشيفيه", "ارشيف", "الارشيف", "ارشيفي", "تعبيريه", "تعبيري", "توضيحيه")
)
_LABELS: Final = frozenset(
    ("فيديو", "صور", "صوره", "حوار", "بالفيديو", "تقرير", "خاص", "مترجم", "شاهد")
)


class Sentence(NamedTuple):
    """Tokens [first, last) of one sentence; `paragraph` counts lines of the report from 0."""

    first: int
    last: int
    kind: SentenceKind
    paragraph: int


def sentences(tokens: Tokens, title_length: int) -> list[Sentence]:
    """Split a report's tokens; every token but line ends is in exactly one sentence."""
    found: list[Sentence] = []
    first, paragraph = 0, 0
    keys, count = tokens.keys, len(tokens.keys)
    for index, key in enumerate(keys):
        if key not in _BREAKS:
            continue
        if key == "\n":
            _close(found, tokens, first, index, paragraph, title_length)
            first, paragraph = index + 1, paragraph + 1
        elif index < first:
            continue
        elif _ends(tokens, index):
            stop = index + 1
            while stop < count and (keys[stop] in _CLOSERS or keys[stop] in _STOPS):
                stop += 1
            _close(found, tokens, first, stop, paragraph, title_length)
            first = stop
    _close(found, tokens, first, count, paragraph, title_length)
    _caption(found, keys)
    return found


def _caption(found: list[Sentence], keys: list[str]) -> None:
    """Tell the caption of a picture that opens the body: a line without a stop that names its
    source in brackets or an archive, before the first line of the story.
    """
    order = next((n for n, sentence in enumerate(found) if sentence.kind != "title"), len(found))
    after = order
    while after < len(found) and found[after].paragraph == found[order].paragraph:
        after += 1
    if after == len(found) or found[0].kind != "title":
        return
    words = keys[found[order].first : found[after - 1].last]
    if len(words) <= _CAPTION_LONGEST and _is_caption(words):
        last = found[after - 1].last
        found[order:after] = [found[order]._replace(last=last, kind="caption")]


def _is_caption(words: list[str]) -> bool:
    """Whether a line is told to be of an archive, or ends in the name of a source in brackets."""
    if not _ARCHIVES.isdisjoint(words):
        return words[-1] not in _STOPS
    if words[-1] != ")" or "(" not in words:
        return False
    opened = len(words) - 1 - words[::-1].index("(")
    story, source = words[:opened], words[opened + 1 : -1]
    return bool(story) and _STOPS.isdisjoint(story) and _LABELS.isdisjoint(source)


def _ends(tokens: Tokens, index: int) -> bool:
    """Whether the stop at `index` ends a sentence: not after an initial, not before a comma."""
    keys = tokens.keys
    if keys[index] != ".":
        return True
    before = keys[index - 1] if index else ""
    after = keys[index + 1] if index + 1 < len(keys) else ""
    if len(before) == _INITIAL_LENGTH and before.isalpha() and after != "\n":
        return False
    if len(before) == _LETTER_NAME and after.isalpha():
        return tokens.starts[index + 1] > tokens.ends[index]
    return after not in ("،", ",")


def _close(
    found: list[Sentence], tokens: Tokens, first: int, last: int, paragraph: int, title: int
) -> None:
    """Add the sentence [first, last), its dateline apart."""
    if first >= last:
        return
    kind: SentenceKind = "title" if title and tokens.starts[first] < title else "body"
    if kind == "body" and (split := _dateline(found, tokens, first, last, paragraph, title)):
        found.append(Sentence(first, split, "dateline", paragraph))
        first = split
    while last - first > _LONGEST:
        cut = _cut(tokens, first)
        found.append(Sentence(first, cut, kind, paragraph))
        first = cut
    if first < last:
        found.append(Sentence(first, last, kind, paragraph))


# A dateline opens the body or follows the deck; blank lines between count as lines.
_EARLY: Final = 4


def _dateline(
    found: list[Sentence], tokens: Tokens, first: int, last: int, paragraph: int, title: int
) -> int:
    """Token after a dateline that opens one of the first paragraphs, else 0."""
    opens = not found or found[-1].paragraph != paragraph
    if not opens or paragraph > _EARLY:
        return 0
    before = {sentence.paragraph for sentence in found if sentence.kind != "title"}
    return _dateline_end(tokens, first, last) if len(before) <= bool(title) else 0


def _cut(tokens: Tokens, first: int) -> int:
    """Where a sentence without an end is cut: behind its last comma that is far enough."""
    far = range(first + _LONGEST - 1, first + _LONGEST // 2, -1)
    return next((k + 1 for k in far if tokens.keys[k] in _COMMAS), first + _LONGEST)


def _dateline_end(tokens: Tokens, first: int, last: int) -> int:
    """Token after a dateline (دمشق - , القاهرة (رويترز) - , بغداد/ الأناضول) or byline, else 0."""
    keys = tokens.keys
    if _is_byline(keys[first:last]):
        return last
    for index in range(first + 1, min(last, first + _DATELINE_LONGEST)):
        if keys[index] == "/" and len(keys[index - 1]) == _INITIAL_LENGTH:
            return 0  # a title (د/ أحمد)
        if keys[index] in _DATELINE_ENDS and index - first <= 10 and _spaced(tokens, index):
            stop = index + 1
            while stop < last and keys[stop] in _DATELINE_ENDS:
                stop += 1
            told = keys[first:index]
            spoken = keys[index] == ":" and _MARKS.isdisjoint(told)
            return stop if stop < last and not spoken and not _too_wordy(told) else 0
    return 0


def _is_byline(keys: list[str]) -> bool:
    """A line of its own that names who wrote it (كتب - أحمد سالم:)."""
    return len(keys) <= _DATELINE_LONGEST and keys[-1] == ":" and not _DASHES.isdisjoint(keys)


def _spaced(tokens: Tokens, index: int) -> bool:
    """Whether a space (or another dash) follows the mark, so that it joins no compound."""
    if index + 1 >= len(tokens.keys):
        return False
    return tokens.starts[index + 1] > tokens.ends[index] or tokens.keys[index + 1] in _DATELINE_ENDS


def _too_wordy(keys: list[str]) -> bool:
    """A dateline is a place, an agency and a date: more than 6 words outside brackets is prose."""
    depth, words = 0, 0
    for key in keys:
        depth += (key in "([") - (key in ")]")
        words += depth == 0 and key.isalpha()
    return words > 4
