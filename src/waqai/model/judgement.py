"""Judgement: what an analyst decided. Appended, never changed; undone by another."""

from __future__ import annotations

from typing import Literal

import msgspec

Verdict = Literal["merge", "split", "accept", "correct", "reject", "undo"]


class Anchor(msgspec.Struct, frozen=True):
    """An event as it was when judged: found again by its id, else by its words in the report."""

    report: str
    event: str
    start: int
    end: int
    words: str


class Judgement(msgspec.Struct, frozen=True):
    """A decision on `events` (with `merge`: one thing; with `split`: not what `others` are).

    `accept`, `correct` and `reject` are about the whole event where `slot` is None, else about one
    value of it: a count slot with `low` and `high`, or `date` or `place` with `value`. `undo` names
    the judgement that it takes back in `undoes`.
    """

    id: str
    verdict: Verdict
    events: tuple[Anchor, ...]
    others: tuple[Anchor, ...]
    slot: str | None
    low: int | None
    high: int | None
    value: str | None
    undoes: str | None
    who: str
    why: str
    at: str
