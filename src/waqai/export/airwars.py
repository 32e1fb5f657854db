"""Incidents as Airwars publishes them: date, place, least and most civilian killed and wounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from waqai.link.times import ordinal
from waqai.model.incident import Incident

# Days after an incident in which what is told of it in passing is still its news.
_NEWS = 2


def airwars(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """One object an incident that some report is mainly about; what is not told is None.

    They come by date, and of one day those that hurt somebody first. A report is archived under
    what it is mainly about; under what it tells in passing only while that is news, and where no
    other report shares what it is mainly about.
    """
    listed = [incident for incident in incidents if incident.salience == "main"]
    shared = {report for incident in listed for report in _shared(incident)}
    yield from sorted((_row(incident, shared) for incident in listed), key=_order)


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
