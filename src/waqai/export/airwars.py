"""Incidents as Airwars publishes them: date, place, least and most civilian killed and wounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from waqai.model.incident import Incident


def airwars(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """One object an incident that some report is mainly about; what is not told is None.

    They come by date, and of one day those that hurt somebody first.
    """
    yield from sorted((_row(i) for i in incidents if i.salience == "main"), key=_order)


def _row(incident: Incident) -> dict[str, Any]:
    return {
        "incident": incident.id,
        "reports": [source.report for source in incident.sources],
        "date": incident.dates[0].start if incident.dates else None,
        **_place(incident),
        "killed": figure(incident, "killed"),
        "wounded": figure(incident, "wounded"),
    }


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
