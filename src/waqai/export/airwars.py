"""Incidents as Airwars publishes them: date, place, least and most civilian killed and wounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from waqai.link.nearness import distance
from waqai.link.tallies import tallies
from waqai.link.times import ordinal
from waqai.model.incident import Account, Incident, PlaceOption

# Days after an incident in which what is told of it in passing is still its news.
_NEWS = 2
# Kilometres within which two places are one, and within which they may be one told in two ways.
_SPOT, _CLOSE = 3.0, 8.0


def airwars(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """One object an incident that some report is mainly about; what is not told is None.

    They come by date, and of one day those that hurt somebody first. A report is archived under
    what it is mainly about; under what it tells in passing only while that is news, and where no
    other report shares what it is mainly about. Airwars counts by places: another one beside which
    people are told hurt is a row of its own, under the reports that name it.
    """
    listed = [incident for incident in incidents if incident.salience == "main"]
    shared = {report for incident in listed for report in _shared(incident)}
    yield from sorted((row for one in listed for row in _rows(one, shared)), key=_order)


def _rows(incident: Incident, shared: set[str]) -> Iterator[dict[str, Any]]:
    """The row of an incident, and of each other place of it where people were hurt."""
    whole = _row(incident, shared)
    yield whole
    known = list(incident.places[:1])
    for option in incident.places[1:]:
        if option.hurt and all(_is_elsewhere(option, other) for other in known):
            part = _part(incident, option, whole, len(known))
            known.append(option)
            if part["killed"]["high"] or part["wounded"]["high"]:
                yield part


def _is_elsewhere(one: PlaceOption, other: PlaceOption) -> bool:
    """Whether two places are two; of close ones both are named by some report."""
    a, b = one.value, other.value
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    apart = distance(a.lat, a.lon, b.lat, b.lon)
    both = not set(one.reports).isdisjoint(other.reports)
    return apart > (_SPOT if both else _CLOSE)


def _part(
    incident: Incident, option: PlaceOption, whole: dict[str, Any], number: int
) -> dict[str, Any]:
    told = [incident.accounts[n] for n in option.hurt]
    return {
        **whole,
        "incident": f"{incident.id}/{number}",
        "reports": [report for report in whole["reports"] if report in option.reports],
        "lat": option.value.lat,
        "lon": option.value.lon,
        "killed": _bounds(told, "killed"),
        "wounded": _bounds(told, "wounded"),
    }


def _bounds(told: Sequence[Account], slot: str) -> dict[str, int | None]:
    """Lowest and highest of what each voice tells of civilians and people of no stated role."""
    found = tallies(told, slot, "civilians")
    if not found:
        return {"low": None, "high": None}
    return {"low": min(tally.low for tally in found), "high": max(tally.top for tally in found)}


def _shared(incident: Incident) -> set[str]:
    """Reports that are mainly about the incident as another report is; none of one alone."""
    about = _about(incident)
    return about if len(about) > 1 else set()


def _about(incident: Incident) -> set[str]:
    return {member.report for member in incident.members if member.salience == "main"}


def _row(incident: Incident, shared: set[str]) -> dict[str, Any]:
    return {
        "incident": incident.id,
        "reports": list(_reports(incident, shared)),
        "date": incident.dates[0].start if incident.dates else None,
        **_place(incident),
        "killed": figure(incident, "killed"),
        "wounded": figure(incident, "wounded"),
    }


def _reports(incident: Incident, shared: set[str]) -> Iterator[str]:
    about = _about(incident)
    day = ordinal(incident.dates[0].start) if incident.dates else None
    for source in incident.sources:
        told = ordinal(source.published)
        news = day is not None and told is not None and abs(told - day) <= _NEWS
        if source.report in about or (news and source.report not in shared):
            yield source.report


def _order(row: dict[str, Any]) -> tuple[str, bool, str]:
    hurt = row["killed"]["high"] or row["wounded"]["high"]
    return (row["date"] or "9999", not hurt, row["incident"])


def _place(incident: Incident) -> dict[str, float | None]:
    value = incident.places[0].value if incident.places else None
    return {"lat": value.lat if value else None, "lon": value.lon if value else None}


def figure(incident: Incident, slot: str) -> dict[str, int | None]:
    """Lowest and highest of the accounts of civilians and people of no stated role that stand."""
    for view in incident.views:
        if view.policy == "best" and view.slot == slot and view.people == "civilians":
            return {"low": view.low, "high": view.high}
    return {"low": None, "high": None}
