"""What analysts decided of an incident's values, put over what was computed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from waqai.link.rulings import Ruling, people_of
from waqai.link.tallies import groups
from waqai.model.codes import COUNT_SLOTS
from waqai.model.incident import DateOption, Incident, PlaceOption, View
from waqai.model.judgement import Judgement
from waqai.model.values import PlaceValue


def judged(incident: Incident, rulings: Sequence[Ruling]) -> Incident:
    """The incident under its rulings, the later over the earlier; what was told stays as it is."""
    for ruling in rulings:
        if ruling.judgement.verdict in ("accept", "correct"):
            incident = _set(incident, ruling.judgement)
        elif ruling.judgement.verdict == "reject":
            incident = _without(incident, ruling.judgement)
    return msgspec.structs.replace(incident, judgements=tuple(r.judgement.id for r in rulings))


def flaw(slot: str | None, low: int | None, high: int | None, value: str | None) -> str:
    """What is wrong with the value that a judgement gives, "" where nothing is."""
    if slot is None:
        return "" if low is None and high is None and value is None else "a value without a slot"
    if slot in COUNT_SLOTS:
        return _figure_flaw(low, high, value)
    if slot not in ("date", "place"):
        return f"no slot {slot!r}"
    try:
        if value is not None:
            (date_of if slot == "date" else place_of)(value)
    except ValueError:
        return f"no {slot}: {value!r}"
    return "" if low is None and high is None else f"a {slot} has no figure"


def _figure_flaw(low: int | None, high: int | None, people: str | None) -> str:
    if people is not None and people not in {*groups(), "by", "to"}:
        return f"no people {people!r}"
    if low is not None and high is not None and low > high:
        return f"least {low} above most {high}"
    return "" if low is not None or high is None else "a most without a least"


def date_of(value: str) -> tuple[str, str]:
    """First and last day of `2025-05-17` or `2025-05-17/2025-05-18`. Raises ValueError."""
    start, _, end = value.partition("/")
    first = date.fromisoformat(start)
    last = date.fromisoformat(end) if end else first
    if last < first:
        raise ValueError(value)
    return first.isoformat(), last.isoformat()


def place_of(value: str) -> PlaceValue:
    """The place of `36.20,37.16,Aleppo`: degrees and name. Raises ValueError."""
    lat, lon, name = value.split(",", 2)
    if not (-90 <= float(lat) <= 90 and -180 <= float(lon) <= 180 and name.strip()):
        raise ValueError(value)
    return PlaceValue(name.strip(), None, None, float(lat), float(lon), "point", 1, 1)


def _set(incident: Incident, judgement: Judgement) -> Incident:
    value = judgement.value
    if judgement.slot in COUNT_SLOTS:
        views = tuple(_view(view, judgement) for view in incident.views)
        return msgspec.structs.replace(incident, views=views)
    if judgement.slot == "date" and value:
        start, end = date_of(value)
        made = DateOption(start, end, "day" if start == end else "span", False, (), judgement.id)
        return msgspec.structs.replace(incident, dates=(made, *incident.dates))
    if judgement.slot == "place" and value:
        there = PlaceOption(place_of(value), (), judgement.id)
        return msgspec.structs.replace(incident, places=(there, *incident.places))
    return incident


def _without(incident: Incident, judgement: Judgement) -> Incident:
    """The incident without a date or place that is not so."""
    if judgement.slot == "date" and judgement.value:
        days = date_of(judgement.value)
        dates = tuple(one for one in incident.dates if (one.start, one.end) != days)
        return msgspec.structs.replace(incident, dates=dates)
    if judgement.slot == "place" and judgement.value:
        there = _spot(place_of(judgement.value))
        places = tuple(one for one in incident.places if _spot(one.value) != there)
        return msgspec.structs.replace(incident, places=places)
    return incident


def _spot(value: PlaceValue) -> tuple[str, float | None, float | None]:
    return value.name, value.lat, value.lon


def _view(view: View, judgement: Judgement) -> View:
    """A view with the judged figure; `range` stays the record of all that was told."""
    about = view.slot == judgement.slot and view.people == people_of(judgement)
    if not about or view.policy == "range" or judgement.low is None:
        return view
    low, high = judgement.low, judgement.high
    return msgspec.structs.replace(
        view, low=low, best=low, high=high, judgement=judgement.id, open=False
    )
