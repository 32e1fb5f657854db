"""Lines and texts without the names of private persons, made once and kept."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from waqai.export.privacy import (
    WITHHELD,
    WITHHELD_ENGLISH,
    covered,
    is_private,
    masker,
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


def shown_text(text: str, names: bool, public: frozenset[str]) -> str:
    """A text with private names covered letter by letter; `public` are folded names."""
    return text if names else _covered(text, public)


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
    public = {fold_key(p.words) for p in (*line.by, *line.to) if p.kind == "person" and p.id}
    return msgspec.structs.replace(
        line,
        by=tuple(map(_named, line.by)),
        to=tuple(map(_named, line.to)),
        title=masker(False, public)(line.title) if line.title else None,
    )


def _named(party: Named) -> Named:
    if not is_private(party.kind, party.id, party.words):
        return party
    return msgspec.structs.replace(party, name=WITHHELD_ENGLISH, words=WITHHELD)


@lru_cache(maxsize=1 << 10)
def _covered(text: str, public: frozenset[str]) -> str:
    return covered(text, public)
