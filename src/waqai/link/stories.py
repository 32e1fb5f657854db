"""From reports with their records to incidents, all at once."""

from __future__ import annotations

from collections.abc import Iterable

from waqai.link.assemble import assemble
from waqai.link.linker import link
from waqai.link.piece import Piece
from waqai.link.tellings import tellings
from waqai.model.event import Record
from waqai.model.incident import Incident
from waqai.model.report import Report


def incidents(stories: Iterable[tuple[Report, Record]]) -> list[Incident]:
    """The incidents of some reports, by date (the undated last), then by id."""
    told, pieces = [], {}
    for report, record in stories:
        own = tellings(report, record)
        told += own
        for telling, event in zip(own, record.events, strict=True):
            pieces[event.id] = Piece(report, event, telling)
    found = [assemble((pieces[key] for key in group.keys), group.closest) for group in link(told)]
    return sorted(found, key=by_date)


def by_date(incident: Incident) -> tuple[str, str]:
    """A key that sorts incidents by their best date."""
    return (incident.dates[0].start if incident.dates else "9999", incident.id)
