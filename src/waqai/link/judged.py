"""What analysts decided of an incident's values, put over what was computed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.link.rulings import Ruling, people_of
from waqai.model.codes import COUNT_SLOTS
from waqai.model.incident import DateOption, Incident, PlaceOption, View
from waqai.model.judgement import Judgement
from waqai.model.values import PlaceValue


def judged(incident: Incident, rulings: Sequence[Ruling]) -> Incident:
    """The incident under its rulings, the later over the earlier; what was told stays as it is."""
    for ruling in rulings:
        if ruling.judgement.verdict in ("accept", "correct"):
            incident = _set(incident, ruling.judgement)
    return msgspec.structs.replace(incident, judgements=tuple(r.judgement.id for r in rulings))


def _set(incident: Incident, judgement: Judgement) -> Incident:
    if judgement.slot in COUNT_SLOTS:
        views = tuple(_view(view, judgement) for view in incident.views)
        return msgspec.structs.replace(incident, views=views)
    if judgement.slot == "date" and judgement.value:
        return msgspec.structs.replace(incident, dates=(_date(judgement), *incident.dates))
    if judgement.slot == "place" and judgement.value:
        return msgspec.structs.replace(incident, places=(_place(judgement), *incident.places))
    return incident


def _view(view: View, judgement: Judgement) -> View:
    """A view with the judged figure; `range` stays the record of all that was told."""
    about = view.slot == judgement.slot and view.people == people_of(judgement)
    if not about or view.policy == "range":
        return view
    low, high = judgement.low, judgement.high
    return msgspec.structs.replace(view, low=low, best=low, high=high, judgement=judgement.id)


def _date(judgement: Judgement) -> DateOption:
    """`2025-05-17`, or `2025-05-17/2025-05-18` for a span."""
    start, _, end = (judgement.value or "").partition("/")
    is_span = bool(end) and end != start
    return DateOption(start, end or start, "span" if is_span else "day", False, (), judgement.id)


def _place(judgement: Judgement) -> PlaceOption:
    """`36.20,37.16,Aleppo`: degrees and name."""
    lat, lon, name = (judgement.value or "").split(",", 2)
    value = PlaceValue(name.strip(), None, None, float(lat), float(lon), "point", 1, 1)
    return PlaceOption(value, (), judgement.id)
