"""Turns: where another clause begins between the places of an event and its people hurt."""

from __future__ import annotations

import re
from typing import Final

from waqai.model.event import Claim, Event

# What parts a place from people of another clause.
_TURN: Final = re.compile(r"[.؛\n]|، (?:كما|كذلك|فيما|بينما|في حين|في وقت) ")
HURT: Final = frozenset(("killed", "wounded"))
# Places from which on it can matter beside which one people stand.
_SEVERAL: Final = 2


def is_harm(claim: Claim) -> bool:
    """Whether it tells of so many hurt, not of nobody nor of an unknown number."""
    return claim.slot in HURT and bool(claim.low or claim.high)


def turns(text: str, event: Event) -> tuple[int, ...]:
    """Offsets in the report's text where a clause begins, among what an event's places and its
    figures of people hurt lie in.
    """
    hurt = [claim.span for claim in event.claims if is_harm(claim)]
    spans = [where.span for where in event.where]
    if not hurt or len(spans) < _SEVERAL:
        return ()
    spans += hurt
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    return tuple(turn.start() for turn in _TURN.finditer(text, first, last))
