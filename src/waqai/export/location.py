"""How exactly a place is known: whether its degrees are its own or those of what is around it."""

from __future__ import annotations

from typing import Final, Literal

from waqai.export.phrases import countries
from waqai.model.values import PlaceValue

Precision = Literal["exact", "near", "province", "country"]
_CODES: Final[dict[int, Precision]] = {1: "exact", 2: "near", 3: "province"}


def precision(value: PlaceValue) -> Precision | None:
    """`exact`: its own degrees; `near`: a spot beside or around it; else those of all of a
    `province` (or as wide a part of a country) or `country`. None where a place has none.

    A site of which only the town, the province or the country is known is no nearer than that,
    whatever its own kind is.
    """
    if value.lat is None:
        return None
    known = countries().get(value.country or "")
    of_country = known is not None and value.container == known.english
    whole = value.kind == "point" and value.container == value.name
    if value.acled_precision is None or (of_country and whole):
        return "country"
    least = 1
    if whole:  # A named site in a town or a province: the degrees are the whole's.
        least = 3 if value.admin1 in (value.name, None) else 2
    elif of_country and value.name.endswith(f" {value.container}"):  # Its north is as wide as it.
        least = 3
    return _CODES[max(value.acled_precision, least)]


def acled_precision(value: PlaceValue) -> int | None:
    """ACLED's code; None of a country alone, which ACLED does not code."""
    told = precision(value)
    return {"exact": 1, "near": 2, "province": 3}.get(told or "")


def latin_name(value: PlaceValue) -> str:
    """The name in Latin letters: of a place that no table holds, that of what is around it."""
    return value.name if is_latin(value.name) or not value.container else value.container


def is_latin(name: str) -> bool:
    """Whether a name has no Arabic letter."""
    return not any("\u0600" <= letter <= "\u06ff" for letter in name)
