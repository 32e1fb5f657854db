"""Sites: beside which places of an event its people are told killed or wounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from waqai.annotate.places.values import is_seat
from waqai.link.piece import Piece
from waqai.link.turns import HURT, is_harm
from waqai.model.codes import SPOTS
from waqai.model.event import Claim, Event, Where
from waqai.model.span import Span

# Code points within which a place stands beside the people hurt.
BESIDE: Final = 120
# How much farther a place is from people of another clause.
TURN: Final = 60
# How some of the people just counted are told, and code points from there to their place (في).
_OF_THEM: Final = ("منهم", "منهن")
_AT: Final = 5


def by_harm(event: Event) -> list[Where]:
    """The places of an event, those told by its killed and wounded before the others."""
    hurt = [claim.span for claim in event.claims if claim.slot in HURT]
    if not hurt or len(event.where) == 1:
        return list(event.where)
    return sorted(event.where, key=lambda where: _away(where.span, hurt) // BESIDE)


def hurt_there(piece: Piece) -> Iterator[tuple[Where, int]]:
    """Each claim of people hurt by its number in the event, with the located spot it stands beside.

    Totals of a title are of the whole report; of whom some are told there (أربعة، ثلاثة منهم في
    سرمين) the others are elsewhere.
    """
    spots = [where for where in piece.event.where if _is_spot(where)]
    for number, claim in enumerate(piece.event.claims):
        if not spots or not is_harm(claim) or claim.span.start < piece.report.title_length:
            continue
        where = min(spots, key=lambda w: (_apart(piece, w.span, claim.span), w.span.start))
        near = _away(where.span, [claim.span]) <= BESIDE
        if near and not _is_divided(claim, where, piece.event.claims[number + 1 :]):
            yield where, number


def _is_spot(where: Where) -> bool:
    """Whether it is a spot on the map; a town that bears its province's name may stand for it."""
    value = where.value
    return value.lat is not None and value.kind in SPOTS and not is_seat(value)


def _apart(piece: Piece, place: Span, claim: Span) -> int:
    """Code points between a place and people hurt; another clause is farther."""
    first, last = min(place.end, claim.end), max(place.start, claim.start)
    parted = any(first <= turn < last for turn in piece.telling.turns)
    return _away(place, [claim]) + TURN * parted


def _is_divided(whole: Claim, where: Where, others: Sequence[Claim]) -> bool:
    """Whether some of a claim's people alone are told at a place behind it."""
    return any(
        part.slot == whole.slot
        and part.text.endswith(_OF_THEM)
        and whole.span.end < part.span.start
        and 0 < where.span.start - part.span.end <= _AT
        for part in others
    )


def _away(span: Span, others: Iterable[Span]) -> int:
    """Code points between a span and the nearest of others."""
    return min(max(span.start - other.end, other.start - span.end, 0) for other in others)
