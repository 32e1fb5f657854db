"""Lines and texts without the names of private persons, made once and kept."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from waqai.export.known import Known, known
from waqai.export.privacy import (
    WITHHELD,
    WITHHELD_ENGLISH,
    covered,
    is_private,
    masker,
    without_parts,
)
from waqai.model.canonical import dump
from waqai.model.judgement import Anchor, Judgement
from waqai.model.line import Line, Named
from waqai.store.deciding import Judged
from waqai.store.lines import decode_line
from waqai.text.fold import fold_key


def shown_line(raw: bytes, names: bool) -> bytes:
    """A line as it is kept, for somebody who may see `names` or not."""
    return raw if names else _masked_line(raw)


def shown_text(text: str, names: bool, told: Known) -> str:
    """A text with private names covered letter by letter; `told` of whom else it speaks."""
    return text if names else _covered(text, told)


def shown_judged(item: Judged, names: bool) -> Judged:
    """A judgement and its state, for somebody."""
    return msgspec.structs.replace(item, judgement=shown_judgement(item.judgement, names))


def shown_judgement(made: Judgement, names: bool) -> Judgement:
    """A judgement; the words of reports in it, and its reason, name no private person."""
    if names:
        return made
    return msgspec.structs.replace(
        made,
        events=tuple(map(_anchor, made.events)),
        others=tuple(map(_anchor, made.others)),
        why=masker(False)(made.why),
    )


def _anchor(anchor: Anchor) -> Anchor:
    return msgspec.structs.replace(anchor, words=masker(False)(anchor.words))


@lru_cache(maxsize=1 << 15)
def _masked_line(raw: bytes) -> bytes:
    line = decode_line(raw)
    return dump(_masked(line))


def _masked(line: Line) -> Line:
    told = _told(line)
    is_place = line.place_words and without_parts(line.place_words, told) != line.place_words
    return msgspec.structs.replace(
        line,
        by=tuple(_named(party, told) for party in line.by),
        to=tuple(_named(party, told) for party in line.to),
        place=WITHHELD_ENGLISH if is_place else line.place,
        place_words=WITHHELD if is_place else line.place_words,
        title=masker(False, told)(line.title) if line.title else None,
    )


def _told(line: Line) -> Known:
    """What a line tells of the persons in it."""
    parties = (*line.by, *line.to)
    public = frozenset(fold_key(p.words) for p in parties if p.kind == "person" and p.id)
    private = [p.words for p in parties if is_private(p.kind, p.id, p.words, Known(public))]
    return known((line.title or "",), public, private)


def _named(party: Named, told: Known) -> Named:
    if is_private(party.kind, party.id, party.words, told):
        return msgspec.structs.replace(party, name=WITHHELD_ENGLISH, words=WITHHELD)
    if party.id is not None or party.kind == "person":
        return party
    mask = masker(False, told)
    return msgspec.structs.replace(party, name=mask(party.name), words=mask(party.words))


@lru_cache(maxsize=1 << 10)
def _covered(text: str, told: Known) -> str:
    return covered(text, told)
