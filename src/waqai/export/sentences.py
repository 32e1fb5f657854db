"""One event as one English and one Arabic sentence, made from its fields alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from waqai.export.phrases import (
    countries,
    date_arabic,
    date_english,
    people_arabic,
    people_english,
    table,
)
from waqai.model.codes import EventType, Status
from waqai.model.event import SCOPE, Claim, Event, Side, Where
from waqai.model.values import PlaceValue

_STATUS = {"happened": "", "foiled": "Foiled ", "planned": "Planned ", "denied": "Denied: "}
_ARABIC_STATUS = {"happened": "", "foiled": "إحباط ", "planned": "خطة معلنة: ", "denied": "نفي: "}

_PART: Final = f"{SCOPE}part"


class Figure(NamedTuple):
    """The claims of one slot about one class of people together: lowest and highest told."""

    slot: str
    cls: str
    low: int | None
    high: int | None
    claims: int


def figures(event: Event) -> list[Figure]:
    """Figures of an event in the order of their first claim; parts (children among) left out."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in event.claims:
        groups.setdefault((claim.slot, claim.whom.cls), []).append(claim)
    found = []
    for (slot, cls), claims in groups.items():
        whole = [c for c in claims if not _is_part(c)] or claims
        lows = [c.low for c in whole if c.low is not None]
        highs = [c.high for c in whole if c.high is not None]
        open_top = any(c.high is None and c.low is not None for c in whole)
        high = None if open_top and max(lows) >= max(highs, default=0) else max(highs, default=None)
        found.append(Figure(slot, cls, min(lows, default=None), high, len(whole)))
    return found


def _is_part(claim: Claim) -> bool:
    """Whether a figure tells of some of those of another."""
    return claim.whom.age is not None or claim.whom.sex is not None or _PART in claim.rules


def english(event: Event) -> str:
    """The English sentence."""
    return sentence(
        event.type,
        event.status,
        (side.name for side in event.by),
        (side.name for side in event.to),
        place_english(tuple(place.value for place in event.where)),
        date_english(event.when),
        map(_english, figures(event)),
    )


def sentence(
    kind: EventType,
    status: Status,
    by: Iterable[str],
    to: Iterable[str],
    place: str,
    date: str,
    figures: Iterable[str],
) -> str:
    """An English sentence of its parts; a name stands in it once."""
    preposition, noun, _, _ = table("types", 5)[kind]
    first, second = " and ".join(dict.fromkeys(by)), " and ".join(dict.fromkeys(to))
    parts = [f"{_STATUS[status]}{noun}"]
    if first:
        parts.append(f"by {first}")
    if second:
        parts.append(f"{preposition} {second}")
    counted = ", ".join(figures)
    made = " ".join((*parts, place, date)) + (f": {counted}" if counted else "")
    return made[:1].upper() + made[1:] + "."


def arabic(event: Event) -> str:
    """The Arabic sentence; names stand in it as the report writes them."""
    _, _, to, noun = table("types", 5)[event.type]
    parts = [f"{_ARABIC_STATUS[event.status]}{noun}"]
    if event.by:
        parts.append("من جانب " + " و".join(_once(event.by)))
    if event.to:
        parts.append(f"{to} " + " و".join(_once(event.to)))
    parts.append(_place_arabic(event.where))
    parts.append(date_arabic(event.when))
    counted = [_arabic(figure) for figure in figures(event)]
    return " ".join(parts) + ("؛ " + " و".join(counted) if counted else "") + "."


def _english(figure: Figure) -> str:
    done = table("slots", 4)[figure.slot][0]
    low, high = figure.low, figure.high
    if high == 0:
        return people_english(figure.cls, "no", False) + f" {done}"
    if low is None and high is None:
        return people_english(figure.cls, "an unstated number of", False) + f" {done}"
    if high is None:
        count = f"at least {low}"
    elif low is None:
        count = f"at most {high}"
    else:
        count = str(high) if low == high else f"{low} to {high}"
    return people_english(figure.cls, count, low == high == 1) + f" {done}"


def _arabic(figure: Figure) -> str:
    _, none, noun = table("slots", 4)[figure.slot]
    if figure.high == 0:
        return none
    return f"{noun} {people_arabic(figure.cls, figure.low, figure.high)}"


def place_english(values: tuple[PlaceValue, ...]) -> str:
    """`in` the first place with what is around it, and how many more."""
    if not values:
        return "at an unknown place"
    value = values[0]
    country = countries().get(value.country or "")
    names = [value.name, value.admin1, country.english if country else None]
    inside = [name for name in dict.fromkeys(names) if name]
    more = f" and {len(values) - 1} more places" if len(values) > 2 else ""
    other = f" and {values[1].name}" if len(values) == 2 else ""
    return f"in {', '.join(inside)}{other}{more}"


def _place_arabic(where: tuple[Where, ...]) -> str:
    if not where:
        return "في مكان غير معروف"
    country = countries().get(where[0].value.country or "")
    names = dict.fromkeys(_line(place.text) for place in where)
    inside = f" ({country.arabic})" if country and country.arabic not in names else ""
    return "في " + " و".join(names) + inside


def _once(sides: tuple[Side, ...]) -> Iterable[str]:
    return dict.fromkeys(_line(side.text) for side in sides)


def _line(text: str) -> str:
    """Words of a report on one line."""
    return " ".join(text.split())
