"""Incidents as Airwars publishes them: date, place, least and most civilian killed and wounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from waqai.link.kinds import are_akin, is_violent
from waqai.link.nearness import distance
from waqai.link.tallies import tallies
from waqai.link.times import ordinal
from waqai.model.codes import SPOTS
from waqai.model.incident import Account, Incident, PlaceOption

# Days after an incident within which what is told of it in passing is still its news.
_NEWS = 1
# Kilometres within which two places are one, and within which they may be one told in two ways.
_SPOT, _CLOSE = 3.0, 8.0
# Days within which attacks are of one round.
_ROUND = 1


def airwars(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """One object an incident that some report is mainly about; what is not told is None.

    They come by date, and of one day those that hurt somebody first. A report is archived under
    what it is mainly about; under what it tells in passing only while that is news, and where no
    other report shares what it is mainly about. Airwars counts by places: another one beside which
    people are told hurt is a row of its own, under the reports that name it.
    """
    told = list(incidents)
    listed = [incident for incident in told if incident.salience == "main"]
    shared = {report for incident in listed for report in _shared(incident)}
    sides = _sides(told, listed)
    rows = (row for one in listed for row in _rows(one, shared, sides.get(one.id, ())))
    yield from sorted(rows, key=_order)


def _rows(
    incident: Incident, shared: set[str], sides: Sequence[Incident]
) -> Iterator[dict[str, Any]]:
    """The row of an incident, of each other place of it where people were hurt, and of the other
    attacks of its round.
    """
    whole = _row(incident, shared)
    known = list(incident.places[:1])
    parts = []
    for option in incident.places[1:]:
        if option.hurt and all(_is_elsewhere(option, other) for other in known):
            part = _part(incident, option, whole, len(known))
            known.append(option)
            if _hurts(part):
                parts.append(part)
    yield whole | _own(incident, whole, parts)
    yield from parts
    for side in sides:
        if all(_is_elsewhere(side.places[0], other) for other in known):
            yield _side(side, whole, len(known))
            known.append(side.places[0])


def _sides(
    told: Sequence[Incident], listed: Sequence[Incident]
) -> Mapping[str, Sequence[Incident]]:
    """The attacks that reports tell beside those that they are mainly about, by the id of the
    first of these that is violent or akin, and of the same round.
    """
    about: dict[str, list[Incident]] = {}
    for one in listed:
        for report in sorted(_about(one)):
            about.setdefault(report, []).append(one)
    found: dict[str, list[Incident]] = {}
    for side in told:
        if side.salience != "main" and _is_spot(side) and _hurts(_figures(side)):
            near = (one for m in side.members for one in about.get(m.report, ()))
            whole = next((one for one in near if _is_round(one, side)), None)
            if whole is not None:
                found.setdefault(whole.id, []).append(side)
    return found


def _is_spot(incident: Incident) -> bool:
    """Whether an incident that happened lies at a spot on the map."""
    value = incident.places[0].value if incident.places else None
    located = value is not None and value.kind in SPOTS and value.lat is not None
    return located and incident.status == "happened"


def _is_round(whole: Incident, side: Incident) -> bool:
    """Whether two attacks that one report tells are of one round; what is told without a day
    beside the news is of its day.
    """
    if not (are_akin(whole.type, side.type) or is_violent(whole.type)):
        return False
    days = [ordinal(one.dates[0].start) for one in (whole, side) if one.dates]
    known = [day for day in days if day is not None]
    return not known or max(known) - min(known) <= _ROUND


def _side(side: Incident, whole: dict[str, Any], number: int) -> dict[str, Any]:
    reports = {member.report for member in side.members}
    return {
        "incident": f"{whole['incident']}/{number}",
        "reports": [report for report in whole["reports"] if report in reports],
        "date": side.dates[0].start if side.dates else whole["date"],
        **_place(side),
        **_figures(side),
    }


def _figures(incident: Incident) -> dict[str, Any]:
    return {"killed": figure(incident, "killed"), "wounded": figure(incident, "wounded")}


def _hurts(row: Mapping[str, Any]) -> bool:
    """Whether a row tells of killed or wounded."""
    return bool(row["killed"]["high"] or row["wounded"]["high"])


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


def _own(
    incident: Incident, whole: dict[str, Any], parts: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The figures of an incident's first place, where they and those of the others add up to the
    figure of all.
    """
    if not parts:
        return {}
    told = [incident.accounts[n] for n in incident.places[0].hurt]
    found = {}
    for slot in ("killed", "wounded"):
        own = _bounds(told, slot)
        highs = [row[slot]["high"] for row in (*parts, {slot: own})]
        if own["high"] and None not in highs and sum(highs) == whole[slot]["high"]:
            found[slot] = own
    return found


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
        **_figures(incident),
    }


def _reports(incident: Incident, shared: set[str]) -> Iterator[str]:
    about = _about(incident)
    day = ordinal(incident.dates[0].start) if incident.dates else None
    for source in incident.sources:
        told = ordinal(source.published)
        news = day is not None and told is not None and abs(told - day) <= _NEWS
        if source.report in about or (news and source.report not in shared):
            yield source.report


def _order(row: Mapping[str, Any]) -> tuple[str, bool, int, str]:
    """By date, of one day those that hurt somebody first, a whole before its parts."""
    key, _, number = row["incident"].partition("/")
    return (row["date"] or "9999", not _hurts(row), int(number or 0), key)


def _place(incident: Incident) -> dict[str, float | None]:
    value = incident.places[0].value if incident.places else None
    return {"lat": value.lat if value else None, "lon": value.lon if value else None}


def figure(incident: Incident, slot: str) -> dict[str, int | None]:
    """Lowest and highest of the accounts of civilians and people of no stated role that stand."""
    for view in incident.views:
        if view.policy == "best" and view.slot == slot and view.people == "civilians":
            return {"low": view.low, "high": view.high}
    return {"low": None, "high": None}
