"""Incidents as rows: low, best and high of each figure, and the words and reports of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai.export.cells import Cell
from waqai.export.location import precision
from waqai.model.codes import COUNT_SLOTS
from waqai.model.incident import Incident, View

_FIGURES = tuple(
    f"{slot}_{part}" for slot in COUNT_SLOTS for part in ("low", "best", "high", "words")
)
_HEAD = (
    "incident", "type", "status", "salience", "date_start", "date_end", "date_grain",
    "date_assumed", "country", "admin1", "place", "place_kind", "place_precision",
    "place_container", "lat", "lon", "by", "to", "targets", "weapons",
    "reports", "sources", "disputed", "judged",
)  # fmt: skip
COLUMNS = (*_HEAD, *_FIGURES, "report_ids")


def rows(incidents: Iterable[Incident]) -> Iterator[dict[str, Cell]]:
    """One row an incident; cells by column name, what is not known left out."""
    for incident in incidents:
        yield row(incident)


def row(incident: Incident) -> dict[str, Cell]:
    """The row of an incident."""
    values: dict[str, Cell] = {
        "incident": incident.id,
        "type": incident.type,
        "status": incident.status,
        "salience": incident.salience,
        **_date(incident),
        **_place(incident),
        "by": _joined(party.name for party in incident.by),
        "to": _joined(party.name for party in incident.to),
        "targets": _joined(incident.targets),
        "weapons": _joined(incident.weapons),
        "reports": len(incident.sources),
        "sources": len({source.group for source in incident.sources}),
        "disputed": "yes" if incident.disputed else "no",
        "judged": _joined(incident.judgements),
    }
    for slot in COUNT_SLOTS:
        values.update(_figure(incident, slot))
    values["report_ids"] = _joined(source.report for source in incident.sources)
    return values


def view_of(
    incident: Incident, slot: str, people: str = "all", policy: str = "best"
) -> View | None:
    """The view of a slot, None where nothing is told of it."""
    for view in incident.views:
        if (view.policy, view.slot, view.people) == (policy, slot, people):
            return view
    return None


def bounds(view: View | None) -> str:
    """`3`, `32+` (at least 32), `3-5`, `3-5 (4)` with the best figure between; "" where no figure
    is told.
    """
    if view is None or view.low is None:
        return ""
    more = "+" if view.open else ""
    if view.low == view.high:
        return f"{view.low}{more}"
    best = f" ({view.best})" if view.best is not None else ""
    return f"{view.low}-{view.high}{more}{best}"


def _date(incident: Incident) -> dict[str, Cell]:
    if not incident.dates:
        return {}
    first = incident.dates[0]
    return {
        "date_start": first.start,
        "date_end": first.end,
        "date_grain": first.grain,
        "date_assumed": "yes" if first.assumed else "no",
    }


def _place(incident: Incident) -> dict[str, Cell]:
    if not incident.places:
        return {}
    value = incident.places[0].value
    return {
        "country": value.country,
        "admin1": value.admin1,
        "place": value.name,
        "place_kind": value.kind,
        "place_precision": precision(value),
        "place_container": value.container,
        "lat": value.lat,
        "lon": value.lon,
    }


def _figure(incident: Incident, slot: str) -> dict[str, Cell]:
    """Low, best, high, and the words that give each figure with their report and offsets."""
    view = view_of(incident, slot)
    if view is None:
        return {}
    told = (incident.accounts[n] for n in view.accounts)
    words = [f"{a.report} {a.span.start}-{a.span.end}: {' '.join(a.words.split())}" for a in told]
    return {
        f"{slot}_low": view.low,
        f"{slot}_best": view.best,
        f"{slot}_high": view.high,
        f"{slot}_words": " | ".join(words) or None,
    }


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None
